/** The dates of a phase under the new version: kept, or reckoned anew with the days that were granted meanwhile. */
import { addDays, daysBetween } from '../../calendar/dates.ts';
import type { LocalDate } from '../../calendar/types.ts';
import type { Localised } from '../../definition/localised.ts';
import type { DateChoice, PhaseState } from '../state.ts';
import type { PhaseDates } from './preview-types.ts';
import { WHY } from './reasons.ts';
import type { Obstacle } from './reasons.ts';

export interface DateScene {
  /** As the version that runs plans the phase; null where it does not know it. */
  readonly was: PhaseDates | null;
  /** As the new version plans it. */
  readonly is: PhaseDates;
  readonly choice: DateChoice;
  readonly today: LocalDate;
}

export interface NewDates {
  readonly verdict: 'kept' | 're-dated';
  readonly dates: PhaseDates;
  readonly why: Localised;
  readonly obstacle: Obstacle | null;
}

export function datesUnder(phase: PhaseState, { was, is, choice, today }: DateScene): NewDates {
  const present = { opensOn: phase.opensOn, dueOn: phase.dueOn };
  const kept = { verdict: 'kept', dates: present, obstacle: null } as const;
  if (was === null || isSame(was, is)) return { ...kept, why: WHY.same };
  if (choice === 'keep') return { ...kept, why: WHY.chosen };
  const dates = reckoned(phase, was, is);
  if (isSame(dates, present)) return { ...kept, why: WHY.same };
  // A round after the first has a date of its own when it opens.
  const opensAnew = phase.status === 'returned' || phase.status === 'superseded';
  const isPast = !opensAnew && dates.dueOn < today && dates.dueOn !== present.dueOn;
  return {
    verdict: 're-dated',
    dates,
    why: WHY.redated,
    obstacle: isPast ? { code: 'date-past', about: dates.dueOn } : null,
  };
}

/** Days that a phase was given beyond its plan, by an extension or a suspension, are given again. */
function reckoned(phase: PhaseState, was: PhaseDates, is: PhaseDates): PhaseDates {
  const opensOn =
    phase.status === 'scheduled'
      ? addDays(is.opensOn, Math.max(0, daysBetween(was.opensOn, phase.opensOn)))
      : phase.opensOn;
  if (phase.round > 1) return { opensOn, dueOn: later(phase.dueOn, is.dueOn) };
  const granted = Math.max(0, daysBetween(was.dueOn, phase.dueOn));
  return { opensOn, dueOn: addDays(is.dueOn, granted) };
}

function isSame(a: PhaseDates, b: PhaseDates): boolean {
  return a.opensOn === b.opensOn && a.dueOn === b.dueOn;
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}
