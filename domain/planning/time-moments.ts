/** Moments of the governance of time: an answer that is owed is not given. */
import { deadlineInstant } from '../calendar/dates.ts';
import type { ProgrammeState, RungState } from '../programme/state.ts';
import type { AreaMoment, PlanningContext } from './moments.ts';

/** The first instant after the day by which an answer is owed to a rung of an open phase. */
export function planTimeMoments(
  state: ProgrammeState,
  { definition }: PlanningContext,
): readonly AreaMoment[] {
  return state.phases
    .filter(({ status }) => status === 'open')
    .flatMap((phase) =>
      phase.rungs.filter(isAwaited).map((rung) => ({
        kind: 'missAnswer' as const,
        phase: phase.key,
        round: phase.round,
        at: deadlineInstant(rung.answerDueOn, definition.zone),
        qualifier: rung.rung,
      })),
    );
}

/** Whether an answer to the rung is owed still, and has not been recorded as missed. */
export function isAwaited({ answeredBy, answerMissed, struck }: RungState): boolean {
  return answeredBy === null && answerMissed === undefined && struck === undefined;
}
