/** What was sent to whom, why and when, whether it was read, and which e-mails failed and are tried again. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLanguage } from '../app/use-language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { ViewLinks } from '../parts/view-links.tsx';
import { More } from '../parts/more.tsx';
import { When } from '../parts/when.tsx';
import { useShownProgramme } from '../programme/programme-shell.tsx';
import { useSent } from './pressure-queries.ts';
import { toldOf, type Sent, type Told } from './told.ts';

const FILTERS = [null, 'pending', 'failed-for-good'] as const;

export function SentList(): ReactElement {
  const { t } = useTranslation('pressure');
  const [search] = useSearchParams();
  const email = FILTERS.find((one) => one === search.get('email')) ?? null;
  const sent = useSent(useShownProgramme().id, email);
  return (
    <section aria-labelledby="sent-title">
      <h2 id="sent-title">{t('sent.title')}</h2>
      <ViewLinks
        label={t('sent.which')}
        views={FILTERS.map((filter) => ({
          to: filter === null ? '?' : `?email=${filter}`,
          label: t(`sent.filter.${filter ?? 'all'}`),
          isShown: filter === email,
        }))}
      />
      <Loaded query={sent}>
        {(items) => {
          const told = toldOf(items);
          return told.length === 0 ? (
            <p className="pressure-none">{t('sent.none')}</p>
          ) : (
            <ol className="sent">
              {told.map((event) => (
                <SentEvent key={event.position} told={event} />
              ))}
            </ol>
          );
        }}
      </Loaded>
      <More list={sent} className="pressure-more" />
    </section>
  );
}

function SentEvent({ told }: { readonly told: Told }): ReactElement {
  const { t } = useTranslation('pressure');
  const { rehearsal } = useShownProgramme();
  const { position, subject, at, recordedAt, recipients } = told;
  return (
    <li className="sent-event">
      <h3>{subject}</h3>
      <p className="sent-why">
        <When at={rehearsal ? at : recordedAt} /> · {t('sent.why', { position })} ·{' '}
        {t('sent.people', { total: recipients.length })}
      </p>
      <ul className="sent-recipients">
        {recipients.map((one) => (
          <Recipient key={one.id} sent={one} />
        ))}
      </ul>
    </li>
  );
}

function Recipient({ sent }: { readonly sent: Sent }): ReactElement {
  const { t } = useTranslation('pressure');
  const { say } = useLanguage();
  const { person, officeTitle, readAt, email } = sent;
  const office = say(officeTitle);
  const name = say(person.name);
  return (
    <li>
      <span className="sent-who">
        {office}
        {name === office ? null : t('byName', { name })}
      </span>
      <span className="sent-became">
        {readAt === null ? (
          t('sent.unread')
        ) : (
          <>
            {t('sent.read')} <When at={readAt} />
          </>
        )}
        {' · '}
        <Email email={email} />
      </span>
    </li>
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
