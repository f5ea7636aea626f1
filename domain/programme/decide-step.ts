/** A sign-off: one office's decision on an open step. */
import { standingFor } from '../authority/fallback.ts';
import { separationFault } from '../authority/separation.ts';
import { bodyOf } from '../definition/policy.ts';
import type { Definition } from '../definition/types.ts';
import { advance } from './advance.ts';
import type { DecideContext, DecideStep } from './commands.ts';
import { absentPeriod } from './duties/absent.ts';
import type { ProgrammeEvent } from './events.ts';
import { findPhase, findStep } from './lookups.ts';
import type { PhaseView, StepView } from './lookups.ts';
import { answersOf, currentStep, evaluateStep } from './progress.ts';
import { createRecorder } from './recorder.ts';
import { accept, refuse } from './rejections.ts';
import type { Decision, Rejection } from './rejections.ts';
import { isReturnTarget, recordReturn } from './return-phase.ts';
import type { ProgrammeState } from './state.ts';
import type { SlotPlace } from './hands/commands.ts';

export interface Place {
  readonly phase: PhaseView;
  readonly step: StepView;
}

/** Approve, reject and abstain go to the policy; a return takes effect at once. An opinion is mandatory unless approving. */
export function decideStep(
  state: ProgrammeState,
  command: DecideStep,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { actor, now } = context;
  const place = findPlace(state, command, context.definition);
  if (place === null) return refuseUnknown(state, command, context);
  const standing = standingFor(actor, command.office, context);
  if (actor.kind !== 'person' || standing === null) {
    return refuse('not-office-holder', { office: command.office });
  }
  const rejection = slotFault(place, command) ?? actorFault(place, command, actor.id);
  if (rejection !== null) return { ok: false, rejection };
  const target = command.returnTo ?? command.phase;
  if (command.decision === 'return') {
    if (!isReturnTarget(context.definition, command.phase, target)) {
      return refuse('return-target-invalid', { phase: command.phase, returnTo: target });
    }
  } else if (command.returnTo !== null) return refuse('return-target-unexpected');
  const recorder = createRecorder(state);
  const data = { ...decisionData(place, command, actor.id), ...standing };
  recorder.record({ type: 'StepDecided', at: now, data });
  if (command.decision === 'return') {
    recordReturn(
      recorder,
      { ...command, ...standing, returnTo: target, reason: command.opinion ?? '' },
      context,
    );
  } else {
    const answersBefore = answersOf(place.step.state);
    advance(recorder, { phase: command.phase, answersBefore }, context);
  }
  return accept(recorder.events());
}

export function findPlace(
  state: ProgrammeState,
  slot: SlotPlace,
  definition: Definition,
): Place | null {
  const phase = findPhase(state, definition, slot.phase);
  const step = phase === null ? null : findStep(phase, slot.step);
  return phase === null || step === null ? null : { phase, step };
}

export function refuseUnknown(
  state: ProgrammeState,
  { phase, step }: SlotPlace,
  { definition }: DecideContext,
): Decision<never> {
  const absent =
    findPhase(state, definition, phase) === null ? absentPeriod(state, definition, phase) : null;
  return { ok: false, rejection: absent ?? { code: 'unknown-step', params: { step } } };
}

/** Why the slot cannot be decided by anyone now; null when it is open. */
export function slotFault({ phase, step }: Place, command: SlotPlace): Rejection | null {
  const params = { phase: command.phase, step: command.step, office: command.office };
  if (phase.state.round !== command.round) {
    return { code: 'stale-round', params: { ...params, round: phase.state.round } };
  }
  if (step.state.votes.some(({ office }) => office === command.office)) {
    return { code: 'already-decided', params };
  }
  const current = phase.state.status === 'open' ? currentStep(phase) : null;
  if (current?.state.key !== command.step || !step.state.opened) {
    return { code: 'step-not-open', params };
  }
  const isOpen = evaluateStep(step).open.includes(command.office);
  return isOpen ? null : { code: 'slot-not-open', params };
}

/** Why this person may not decide it in this way; null when he may. */
function actorFault({ phase, step }: Place, command: DecideStep, person: string): Rejection | null {
  const fault = separationFault(phase.state, step.state, person);
  if (fault !== null) return { code: fault, params: { step: command.step } };
  if (command.decision !== 'return' && bodyOf(step.definition.policy, command.office)) {
    return { code: 'ballot-required', params: { step: command.step, office: command.office } };
  }
  const isSilent = (command.opinion ?? '').trim() === '';
  return command.decision !== 'approve' && isSilent
    ? { code: 'opinion-required', params: { decision: command.decision } }
    : null;
}

function decisionData(
  place: Place,
  command: DecideStep,
  by: string,
): Extract<ProgrammeEvent, { readonly type: 'StepDecided' }>['data'] {
  return {
    phase: command.phase,
    round: command.round,
    step: command.step,
    office: command.office,
    decision: command.decision,
    opinion: command.opinion,
    by,
    evidence: evidenceOf(place),
  };
}

/** The content hashes of what has been handed in: what is signed. */
export function evidenceOf({
  phase,
}: Place): Extract<ProgrammeEvent, { readonly type: 'StepDecided' }>['data']['evidence'] {
  return phase.state.deliverables.flatMap(({ key, contentHash }) =>
    contentHash === null ? [] : [{ deliverable: key, contentHash }],
  );
}
