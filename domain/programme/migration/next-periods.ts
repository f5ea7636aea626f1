/** The next periods of the duties under the new version: kept where it still knows them, reckoned from today where it does not. */
import { addDays } from '../../calendar/dates.ts';
import type { LocalDate } from '../../calendar/types.ts';
import type { DutyDefinition } from '../../definition/duty-types.ts';
import { dutyOf } from '../../definition/phase-key.ts';
import { phaseOf } from '../../definition/phase-of.ts';
import { nextPeriod, periodOf, readPeriod, windowOf } from '../../definition/periods.ts';
import type { Definition } from '../../definition/types.ts';
import { boundsOf, isWithin } from '../duties/periods.ts';
import type { DutyBounds } from '../duties/periods.ts';
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
    const bounds = boundsOf(duty, to, state.startsOn);
    const isKept = next !== null && isPeriod(duty, next, bounds);
    return {
      key: duty.key,
      next: isKept ? next : upcoming(duty, bounds, today),
      ...(duty.until === null ? { endless: true } : {}),
      ...(hasClosedOne(duty, known, { state, to }) ? { closedOnce: true } : {}),
    };
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

function previewOf({ key, next, endless }: DutyState, state: ProgrammeState): DutyPreview {
  const known = state.duties.find((duty) => duty.key === key);
  if (known === undefined) return { key, verdict: 'added', before: null, after: next };
  return {
    key,
    verdict: known.next === next && known.endless === endless ? 'kept' : 'changed',
    before: known.next,
    after: next,
  };
}

/** Whether one was closed of which the state knows nothing any more, or will know nothing under the new version. */
function hasClosedOne(
  { key: duty }: DutyDefinition,
  known: DutyState | undefined,
  { state, to }: { readonly state: ProgrammeState; readonly to: Definition },
): boolean {
  const isLeaving = ({ key, closedAt }: ProgrammeState['phases'][number]): boolean =>
    dutyOf(key) === duty && closedAt !== null && phaseOf(to, key) === null;
  return known?.closedOnce === true || state.phases.some(isLeaving);
}

function isPeriod(duty: DutyDefinition, period: string, bounds: DutyBounds): boolean {
  return readPeriod(duty.every, period) && isWithin(duty, period, bounds);
}

/** The first period that begins after today, as one that began before may have opened already; null when none is left. */
function upcoming(duty: DutyDefinition, bounds: DutyBounds, today: LocalDate): string | null {
  const horizon = addDays(today, -LOOK_BACK_DAYS);
  let period = periodOf(duty.every, bounds.from > horizon ? bounds.from : horizon);
  for (let tries = 0; tries < MOST_PERIODS; tries += 1) {
    if (!isPeriod(duty, period, bounds)) return null;
    if (windowOf(duty, period).from > today) return period;
    period = nextPeriod(duty.every, period);
  }
  return null;
}
