/** An open phase under another date or another ladder: what would already be past counts as done, so that nothing bursts. */
import { addDays, localDateOf } from '../calendar/dates.ts';
import type { Instant } from '../calendar/types.ts';
import { isPaceOccasion } from '../indicators/occasions.ts';
import type { Skipped } from '../programme/skipped.ts';
import type { PhaseState, ProgrammeState } from '../programme/state.ts';
import { planMoments } from './moments.ts';
import type { PlanningContext } from './moments.ts';

/** What is planned for the phase, as it would stand in the programme, for no later than `now`. */
export function skippedIn(
  phase: PhaseState,
  state: ProgrammeState,
  { now, definition, calendar }: PlanningContext & { readonly now: Instant },
): Skipped {
  const phases = state.phases.map((known) => (known.key === phase.key ? phase : known));
  const past = planMoments({ ...state, phases }, definition, calendar).filter(
    (moment) => moment.phase === phase.key && moment.at <= now,
  );
  const inner = past.flatMap((moment) =>
    moment.kind === 'missInnerDate' ? [moment.qualifier] : [],
  );
  const hasPace = past.some(
    (moment) => moment.kind === 'measure' && isPaceOccasion(moment.qualifier),
  );
  return {
    reminders: past.flatMap((moment) => (moment.kind === 'remind' ? [moment.workdaysBefore] : [])),
    rungs: past.flatMap((moment) => (moment.kind === 'escalate' ? [moment.rung] : [])),
    ...(inner.length === 0 ? {} : { inner }),
    ...(hasPace ? { pacesUntil: addDays(localDateOf(now, definition.zone), -1) } : {}),
  };
}
