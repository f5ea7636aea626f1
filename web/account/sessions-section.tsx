/** Where one is signed in, and the way to end what one does not know. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../parts/loaded.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Register, type RegisterColumn } from '../parts/register.tsx';
import { SheetSection } from '../parts/sheet-section.tsx';
import { instantText, When } from '../parts/when.tsx';
import { useEndSessions, useOwnSessions, type OwnSession } from './own-sessions.ts';

export function SessionsSection(): ReactElement {
  const { t } = useTranslation('account');
  const sessions = useOwnSessions();
  const end = useEndSessions();
  const others = (sessions.data ?? []).filter(({ current }) => !current).map(({ id }) => id);
  const columns: readonly RegisterColumn<OwnSession>[] = [
    {
      key: 'state',
      title: t('columns.state'),
      cell: (one) => <State session={one} />,
      isName: true,
    },
    {
      key: 'createdAt',
      title: t('columns.createdAt'),
      cell: ({ createdAt }) => <When at={createdAt} />,
    },
    {
      key: 'lastSeenAt',
      title: t('columns.lastSeenAt'),
      cell: ({ lastSeenAt }) => <When at={lastSeenAt} />,
    },
    {
      key: 'expiresAt',
      title: t('columns.expiresAt'),
      cell: ({ expiresAt }) => <When at={expiresAt} />,
    },
    {
      key: 'act',
      title: t('columns.act'),
      cell: ({ id, current, createdAt }) =>
        current ? (
          <span className="quiet">—</span>
        ) : (
          <Button
            size="small"
            aria-label={t('endNamed', { at: instantText(createdAt) })}
            disabled={end.isPending}
            onClick={() => end.mutate([id])}
          >
            {t('end')}
          </Button>
        ),
    },
  ];
  return (
    <SheetSection
      title={t('sessions')}
      hint={t('sessionsHint')}
      actions={
        others.length === 0 ? null : (
          <Button danger loading={end.isPending} onClick={() => end.mutate(others)}>
            {t('endOthers')}
          </Button>
        )
      }
    >
      {end.error === null ? null : <ProblemAlert error={end.error} />}
      <p role="status" className="quiet">
        {end.isSuccess ? t(end.variables.length > 1 ? 'endedOthers' : 'ended') : ''}
      </p>
      <Loaded query={sessions}>
        {(rows) => (
          <Register
            caption={t('sessionsCaption')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            empty={t('noSession')}
          />
        )}
      </Loaded>
    </SheetSection>
  );
}

function State({ session }: { readonly session: OwnSession }): ReactElement {
  const { t } = useTranslation('account');
  return <>{session.current ? t('current') : t('other')}</>;
}
