/** Holds a random crowd to getting somewhere: a crowd whose every attempt is refused would prove nothing. */
import fc from 'fast-check';
import type { Run } from './given.ts';

const BATCH = 100;
/** What one crowd in a hundred reaches is missed by this many once in 10²⁶ times. */
const MOST_CROWDS = 6_000;

/** Those of `wanted`, types of events or statuses of a programme, that no crowd reaches; ends as soon as all are reached. */
export function neverReached<T>(
  crowds: fc.Arbitrary<T>,
  play: (crowd: T) => Run,
  wanted: readonly string[],
): readonly string[] {
  const missing = new Set(wanted);
  for (let played = 0; missing.size > 0 && played < MOST_CROWDS; played += BATCH) {
    for (const crowd of fc.sample(crowds, BATCH)) {
      const { state, events } = play(crowd);
      for (const seen of [state.status, ...events.map(({ type }) => type)]) missing.delete(seen);
    }
  }
  return [...missing];
}
