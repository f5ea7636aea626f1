/** One notification: what was told, of which programme, when, and whether it is read. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RehearsalMark } from '../parts/rehearsal-mark.tsx';
import { When } from '../parts/when.tsx';
import { ProgrammeTitle } from '../parts/programme-title.tsx';
import { noticePlace } from './notice-place.ts';
import { useMarkRead, type Notice } from './notices-query.ts';

/** The salutation is for letters; in a list of one's own it says nothing. */
function bodyText(text: string): string {
  const [first = '', ...rest] = text.split('\n\n');
  const paragraphs = rest.length > 0 && /^To: |：$/.test(first) ? rest : [first, ...rest];
  return paragraphs.join('\n');
}

export function NoticeItem({ notice }: { readonly notice: Notice }): ReactElement {
  const { t } = useTranslation('notices');
  const markRead = useMarkRead();
  const { id, subject, text, rehearsal, at, recordedAt, readAt } = notice;
  const isUnread = readAt === null;
  const read = (): void => markRead.mutate([id]);
  return (
    <li className={isUnread ? 'notice notice-unread' : 'notice'}>
      <h2>
        {isUnread ? <span className="notice-mark">{t('unread')}</span> : null}
        <Link to={noticePlace(notice)} onClick={isUnread ? read : undefined}>
          {subject}
        </Link>
      </h2>
      <p className="notice-text">{bodyText(text)}</p>
      <p className="notice-facts">
        <ProgrammeTitle of={notice} /> {rehearsal ? <RehearsalMark /> : null}
        <span>
          <When at={recordedAt} />
        </span>
        {rehearsal ? (
          <span>
            {t('programmeTime')} <When at={at} />
          </span>
        ) : null}
        <span>{t(`email.${notice.email}`)}</span>
        {isUnread ? (
          <Button
            size="small"
            loading={markRead.isPending}
            onClick={read}
            aria-label={t('markOne', { subject })}
          >
            {t('mark')}
          </Button>
        ) : null}
      </p>
    </li>
  );
}
