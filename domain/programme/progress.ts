/** How far a phase has come: which step is current, which slots are open, who holds it up. Pure derivation from the state. */
import { evaluatePolicy } from '../definition/policy.ts';
import type { Instant } from '../calendar/types.ts';
import { dutyOf } from '../definition/phase-key.ts';
import { phaseOf } from '../definition/phase-of.ts';
import type { Answers, Policy, PolicyState } from '../definition/policy.ts';
import type { DeliverableDefinition, Definition, PhaseDefinition } from '../definition/types.ts';
import { viewStep } from './lookups.ts';
import type { PhaseView, StepView } from './lookups.ts';
import type {
  DeliverableState,
  DutyState,
  PhaseState,
  ProgrammeState,
  StepState,
} from './state.ts';

export function isReady(deliverable: DeliverableState): boolean {
  return deliverable.status !== 'due' && deliverable.check?.ok !== false;
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
    return state === undefined ? [] : [viewStep(state, definition)];
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

/** Offices that hold the phase up: those that owe a deliverable now, else those asked to decide; of a target the one that reports it. */
export function responsibleOffices(phase: PhaseView): readonly string[] {
  const alone = leadAlone(phase.definition);
  if (alone !== null) return [alone];
  const owing = outstanding(phase).map(({ definition }) => definition.office);
  return owing.length > 0 ? [...new Set(owing)] : openOffices(phase);
}

export interface DeliverableView {
  readonly state: DeliverableState;
  readonly definition: DeliverableDefinition;
}

/** In the order of the definition. */
export function deliverablesOf(phase: PhaseView): readonly DeliverableView[] {
  return phase.definition.deliverables.flatMap((definition) => {
    const state = phase.state.deliverables.find(({ key }) => key === definition.key);
    return state === undefined ? [] : [{ state, definition }];
  });
}

/** Whether the step that it follows, if any, is approved. */
export function isOwed(phase: PhaseView, { afterStep }: DeliverableDefinition): boolean {
  if (afterStep === undefined) return true;
  return stepsOf(phase).some(
    (step) => step.state.key === afterStep && evaluateStep(step).outcome === 'approved',
  );
}

/** Owed, and not handed in or failing its check. */
export function outstanding(phase: PhaseView): readonly DeliverableView[] {
  return deliverablesOf(phase).filter(
    ({ state, definition }) => isOwed(phase, definition) && !isReady(state),
  );
}

/** Whether what comes before the step is handed in and passes its checks; without a step, whether everything does. */
export function isReadyFor(phase: PhaseView, step: StepView | null): boolean {
  const keys = phase.definition.steps.map(({ key }) => key);
  const index = step === null ? keys.length : keys.indexOf(step.state.key);
  return deliverablesOf(phase)
    .filter(({ definition }) => placeOfDeliverable(definition, keys) < index)
    .every(({ state }) => isReady(state));
}

/** Index of the step that it follows; -1 for what is owed from the beginning. */
export function placeOfDeliverable(
  { afterStep }: DeliverableDefinition,
  steps: readonly string[],
): number {
  return afterStep === undefined ? -1 : steps.indexOf(afterStep);
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
  return (
    state.phases.every(isOver) && state.duties.every((duty) => nextPeriodOf(state, duty) === null)
  );
}

/** The period of the duty that will open next; an endless duty has none once the rest of the plan is over. */
export function nextPeriodOf(state: ProgrammeState, { next, endless }: DutyState): string | null {
  return next !== null && endless === true && isRestOver(state) ? null : next;
}

/** Whether all is over but the endless duties. */
function isRestOver({ phases, duties }: ProgrammeState): boolean {
  const endless = duties.filter((duty) => duty.endless === true).map(({ key }) => key);
  return (
    phases.every((phase) => isOver(phase) || endless.includes(dutyOf(phase.key) ?? '')) &&
    duties.every((duty) => duty.endless === true || duty.next === null)
  );
}

/**
 * The instant from which the phase holds nobody up; null while it does. One that lapsed steps aside, but what it waited for itself
 * still has to be over.
 */
export function releasedAt(
  state: ProgrammeState,
  definition: Definition,
  key: string,
): Instant | null {
  const phase = state.phases.find((candidate) => candidate.key === key);
  if (phase?.status === 'closed') return phase.closedAt;
  if (phase?.status !== 'lapsed') return null;
  const after = phaseOf(definition, key)?.after ?? [];
  return after.reduce<Instant | null>((latest, before) => {
    const released = releasedAt(state, definition, before);
    if (latest === null || released === null) return null;
    return released > latest ? released : latest;
  }, phase.lapsedAt ?? phase.dueAt);
}
