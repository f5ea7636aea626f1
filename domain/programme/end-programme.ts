/** Ending a programme before its last phase: withdrawal while nothing is closed yet, termination at any time. */
import { holdsOffice } from '../authority/holding.ts';
import type { DecideContext, TerminateProgramme, WithdrawProgramme } from './commands.ts';
import type { ProgrammeEvent } from './events.ts';
import { accept, refuse } from './rejections.ts';
import type { Decision } from './rejections.ts';
import type { ProgrammeState } from './state.ts';

/** The owner takes a programme back as if it had not been issued: only before any phase was closed. */
export function decideWithdrawal(
  state: ProgrammeState,
  command: WithdrawProgramme,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const closed =
    state.phases.find(({ closedAt }) => closedAt !== null) ??
    state.duties.find(({ closedOnce }) => closedOnce === true);
  if (closed !== undefined) return refuse('phase-already-closed', { phase: closed.key });
  return end('ProgrammeWithdrawn', command.reason, context);
}

/** The owner ends a programme that is under way, with a reason that stays in the record; a unit programme ends with its parent. */
export function decideTermination(
  state: ProgrammeState,
  command: TerminateProgramme,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { actor, now } = context;
  if (actor.kind === 'clock' && state.parent !== null) {
    const data = { by: actor.kind, reason: command.reason };
    return accept([{ type: 'ProgrammeTerminated', at: now, data }]);
  }
  return end('ProgrammeTerminated', command.reason, context);
}

function end(
  type: 'ProgrammeWithdrawn' | 'ProgrammeTerminated',
  reason: string,
  { actor, definition, now }: DecideContext,
): Decision<ProgrammeEvent> {
  if (actor.kind !== 'person' || !holdsOffice(actor, definition.owner)) {
    return refuse('not-owner', { office: definition.owner });
  }
  if (reason.trim() === '') return refuse('opinion-required', { decision: 'end' });
  return accept([{ type, at: now, data: { by: actor.id, reason } }]);
}
