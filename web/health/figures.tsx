/** The figures: what is armed, what Temporal must be told, what is to be mailed. */
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Promises } from './promises-query.ts';
import { Waited } from './waited.tsx';

export function Figures({ promises }: { readonly promises: Promises }): ReactElement {
  const { t } = useTranslation('health');
  const { armed, late, outbox, emails, at } = promises;
  const oldest = (since: string | null): ReactNode =>
    since === null ? (
      t('nothingWaits')
    ) : (
      <>
        {t('oldest')} <Waited since={since} at={at} />
      </>
    );
  return (
    <section aria-labelledby="figures-title">
      <h2 id="figures-title">{t('figures')}</h2>
      <dl className="health-figures">
        <Figure name={t('armed')} value={armed.count} hint={t('armedHint')} />
        <Figure
          name={t('unfired')}
          value={late.count}
          hint={late.since === null ? t('unfiredNone') : oldest(late.since)}
          isBad={late.count > 0}
        />
        <Figure name={t('outbox')} value={outbox.waiting} hint={oldest(outbox.since)} />
        <Figure
          name={t('emails')}
          value={emails.waiting}
          hint={
            <>
              {oldest(emails.since)}
              {emails.retried === 0 ? null : t('retried', { total: emails.retried })}
            </>
          }
        />
        <Figure
          name={t('givenUp')}
          value={emails.givenUp}
          hint={emails.givenUp === 0 ? t('givenUpNone') : t('givenUpHint')}
          isBad={emails.givenUp > 0}
        />
      </dl>
    </section>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: number;
  readonly hint: ReactNode;
  readonly isBad?: boolean;
}

function Figure({ name, value, hint, isBad = false }: FigureProps): ReactElement {
  return (
    <div className={isBad ? 'health-figure health-figure-bad' : 'health-figure'}>
      <dt>{name}</dt>
      <dd>
        <span className="health-value">
          {isBad ? <span aria-hidden>⚠ </span> : null}
          {value}
        </span>
        <span className="health-hint">{hint}</span>
      </dd>
    </div>
  );
}
