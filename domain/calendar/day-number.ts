/** Dates as day numbers (0 is 1970-01-01), proleptic Gregorian: the integer arithmetic under every count of days. */
import type { LocalDate, Weekday } from './types.ts';

const DAY_MS = 86_400_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

/** The day number, or null when the text is no date of the years 0001 to 9999. */
export function parseDay(date: string): number | null {
  if (!DATE.test(date)) return null;
  const ms = Date.parse(`${date}T00:00:00.000Z`);
  if (Number.isNaN(ms)) return null;
  const day = ms / DAY_MS;
  // Date.parse takes 2013-02-30 for 2 March on some engines, so the way back decides.
  return day >= FIRST_DAY && textOf(day) === date ? day : null;
}

/** @throws RangeError when the text is no date: a defect of the caller, as input is checked where it enters. */
export function dayOf(date: LocalDate): number {
  const day = parseDay(date);
  if (day === null) throw new RangeError(`Not a date: ${JSON.stringify(date)}`);
  return day;
}

/** @throws RangeError outside the years 0001 to 9999. */
export function dateOf(day: number): LocalDate {
  if (!Number.isInteger(day) || day < FIRST_DAY || day > LAST_DAY) {
    throw new RangeError(`Day number out of range: ${day}`);
  }
  return textOf(day);
}

export function weekdayOf(day: number): Weekday {
  // 1970-01-01 was a Thursday; the double modulo keeps days before it positive. The result is 1 to 7.
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

function textOf(day: number): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
