/** A phase before anything has happened in it. */
import type { PhasePlan } from './events.ts';
import type { DeliverableState, PhaseState, StepState } from './state.ts';

/** A phase as activation plans it. */
export function scheduled(plan: PhasePlan): PhaseState {
  return {
    key: plan.key,
    round: 1,
    status: 'scheduled',
    opensOn: plan.opensOn,
    dueOn: plan.dueOn,
    dueAt: plan.dueAt,
    openedAt: null,
    closedAt: null,
    missed: false,
    reminded: [],
    rungs: [],
    deliverables: plan.deliverables.map(blankDeliverable),
    steps: plan.steps.map(blankStep),
  };
}

export function blankDeliverable(key: string): DeliverableState {
  return { key, status: 'due', by: null, at: null, contentHash: null, check: null };
}

export function blankStep(key: string): StepState {
  return { key, opened: false, votes: [] };
}
