/** Consulting another office 委派: its opinion comes back to the slot, which stays where it was. */
import { standingFor } from '../../authority/fallback.ts';
import { recipientsOf } from '../../authority/holding.ts';
import type { DecideContext } from '../commands.ts';
import type { ProgrammeEvent } from '../events.ts';
import { findPhase } from '../lookups.ts';
import type { PhaseView } from '../lookups.ts';
import { accept, refuse } from '../rejections.ts';
import type { Decision } from '../rejections.ts';
import type { ProgrammeState } from '../state.ts';
import type { AnswerConsultation, Consult } from './commands.ts';
import type { ConsultationState } from './folds.ts';
import { actingAtOpenSlot, isOffice, openConsultations, placeOf } from './places.ts';

/** One question at a time. The asker may also decide without waiting, which closes it. */
export function decideConsult(
  state: ProgrammeState,
  command: Consult,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { office, consulted, question } = command;
  const found = actingAtOpenSlot(state, { ...command, reason: question }, context);
  if (!found.ok) return found;
  const { definition, holders, now } = context;
  if (!isOffice(definition, consulted)) {
    return refuse('office-not-in-definition', { office: consulted });
  }
  if (consulted === office) return refuse('consults-itself', { office });
  const before = found.step.state.consultations ?? [];
  if (before.some((one) => one.status === 'open' && one.office === office)) {
    return refuse('consultation-open', { office });
  }
  const place = placeOf(found);
  const number = String(before.length + 1);
  const data = {
    ...place,
    consultationId: [state.id, place.phase, String(place.round), place.step, number].join('.'),
    office,
    consulted,
    question,
    by: found.person,
    ...found.standing,
    recipients: recipientsOf([consulted], holders),
  };
  return accept([{ type: 'ConsultationAsked', at: now, data }]);
}

export function decideConsultationAnswer(
  state: ProgrammeState,
  { consultationId, answer }: AnswerConsultation,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { actor, holders, now } = context;
  const found = findConsultation(state, consultationId, context);
  if (found === null) return refuse('unknown-consultation');
  const { phase, step, asked } = found;
  const { consulted, office: asker } = asked;
  const standing = standingFor(actor, consulted, context);
  if (actor.kind !== 'person' || standing === null) {
    return refuse('not-office-holder', { office: consulted });
  }
  if (!openConsultations(phase).some(({ id }) => id === consultationId)) {
    return refuse('consultation-closed', { office: consulted });
  }
  if (answer.trim() === '') return refuse('reason-required');
  const data = {
    phase: phase.state.key,
    round: phase.state.round,
    step,
    consultationId,
    office: consulted,
    asker,
    answer,
    by: actor.id,
    ...standing,
    recipients: recipientsOf([asker], holders),
  };
  return accept([{ type: 'ConsultationAnswered', at: now, data }]);
}

interface FoundConsultation {
  readonly phase: PhaseView;
  readonly step: string;
  readonly asked: ConsultationState;
}

function findConsultation(
  state: ProgrammeState,
  id: string,
  { definition }: DecideContext,
): FoundConsultation | null {
  for (const { key, steps } of state.phases) {
    for (const step of steps) {
      const asked = step.consultations?.find((one) => one.id === id);
      const phase = asked === undefined ? null : findPhase(state, definition, key);
      if (asked !== undefined && phase !== null) return { phase, step: step.key, asked };
    }
  }
  return null;
}
