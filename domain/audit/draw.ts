/** A draw that anyone can make again: which of some keys a seed that nobody chooses picks. */
import { createHash } from 'node:crypto';

/**
 * Every key gets the SHA-256 (hex) of `<seed>/<key>`; the `count` keys with the smallest are drawn, and come back sorted by key. The
 * seed of a sample is the hash of the entry before the draw, so that whoever draws cannot choose it, and whoever has the ledger can
 * repeat it.
 */
export function drawFrom(seed: string, keys: readonly string[], count: number): readonly string[] {
  return keys
    .map((key) => ({ key, lot: createHash('sha256').update(`${seed}/${key}`).digest('hex') }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, count)
    .map(({ key }) => key)
    .toSorted();
}
