/** Standing duties: periods that open one after another. What the events do to the state. */
import type { LocalDate } from '../../calendar/types.ts';
import { dutyOf } from '../../definition/phase-key.ts';
import type { EventOf } from '../events.ts';
import { onPhase } from '../folds.ts';
import type { Folds } from '../folds.ts';
import type { DutyState, PhaseState, ProgrammeState } from '../state.ts';
import type { DutyEvents } from './events.ts';

export const dutyFolds: Folds<keyof DutyEvents> = {
  PhaseLapsed: (state, { at, data }) =>
    onPhase(state, data.phase, (phase) => ({ ...phase, status: 'lapsed', lapsedAt: at })),
};

/** The state into which a new period of a duty comes: the duty looks to the period after it, and what is over makes room. */
export function makeRoom(
  state: ProgrammeState,
  { data }: EventOf<'PhaseOpened'>,
  opensOn: LocalDate,
): ProgrammeState {
  const key = dutyOf(data.phase);
  const own = state.phases.filter((phase) => dutyOf(phase.key) === key);
  const leaving = new Set(own.filter((phase) => !isStillNeeded(phase, opensOn)));
  const hasClosed = [...leaving].some(({ closedAt }) => closedAt !== null);
  const duties = state.duties.map((duty): DutyState => {
    if (duty.key !== key) return duty;
    const next = data.next ?? null;
    return hasClosed ? { ...duty, next, closedOnce: true } : { ...duty, next };
  });
  return { ...state, duties, phases: state.phases.filter((phase) => !leaving.has(phase)) };
}

/** A period stays while it is open, and while an answer to one of its rungs is not overdue yet. */
function isStillNeeded({ status, rungs }: PhaseState, today: LocalDate): boolean {
  return (
    status === 'open' ||
    rungs.some(({ answeredBy, answerDueOn }) => answeredBy === null && answerDueOn >= today)
  );
}
