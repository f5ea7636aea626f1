/** How people are taken to act in a run on paper or in a rehearsal: a regular timetable, and exceptions to it. */
import { atLocalTime, deadlineInstant } from '../calendar/dates.ts';
import type { Instant, LocalDate, LocalTime } from '../calendar/types.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { Ballot } from '../definition/ballot.ts';
import type { BodyPolicy } from '../definition/policy.ts';
import { ladderOf, phaseOf } from '../definition/phase-of.ts';
import type { Definition, RungKey } from '../definition/types.ts';
import type { PhaseState } from '../programme/state.ts';
import type { PlanningContext } from './moments.ts';

/**
 * An office that acts a number of working days after the due day, in the first round of the phase or of the period `duty@period`
 * unless another round is named.
 */
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

/** A meeting that goes otherwise than well: the first of the phase's first round that the step's body holds. */
export interface BallotException {
  readonly kind: 'ballot';
  readonly phase: string;
  readonly step: string;
  /** The day of the meeting is that of the timetable. */
  readonly ballot: Omit<Ballot, 'heldOn'>;
}

/** A target of an indicator that is not reached at its date. */
export interface MissTargetException {
  readonly kind: 'missTarget';
  /** Key of the target's phase: `indicator@target`. */
  readonly phase: string;
  /** The rung before which it is reached after all; never when left out. */
  readonly reachedBefore?: RungKey | undefined;
}

export type ConductException =
  LateException | ReturnException | BallotException | MissTargetException;

/** Exceptions to the timetable; none means that everybody is on time. */
export interface Conduct {
  readonly exceptions: readonly ConductException[];
  /** When people act who are on time; shortly before the due day where nothing is said. */
  readonly timetable?: Timetable;
}

/** Working days before the due day. */
export interface Timetable {
  readonly handIn: number;
  readonly sign: number;
}

/** What an office does in a phase, and the phase's dates. */
export interface PlannedAct {
  readonly kind: 'handIn' | 'sign';
  readonly office: string;
  readonly phase: Pick<PhaseState, 'key' | 'round' | 'dueOn'>;
  /** The first day on which it can be done, as a disclosure must have been posted for its days. */
  readonly notBefore?: LocalDate;
}

interface Slot {
  readonly workdaysAfterDue: number;
  readonly at: LocalTime;
}

const HAND_IN: Slot = { workdaysAfterDue: -3, at: '10:00' };
/** After the second reminder, and early enough for a chain of steps to be through before the due day ends, on a fast clock too. */
const SIGN: Slot = { workdaysAfterDue: -2, at: '10:00' };
/** Early enough for hundreds of units to have reported before the date. */
const REPORT: Slot = { workdaysAfterDue: -10, at: '10:00' };
const LATE_AT: LocalTime = '09:30';

/** When the act takes place by the timetable; an instant that has passed means: as soon as possible. */
export function actInstant(
  act: PlannedAct,
  conduct: Conduct,
  { definition, calendar }: PlanningContext,
): Instant {
  const { workdaysAfterDue, at } = slotOf(act, conduct, definition);
  const day = addWorkingDays(calendar, act.phase.dueOn, workdaysAfterDue);
  const { notBefore = day } = act;
  return atLocalTime(notBefore > day ? notBefore : day, at, definition.zone);
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

/** How the body votes: as the exception has it, else so that everybody is there and in favour. */
export function ballotBy(meeting: PlannedMeeting, conduct: Conduct): Omit<Ballot, 'heldOn'> {
  const { phase, round, step, body } = meeting;
  const isFirst = round === 1 && meeting.meetings === 0;
  const found = conduct.exceptions.find(
    (exception): exception is BallotException =>
      exception.kind === 'ballot' && exception.phase === phase && exception.step === step,
  );
  return isFirst && found !== undefined ? found.ballot : passingBallot(body);
}

export interface PlannedMeeting {
  readonly body: BodyPolicy;
  readonly phase: string;
  readonly round: number;
  readonly step: string;
  /** Meetings of the round to which too few came. */
  readonly meetings: number;
}

const ELIGIBLE = 12;

function passingBallot(body: BodyPolicy): Omit<Ballot, 'heldOn'> {
  const counts = { eligible: ELIGIBLE, present: ELIGIBLE, inFavour: ELIGIBLE };
  const voters = Array.from({ length: ELIGIBLE }, (_, index) => ({
    name: `代表${String(index + 1)}`,
    vote: 'in-favour' as const,
  }));
  const named = body.ballot === 'named' ? { voters } : {};
  return { ...counts, against: 0, abstained: 0, ...named };
}

/** Whether a target is reached when it is measured, on the occasion of `target`, a rung or a check of its pace. */
export function reachesTarget(phase: string, occasion: string, conduct: Conduct): boolean {
  const missed = missOf(phase, conduct);
  return missed === undefined || missed.reachedBefore === occasion;
}

function missOf(phase: string, conduct: Conduct): MissTargetException | undefined {
  return conduct.exceptions.find(
    (exception): exception is MissTargetException =>
      exception.kind === 'missTarget' && exception.phase === phase,
  );
}

/** When values that meet a target are reported: some time before its date, or shortly before the rung that is named; null for never. */
export function reportInstant(
  phase: Pick<PhaseState, 'key' | 'round' | 'dueOn'>,
  conduct: Conduct,
  context: PlanningContext,
): Instant | null {
  const { definition, calendar } = context;
  const missed = missOf(phase.key, conduct);
  if (missed === undefined) {
    const day = addWorkingDays(calendar, phase.dueOn, REPORT.workdaysAfterDue);
    return atLocalTime(day, REPORT.at, definition.zone);
  }
  const found = phaseOf(definition, phase.key);
  const ladder = found === null ? definition.ladder : ladderOf(definition, found);
  const index = ladder.rungs.findIndex(({ key }) => key === missed.reachedBefore);
  if (index < 0) return null;
  // After the rung before it, so that this one still sees what was missed.
  const after = ladder.rungs[index - 1]?.workdaysAfter ?? 0;
  const day = addWorkingDays(calendar, phase.dueOn, after);
  return after === 0
    ? deadlineInstant(phase.dueOn, definition.zone)
    : atLocalTime(day, HAND_IN.at, definition.zone);
}

function slotOf(act: PlannedAct, conduct: Conduct, definition: Definition): Slot {
  const late = conduct.exceptions.find(
    (exception): exception is LateException =>
      exception.kind === 'late' &&
      exception.phase === act.phase.key &&
      exception.office === act.office &&
      act.phase.round === (exception.round ?? 1),
  );
  if (late !== undefined) return { workdaysAfterDue: late.workdaysLate, at: LATE_AT };
  const { timetable } = conduct;
  if (act.kind === 'sign') {
    return timetable === undefined ? SIGN : { ...SIGN, workdaysAfterDue: -timetable.sign };
  }
  const usual =
    timetable === undefined ? HAND_IN : { ...HAND_IN, workdaysAfterDue: -timetable.handIn };
  return handInSlot(act, usual, definition);
}

/** A co-organiser is on time for its inner date. */
function handInSlot({ office, phase }: PlannedAct, usual: Slot, definition: Definition): Slot {
  const parts = phaseOf(definition, phase.key)?.coOrganisers ?? [];
  const part = parts.find((one) => one.office === office);
  const workdaysAfterDue = Math.min(usual.workdaysAfterDue, -(part?.workdaysBefore ?? 0));
  return { ...usual, workdaysAfterDue };
}
