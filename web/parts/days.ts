/** Reckoning with days of the calendar, as YYYY-MM-DD. */

const DAY_MS = 86_400_000;

/** Negative when `to` is the earlier. */
export function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** Both days included. */
export function spanDays(from: string, to: string): number {
  return daysFrom(from, to) + 1;
}
