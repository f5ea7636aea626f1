/** The places that this person can go to. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { UnreadBadge } from '../notices/unread-badge.tsx';
import type { Me } from '../session/session.ts';
import { placesFor } from './places.ts';

export interface NavigationProps {
  readonly me: Me;
  readonly mode: 'bar' | 'drawer';
}

export function Navigation({ me, mode }: NavigationProps): ReactElement {
  const { t } = useTranslation('common');
  return (
    <nav aria-label={t('navigation')} className={`navigation-${mode}`}>
      {placesFor(me).map(({ to, word }) => (
        <NavLink key={to} to={to} className="navigation-link">
          {t(`places.${word}`)}
          {word === 'notifications' ? <UnreadBadge /> : null}
        </NavLink>
      ))}
    </nav>
  );
}
