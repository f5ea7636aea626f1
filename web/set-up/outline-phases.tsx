/** The phases of a plan: as the paper dates them, and as they would run. */
import { Tag } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { Register } from '../parts/register.tsx';
import { SheetSection } from '../parts/sheet-section.tsx';
import type { Outline } from './definition-queries.ts';
import { officeNames } from './office-names.ts';
import { Owed, Signed } from './outline-work.tsx';

type Phase = Outline['phases'][number];

export function OutlinePhases({ outline }: { readonly outline: Outline }): ReactElement {
  const { t } = useTranslation('setUp');
  const nameOf = officeNames(outline);
  return (
    <SheetSection title={t('phases.section')}>
      <Register
        caption={t('phases.caption')}
        rows={outline.phases}
        rowKey={({ key }) => key}
        empty={t('phases.none')}
        columns={[
          {
            key: 'title',
            title: t('phases.columns.title'),
            isName: true,
            cell: (phase) => <PhaseName phase={phase} outline={outline} />,
          },
          {
            key: 'dates',
            title: t('phases.columns.dates'),
            cell: (phase) => <Days phase={phase} />,
          },
          {
            key: 'owed',
            title: t('phases.columns.owed'),
            cell: (phase) => <Owed work={phase} nameOf={nameOf} />,
          },
          {
            key: 'signed',
            title: t('phases.columns.signed'),
            cell: (phase) => <Signed work={phase} />,
          },
        ]}
      />
    </SheetSection>
  );
}

function Days({ phase }: { readonly phase: Phase }): ReactElement {
  const { t } = useTranslation('setUp');
  const { opensOn, dueOn, paperFrom, paperTo, provisional } = phase;
  return (
    <div className="outline-days">
      <strong>
        {opensOn} – {dueOn}
      </strong>{' '}
      {provisional ? <Tag>{t('phases.provisional')}</Tag> : null}
      <div className="quiet small">
        {t('phases.paper')}
        <br />
        {paperFrom} – {paperTo}
      </div>
    </div>
  );
}

function PhaseName({
  phase,
  outline,
}: {
  readonly phase: Phase;
  readonly outline: Outline;
}): ReactElement {
  const { t } = useTranslation('setUp');
  const { say, marks } = useLanguage();
  const nameOf = officeNames(outline);
  const { title, clause, after, lead, coOrganisers, optional } = phase;
  const before = outline.phases.filter(({ key }) => after.includes(key));
  return (
    <>
      {say(title)}
      <div className="outline-more">
        {clause === '' ? null : <div>{t('phases.clause', { clause })}</div>}
        <div>{t('phases.lead', { office: say(nameOf(lead)) })}</div>
        {coOrganisers.map(({ office, workdaysBefore: days }) => (
          <div key={office}>{t('phases.coOrganiser', { office: say(nameOf(office)), days })}</div>
        ))}
        {before.length === 0 ? null : (
          <div>
            {t('phases.after', { phases: marks.listed(before.map((one) => say(one.title))) })}
          </div>
        )}
        {optional === null ? null : <div>{t('phases.optional', { why: say(optional) })}</div>}
      </div>
    </>
  );
}
