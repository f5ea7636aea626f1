/** An open phase under another date or another ladder: what would already be past counts as done, so that nothing bursts. */
import type { Instant } from '../calendar/types.ts';
import type { Skipped } from '../programme/skipped.ts';
import type { PhaseState, ProgrammeState } from '../programme/state.ts';
import { planMoments } from './moments.ts';
import type { PlanningContext } from './moments.ts';

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
