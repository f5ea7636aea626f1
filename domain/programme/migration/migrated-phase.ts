/** A phase carried over to another version: dates, deliverables and steps are those of the new one, what has happened stays. */
import { blankDeliverable, blankStep, scheduled } from '../blank-phase.ts';
import { skipping } from '../skipped.ts';
import type { PhaseState } from '../state.ts';
import type { MigratedPhase } from './events.ts';

/** @param before the phase as it stands; undefined where the new version adds it */
export function migratedPhase(before: PhaseState | undefined, plan: MigratedPhase): PhaseState {
  if (before === undefined) return scheduled(plan);
  const { key, opensOn, dueOn, dueAt, askedAnew } = plan;
  const phase: PhaseState = {
    ...before,
    key,
    opensOn,
    dueOn,
    dueAt,
    deliverables: plan.deliverables.map(
      (name) => before.deliverables.find((one) => one.key === name) ?? blankDeliverable(name),
    ),
    steps: plan.steps.map((name) => {
      const known = before.steps.find((one) => one.key === name);
      return known === undefined || askedAnew.includes(name) ? blankStep(name) : known;
    }),
    reminded: plan.reminded,
  };
  const { passedOver: rungs, innerPassedOver: inner, pacesUntil } = plan;
  return skipping(phase, { reminders: [], rungs, inner, pacesUntil });
}
