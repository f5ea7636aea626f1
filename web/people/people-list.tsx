/** Everybody with an account: roles, offices, and registering a person. */
import { Button, Tag } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Register, type RegisterColumn } from '../parts/register.tsx';
import { SheetSection } from '../parts/sheet-section.tsx';
import { useMe } from '../session/session.ts';
import { usePeople, type Person } from './directory-queries.ts';
import { matches } from '../parts/matching.ts';
import { RegisterDialog } from './register-dialog.tsx';
import { SearchField } from '../parts/search-field.tsx';

/** More is not read by anybody; the search finds the rest. */
const MOST_SHOWN = 200;

export function PeopleList(): ReactElement {
  const { t } = useTranslation('people');
  const people = usePeople();
  const mayRegister = useMe().data?.roles.includes('system-admin') ?? false;
  const [isOpen, setIsOpen] = useState(false);
  const [said, setSaid] = useState('');
  return (
    <SheetSection
      title={t('people')}
      actions={
        mayRegister ? (
          <Button
            type="primary"
            onClick={() => {
              setIsOpen(true);
            }}
          >
            {t('register')}
          </Button>
        ) : null
      }
    >
      <p role="status">{said}</p>
      <Loaded query={people}>{(rows) => <Rows people={rows} />}</Loaded>
      {isOpen ? (
        <RegisterDialog
          onClose={(done) => {
            setIsOpen(false);
            setSaid(done ?? '');
          }}
        />
      ) : null}
    </SheetSection>
  );
}

function Rows({ people }: { readonly people: readonly Person[] }): ReactElement {
  const { t } = useTranslation('people');
  const [search, setSearch] = useState('');
  const columns = useColumns();
  const found = people
    .filter(({ account, name, offices }) =>
      matches(search, [account, name, ...offices.map(({ title }) => title)]),
    )
    .slice(0, MOST_SHOWN);
  return (
    <>
      <SearchField
        label={t('searchPeople')}
        value={search}
        onChange={setSearch}
        result={t('found', { total: people.length, shown: found.length })}
      />
      <Register
        caption={t('peopleCaption')}
        columns={columns}
        rows={found}
        rowKey={({ id }) => id}
        empty={t('noPerson')}
      />
    </>
  );
}

function useColumns(): readonly RegisterColumn<Person>[] {
  const { t } = useTranslation('people');
  const { say, marks } = useLanguage();
  return [
    { key: 'name', title: t('personColumns.name'), cell: ({ name }) => say(name), isName: true },
    {
      key: 'account',
      title: t('personColumns.account'),
      cell: ({ account }) => <code>{account}</code>,
    },
    {
      key: 'offices',
      title: t('personColumns.offices'),
      cell: ({ offices }) =>
        offices.length === 0 ? (
          <span className="quiet">{t('noOffices')}</span>
        ) : (
          marks.listed(offices.map(({ title }) => say(title)))
        ),
    },
    {
      key: 'role',
      title: t('personColumns.role'),
      cell: ({ roles }) =>
        roles.length === 0 ? '—' : roles.map((role) => <Tag key={role}>{t(`role.${role}`)}</Tag>),
    },
    {
      key: 'locale',
      title: t('personColumns.locale'),
      cell: ({ locale }) => t(`locale.${locale}`),
    },
  ];
}
