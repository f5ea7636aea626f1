/** A programme's units: how far each roll-out is, by phase and by town, down to the unit, and how samples of them passed. */
import { Empty } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLanguage } from '../app/use-language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { usePlan } from '../api/plan.ts';
import { useHolds } from '../session/session.ts';
import { useShownProgramme } from '../programme/programme-shell.tsx';
import { PhaseBars } from './phase-bars.tsx';
import { RolloutChoice } from './rollout-choice.tsx';
import { Samples } from './samples.tsx';
import { phaseToShow } from './standing.ts';
import { TownTiles } from './town-tiles.tsx';
import { UnitChange } from './unit-change.tsx';
import { UnitList } from './unit-list.tsx';
import { useRollouts, type Rollout } from './unit-queries.ts';
import './units.css';

export function UnitsPage(): ReactElement {
  const { t } = useTranslation('units');
  const programme = useShownProgramme();
  const rollouts = useRollouts(programme.id);
  const [address] = useSearchParams();
  return (
    <Loaded query={rollouts}>
      {(items) => {
        const shown = items.find(({ key }) => key === address.get('rollout')) ?? items[0];
        return shown === undefined ? (
          <Empty description={t('none')} />
        ) : (
          <>
            <RolloutChoice rollouts={items} shown={shown.key} />
            <RolloutSides rollout={shown} rollouts={items} />
          </>
        );
      }}
    </Loaded>
  );
}

function RolloutSides({
  rollout,
  rollouts,
}: {
  readonly rollout: Rollout;
  readonly rollouts: readonly Rollout[];
}): ReactElement {
  const { t } = useTranslation('units');
  const { say } = useLanguage();
  const programme = useShownProgramme();
  const plan = usePlan(programme.definition);
  const holds = useHolds();
  const [address] = useSearchParams();
  const phase = phaseToShow(rollout.phases, address.get('phase'));
  const { done, total, percent } = rollout;
  const isOwner = plan.data !== undefined && holds(plan.data.owner);
  return (
    <section className="units">
      <div className="units-head">
        <div>
          <h2>{say(rollout.title)}</h2>
          <p>
            {t('overall', { done, total, percent })} · {t('clause', { clause: rollout.clause })}
          </p>
        </div>
        {isOwner && programme.status === 'active' ? (
          <UnitChange programme={programme} plan={plan.data} rollouts={rollouts} />
        ) : null}
      </div>
      {phase === null ? null : (
        <>
          <PhaseBars phases={rollout.phases} shown={phase.key} />
          <TownTiles phase={phase} />
          <UnitList programme={programme.id} rollout={rollout.key} phase={phase} />
          {rollout.inspection === undefined ? null : (
            <Samples
              programme={programme}
              rollout={rollout}
              phase={phase}
              inspection={rollout.inspection}
            />
          )}
        </>
      )}
    </section>
  );
}
