/** Offices and who holds them since when; vacant ones stand first, as a fault. */
import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Register, type RegisterColumn } from '../parts/register.tsx';
import { SheetSection } from '../parts/sheet-section.tsx';
import { useMe } from '../session/session.ts';
import { AppointDialog } from './appoint-dialog.tsx';
import { useOffices, type Office } from './directory-queries.ts';
import { EndDialog, type EndingAsked } from './end-dialog.tsx';
import { Holders } from './holders.tsx';
import { matches } from '../parts/matching.ts';
import { SearchField } from '../parts/search-field.tsx';

export function OfficesList(): ReactElement {
  const offices = useOffices();
  return <Loaded query={offices}>{(rows) => <Lists offices={rows} />}</Loaded>;
}

function Lists({ offices }: { readonly offices: readonly Office[] }): ReactElement {
  const { t } = useTranslation('people');
  const [search, setSearch] = useState('');
  const [asked, setAsked] = useState<Office | null>(null);
  const [ending, setEnding] = useState<EndingAsked | null>(null);
  const [said, setSaid] = useState('');
  const columns = useColumns(setAsked, setEnding);
  const vacant = offices.filter(({ holders }) => holders.length === 0);
  const found = offices.filter((office) => matches(search, textsOf(office)));
  return (
    <>
      <p role="status">{said}</p>
      <SheetSection
        title={t('vacant')}
        hint={vacant.length === 0 ? t('noVacancy') : t('vacantHint')}
      >
        {vacant.length === 0 ? null : (
          <>
            <p className="vacancy">
              <WarningOutlined aria-hidden="true" />{' '}
              {t('vacantCount', { vacant: vacant.length, total: offices.length })}
            </p>
            <Register
              caption={t('vacantCaption')}
              columns={columns}
              rows={vacant}
              rowKey={({ key }) => key}
              empty={t('noVacancy')}
            />
          </>
        )}
      </SheetSection>
      <SheetSection title={t('offices')}>
        <SearchField
          label={t('search')}
          value={search}
          onChange={setSearch}
          result={t('found', { total: offices.length, shown: found.length })}
        />
        <Register
          caption={t('officesCaption')}
          columns={columns}
          rows={found}
          rowKey={({ key }) => key}
          empty={t('noOffice')}
        />
      </SheetSection>
      {asked === null ? null : (
        <AppointDialog
          office={asked}
          onClose={(done) => {
            setAsked(null);
            setSaid(done ?? '');
          }}
        />
      )}
      {ending === null ? null : (
        <EndDialog
          asked={ending}
          onClose={(done) => {
            setEnding(null);
            setSaid(done ?? '');
          }}
        />
      )}
    </>
  );
}

function useColumns(
  onAppoint: (office: Office) => void,
  onEnd: (asked: EndingAsked) => void,
): readonly RegisterColumn<Office>[] {
  const { t } = useTranslation('people');
  const { say } = useLanguage();
  const maySettle = useMe().data?.roles.includes('security-admin') ?? false;
  const shown: readonly RegisterColumn<Office>[] = [
    {
      key: 'title',
      title: t('officeColumns.title'),
      isName: true,
      cell: ({ key, title }) => (
        <>
          {say(title)} <code className="quiet small">{key}</code>
        </>
      ),
    },
    {
      key: 'holders',
      title: t('officeColumns.holders'),
      cell: (office) => <Holders office={office} onEnd={maySettle ? onEnd : null} />,
    },
  ];
  if (!maySettle) return shown;
  return [
    ...shown,
    {
      key: 'act',
      title: t('officeColumns.act'),
      cell: (office) => (
        <Button
          size="small"
          aria-label={t('appointTo', { office: say(office.title) })}
          onClick={() => {
            onAppoint(office);
          }}
        >
          {t('appoint')}
        </Button>
      ),
    },
  ];
}

function textsOf({ key, title, appointments }: Office): Parameters<typeof matches>[1] {
  return [key, title, ...appointments.map(({ person }) => person.name)];
}
