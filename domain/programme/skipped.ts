/** Reminders and rungs that a change of dates has left behind: they count as done, so that nothing bursts. */
import type { RungKey } from '../definition/types.ts';
import type { PhaseState } from './state.ts';

export interface Skipped {
  /** Reminders that are not sent any more. */
  readonly reminders: readonly number[];
  /** Rungs that are not raised any more. */
  readonly rungs: readonly RungKey[];
}

/** The phase with these counted as done in its present round. */
export function skipping(phase: PhaseState, skipped: Skipped): PhaseState {
  const { round, reminded, passedOver } = phase;
  const before = passedOver?.round === round ? passedOver.rungs : [];
  const rungs = [...before, ...skipped.rungs];
  return {
    ...phase,
    reminded: [...reminded, ...skipped.reminders],
    ...(rungs.length === 0 ? {} : { passedOver: { round, rungs } }),
  };
}
