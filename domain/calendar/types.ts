/** The shapes of dates and working-day calendars: plain data that can be stored, sent and compared. */

/** `YYYY-MM-DD`, years 0001 to 9999; compares as a string. */
export type LocalDate = string;

/** `YYYY-MM-DDTHH:mm:ss.sssZ`, UTC with three digits of milliseconds; compares as a string. */
export type Instant = string;

/** `HH:MM`, 00:00 to 23:59. */
export type LocalTime = string;

/** ISO day of the week: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Both dates included. */
export interface DateWindow {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Whole hours (exact), or working days or days (same local time of day). Months and years are no units of it. */
export interface Duration {
  readonly value: number;
  readonly unit: 'hours' | 'workdays' | 'days';
}

/** The published act on which a year of a calendar rests. */
export interface CalendarNotice {
  readonly number: string;
  readonly title: string;
  readonly issuedOn: LocalDate;
}

export interface Holiday extends DateWindow {
  readonly name: { readonly zh: string; readonly en: string };
}

/** What one year's notice lays down; it may reach into the last days of the year before. */
export interface CalendarYear {
  readonly year: number;
  readonly notice: CalendarNotice;
  /** Later notices that changed the year; their changes are already in it. */
  readonly amendments?: readonly CalendarNotice[];
  /** Days off 放假, days of rest moved by 调休 and weekends inside the window included. */
  readonly holidays: readonly Holiday[];
  /** Days of the weekend that are worked 调休补班. */
  readonly makeUpWorkdays: readonly LocalDate[];
}

export interface WorkCalendar {
  readonly key: string;
  readonly version: number;
  /** IANA zone in which its days begin and end. */
  readonly zone: string;
  readonly weekend: readonly Weekday[];
  readonly years: readonly CalendarYear[];
  /** The last day for which a notice has been published; every later day is provisional. */
  readonly publishedThrough: LocalDate;
  /** By date, each once; they go before notices and weekends. Left out where there are none. */
  readonly overrides?: readonly LocalOverride[];
}

/** A day that a place settles for itself by a document of its own: off, as on a day of typhoon, or worked. */
export interface LocalOverride {
  readonly date: LocalDate;
  readonly off: boolean;
  readonly name: { readonly zh: string; readonly en: string };
  readonly documentNumber: string;
}
