/** What makes one version of a calendar into the next: a year's notice, or days that a place settles for itself. */
import type { CalendarNotice, CalendarYear, Holiday, LocalDate, WorkCalendar } from './types.ts';

export type CalendarChange = NoticeChange | OverrideChange;

/** The notice of a year, whole also where it amends one that was published before. */
export interface NoticeChange {
  readonly kind: 'notice';
  readonly year: number;
  readonly notice: CalendarNotice;
  readonly holidays: readonly Holiday[];
  readonly makeUpWorkdays: readonly LocalDate[];
}

export interface OverrideChange {
  readonly kind: 'override';
  readonly documentNumber: string;
  readonly days: readonly OverriddenDay[];
}

export interface OverriddenDay {
  readonly date: LocalDate;
  readonly off: boolean;
  readonly name: Holiday['name'];
}

/** What is told of a version: enough for a sentence and for finding the document. */
export type CalendarPublication = { readonly version: number } & (
  | { readonly kind: 'shipped' }
  | {
      readonly kind: 'notice';
      readonly year: number;
      readonly number: string;
      readonly title: string;
      /** Whether the year had been published before. */
      readonly amends: boolean;
    }
  | {
      readonly kind: 'override';
      readonly number: string;
      readonly days: readonly { readonly date: LocalDate; readonly off: boolean }[];
    }
);

/** The next version. Whether the change is sound is judged before, by `changeFaults`. */
export function changedCalendar(calendar: WorkCalendar, change: CalendarChange): WorkCalendar {
  const next = { ...calendar, version: calendar.version + 1 };
  return change.kind === 'notice' ? withNotice(next, change) : withOverrides(next, change);
}

export function publicationOf(calendar: WorkCalendar, change: CalendarChange): CalendarPublication {
  const version = calendar.version + 1;
  if (change.kind === 'override') {
    const days = change.days.map(({ date, off }) => ({ date, off }));
    return { version, kind: 'override', number: change.documentNumber, days };
  }
  const { year, notice } = change;
  const amends = publishedYear(calendar, year) !== undefined;
  return { version, kind: 'notice', year, number: notice.number, title: notice.title, amends };
}

export function publishedYear(calendar: WorkCalendar, year: number): CalendarYear | undefined {
  return calendar.years.find((known) => known.year === year);
}

/** A year of the calendar as its notice lays it down; an amendment keeps the first notice and joins those before it. */
export function yearOf(calendar: WorkCalendar, change: NoticeChange): CalendarYear {
  const { year, notice, holidays, makeUpWorkdays } = change;
  const before = publishedYear(calendar, year);
  if (before === undefined) return { year, notice, holidays, makeUpWorkdays };
  const amendments = [...(before.amendments ?? []), notice];
  return { year, notice: before.notice, amendments, holidays, makeUpWorkdays };
}

function withNotice(calendar: WorkCalendar, change: NoticeChange): WorkCalendar {
  const others = calendar.years.filter(({ year }) => year !== change.year);
  const years = [...others, yearOf(calendar, change)].toSorted((a, b) => a.year - b.year);
  const lastDay = `${String(change.year)}-12-31`;
  const { publishedThrough } = calendar;
  return {
    ...calendar,
    years,
    publishedThrough: lastDay > publishedThrough ? lastDay : publishedThrough,
  };
}

/** A day that was settled before is settled anew. */
function withOverrides(
  calendar: WorkCalendar,
  { documentNumber, days }: OverrideChange,
): WorkCalendar {
  const kept = (calendar.overrides ?? []).filter(
    ({ date }) => !days.some((day) => day.date === date),
  );
  const added = days.map((day) => ({ ...day, documentNumber }));
  const overrides = [...kept, ...added].toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return { ...calendar, overrides };
}
