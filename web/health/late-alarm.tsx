/** The alarm: programmes with a moment that was due and has not been performed, or that there are none. */
import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RehearsalMark } from '../parts/rehearsal-mark.tsx';
import { When } from '../parts/when.tsx';
import { ProgrammeTitle } from '../parts/programme-title.tsx';
import type { Promises } from './promises-query.ts';
import { Waited } from './waited.tsx';

export function LateAlarm({ promises }: { readonly promises: Promises }): ReactElement {
  const { t } = useTranslation('health');
  const { late, at } = promises;
  if (late.count === 0 || late.since === null) {
    return (
      <div role="status" className="health-band health-band-good">
        <CheckCircleFilled aria-hidden />
        <div>
          <strong>{t('kept')}</strong>
          <p>{t('keptHint', { seconds: late.toleranceSeconds })}</p>
        </div>
      </div>
    );
  }
  return (
    <section className="health-band health-band-bad" aria-labelledby="late-title">
      <WarningFilled aria-hidden />
      <div>
        <div role="alert">
          <h2 id="late-title">{t('late', { total: late.count })}</h2>
        </div>
        <p>
          {t('lateOldest')} <Waited since={late.since} at={at} />
          {t('lateHint')}
        </p>
        <ul className="health-late">
          {late.programmes.map((one) => (
            <li key={one.programmeId}>
              <Link to={`/programmes/${one.programmeId}/overview`}>
                <ProgrammeTitle of={one} />
              </Link>{' '}
              {one.rehearsal ? <RehearsalMark /> : null} {t('dueAt')} <When at={one.dueAt} />
            </li>
          ))}
        </ul>
        {late.count > late.programmes.length ? (
          <p>{t('moreLate', { more: late.count - late.programmes.length })}</p>
        ) : null}
      </div>
    </section>
  );
}
