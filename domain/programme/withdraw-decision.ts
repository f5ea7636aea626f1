/** Taking one's own decision back while its step is open. */
import type { DecideContext, WithdrawDecision } from './commands.ts';
import { refuseUnknown } from './decide-step.ts';
import type { ProgrammeEvent } from './events.ts';
import { findPhase, findStep } from './lookups.ts';
import { currentStep } from './progress.ts';
import { accept, refuse } from './rejections.ts';
import type { Decision } from './rejections.ts';
import type { ProgrammeState } from './state.ts';

/** Only who decided may withdraw it, and only before the step is concluded. */
export function decideWithdrawDecision(
  state: ProgrammeState,
  command: WithdrawDecision,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { definition, actor, now } = context;
  const { phase: phaseKey, round, step: stepKey, office, reason } = command;
  const phase = findPhase(state, definition, phaseKey);
  const step = phase === null ? null : findStep(phase, stepKey);
  if (phase === null || step === null) return refuseUnknown(state, command, context);
  if (phase.state.round !== round) {
    return refuse('stale-round', { phase: phaseKey, round: phase.state.round });
  }
  const vote = step.state.votes.find((candidate) => candidate.office === office);
  if (vote === undefined) return refuse('nothing-to-withdraw', { step: stepKey, office });
  if (actor.kind !== 'person' || vote.by !== actor.id) {
    return refuse('not-your-decision', { step: stepKey, office });
  }
  const isCurrent = phase.state.status === 'open' && currentStep(phase)?.state.key === stepKey;
  if (!isCurrent) return refuse('step-not-open', { phase: phaseKey, step: stepKey, office });
  const { actingOffice } = vote;
  const acting = actingOffice === undefined ? {} : { actingOffice };
  const data = { phase: phaseKey, round, step: stepKey, office, by: actor.id, ...acting, reason };
  return accept([{ type: 'DecisionWithdrawn', at: now, data }]);
}
