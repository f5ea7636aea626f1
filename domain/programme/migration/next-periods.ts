/** The next periods of the duties under the new version: kept where it still knows them, reckoned from today where it does not. */
import { addDays } from '../../calendar/dates.ts';
import type { LocalDate } from '../../calendar/types.ts';
import type { DutyDefinition } from '../../definition/duty-types.ts';
import { nextPeriod, periodOf, readPeriod, windowOf } from '../../definition/periods.ts';
import type { Definition } from '../../definition/types.ts';
import type { DutyState, ProgrammeState } from '../state.ts';
import type { DutyPreview } from './preview-types.ts';

/** A duty that is far behind today is looked for from here on. */
const LOOK_BACK_DAYS = 800;
const MOST_PERIODS = 100;

export interface NextPeriods {
  readonly duties: readonly DutyState[];
  readonly previews: readonly DutyPreview[];
}

export function nextPeriods(state: ProgrammeState, to: Definition, today: LocalDate): NextPeriods {
  const duties = (to.duties ?? []).map((duty): DutyState => {
    const known = state.duties.find(({ key }) => key === duty.key);
    const next = known?.next ?? null;
    const isKept = next !== null && isPeriod(duty, next);
    return isKept ? { key: duty.key, next } : { key: duty.key, next: upcoming(duty, today) };
  });
  const gone = state.duties.filter(({ key }) => !duties.some((duty) => duty.key === key));
  return {
    duties,
    previews: [
      ...duties.map((duty) => previewOf(duty, state)),
      ...gone.map(({ key, next }) => {
        return { key, verdict: 'removed', before: next, after: null } as const;
      }),
    ],
  };
}

function previewOf({ key, next }: DutyState, state: ProgrammeState): DutyPreview {
  const known = state.duties.find((duty) => duty.key === key);
  if (known === undefined) return { key, verdict: 'added', before: null, after: next };
  return {
    key,
    verdict: known.next === next ? 'kept' : 'changed',
    before: known.next,
    after: next,
  };
}

function isPeriod({ every, until }: DutyDefinition, period: string): boolean {
  return readPeriod(every, period) && (until === null || period <= periodOf(every, until));
}

/** The first period that begins after today, as one that began before may have opened already; null when none is left. */
function upcoming(duty: DutyDefinition, today: LocalDate): string | null {
  const horizon = addDays(today, -LOOK_BACK_DAYS);
  let period = periodOf(duty.every, duty.from > horizon ? duty.from : horizon);
  for (let tries = 0; tries < MOST_PERIODS; tries += 1) {
    if (!isPeriod(duty, period)) return null;
    if (windowOf(duty, period).from > today) return period;
    period = nextPeriod(duty.every, period);
  }
  return null;
}
