/** How many notifications are unread, beside the way to them. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_COUNTED, useUnreadCount } from './notices-query.ts';
import './unread-badge.css';

export function UnreadBadge(): ReactElement | null {
  const { t } = useTranslation('notices');
  const unread = useUnreadCount() ?? 0;
  if (unread === 0) return null;
  const total = unread > MOST_COUNTED ? `${MOST_COUNTED}+` : String(unread);
  return (
    <span className="unread-badge">
      <span aria-hidden>{total}</span>
      <span className="visually-hidden">{t('unreadSpoken', { total })}</span>
    </span>
  );
}
