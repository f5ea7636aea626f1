/** Notifications: what one was told, the unread ones marked, each leading to what it is about. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../parts/page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { ViewLinks } from '../parts/view-links.tsx';
import { More } from '../parts/more.tsx';
import { NoticeItem } from './notice-item.tsx';
import { MOST_COUNTED, useMarkRead, useNotices, useUnreadCount } from './notices-query.ts';
import './notices.css';

export function NoticesPage(): ReactElement {
  const { t } = useTranslation('notices');
  const [search] = useSearchParams();
  const unreadOnly = search.get('unread') === 'true';
  const notices = useNotices(unreadOnly);
  const markRead = useMarkRead();
  const shown = notices.data ?? [];
  const unread = shown.filter(({ readAt }) => readAt === null).map(({ id }) => id);
  return (
    <Page
      title={t('title')}
      actions={
        unread.length === 0 ? null : (
          <Button loading={markRead.isPending} onClick={() => markRead.mutate(unread)}>
            {t('markShown', { total: unread.length })}
          </Button>
        )
      }
    >
      <Which unreadOnly={unreadOnly} />
      {markRead.error === null ? null : <ProblemAlert error={markRead.error} />}
      <p role="status" className="visually-hidden">
        {markRead.isSuccess ? t('marked') : ''}
      </p>
      <Loaded query={notices}>
        {() =>
          shown.length === 0 ? (
            <p className="notices-empty">{t(unreadOnly ? 'noneUnread' : 'none')}</p>
          ) : (
            <ul className="notices">
              {shown.map((notice) => (
                <NoticeItem key={notice.id} notice={notice} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More list={notices} className="notices-more" />
    </Page>
  );
}

function Which({ unreadOnly }: { readonly unreadOnly: boolean }): ReactElement {
  const { t } = useTranslation('notices');
  const unread = useUnreadCount();
  const count =
    unread === undefined || unread === 0
      ? ''
      : t('count', { total: unread > MOST_COUNTED ? `${MOST_COUNTED}+` : unread });
  const views = [
    { to: '/notifications', label: t('all'), isShown: !unreadOnly },
    { to: '/notifications?unread=true', label: `${t('unread')}${count}`, isShown: unreadOnly },
  ];
  return <ViewLinks label={t('which')} views={views} />;
}
