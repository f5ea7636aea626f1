/** Answering a rung of the ladder: by an office that owed the phase when the rung was raised, once. */
import type { AnswerEscalation, DecideContext } from './commands.ts';
import { absentPeriod } from './duties/absent.ts';
import type { ProgrammeEvent } from './events.ts';
import { accept, refuse } from './rejections.ts';
import type { Decision } from './rejections.ts';
import type { PhaseState, ProgrammeState, RungState } from './state.ts';

/** A late answer is accepted and shows as late: its date stands beside it. */
export function decideAnswer(
  state: ProgrammeState,
  command: AnswerEscalation,
  { actor, now, definition }: DecideContext,
): Decision<ProgrammeEvent> {
  const found = findRung(state, command.escalationId);
  if (found === null) {
    // Its id names the phase; of a period that is over the rungs went with it.
    const [, phase = ''] = command.escalationId.split('.');
    const absent = absentPeriod(state, definition, phase);
    return absent?.code === 'period-over'
      ? { ok: false, rejection: absent }
      : refuse('unknown-escalation');
  }
  const { phase, rung } = found;
  const held = actor.kind === 'person' ? actor.offices : [];
  const office = rung.responsible.find((candidate) => held.includes(candidate));
  if (actor.kind !== 'person' || office === undefined) {
    return refuse('not-responsible', { rung: rung.rung, phase: phase.key });
  }
  if (rung.answeredBy !== null) return refuse('already-answered', { rung: rung.rung });
  if (command.answer.trim() === '') return refuse('opinion-required', { decision: 'answer' });
  const data = {
    phase: phase.key,
    round: phase.round,
    escalationId: rung.escalationId,
    rung: rung.rung,
    office,
    by: actor.id,
    answer: command.answer,
  };
  return accept([{ type: 'EscalationAnswered', at: now, data }]);
}

function findRung(
  state: ProgrammeState,
  escalationId: string,
): { readonly phase: PhaseState; readonly rung: RungState } | null {
  for (const phase of state.phases) {
    const rung = phase.rungs.find((candidate) => candidate.escalationId === escalationId);
    if (rung !== undefined) return { phase, rung };
  }
  return null;
}
