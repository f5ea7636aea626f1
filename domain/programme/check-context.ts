/** What the checks of a phase may know: today, and the days of which its tables tell. */
import { localDateOf } from '../calendar/dates.ts';
import type { DateWindow, Instant } from '../calendar/types.ts';
import type { CheckContext } from '../definition/checks/check.ts';
import { readPeriod, spanOf } from '../definition/periods.ts';
import type { Definition } from '../definition/types.ts';
import { periodOfPhase } from './duties/periods.ts';
import type { PhaseState } from './state.ts';

type DatedPhase = Pick<PhaseState, 'key' | 'opensOn' | 'dueOn'>;

export function checkContextOf(
  phase: DatedPhase,
  definition: Definition,
  now: Instant,
): CheckContext {
  return { today: localDateOf(now, definition.zone), window: toldDays(phase, definition) };
}

/** A table of a period tells of the period itself, though it may be handed in after its end; any other of its phase's window. */
export function toldDays({ key, opensOn, dueOn }: DatedPhase, definition: Definition): DateWindow {
  const place = periodOfPhase(definition, key);
  return place === null || !readPeriod(place.duty.every, place.period)
    ? { from: opensOn, to: dueOn }
    : spanOf(place.duty.every, place.period);
}
