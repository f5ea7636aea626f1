/** Collects the events of one decision while folding them, so that each following event is decided on the state before it. */
import { evolve } from './evolve.ts';
import type { ProgrammeEvent } from './events.ts';
import type { ProgrammeState } from './state.ts';

export interface Recorder {
  /** The state after everything recorded so far. */
  state(): ProgrammeState;
  record(event: ProgrammeEvent): void;
  events(): readonly ProgrammeEvent[];
}

export function createRecorder(initial: ProgrammeState): Recorder {
  let state = initial;
  const recorded: ProgrammeEvent[] = [];
  return {
    state: () => state,
    record: (event) => {
      recorded.push(event);
      state = evolve(state, event, state.position + 1);
    },
    events: () => recorded,
  };
}
