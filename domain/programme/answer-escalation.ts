/** Answering a rung of the ladder: by an office that owed the phase when the rung was raised, once. */
import { standingFor } from '../authority/fallback.ts';
import type { Standing } from '../authority/fallback.ts';
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
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { actor, now, definition } = context;
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
  const answering = rung.responsible.flatMap(
    (office): readonly ({ readonly office: string } & Standing)[] => {
      const standing = standingFor(actor, office, context);
      return standing === null ? [] : [{ office, ...standing }];
    },
  );
  // An office of one's own comes before one that is answered for.
  const as = answering.find(({ actingOffice }) => actingOffice === undefined) ?? answering[0];
  if (actor.kind !== 'person' || as === undefined) {
    return refuse('not-responsible', { rung: rung.rung, phase: phase.key });
  }
  if (rung.answeredBy !== null) return refuse('already-answered', { rung: rung.rung });
  if (command.answer.trim() === '') return refuse('opinion-required', { decision: 'answer' });
  const data = {
    phase: phase.key,
    round: phase.round,
    escalationId: rung.escalationId,
    rung: rung.rung,
    ...as,
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
