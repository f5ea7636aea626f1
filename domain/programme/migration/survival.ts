/** Whether what was handed in and signed in a phase keeps its meaning under the new version. */
import { canonicalText } from '../../audit/canonical.ts';
import type {
  DeliverableDefinition,
  PhaseDefinition,
  StepDefinition,
} from '../../definition/types.ts';
import { viewStep } from '../lookups.ts';
import { evaluateStep, isOver, isReady, placeOfDeliverable } from '../progress.ts';
import type { PhaseState, ProgrammeState, StepState } from '../state.ts';
import type { Obstacle } from './reasons.ts';

/** A phase in both versions. */
export interface PhasePair {
  readonly state: PhaseState;
  readonly from: PhaseDefinition;
  readonly to: PhaseDefinition;
}

/** Of a phase that is over: what was signed is read by the definition in force, so its shape stays. */
export function shapeObstacle({ state, from, to }: PhasePair): Obstacle | null {
  const isSame = canonicalText(signedShape(from)) === canonicalText(signedShape(to));
  return isSame ? null : { code: 'signed-shape-changed', about: state.key };
}

function signedShape({ deliverables, steps }: PhaseDefinition): object {
  return {
    deliverables: deliverables.map(({ key, kind }) => ({ key, kind })),
    steps: steps.map(({ key, policy }) => ({ key, policy })),
  };
}

/** The first reason why an open phase cannot go on under the new version; null when it can. */
export function openObstacle(pair: PhasePair, programme: ProgrammeState): Obstacle | null {
  return waitingObstacle(pair, programme) ?? deliverableObstacle(pair) ?? stepObstacle(pair);
}

function waitingObstacle({ to }: PhasePair, programme: ProgrammeState): Obstacle | null {
  const waited = to.after.find((key) => {
    const before = programme.phases.find((phase) => phase.key === key);
    return before === undefined || !isOver(before);
  });
  return waited === undefined ? null : { code: 'waits-for-open', about: waited };
}

function deliverableObstacle({ state, from, to }: PhasePair): Obstacle | null {
  for (const { key, status, calledFor } of state.deliverables) {
    const now = to.deliverables.find((one) => one.key === key);
    const was = from.deliverables.find((one) => one.key === key);
    if (calledFor === true && now !== undefined && now.afterStep !== was?.afterStep) {
      return { code: 'called-for-changed', about: key };
    }
    if (status === 'due') continue;
    if (now === undefined) return { code: 'handed-in-gone', about: key };
    if (was === undefined || canonicalText(judged(was)) !== canonicalText(judged(now))) {
      return { code: 'handed-in-judged-anew', about: key };
    }
  }
  return signedWithout({ state, from, to });
}

/** What would be owed before a step in which somebody has signed already. */
function signedWithout({ state, to }: PhasePair): Obstacle | null {
  const keys = to.steps.map(({ key }) => key);
  const signed = state.steps.filter(({ votes }) => votes.length > 0);
  const last = Math.max(-1, ...signed.map(({ key }) => keys.indexOf(key)));
  const owed = to.deliverables.find((definition) => {
    const known = state.deliverables.find(({ key }) => key === definition.key);
    const isThere = known !== undefined && isReady(known);
    return !isThere && placeOfDeliverable(definition, keys) < last;
  });
  return owed === undefined ? null : { code: 'deliverable-after-votes', about: owed.key };
}

/** What its check, its form and its time rest on. */
function judged({ kind, schema, checks, disclosure, afterStep }: DeliverableDefinition): object {
  return {
    kind,
    schema: schema ?? null,
    checks: checks ?? [],
    disclosure: disclosure ?? null,
    afterStep: afterStep ?? null,
  };
}

function stepObstacle(pair: PhasePair): Obstacle | null {
  for (const step of pair.state.steps) {
    if (!isTouched(step)) continue;
    const code = stepFault(pair, step.key);
    if (code === null) continue;
    return { code: step.votes.length > 0 ? code : 'worked-step-changed', about: step.key };
  }
  return null;
}

function stepFault(pair: PhasePair, key: string): Obstacle['code'] | null {
  const place = pair.to.steps.findIndex((candidate) => candidate.key === key);
  if (place < 0) return 'voted-step-gone';
  if (!hasSamePolicy(pair, key)) return 'voted-policy-changed';
  return isNextOrApproved(pair, place) ? null : 'step-before-voted';
}

/** Whether anything was done in it that asking anew would lose. */
function isTouched({ votes, changes, consultations, inquorate }: StepState): boolean {
  return [votes, changes, consultations, inquorate].some((done) => (done ?? []).length > 0);
}

/** Steps that were put to their offices and must be put to them again: nobody has signed, and policy or turn are other ones. */
export function askedAnew(pair: PhasePair): readonly string[] {
  return pair.state.steps.flatMap(({ key, opened, votes }) => {
    const place = pair.to.steps.findIndex((candidate) => candidate.key === key);
    if (!opened || votes.length > 0 || place < 0) return [];
    return hasSamePolicy(pair, key) && isNextOrApproved(pair, place) ? [] : [key];
  });
}

/** Steps whose policy is another one, whatever was said in them: for a phase that opens with a new round anyway. */
export function changedSteps(pair: PhasePair): readonly string[] {
  return pair.to.steps.flatMap(({ key }) => (hasSamePolicy(pair, key) ? [] : [key]));
}

function isNextOrApproved(pair: PhasePair, place: number): boolean {
  return pair.to.steps.slice(0, place).every((step) => isApproved(pair, step));
}

/** By the policy that counts, what was changed of its signers included. */
function isApproved(pair: PhasePair, definition: StepDefinition): boolean {
  const { key } = definition;
  const state: StepState | undefined = pair.state.steps.find((one) => one.key === key);
  if (state === undefined || !hasSamePolicy(pair, key)) return false;
  return evaluateStep(viewStep(state, definition)).outcome === 'approved';
}

function hasSamePolicy({ from, to }: PhasePair, key: string): boolean {
  const [was, is] = [from, to].map(({ steps }) => steps.find((step) => step.key === key)?.policy);
  return was !== undefined && is !== undefined && canonicalText(was) === canonicalText(is);
}
