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
  const said = [...new Set(faults.map(({ message }) => say(message)))];
  return (
    <section className="aside-card fault-card" aria-labelledby="faults-heading">
      <h2 id="faults-heading">{t('faults')}</h2>
      <ul>
        {said.map((text) => {
          const phases = faults.flatMap(({ message, phase }) =>
            phase === undefined || say(message) !== text
              ? []
              : [say(titleOfPhase(programme, phase))],
          );
          return (
            <li key={text}>
              <span aria-hidden="true">⚠ </span>
              {text}
              {phases.length === 0 ? null : (
                <span className="fault-phases">{phases.join(t('comma'))}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
