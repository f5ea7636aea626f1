/** Which periods of a duty a programme has, and when each is planned, opens and can no longer be made good. */
import {
  addDays,
  daysBetween,
  deadlineInstant,
  shiftWindow,
  startOfDay,
} from '../../calendar/dates.ts';
import type { DateWindow, Instant, LocalDate } from '../../calendar/types.ts';
import { dueDayOf } from '../../definition/due-day.ts';
import type { DutyDefinition } from '../../definition/duty-types.ts';
import { nextPeriod, periodOf, windowOf } from '../../definition/periods.ts';
import { derivedKey, splitKey } from '../../definition/phase-key.ts';
import { phaseOf } from '../../definition/phase-of.ts';
import type { Definition } from '../../definition/types.ts';
import type { PlanningContext } from '../../planning/moments.ts';
import type { PhasePlan } from '../events.ts';
import { planPhase } from '../plan-phase.ts';
import type { DutyState, PhaseState } from '../state.ts';

/** Dates end with the year 9999, and a period may be due in the one after it. */
const LAST_YEAR = '9990';

export interface DutyBounds {
  readonly from: LocalDate;
  /** Null for a duty that goes on as long as the rest of the plan is unfinished. */
  readonly until: LocalDate | null;
}

/** A duty's first and last day, moved by as many days as the windows of a programme that starts on `startsOn`. */
export function boundsOf(
  duty: DutyDefinition,
  definition: Definition,
  startsOn: LocalDate,
): DutyBounds {
  const days = daysBetween(definition.startsOn, startsOn);
  const { from, until } = duty;
  const { from: first, to: last } = shiftWindow({ from, to: until ?? from }, days);
  return { from: first, until: until === null ? null : last };
}

/** The duties as they stand before their first period. */
export function planDuties(definition: Definition, startsOn: LocalDate): readonly DutyState[] {
  return (definition.duties ?? []).map((duty) => ({
    key: duty.key,
    next: firstPeriod(duty, definition, startsOn),
    ...(duty.until === null ? { endless: true } : {}),
  }));
}

/** The period in which the duty's first day lies; a later one where that was due before the duty or the programme began. */
function firstPeriod(
  duty: DutyDefinition,
  definition: Definition,
  startsOn: LocalDate,
): string | null {
  const bounds = boundsOf(duty, definition, startsOn);
  const begins = bounds.from > startsOn ? bounds.from : startsOn;
  let period = periodOf(duty.every, bounds.from);
  while (isWithin(duty, period, bounds) && windowOf(duty, period).to < begins) {
    period = nextPeriod(duty.every, period);
  }
  return isWithin(duty, period, bounds) ? period : null;
}

/** The period that opens after this one; null after the last. */
export function followingPeriod(
  duty: DutyDefinition,
  period: string,
  bounds: DutyBounds,
): string | null {
  const next = nextPeriod(duty.every, period);
  return isWithin(duty, next, bounds) ? next : null;
}

export function isWithin(duty: DutyDefinition, period: string, { until }: DutyBounds): boolean {
  if (period.slice(0, LAST_YEAR.length) > LAST_YEAR) return false;
  return until === null || period <= periodOf(duty.every, until);
}

export function findDuty(definition: Definition, key: string): DutyDefinition | null {
  return definition.duties?.find((duty) => duty.key === key) ?? null;
}

/** The duty and period that the key of a phase names; null for any other phase. */
export function periodOfPhase(
  definition: Definition,
  key: string,
): { readonly duty: DutyDefinition; readonly period: string } | null {
  const parts = splitKey(key);
  const duty = parts === null ? null : findDuty(definition, parts.base);
  return parts === null || duty === null ? null : { duty, period: parts.part };
}

/** The dates of a period. @throws Error for a period that the duty cannot have. */
export function planPeriod(duty: string, period: string, context: PlanningContext): PhasePlan {
  const phase = phaseOf(context.definition, derivedKey(duty, period));
  if (phase === null) throw new Error(`duty ${duty} has no period ${period}`);
  return planPhase(phase, phase.window, context);
}

/** A period of which the window began before the programme did opens with the programme. */
export function opensAt(window: DateWindow, startsOn: LocalDate, zone: string): Instant {
  return startOfDay(window.from > startsOn ? window.from : startsOn, zone);
}

/**
 * Until this instant a period that was missed can be made good: the due instant of the period after it, whether or not there is
 * one, later by the days for which the clock stood still, but never before the present round's own. Null for a phase that is no period.
 */
export function lapseInstant(
  { key, dueAt, moved }: Pick<PhaseState, 'key' | 'dueAt' | 'moved'>,
  { definition, calendar }: PlanningContext,
): Instant | null {
  const place = periodOfPhase(definition, key);
  if (place === null) return null;
  const { duty, period } = place;
  const window = windowOf(duty, nextPeriod(duty.every, period));
  const day = addDays(dueDayOf(window, duty.dueRule, calendar), moved?.pausedDays ?? 0);
  const following = deadlineInstant(day, definition.zone);
  return following > dueAt ? following : dueAt;
}
