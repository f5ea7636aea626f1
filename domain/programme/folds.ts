/** The shape of an area's folds: one function for each of its events, and the changes that they share. */
import type { EventOf, EventType } from './events.ts';
import type { PhaseState, ProgrammeState, StepState } from './state.ts';

export type Folds<T extends EventType> = {
  readonly [K in T]: (state: ProgrammeState, event: EventOf<K>, position: number) => ProgrammeState;
};

export function onPhase(
  state: ProgrammeState,
  key: string,
  change: (phase: PhaseState) => PhaseState,
): ProgrammeState {
  return {
    ...state,
    phases: state.phases.map((phase) => (phase.key === key ? change(phase) : phase)),
  };
}

export function onStep(
  state: ProgrammeState,
  place: { readonly phase: string; readonly step: string },
  change: (step: StepState) => StepState,
): ProgrammeState {
  return onPhase(state, place.phase, (phase) => ({
    ...phase,
    steps: phase.steps.map((step) => (step.key === place.step ? change(step) : step)),
  }));
}
