/** Moments of duties and optional phases: the next period opens; what is over undone lapses. */
import type { Instant } from '../calendar/types.ts';
import { derivedKey } from '../definition/phase-key.ts';
import { phaseOf } from '../definition/phase-of.ts';
import { lapseInstant, opensAt } from '../programme/duties/periods.ts';
import { isOver, nextPeriodOf } from '../programme/progress.ts';
import type { PhaseState, ProgrammeState } from '../programme/state.ts';
import type { AreaMoment, PlanningContext } from './moments.ts';

/** Of each duty only the next period: it becomes certain when the one before it has opened. */
export function planDutyMoments(
  state: ProgrammeState,
  context: PlanningContext,
): readonly AreaMoment[] {
  return [...openings(state, context), ...lapses(state, context)];
}

function openings(state: ProgrammeState, { definition }: PlanningContext): readonly AreaMoment[] {
  return state.duties.flatMap((duty): readonly AreaMoment[] => {
    const period = nextPeriodOf(state, duty);
    const phase = period === null ? null : phaseOf(definition, derivedKey(duty.key, period));
    if (phase === null) return [];
    const at = opensAt(phase.window, state.startsOn, definition.zone);
    return [{ kind: 'openPeriod', phase: phase.key, round: 1, at, qualifier: '' }];
  });
}

function lapses(state: ProgrammeState, context: PlanningContext): readonly AreaMoment[] {
  return state.phases.flatMap((phase): readonly AreaMoment[] => {
    const at = isOver(phase) ? null : lapsesAt(phase, context);
    return at === null
      ? []
      : [{ kind: 'lapse', phase: phase.key, round: phase.round, at, qualifier: '' }];
  });
}

/** Null for a phase that somebody has to finish. */
function lapsesAt(phase: PhaseState, context: PlanningContext): Instant | null {
  const isOptional = phaseOf(context.definition, phase.key)?.optional !== undefined;
  return isOptional ? phase.dueAt : lapseInstant(phase, context);
}
