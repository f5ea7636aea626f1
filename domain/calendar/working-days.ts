/** Working days of a calendar: which days are worked, and counting them. An uncovered year has its weekends only and is provisional. */
import { dateOf, dayOf, weekdayOf } from './day-number.ts';
import type { LocalDate, WorkCalendar } from './types.ts';

interface DayIndex {
  readonly years: ReadonlySet<number>;
  readonly weekend: ReadonlySet<number>;
  readonly off: ReadonlySet<number>;
  readonly worked: ReadonlySet<number>;
}

const indexes = new WeakMap<WorkCalendar, DayIndex>();

export function isWorkingDay(calendar: WorkCalendar, date: LocalDate): boolean {
  return isWorked(indexOf(calendar), dayOf(date));
}

/**
 * The n-th working day strictly after the date, or strictly before it when n is negative; the date itself when n is 0.
 * @throws RangeError when n is no whole number or the years 0001 to 9999 are left.
 */
export function addWorkingDays(calendar: WorkCalendar, date: LocalDate, n: number): LocalDate {
  if (!Number.isSafeInteger(n)) throw new RangeError(`Not a whole number of working days: ${n}`);
  const index = indexOf(calendar);
  if (index.weekend.size === 7)
    throw new RangeError(`Calendar ${calendar.key} has no working week`);
  const step = Math.sign(n);
  let day = dayOf(date);
  for (let left = Math.abs(n); left > 0;) {
    day += step;
    if (isWorked(index, day)) left -= 1;
  }
  return dateOf(day);
}

/**
 * How many working days d satisfy a < d ≤ b; with b before a, the negated count of b < d ≤ a.
 * So `workingDaysBetween(c, d, addWorkingDays(c, d, n))` is n for every n ≥ 0, and for every n when d is a working day.
 */
export function workingDaysBetween(calendar: WorkCalendar, a: LocalDate, b: LocalDate): number {
  const index = indexOf(calendar);
  const [start, end] = [dayOf(a), dayOf(b)];
  let count = 0;
  for (let day = Math.min(start, end) + 1; day <= Math.max(start, end); day += 1) {
    if (isWorked(index, day)) count += 1;
  }
  return end >= start || count === 0 ? count : -count;
}

/** Whether a notice for the year of the date is in the calendar. */
export function isCovered(calendar: WorkCalendar, date: LocalDate): boolean {
  dayOf(date);
  return indexOf(calendar).years.has(yearOf(date));
}

/** Whether every year from the one date to the other is covered. */
export function spanIsCovered(calendar: WorkCalendar, from: LocalDate, to: LocalDate): boolean {
  const [first, last] = dayOf(from) <= dayOf(to) ? [from, to] : [to, from];
  const { years } = indexOf(calendar);
  for (let year = yearOf(first); year <= yearOf(last); year += 1) {
    if (!years.has(year)) return false;
  }
  return true;
}

/** Whether the date rests on weekends alone, so that a notice yet to be loaded may move it. */
export function isProvisional(calendar: WorkCalendar, date: LocalDate): boolean {
  return !isCovered(calendar, date) || date > calendar.publishedThrough;
}

function isWorked(index: DayIndex, day: number): boolean {
  if (index.worked.has(day)) return true;
  return !index.off.has(day) && !index.weekend.has(weekdayOf(day));
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

function indexOf(calendar: WorkCalendar): DayIndex {
  const known = indexes.get(calendar);
  if (known) return known;
  const made = makeIndex(calendar);
  indexes.set(calendar, made);
  return made;
}

function makeIndex(calendar: WorkCalendar): DayIndex {
  const off = new Set<number>();
  for (const holiday of calendar.years.flatMap((year) => year.holidays)) {
    for (let day = dayOf(holiday.from); day <= dayOf(holiday.to); day += 1) off.add(day);
  }
  const worked = new Set(calendar.years.flatMap((year) => year.makeUpWorkdays).map(dayOf));
  for (const override of calendar.overrides ?? []) {
    const day = dayOf(override.date);
    // A day stands in one of the two sets only, so that what the place settled last decides.
    (override.off ? worked : off).delete(day);
    (override.off ? off : worked).add(day);
  }
  return {
    years: new Set(calendar.years.map((year) => year.year)),
    weekend: new Set(calendar.weekend),
    off,
    worked,
  };
}
