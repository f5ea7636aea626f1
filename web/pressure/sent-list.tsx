/** What was sent to whom, why and when, whether it was read, and which e-mails failed and are tried again. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLanguage } from '../app/use-language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { ScrollRegion } from '../parts/scroll-region.tsx';
import { When } from '../parts/when.tsx';
import { useShownProgramme } from '../programme/programme-shell.tsx';
import { useSent } from './pressure-queries.ts';
import { toldOf, type Sent, type Told } from './told.ts';

const FILTERS = [null, 'pending', 'failed-for-good'] as const;
const COLUMNS = ['at', 'what', 'to', 'read', 'email'] as const;

export function SentList(): ReactElement {
  const { t } = useTranslation('pressure');
  const [search] = useSearchParams();
  const email = FILTERS.find((one) => one === search.get('email')) ?? null;
  const sent = useSent(useShownProgramme().id, email);
  return (
    <section aria-labelledby="sent-title">
      <h2 id="sent-title">{t('sent.title')}</h2>
      <nav aria-label={t('sent.which')} className="sent-which">
        {FILTERS.map((filter) => (
          <Link
            key={filter}
            to={filter === null ? '?' : `?email=${filter}`}
            aria-current={filter === email ? 'page' : undefined}
            preventScrollReset
          >
            {t(`sent.filter.${filter ?? 'all'}`)}
          </Link>
        ))}
      </nav>
      <Loaded query={sent}>
        {({ pages }) => {
          const told = toldOf(pages.flatMap((page) => page.items));
          return told.length === 0 ? (
            <p className="pressure-none">{t('sent.none')}</p>
          ) : (
            <SentTable told={told} />
          );
        }}
      </Loaded>
      {sent.hasNextPage ? (
        <Button
          className="pressure-more"
          loading={sent.isFetchingNextPage}
          onClick={() => void sent.fetchNextPage()}
        >
          {t('more')}
        </Button>
      ) : null}
    </section>
  );
}

function SentTable({ told }: { readonly told: readonly Told[] }): ReactElement {
  const { t } = useTranslation('pressure');
  return (
    <ScrollRegion label={t('sent.title')}>
      <table className="facts sent">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`sent.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {told.map((event) => (
          <tbody key={event.position}>
            {event.recipients.map((one, index) => (
              <tr key={one.id}>
                {index === 0 ? <WhatCells told={event} /> : null}
                <RecipientCells sent={one} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  );
}

function WhatCells({ told }: { readonly told: Told }): ReactElement {
  const { t } = useTranslation('pressure');
  const { rehearsal } = useShownProgramme();
  const { position, subject, at, recordedAt, recipients } = told;
  return (
    <>
      <td rowSpan={recipients.length} className="facts-when">
        <When at={rehearsal ? at : recordedAt} />
      </td>
      <th scope="rowgroup" rowSpan={recipients.length} className="sent-what">
        {subject}
        <span className="sent-why">{t('sent.why', { position })}</span>
      </th>
    </>
  );
}

function RecipientCells({ sent }: { readonly sent: Sent }): ReactElement {
  const { t } = useTranslation('pressure');
  const { say } = useLanguage();
  const { person, officeTitle, readAt } = sent;
  const office = say(officeTitle);
  const name = say(person.name);
  return (
    <>
      <td>
        {office}
        {name === office ? null : t('byName', { name })}
      </td>
      <td className="facts-when">
        {readAt === null ? (
          t('sent.unread')
        ) : (
          <>
            <span aria-hidden>✓ </span>
            <When at={readAt} />
          </>
        )}
      </td>
      <td>
        <Email email={sent.email} />
      </td>
    </>
  );
}

function Email({ email }: { readonly email: Sent['email'] }): ReactElement {
  const { t } = useTranslation('pressure');
  const { state, attempts, nextAt, lastError } = email;
  const why = lastError === undefined ? null : t('because', { why: t(`error.${lastError}`) });
  const isRetried = state === 'pending' && attempts > 0;
  return (
    <span className={state === 'failed-for-good' || isRetried ? 'late-mark' : undefined}>
      {isRetried ? t('sent.retried', { attempts }) : t(`sent.email.${state}`)}
      {why}
      {isRetried && nextAt !== undefined ? (
        <>
          {t('sent.next')} <When at={nextAt} />
        </>
      ) : null}
    </span>
  );
}
