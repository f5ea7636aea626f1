/** Whether what was handed in and signed in a phase keeps its meaning under the new version. */
import { canonicalText } from '../../audit/canonical.ts';
import type {
  DeliverableDefinition,
  PhaseDefinition,
  StepDefinition,
} from '../../definition/types.ts';
import { isOver } from '../progress.ts';
import { evaluatePolicy } from '../../definition/policy.ts';
import { answersOf } from '../progress.ts';
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
  for (const { key, status } of state.deliverables) {
    if (status === 'due') continue;
    const now = to.deliverables.find((one) => one.key === key);
    if (now === undefined) return { code: 'handed-in-gone', about: key };
    const was = from.deliverables.find((one) => one.key === key);
    if (was === undefined || canonicalText(judged(was)) !== canonicalText(judged(now))) {
      return { code: 'handed-in-judged-anew', about: key };
    }
  }
  if (state.steps.every(({ votes }) => votes.length === 0)) return null;
  const added = to.deliverables.find(
    ({ key }) => !state.deliverables.some((known) => known.key === key),
  );
  return added === undefined ? null : { code: 'deliverable-after-votes', about: added.key };
}

/** What its check and its form rest on. */
function judged({ kind, schema, checks, disclosure }: DeliverableDefinition): object {
  return {
    kind,
    schema: schema ?? null,
    checks: checks ?? [],
    disclosure: disclosure ?? null,
  };
}

function stepObstacle(pair: PhasePair): Obstacle | null {
  for (const step of pair.state.steps) {
    if (step.votes.length === 0) continue;
    const { key } = step;
    const place = pair.to.steps.findIndex((candidate) => candidate.key === key);
    if (place < 0) return { code: 'voted-step-gone', about: key };
    if (!hasSamePolicy(pair, key)) return { code: 'voted-policy-changed', about: key };
    if (!isNextOrApproved(pair, place)) return { code: 'step-before-voted', about: key };
  }
  return null;
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

function isApproved(pair: PhasePair, { key, policy }: StepDefinition): boolean {
  const state: StepState | undefined = pair.state.steps.find((one) => one.key === key);
  if (state === undefined || !hasSamePolicy(pair, key)) return false;
  return evaluatePolicy(policy, answersOf(state)).outcome === 'approved';
}

function hasSamePolicy({ from, to }: PhasePair, key: string): boolean {
  const [was, is] = [from, to].map(({ steps }) => steps.find((step) => step.key === key)?.policy);
  return was !== undefined && is !== undefined && canonicalText(was) === canonicalText(is);
}
