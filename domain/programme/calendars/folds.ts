/** A new calendar for a programme that runs. What the events do to the state. */
import type { EventOf } from '../events.ts';
import type { Folds } from '../folds.ts';
import type { PhaseState, ProgrammeState } from '../state.ts';
import type { CalendarEvents } from './events.ts';

export const calendarFolds: Folds<keyof CalendarEvents> = {
  CalendarApplied: (state, event) => ({
    ...state,
    calendar: { key: event.data.key, version: event.data.to },
    phases: movedPhases(state, event),
  }),
};

/** Phases that nothing moved stay the same objects. */
function movedPhases(
  state: ProgrammeState,
  { data }: EventOf<'CalendarApplied'>,
): readonly PhaseState[] {
  const touched = new Set([...data.changes, ...data.answers].map(({ phase }) => phase));
  return state.phases.map((phase) => {
    if (!touched.has(phase.key)) return phase;
    const due = data.changes.find(({ phase: key }) => key === phase.key);
    return {
      ...phase,
      ...(due === undefined ? {} : { dueOn: due.dueOnAfter, dueAt: due.dueAt }),
      rungs: phase.rungs.map((rung) => {
        const answer = data.answers.find(({ escalationId }) => escalationId === rung.escalationId);
        return answer === undefined ? rung : { ...rung, answerDueOn: answer.answerDueOnAfter };
      }),
    };
  });
}
