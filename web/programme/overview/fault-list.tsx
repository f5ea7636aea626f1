/** What is wrong with a programme and needs somebody: vacant offices, dates that rest on no published calendar yet. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/use-language.ts';
import { titleOfPhase } from '../phase-title.ts';
import type { Programme } from '../programme-query.ts';

export function FaultList({ programme }: { readonly programme: Programme }): ReactElement | null {
  const { t } = useTranslation('programme');
  const { say } = useLanguage();
  const { faults } = programme;
  if (faults.length === 0) return null;
  return (
    <section className="aside-card fault-card" aria-labelledby="faults-heading">
      <h2 id="faults-heading">{t('faults')}</h2>
      <ul>
        {faults.map(({ code, office = '', phase, message }) => (
          <li key={`${code} ${office} ${phase ?? ''}`}>
            <span aria-hidden="true">⚠ </span>
            {phase === undefined ? '' : `${say(titleOfPhase(programme, phase))}：`}
            {say(message)}
          </li>
        ))}
      </ul>
    </section>
  );
}
