/** The few statistics of the benchmarks, on plain numbers. */

export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/**
 * Nearest rank: the smallest value that at least so many per cent of the values do not exceed.
 * @param percent above 0, at most 100
 * @throws RangeError without values, or for another percentage.
 */
export function percentile(values: readonly number[], percent: number): number {
  if (!(percent > 0 && percent <= 100)) throw new RangeError(`not a percentage: ${percent}`);
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.ceil((percent / 100) * sorted.length) - 1];
  if (value === undefined) throw new RangeError('a percentile needs values');
  return value;
}

/** Halfway between the two middle ones when their number is even. @throws RangeError without values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('a median needs values');
  return (lower + upper) / 2;
}

/** @throws RangeError without values. */
export function spreadOf(values: readonly number[]): Spread {
  return {
    min: values.reduce((a, b) => Math.min(a, b), Infinity),
    median: median(values),
    max: values.reduce((a, b) => Math.max(a, b), -Infinity),
  };
}
