/** Looking things up in state and definition by key. */
import type {
  DeliverableDefinition,
  PhaseDefinition,
  StepDefinition,
} from '../definition/types.ts';
import { phaseOf } from '../definition/phase-of.ts';
import type { Definition } from '../definition/types.ts';
import type { DeliverableState, PhaseState, ProgrammeState, StepState } from './state.ts';

/** A phase as it stands together with what its definition says of it. */
export interface PhaseView {
  readonly state: PhaseState;
  readonly definition: PhaseDefinition;
}

export interface StepView {
  readonly state: StepState;
  readonly definition: StepDefinition;
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
  return state === undefined || definition === undefined ? null : { state, definition };
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
