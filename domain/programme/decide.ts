/** The rules of a programme: what a command makes of the present state. Pure, total and synchronous; a refusal is a value. */
import { assertNever } from '../assert-never.ts';
import { decideActivate } from './activate-programme.ts';
import { decideAnswer } from './answer-escalation.ts';
import type { DecideContext, ProgrammeCommand } from './commands.ts';
import { decideStep } from './decide-step.ts';
import { decideTermination, decideWithdrawal } from './end-programme.ts';
import type { ProgrammeEvent } from './events.ts';
import { decideHandIn } from './hand-in-deliverable.ts';
import { performMoment } from './perform-moment.ts';
import { refuse } from './rejections.ts';
import type { Decision } from './rejections.ts';
import { decideReturn } from './return-phase.ts';
import type { ProgrammeState } from './state.ts';
import { decideWithdrawDecision } from './withdraw-decision.ts';

/** The events that `command` causes, in order, or why it is refused. The state is null before activation. */
export function decide(
  state: ProgrammeState | null,
  command: ProgrammeCommand,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  if (command.type === 'ActivateProgramme') return decideActivate(state, command, context);
  if (state === null) return refuse('programme-not-active', { status: 'draft' });
  if (command.type === 'PerformMoment') return performMoment(state, command, context);
  if (state.status !== 'active') return refuse('programme-not-active', { status: state.status });
  return decideActive(state, command, context);
}

type ActiveCommand = Exclude<
  ProgrammeCommand,
  { readonly type: 'ActivateProgramme' | 'PerformMoment' }
>;

function decideActive(
  state: ProgrammeState,
  command: ActiveCommand,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  switch (command.type) {
    case 'HandInDeliverable':
      return decideHandIn(state, command, context);
    case 'DecideStep':
      return decideStep(state, command, context);
    case 'WithdrawDecision':
      return decideWithdrawDecision(state, command, context);
    case 'ReturnPhase':
      return decideReturn(state, command, context);
    case 'AnswerEscalation':
      return decideAnswer(state, command, context);
    case 'WithdrawProgramme':
      return decideWithdrawal(state, command, context);
    case 'TerminateProgramme':
      return decideTermination(state, command, context);
    default:
      return assertNever(command);
  }
}
