/** Separation of duties at a sign-off: who handed in does not sign, and one person fills one slot of a step. */
import type { PhaseState, StepState } from '../programme/state.ts';
import type { RejectionCode } from '../programme/rejections.ts';

/** Why this person may not fill a slot of the step; null when he may. */
export function separationFault(
  phase: PhaseState,
  step: StepState,
  person: string,
): RejectionCode | null {
  if (phase.deliverables.some(({ by }) => by === person)) return 'handed-in-by-same-person';
  return step.votes.some(({ by }) => by === person) ? 'second-slot-of-same-person' : null;
}
