/**
 * Dates, local times and instants, and the ways between them. Nothing here adds months or years, and windows shift by whole
 * days, so that neither a month's end nor 29 February needs a rule: a window keeps its length, not its place in the month.
 */
import { Temporal } from 'temporal-polyfill';
import { dateOf, dayOf, parseDay } from './day-number.ts';
import type { DateWindow, Duration, Instant, LocalDate, LocalTime, WorkCalendar } from './types.ts';
import { addWorkingDays } from './working-days.ts';

const HOUR_MS = 3_600_000;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const CACHE_LIMIT = 20_000;

const instantsOfLocalTimes = new Map<string, Instant>();

/** Whether the text is `YYYY-MM-DD` and the day exists. */
export function isLocalDate(text: string): boolean {
  return parseDay(text) !== null;
}

export function isLocalTime(text: string): boolean {
  return TIME.test(text);
}

export function compareDates(a: LocalDate, b: LocalDate): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** @throws RangeError when `days` is no whole number or the years 0001 to 9999 are left. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOf(dayOf(date) + days);
}

/** Days from a to b; negative when b is the earlier. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return dayOf(b) - dayOf(a);
}

export function shiftWindow(window: DateWindow, days: number): DateWindow {
  return { from: addDays(window.from, days), to: addDays(window.to, days) };
}

/** The first instant of the local day, which is not 00:00 where a clock change skips midnight. */
export function startOfDay(date: LocalDate, zone: string): Instant {
  return remembered(`${zone} ${date}`, () =>
    instantOf(plainDate(date).toZonedDateTime(zone).toInstant()),
  );
}

/** Due dates are inclusive: the deadline is the first instant of the next local day. */
export function deadlineInstant(dueOn: LocalDate, zone: string): Instant {
  return startOfDay(addDays(dueOn, 1), zone);
}

/**
 * The instant of a local time. A time that a clock change skips is moved on by the length of the gap; of a time that comes
 * twice the first is taken.
 */
export function atLocalTime(date: LocalDate, time: LocalTime, zone: string): Instant {
  if (!isLocalTime(time)) throw new RangeError(`Not a local time: ${JSON.stringify(time)}`);
  return remembered(`${zone} ${date} ${time}`, () =>
    instantOf(plainDate(date).toPlainDateTime(time).toZonedDateTime(zone).toInstant()),
  );
}

export function localDateOf(instant: Instant, zone: string): LocalDate {
  return zoned(instant, zone).toPlainDate().toString();
}

/** `YYYY-MM-DD HH:mm` in the zone. */
export function formatLocal(instant: Instant, zone: string): string {
  return zoned(instant, zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
}

/**
 * Hours are exact; days and working days keep the local time of day in the calendar's zone, by the rule of `atLocalTime`.
 * @throws RangeError when the value is no whole number.
 */
export function addDuration(calendar: WorkCalendar, instant: Instant, duration: Duration): Instant {
  const { value, unit } = duration;
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number of ${unit}: ${value}`);
  const start = zoned(instant, calendar.zone);
  switch (unit) {
    case 'hours':
      return instantOf(start.toInstant().add({ milliseconds: value * HOUR_MS }));
    case 'days':
    case 'workdays': {
      const date = start.toPlainDate().toString();
      const moved = unit === 'days' ? addDays(date, value) : addWorkingDays(calendar, date, value);
      if (moved === date) return instant;
      const local = plainDate(moved).toPlainDateTime(start.toPlainTime());
      return instantOf(local.toZonedDateTime(calendar.zone).toInstant());
    }
  }
}

function plainDate(date: LocalDate): Temporal.PlainDate {
  // Temporal also takes other spellings, which would not compare as strings.
  return Temporal.PlainDate.from(dateOf(dayOf(date)));
}

function zoned(instant: Instant, zone: string): Temporal.ZonedDateTime {
  if (!INSTANT.test(instant)) throw new RangeError(`Not an instant: ${JSON.stringify(instant)}`);
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
}

function instantOf(instant: Temporal.Instant): Instant {
  const text = instant.toString({ fractionalSecondDigits: 3 });
  if (!INSTANT.test(text)) throw new RangeError(`Instant out of range: ${text}`);
  return text;
}

/** Planning asks for the same few local times at every act, and a zone look-up costs tens of microseconds. */
function remembered(key: string, find: () => Instant): Instant {
  const known = instantsOfLocalTimes.get(key);
  if (known !== undefined) return known;
  const found = find();
  if (instantsOfLocalTimes.size >= CACHE_LIMIT) instantsOfLocalTimes.clear();
  instantsOfLocalTimes.set(key, found);
  return found;
}
