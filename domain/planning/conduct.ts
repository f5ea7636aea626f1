/** How people are taken to act in a run on paper or in a rehearsal: a regular timetable, and exceptions to it. */
import { atLocalTime } from '../calendar/dates.ts';
import type { Instant, LocalTime } from '../calendar/types.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { PhaseState } from '../programme/state.ts';
import type { PlanningContext } from './moments.ts';

/** An office that acts a number of working days after the due day, in the phase's first round unless another one is named. */
export interface LateException {
  readonly kind: 'late';
  readonly phase: string;
  readonly round?: number;
  readonly office: string;
  readonly workdaysLate: number;
}

/** An office that sends the phase back instead of approving it, in one named round. */
export interface ReturnException {
  readonly kind: 'return';
  readonly phase: string;
  readonly round: number;
  readonly office: string;
  readonly returnTo: string;
  readonly opinion: string;
}

export type ConductException = LateException | ReturnException;

/** Exceptions to the timetable; none means that everybody is on time. */
export interface Conduct {
  readonly exceptions: readonly ConductException[];
}

/** What an office does in a phase, and the phase's dates. */
export interface PlannedAct {
  readonly kind: 'handIn' | 'sign';
  readonly office: string;
  readonly phase: Pick<PhaseState, 'key' | 'round' | 'dueOn'>;
}

interface Slot {
  readonly workdaysAfterDue: number;
  readonly at: LocalTime;
}

const HAND_IN: Slot = { workdaysAfterDue: -3, at: '10:00' };
/** After the second reminder, and early enough for a chain of steps to be through before the due day ends, on a fast clock too. */
const SIGN: Slot = { workdaysAfterDue: -2, at: '10:00' };
const LATE_AT: LocalTime = '09:30';

/** When the act takes place by the timetable; an instant that has passed means: as soon as possible. */
export function actInstant(
  act: PlannedAct,
  conduct: Conduct,
  { definition, calendar }: PlanningContext,
): Instant {
  const { workdaysAfterDue, at } = slotOf(act, conduct);
  const day = addWorkingDays(calendar, act.phase.dueOn, workdaysAfterDue);
  return atLocalTime(day, at, definition.zone);
}

/** The return that this office makes instead of approving; null when it approves. */
export function returnBy(act: PlannedAct, conduct: Conduct): ReturnException | null {
  const found = conduct.exceptions.find(
    (exception): exception is ReturnException =>
      exception.kind === 'return' &&
      exception.phase === act.phase.key &&
      exception.round === act.phase.round &&
      exception.office === act.office,
  );
  return found ?? null;
}

function slotOf(act: PlannedAct, conduct: Conduct): Slot {
  const late = conduct.exceptions.find(
    (exception): exception is LateException =>
      exception.kind === 'late' &&
      exception.phase === act.phase.key &&
      exception.office === act.office &&
      act.phase.round === (exception.round ?? 1),
  );
  if (late !== undefined) return { workdaysAfterDue: late.workdaysLate, at: LATE_AT };
  return act.kind === 'handIn' ? HAND_IN : SIGN;
}
