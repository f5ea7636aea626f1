/** Transfers 转办 and further signers 加签 减签: who signs a step changes, what was signed stays. */
import { recipientsOf } from '../../authority/holding.ts';
import { advance } from '../advance.ts';
import type { DecideContext } from '../commands.ts';
import type { Place } from '../decide-step.ts';
import type { ProgrammeEvent } from '../events.ts';
import { viewStep } from '../lookups.ts';
import type { StepView } from '../lookups.ts';
import { answersOf, evaluateStep } from '../progress.ts';
import { createRecorder } from '../recorder.ts';
import { accept, refuse } from '../rejections.ts';
import type { Decision, Rejection, RejectionCode } from '../rejections.ts';
import type { ProgrammeState } from '../state.ts';
import type { AddSigner, RemoveSigner, TransferSlot } from './commands.ts';
import { actingAt, actingAtOpenSlot, newcomerFault, placeOf, stepFault } from './places.ts';

/** Hands through which one slot may go in a round; more would only hide who is to sign. */
const MOST_TRANSFERS = 3;

export function decideTransfer(
  state: ProgrammeState,
  command: TransferSlot,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const found = actingAtOpenSlot(state, command, context);
  if (!found.ok) return found;
  const { definition, holders, now } = context;
  const { office: from, to, reason } = command;
  const rejection = newcomerFault(found, to, definition);
  if (rejection !== null) return { ok: false, rejection };
  const past = found.step.slots.find(({ office }) => office === from)?.past ?? [];
  if (past.length >= MOST_TRANSFERS) {
    return refuse('transfer-chain-too-long', { office: from, most: MOST_TRANSFERS });
  }
  const recipients = recipientsOf([to], holders);
  const who = { by: found.person, ...found.standing };
  const data = { ...placeOf(found), from, to, ...who, reason, recipients };
  return accept([{ type: 'SlotTransferred', at: now, data }]);
}

/** Whoever stands before the slot is asked at once, and the slot waits for him. */
export function decideAddSigner(
  state: ProgrammeState,
  command: AddSigner,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const found = actingAtOpenSlot(state, command, context);
  if (!found.ok) return found;
  const { definition, holders, now } = context;
  const { office, signer, place, reason } = command;
  const rejection = newcomerFault(found, signer, definition);
  if (rejection !== null) return { ok: false, rejection };
  const recipients = recipientsOf([signer], holders);
  const who = { by: found.person, ...found.standing };
  const data = { ...placeOf(found), office, signer, place, ...who, reason, recipients };
  return accept([{ type: 'SignerAdded', at: now, data }]);
}

/** Only a signer whom this slot asked for, and who has not decided. The step may go on, or be approved, without him. */
export function decideRemoveSigner(
  state: ProgrammeState,
  command: RemoveSigner,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const found = actingAt(state, command, context);
  if (!found.ok) return found;
  const rejection = stepFault(found, command) ?? removalFault(found, command);
  if (rejection !== null) return { ok: false, rejection };
  const { office, signer, reason } = command;
  const askedBefore = evaluateStep(found.step).open;
  const recorder = createRecorder(state);
  const who = { by: found.person, ...found.standing };
  const data = { ...placeOf(found), office, signer, ...who, reason };
  recorder.record({ type: 'SignerRemoved', at: context.now, data });
  const answersBefore = answersOf(found.step.state);
  advance(recorder, { phase: command.phase, answersBefore, askedBefore }, context);
  return accept(recorder.events());
}

function removalFault({ step }: Place, { office: asker, signer }: RemoveSigner): Rejection | null {
  const params = { office: signer, step: step.definition.key };
  const slot = step.slots.find(({ office }) => office === signer);
  const code =
    slot === undefined
      ? 'signer-not-in-step'
      : slot.added === null
        ? 'signer-required-by-paper'
        : slot.added.by !== asker
          ? 'not-your-signer'
          : fateFault(step, signer);
  return code === null ? null : { code, params };
}

/** Taking somebody away must never itself decide against the step: that is for those who sign. */
function fateFault(step: StepView, signer: string): RejectionCode | null {
  if (step.state.votes.some(({ office }) => office === signer)) return 'signer-decided';
  const state = {
    ...step.state,
    changes: [...(step.state.changes ?? []), { kind: 'remove', office: signer } as const],
  };
  const after = viewStep(state, step.paper);
  return evaluateStep(after).outcome === 'rejected' ? 'removal-would-reject' : null;
}
