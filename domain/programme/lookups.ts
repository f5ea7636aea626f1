/** Looking things up in state and definition by key. */
import type {
  DeliverableDefinition,
  PhaseDefinition,
  StepDefinition,
} from '../definition/types.ts';
import { phaseOf } from '../definition/phase-of.ts';
import type { Definition } from '../definition/types.ts';
import { effectiveStep } from './hands/effective-policy.ts';
import type { EffectiveSlot } from './hands/effective-policy.ts';
import type { DeliverableState, PhaseState, ProgrammeState, StepState } from './state.ts';

/** A phase as it stands together with what its definition says of it. */
export interface PhaseView {
  readonly state: PhaseState;
  readonly definition: PhaseDefinition;
}

export interface StepView {
  readonly state: StepState;
  /** With the policy that counts: the paper's, and what was changed of its signers in this round. */
  readonly definition: StepDefinition;
  /** As the paper has it. */
  readonly paper: StepDefinition;
  readonly slots: readonly EffectiveSlot[];
}

export function findPhase(
  state: ProgrammeState,
  definition: Definition,
  key: string,
): PhaseView | null {
  const phase = state.phases.find((candidate) => candidate.key === key);
  const defined = phaseOf(definition, key);
  return phase === undefined || defined === null ? null : { state: phase, definition: defined };
}

/** @throws Error when the phase is unknown: only for keys that come from the state or the definition itself. */
export function requirePhase(
  state: ProgrammeState,
  definition: Definition,
  key: string,
): PhaseView {
  const phase = findPhase(state, definition, key);
  if (phase === null) throw new Error(`state and definition disagree about phase ${key}`);
  return phase;
}

export function findStep(phase: PhaseView, key: string): StepView | null {
  const state = phase.state.steps.find((candidate) => candidate.key === key);
  const definition = phase.definition.steps.find((candidate) => candidate.key === key);
  return state === undefined || definition === undefined ? null : viewStep(state, definition);
}

/** States never change, and one act asks for the same step many times. */
const viewed = new WeakMap<StepState, { readonly from: StepDefinition; readonly view: StepView }>();

export function viewStep(state: StepState, definition: StepDefinition): StepView {
  const known = viewed.get(state);
  if (known?.from === definition) return known.view;
  const { policy, slots } = effectiveStep(definition.policy, state.changes ?? []);
  const isChanged = policy !== definition.policy;
  const view = {
    state,
    definition: isChanged ? { ...definition, policy } : definition,
    paper: definition,
    slots,
  };
  viewed.set(state, { from: definition, view });
  return view;
}

export function findDeliverable(
  phase: PhaseView,
  key: string,
): { readonly state: DeliverableState; readonly definition: DeliverableDefinition } | null {
  const state = phase.state.deliverables.find((candidate) => candidate.key === key);
  const definition = phase.definition.deliverables.find((candidate) => candidate.key === key);
  return state === undefined || definition === undefined ? null : { state, definition };
}

/** The phases that come before `key`, directly or through others. */
export function predecessors(definition: Definition, key: string): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [key];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const phase = phaseOf(definition, next);
    for (const before of phase?.after ?? []) {
      if (found.has(before)) continue;
      found.add(before);
      pending.push(before);
    }
  }
  return found;
}
