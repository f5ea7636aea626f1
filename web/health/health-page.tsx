/** The health of promises: whether everything that should happen by itself does, with an alarm when it does not. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ClockTime } from '../parts/when.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Page } from '../parts/page.tsx';
import { ArmedTable } from './armed-table.tsx';
import { Checks } from './checks.tsx';
import { Figures } from './figures.tsx';
import { LateAlarm } from './late-alarm.tsx';
import { usePromises } from './promises-query.ts';
import './health.css';

export function HealthPage(): ReactElement {
  const { t } = useTranslation('health');
  const promises = usePromises();
  return (
    <Page title={t('title')}>
      <Loaded query={promises}>
        {(data) => (
          <div className="health">
            <LateAlarm promises={data} />
            <p className="health-at">
              {t('asOf')} <ClockTime at={data.at} />
            </p>
            <Figures promises={data} />
            <Checks checks={data.checks} />
            <ArmedTable armed={data.armed.next} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
