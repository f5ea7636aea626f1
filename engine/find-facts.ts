/** Finds the facts of a moment: who knows them, by kind. */
import type { Door, Visit } from './door.ts';
import type { FactFinder } from './facts.ts';

/** @throws Error for a kind that asks for facts and has no finder: a defect. */
export function factsOf(_door: Door, _visit: Visit): FactFinder {
  return (moment) => Promise.reject(new Error(`nobody finds the facts of ${moment.kind}`));
}
