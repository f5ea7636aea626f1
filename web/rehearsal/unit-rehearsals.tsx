/** The programmes that a rehearsal runs for its units, roll-out by roll-out, each to be acted in likewise. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../app/use-language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { More } from '../parts/more.tsx';
import type { Programme } from '../programme/programme-query.ts';
import { useUnits } from './rehearsal-queries.ts';

export function UnitRehearsals({ programme }: { readonly programme: Programme }): ReactElement {
  const { t } = useTranslation('rehearsal');
  return (
    <section className="panel" aria-labelledby="units-heading">
      <div className="panel-head">
        <h2 id="units-heading">{t('units.heading')}</h2>
        <Link to={`/programmes/${programme.id}/units`}>{t('toProgramme')}</Link>
      </div>
      <p className="panel-note">{t('units.hint')}</p>
      {programme.rollouts.map((rollout) => (
        <UnitsOfRollout key={rollout.key} programmeId={programme.id} rollout={rollout} />
      ))}
    </section>
  );
}

interface UnitsOfRolloutProps {
  readonly programmeId: string;
  readonly rollout: Schemas['RolloutSummary'];
}

function UnitsOfRollout({ programmeId, rollout }: UnitsOfRolloutProps): ReactElement {
  const { t } = useTranslation('units');
  const { say } = useLanguage();
  const { key, title, done, total } = rollout;
  const units = useUnits(programmeId, key);
  return (
    <>
      <h3 className="unit-rollout">
        {say(title)} · {done}/{total}
      </h3>
      <Loaded query={units}>
        {(items) => (
          <>
            <ul className="unit-rehearsals">
              {items.map((unit) => (
                <li key={unit.key}>
                  {unit.programmeId === null ? (
                    say(unit.title)
                  ) : (
                    <Link to={`/rehearsals/${unit.programmeId}`}>{say(unit.title)}</Link>
                  )}{' '}
                  · {unit.programmeId === null ? t('notStarted') : t(`status.${unit.status}`)}
                </li>
              ))}
            </ul>
            <More list={units} />
          </>
        )}
      </Loaded>
    </>
  );
}
