/** Reminders, rungs and the like that a change of dates has left behind: they count as done, so that nothing bursts. */
import type { LocalDate } from '../calendar/types.ts';
import type { RungKey } from '../definition/types.ts';
import type { PassedOver, PhaseState } from './state.ts';

export interface Skipped {
  /** Reminders that are not sent any more. */
  readonly reminders: readonly number[];
  /** Rungs that are not raised any more. */
  readonly rungs: readonly RungKey[];
  /** Co-organisers whose inner date is not recorded as missed. */
  readonly inner?: readonly string[] | undefined;
  /** The last day up to which the pace of a target is not asked about. */
  readonly pacesUntil?: LocalDate | undefined;
}

/** The phase with these counted as done in its present round. */
export function skipping(phase: PhaseState, skipped: Skipped): PhaseState {
  const over = passedOverWith(phase, skipped);
  return {
    ...phase,
    reminded: [...phase.reminded, ...skipped.reminders],
    ...(over === null ? {} : { passedOver: over }),
  };
}

/** Null when nothing is passed over. */
function passedOverWith({ round, passedOver }: PhaseState, skipped: Skipped): PassedOver | null {
  const before = passedOver?.round === round ? passedOver : { round, rungs: [] };
  const rungs = [...before.rungs, ...skipped.rungs];
  const inner = [...(before.inner ?? []), ...(skipped.inner ?? [])];
  const pacesUntil = skipped.pacesUntil ?? before.pacesUntil;
  if (rungs.length + inner.length === 0 && pacesUntil === undefined) return null;
  return {
    round,
    rungs,
    ...(inner.length === 0 ? {} : { inner }),
    ...(pacesUntil === undefined ? {} : { pacesUntil }),
  };
}
