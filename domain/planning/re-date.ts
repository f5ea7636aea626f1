/** An open phase under another date or another ladder: what would already be past counts as done, so that nothing bursts. */
import type { Instant } from '../calendar/types.ts';
import type { RungKey } from '../definition/types.ts';
import type { PhaseState, ProgrammeState } from '../programme/state.ts';
import { planMoments } from './moments.ts';
import type { PlanningContext } from './moments.ts';

export interface Skipped {
  /** Reminders that are not sent any more. */
  readonly reminders: readonly number[];
  /** Rungs that are not raised any more. */
  readonly rungs: readonly RungKey[];
}

/** Reminders and rungs of the phase, as it would stand in the programme, that are planned for no later than `now`. */
export function skippedIn(
  phase: PhaseState,
  state: ProgrammeState,
  { now, definition, calendar }: PlanningContext & { readonly now: Instant },
): Skipped {
  const phases = state.phases.map((known) => (known.key === phase.key ? phase : known));
  const past = planMoments({ ...state, phases }, definition, calendar).filter(
    (moment) => moment.phase === phase.key && moment.at <= now,
  );
  return {
    reminders: past.flatMap((moment) => (moment.kind === 'remind' ? [moment.workdaysBefore] : [])),
    rungs: past.flatMap((moment) => (moment.kind === 'escalate' ? [moment.rung] : [])),
  };
}

/** The phase with these counted as done in its present round. */
export function skipping(phase: PhaseState, skipped: Skipped): PhaseState {
  const { round, reminded, passedOver } = phase;
  const before = passedOver?.round === round ? passedOver.rungs : [];
  const rungs = [...before, ...skipped.rungs];
  return {
    ...phase,
    reminded: [...reminded, ...skipped.reminders],
    ...(rungs.length === 0 ? {} : { passedOver: { round, rungs } }),
  };
}
