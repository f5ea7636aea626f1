/** Who holds the offices of a plan, and giving one to somebody else in this programme only. */
import { WarningOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { Register, type RegisterColumn } from '../parts/register.tsx';
import { SheetSection } from '../parts/sheet-section.tsx';
import type { Outline } from './definition-queries.ts';
import { officeNames } from './office-names.ts';

type Office = Outline['offices'][number];

export interface OfficesSectionProps {
  readonly outline: Outline;
  /** Null for whoever does not start the programme. */
  readonly accounts: Readonly<Record<string, string>> | null;
  readonly onAccount: (office: string, account: string) => void;
}

export function OfficesSection({
  outline,
  accounts,
  onAccount,
}: OfficesSectionProps): ReactElement {
  const { t } = useTranslation('setUp');
  const { say } = useLanguage();
  const nameOf = officeNames(outline);
  const other: RegisterColumn<Office> = {
    key: 'other',
    title: t('offices.columns.other'),
    cell: ({ key, title }) => (
      <Input
        size="small"
        maxLength={64}
        aria-label={t('offices.otherFor', { office: say(title) })}
        value={accounts?.[key] ?? ''}
        onChange={({ target }) => {
          onAccount(key, target.value);
        }}
      />
    ),
  };
  const columns: readonly RegisterColumn<Office>[] = [
    {
      key: 'title',
      title: t('offices.columns.title'),
      isName: true,
      cell: ({ title }) => say(title),
    },
    {
      key: 'holders',
      title: t('offices.columns.holders'),
      cell: (office) => <HeldBy office={office} outline={outline} />,
    },
    {
      key: 'reportsTo',
      title: t('offices.columns.reportsTo'),
      cell: ({ reportsTo }) => (reportsTo === null ? t('offices.head') : say(nameOf(reportsTo))),
    },
    ...(accounts === null ? [] : [other]),
  ];
  return (
    <SheetSection
      title={t('offices.section')}
      {...(accounts === null ? {} : { hint: t('offices.hint') })}
    >
      <Register
        caption={t('offices.caption')}
        columns={columns}
        rows={outline.offices}
        rowKey={({ key }) => key}
        empty=""
      />
    </SheetSection>
  );
}

function HeldBy({
  office: { holders, actingOffice },
  outline,
}: {
  readonly office: Office;
  readonly outline: Outline;
}): ReactElement {
  const { t } = useTranslation('setUp');
  const { say, marks } = useLanguage();
  if (holders.length > 0) return <>{marks.listed(holders.map(({ name }) => say(name)))}</>;
  return (
    <>
      <strong className="fault-text">
        <WarningOutlined aria-hidden="true" /> {t('offices.vacant')}
      </strong>{' '}
      <span className="quiet small">
        {actingOffice === null
          ? t('offices.nobody')
          : t('offices.acting', { office: say(officeNames(outline)(actingOffice)) })}
      </span>
    </>
  );
}
