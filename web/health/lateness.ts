/** How long something has waited, in the largest unit that says it well. */

export interface Lateness {
  readonly unit: 'seconds' | 'minutes' | 'hours' | 'days';
  readonly value: number;
}

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

/** Whole units, rounded down; nothing is ever negative. Two of a larger unit are needed before it is used. */
export function latenessBetween(since: string, at: string): Lateness {
  const seconds = Math.max(0, Math.floor((Date.parse(at) - Date.parse(since)) / 1_000));
  if (seconds < 2 * MINUTE_S) return { unit: 'seconds', value: seconds };
  if (seconds < 2 * HOUR_S) return { unit: 'minutes', value: Math.floor(seconds / MINUTE_S) };
  if (seconds < 2 * DAY_S) return { unit: 'hours', value: Math.floor(seconds / HOUR_S) };
  return { unit: 'days', value: Math.floor(seconds / DAY_S) };
}
