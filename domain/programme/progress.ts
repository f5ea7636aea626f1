/** How far a phase has come: which step is current, which slots are open, who holds it up. Pure derivation from the state. */
import { evaluatePolicy } from '../definition/policy.ts';
import type { Answers, Policy, PolicyState } from '../definition/policy.ts';
import type { PhaseDefinition } from '../definition/types.ts';
import type { PhaseView, StepView } from './lookups.ts';
import type { DeliverableState, PhaseState, ProgrammeState, StepState } from './state.ts';

export function isReady(deliverable: DeliverableState): boolean {
  return deliverable.status !== 'due' && deliverable.check?.ok !== false;
}

/** Whether all that the phase owes is handed in and passes its checks. */
export function isReadyToSign({ state }: PhaseView): boolean {
  return state.deliverables.every(isReady);
}

export function answersOf(step: StepState): Answers {
  return Object.fromEntries(step.votes.map((vote) => [vote.office, vote.decision]));
}

/** States never change, and one act asks the same step many times. */
const evaluated = new WeakMap<
  StepState,
  { readonly policy: Policy; readonly result: PolicyState }
>();

export function evaluateStep({ state, definition: { policy } }: StepView): PolicyState {
  const known = evaluated.get(state);
  if (known?.policy === policy) return known.result;
  const result = evaluatePolicy(policy, answersOf(state));
  evaluated.set(state, { policy, result });
  return result;
}

/** The steps in the order of the definition. */
export function stepsOf(phase: PhaseView): readonly StepView[] {
  return phase.definition.steps.flatMap((definition) => {
    const state = phase.state.steps.find((candidate) => candidate.key === definition.key);
    return state === undefined ? [] : [{ state, definition }];
  });
}

/** The first step that is not approved; null when all are. */
export function currentStep(phase: PhaseView): StepView | null {
  return stepsOf(phase).find((step) => evaluateStep(step).outcome !== 'approved') ?? null;
}

/** Offices whose decision is asked for now; empty unless the phase is open and its step was put to them. */
export function openOffices(phase: PhaseView): readonly string[] {
  if (phase.state.status !== 'open') return [];
  const step = currentStep(phase);
  return step?.state.opened === true ? evaluateStep(step).open : [];
}

/** Offices that hold the phase up: those that owe a deliverable, else those asked to decide; of a target the one that reports it. */
export function responsibleOffices(phase: PhaseView): readonly string[] {
  const alone = leadAlone(phase.definition);
  if (alone !== null) return [alone];
  const owing = phase.definition.deliverables
    .filter(({ key }) => phase.state.deliverables.some((one) => one.key === key && !isReady(one)))
    .map(({ office }) => office);
  return owing.length > 0 ? [...new Set(owing)] : openOffices(phase);
}

/** The lead of a phase in which nothing is handed in or signed, as in that of a target; null of any other. */
export function leadAlone({ deliverables, steps, lead }: PhaseDefinition): string | null {
  return deliverables.length === 0 && steps.length === 0 ? (lead ?? null) : null;
}

/** Closed, or lapsed undone: nothing more will happen in it unless it is returned. */
export function isOver({ status }: Pick<PhaseState, 'status'>): boolean {
  return status === 'closed' || status === 'lapsed';
}

/** Whether the plan has run its course: every phase is over, and no duty has another period. */
export function isComplete(state: ProgrammeState): boolean {
  return state.phases.every(isOver) && state.duties.every(({ next }) => next === null);
}

export function hasVotes(phase: PhaseView): boolean {
  return phase.state.steps.some((step) => step.votes.length > 0);
}
