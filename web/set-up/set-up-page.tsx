/** What can be started: every published definition with the paper on which it rests. */
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDefinitions, type DefinitionSummary } from '../api/definitions.ts';
import { useLanguage } from '../app/use-language.ts';
import { LinkButton } from '../parts/link-button.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { matches } from '../parts/matching.ts';
import { Page } from '../parts/page.tsx';
import { Register, type RegisterColumn } from '../parts/register.tsx';
import { SearchField } from '../parts/search-field.tsx';
import { useMe } from '../session/session.ts';

export function SetUpPage(): ReactElement {
  const { t } = useTranslation('setUp');
  const definitions = useDefinitions();
  const isPublisher = useMe().data?.roles.includes('system-admin') ?? false;
  return (
    <Page
      title={t('title')}
      actions={isPublisher ? <LinkButton to="/set-up/upload">{t('upload')}</LinkButton> : undefined}
    >
      <p className="quiet">{t('lead')}</p>
      <Loaded query={definitions}>{(rows) => <Definitions definitions={rows} />}</Loaded>
    </Page>
  );
}

function Definitions({
  definitions,
}: {
  readonly definitions: readonly DefinitionSummary[];
}): ReactElement {
  const { t } = useTranslation('setUp');
  const [search, setSearch] = useState('');
  const columns = useColumns();
  const found = definitions.filter(({ key, title, paper, issuer, documentNumber }) =>
    matches(search, [key, title, paper, issuer, documentNumber ?? '']),
  );
  return (
    <>
      <SearchField
        label={t('search')}
        value={search}
        onChange={setSearch}
        result={t('found', { total: definitions.length, shown: found.length })}
      />
      <Register
        caption={t('listCaption')}
        columns={columns}
        rows={found}
        rowKey={({ key }) => key}
        empty={t('noneFound')}
      />
    </>
  );
}

function useColumns(): readonly RegisterColumn<DefinitionSummary>[] {
  const { t } = useTranslation('setUp');
  const { say } = useLanguage();
  return [
    {
      key: 'title',
      title: t('columns.title'),
      isName: true,
      cell: ({ key, title }) => <Link to={`/set-up/definitions/${key}`}>{say(title)}</Link>,
    },
    {
      key: 'paper',
      title: t('columns.paper'),
      cell: ({ paper, issuer, documentNumber, title }) => (
        <>
          {say(paper) === say(title) ? null : <div>{say(paper)}</div>}
          <div className="quiet small">
            {say(issuer)}
            {documentNumber === null ? null : ` · ${documentNumber}`}
          </div>
        </>
      ),
    },
    { key: 'phases', title: t('columns.phases'), cell: ({ phases }) => phases },
    { key: 'clauses', title: t('columns.clauses'), cell: ({ clauses }) => clauses },
    { key: 'startsOn', title: t('columns.startsOn'), cell: ({ startsOn }) => startsOn },
    {
      key: 'version',
      title: t('columns.version'),
      cell: ({ version, origin }) => (
        <>
          {t('versionText', { version })}
          <div className="quiet small">{t(`origin.${origin}`)}</div>
        </>
      ),
    },
  ];
}
