/** How the calendar came about: every version, by what, why, when and by whom. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { Register } from '../parts/register.tsx';
import { SheetSection } from '../parts/sheet-section.tsx';
import { When } from '../parts/when.tsx';
import type { Calendar } from './calendar-queries.ts';

type Version = Calendar['versions'][number];

export function VersionsSection({
  versions,
}: {
  readonly versions: readonly Version[];
}): ReactElement {
  const { t } = useTranslation('calendars');
  const { say } = useLanguage();
  return (
    <SheetSection title={t('versions')}>
      <Register
        caption={t('versionsCaption')}
        rows={versions}
        rowKey={({ version }) => String(version)}
        empty={t('noVersions')}
        columns={[
          {
            key: 'version',
            title: t('versionColumns.version'),
            cell: ({ version }) => t('versionText', { version }),
            isName: true,
          },
          {
            key: 'publication',
            title: t('versionColumns.publication'),
            cell: ({ publication }) => <PublicationText publication={publication} />,
          },
          { key: 'reason', title: t('versionColumns.reason'), cell: ({ reason }) => reason ?? '—' },
          {
            key: 'at',
            title: t('versionColumns.at'),
            cell: ({ publishedAt }) => <When at={publishedAt} />,
          },
          {
            key: 'by',
            title: t('versionColumns.by'),
            cell: ({ publishedBy }) => (publishedBy === null ? '—' : say(publishedBy.name)),
          },
        ]}
      />
    </SheetSection>
  );
}

function PublicationText({
  publication,
}: {
  readonly publication: Version['publication'];
}): ReactElement {
  const { t } = useTranslation('calendars');
  switch (publication.kind) {
    case 'shipped':
      return <>{t('shipped')}</>;
    case 'notice': {
      const { year, number, amends } = publication;
      return <>{t(amends ? 'byAmendment' : 'byNotice', { year, number })}</>;
    }
    case 'override': {
      const { number, days } = publication;
      return <>{t('byOverride', { number, count: days.length })}</>;
    }
  }
}
