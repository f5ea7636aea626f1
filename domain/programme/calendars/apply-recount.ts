/** What a recount of dates makes of a programme. */
import type { PhaseState, ProgrammeState } from '../state.ts';
import type { Recount } from './recount.ts';

/** Phases that nothing moved stay the same objects. */
export function applyRecount(
  state: ProgrammeState,
  { changes, answers }: Pick<Recount, 'changes' | 'answers'>,
): ProgrammeState {
  const touched = new Set([...changes, ...answers].map(({ phase }) => phase));
  const phases = state.phases.map((phase): PhaseState => {
    if (!touched.has(phase.key)) return phase;
    const due = changes.find(({ phase: key }) => key === phase.key);
    return {
      ...phase,
      ...(due === undefined ? {} : { dueOn: due.dueOnAfter, dueAt: due.dueAt }),
      rungs: phase.rungs.map((rung) => {
        const answer = answers.find(({ escalationId }) => escalationId === rung.escalationId);
        return answer === undefined ? rung : { ...rung, answerDueOn: answer.answerDueOnAfter };
      }),
    };
  });
  return { ...state, phases };
}
