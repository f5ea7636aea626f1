/** What the lists of the inbox share: heading, the and the way from one to the other. */
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { Page } from '../parts/page.tsx';
import './inbox.css';

const TABS = [
  { to: '/inbox', word: 'mine' },
  { to: '/inbox/done', word: 'done' },
  { to: '/inbox/started', word: 'started' },
  { to: '/inbox/copies', word: 'copies' },
] as const;

export interface InboxFrameProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function InboxFrame({ title, actions, children }: InboxFrameProps): ReactElement {
  const { t } = useTranslation('inbox');
  return (
    <Page title={title} actions={actions}>
      <nav aria-label={t('tabsLabel')} className="inbox-tabs">
        {TABS.map(({ to, word }) => (
          <NavLink key={to} to={to} end className="inbox-tab">
            {t(`tabs.${word}`)}
          </NavLink>
        ))}
      </nav>
      {children}
    </Page>
  );
}

export function EmptyNote({
  title,
  hint,
}: {
  readonly title: string;
  readonly hint?: string;
}): ReactElement {
  return (
    <div className="inbox-empty">
      <p className="inbox-empty-title">{title}</p>
      {hint === undefined ? null : <p>{hint}</p>}
    </div>
  );
}
