/** Where an act on a slot takes place, and why it cannot: what the commands of this area share. */
import { standingFor } from '../../authority/fallback.ts';
import type { Standing } from '../../authority/fallback.ts';
import type { Definition } from '../../definition/types.ts';
import type { DecideContext } from '../commands.ts';
import { findPlace, refuseUnknown, slotFault } from '../decide-step.ts';
import type { Place } from '../decide-step.ts';
import type { PhaseRound } from '../events.ts';
import type { PhaseView } from '../lookups.ts';
import { currentStep, evaluateStep } from '../progress.ts';
import { refuse } from '../rejections.ts';
import type { Decision, Rejection } from '../rejections.ts';
import type { ProgrammeState } from '../state.ts';
import type { SlotPlace } from './commands.ts';
import type { ConsultationState } from './folds.ts';

/** A person who acts at a place for the office of the slot. */
export interface Acting extends Place {
  readonly person: string;
  readonly standing: Standing;
}

export type Found<T> = ({ readonly ok: true } & T) | Extract<Decision<never>, { ok: false }>;

/** The place, for a holder of the slot's office or whoever acts for it; the slot need not be open. */
export function actingAt(
  state: ProgrammeState,
  command: SlotPlace & { readonly reason: string },
  context: DecideContext,
): Found<Acting> {
  const { actor } = context;
  const place = findPlace(state, command, context.definition);
  if (place === null) return refusal(refuseUnknown(state, command, context));
  const standing = standingFor(actor, command.office, context);
  if (actor.kind !== 'person' || standing === null) {
    return refusal(refuse('not-office-holder', { office: command.office }));
  }
  if (command.reason.trim() === '') return refusal(refuse('reason-required'));
  return { ok: true, ...place, person: actor.id, standing };
}

/** The same, where the slot is open. */
export function actingAtOpenSlot(
  state: ProgrammeState,
  command: SlotPlace & { readonly reason: string },
  context: DecideContext,
): Found<Acting> {
  const found = actingAt(state, command, context);
  if (!found.ok) return found;
  const rejection = slotFault(found, command);
  return rejection === null ? found : { ok: false, rejection };
}

/** Why the step's signers cannot be changed now; null when they can. */
export function stepFault({ phase, step }: Place, command: SlotPlace): Rejection | null {
  const params = { phase: command.phase, step: command.step, office: command.office };
  if (phase.state.round !== command.round) {
    return { code: 'stale-round', params: { ...params, round: phase.state.round } };
  }
  const current = phase.state.status === 'open' ? currentStep(phase) : null;
  const isOpen = current?.state.key === command.step && step.state.opened;
  return isOpen ? null : { code: 'step-not-open', params };
}

/** Why an office cannot take a slot of the step; null when it can. Whoever hands in does not sign, as offices and as persons. */
export function newcomerFault(
  { phase, step }: Place,
  office: string,
  definition: Definition,
): Rejection | null {
  const params = { office, step: step.definition.key };
  if (!isOffice(definition, office)) return { code: 'office-not-in-definition', params };
  if (step.slots.some((slot) => slot.office === office)) {
    return { code: 'office-already-signs', params };
  }
  return phase.definition.deliverables.some((one) => one.office === office)
    ? { code: 'office-owes-deliverable', params }
    : null;
}

export function isOffice(definition: Definition, office: string): boolean {
  return definition.offices.some(({ key }) => key === office);
}

export function placeOf({ phase, step }: Place): PhaseRound & { readonly step: string } {
  return { phase: phase.state.key, round: phase.state.round, step: step.definition.key };
}

/** Questions of the phase that still wait for an answer: of slots of the current step that have not decided and are needed. */
export function openConsultations(phase: PhaseView): readonly ConsultationState[] {
  if (phase.state.status !== 'open') return [];
  const step = currentStep(phase);
  const asked = step?.state.consultations?.filter(({ status }) => status === 'open') ?? [];
  if (step === null || asked.length === 0) return [];
  const { notRequired } = evaluateStep(step);
  return asked.filter(({ office }) => !notRequired.includes(office));
}

function refusal(decision: Decision<never>): Extract<Decision<never>, { ok: false }> {
  if (decision.ok) throw new Error('a refusal that accepts');
  return decision;
}
