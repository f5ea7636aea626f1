/** The rules of a programme: what a command makes of the present state. Pure, total and synchronous; a refusal is a value. */
import { tellingActing } from '../authority/fallback.ts';
import { decideActivate } from './activate-programme.ts';
import { decideAnswer } from './answer-escalation.ts';
import { calendarDeciders } from './calendars/decide.ts';
import { deliberationDeciders } from './deliberation/decide.ts';
import { handsDeciders } from './hands/decide.ts';
import { indicatorDeciders } from './indicators/decide.ts';
import { migrationDeciders } from './migration/decide.ts';
import { timeDeciders } from './time/decide.ts';
import { unitDeciders } from './units/decide.ts';
import type { DecideContext, ProgrammeCommand } from './commands.ts';
import { decideStep } from './decide-step.ts';
import type { Deciders } from './deciders.ts';
import { decideTermination, decideWithdrawal } from './end-programme.ts';
import type { ProgrammeEvent } from './events.ts';
import { decideHandIn } from './hand-in-deliverable.ts';
import { performMoment } from './perform-moment.ts';
import { refuse } from './rejections.ts';
import type { Decision } from './rejections.ts';
import { decideReturn } from './return-phase.ts';
import type { ProgrammeState } from './state.ts';
import { decideWithdrawDecision } from './withdraw-decision.ts';

type ActiveCommand = Exclude<
  ProgrammeCommand,
  { readonly type: 'ActivateProgramme' | 'PerformMoment' }
>;

const DECIDERS: Deciders<ActiveCommand> = {
  HandInDeliverable: decideHandIn,
  DecideStep: decideStep,
  WithdrawDecision: decideWithdrawDecision,
  ReturnPhase: decideReturn,
  AnswerEscalation: decideAnswer,
  WithdrawProgramme: decideWithdrawal,
  TerminateProgramme: decideTermination,
  ...unitDeciders,
  ...indicatorDeciders,
  ...deliberationDeciders,
  ...timeDeciders,
  ...handsDeciders,
  ...calendarDeciders,
  ...migrationDeciders,
};

/** Commands that a suspended programme takes; every other one needs an active one. */
const WHILE_SUSPENDED: ReadonlySet<string> = new Set([
  'ResumeProgramme',
  'TerminateProgramme',
  'ApplyCalendar',
]);

/** What may still be decided when the programme is over: whether a rung was right, and what comes of it. */
const AFTER_THE_END: ReadonlySet<string> = new Set([
  'RequestReview',
  'DecideReview',
  'DecideAccountability',
]);
const ENDED: ReadonlySet<string> = new Set(['completed', 'rejected', 'terminated']);

/** The events that `command` causes, in order, or why it is refused. The state is null before activation. */
export function decide(
  state: ProgrammeState | null,
  command: ProgrammeCommand,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const decision = decideByRules(state, command, context);
  return decision.ok ? { ok: true, events: tellingActing(decision.events, context) } : decision;
}

function decideByRules(
  state: ProgrammeState | null,
  command: ProgrammeCommand,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  if (command.type === 'ActivateProgramme') return decideActivate(state, command, context);
  if (state === null) return refuse('programme-not-active', { status: 'draft' });
  if (command.type === 'PerformMoment') return performMoment(state, command, context);
  const isTaken =
    state.status === 'active' ||
    (state.status === 'suspended' && WHILE_SUSPENDED.has(command.type)) ||
    (ENDED.has(state.status) && AFTER_THE_END.has(command.type));
  if (!isTaken) return refuse('programme-not-active', { status: state.status });
  // The table is keyed by the command's own type, which TypeScript cannot follow.
  const decider = DECIDERS[command.type] as (
    state: ProgrammeState,
    command: ActiveCommand,
    context: DecideContext,
  ) => Decision<ProgrammeEvent>;
  return decider(state, command, context);
}
