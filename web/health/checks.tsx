/** Checks of readiness, each in words. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Promises } from './promises-query.ts';

type Check = Promises['checks'][number];

const KNOWN = ['accepting', 'database', 'migrations', 'temporal', 'outbox'] as const;

export function Checks({ checks }: { readonly checks: readonly Check[] }): ReactElement {
  const { t } = useTranslation('health');
  return (
    <section aria-labelledby="checks-title">
      <h2 id="checks-title">{t('checks')}</h2>
      <ul className="health-checks">
        {checks.map(({ name, vital, ok }) => {
          const known = KNOWN.find((one) => one === name);
          return (
            <li key={name} className={ok ? 'health-check' : 'health-check health-check-bad'}>
              <span aria-hidden>{ok ? '✓' : '✗'}</span>{' '}
              {known === undefined ? name : t(`check.${known}`)}
              {t('colon')}
              <strong>{ok ? t('passes') : t(vital ? 'failsVitally' : 'fails')}</strong>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
