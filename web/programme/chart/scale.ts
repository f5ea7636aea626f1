/** The axis of the wall chart: whole months, and where on it an instant or a day stands, in percent. Pure. */

export interface Scale {
  /** First day of the first month. */
  readonly from: string;
  /** First day of the month after the last. */
  readonly until: string;
  readonly months: readonly Month[];
  /** Of an instant, or of the beginning of a day; clipped to the axis. */
  readonly percentOf: (at: string) => number;
}

export interface Month {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly left: number;
  readonly width: number;
}

/** The papers are of places that keep one time. */
const OFFSET = '+08:00';
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

export function msOf(at: string): number {
  return Date.parse(DAY.test(at) ? `${at}T00:00:00${OFFSET}` : at);
}

/** The first instant after a day. */
export function endOf(day: string): string {
  return new Date(msOf(day) + DAY_MS).toISOString();
}

/** From the month of the earliest of them to that of the latest; there is at least one. */
export function scaleOf(instants: readonly string[]): Scale {
  const all = instants.map(msOf);
  const first = monthOf(Math.min(...all));
  const last = monthOf(Math.max(...all));
  const from = firstDay(first);
  const until = firstDay(last + 1);
  const start = msOf(from);
  const length = msOf(until) - start;
  const percentOf = (at: string): number =>
    Math.min(100, Math.max(0, (100 * (msOf(at) - start)) / length));
  const months = Array.from({ length: last - first + 1 }, (_, index) => {
    const left = percentOf(firstDay(first + index));
    const right = percentOf(firstDay(first + index + 1));
    const { year, month } = named(first + index);
    return { year, month, left, width: right - left };
  });
  return { from, until, months, percentOf };
}

/** Every so many months are named: all, quarters, or only the years. */
export function stepOf({ months }: Scale): 1 | 3 | 12 {
  if (months.length <= 24) return 1;
  return months.length <= 60 ? 3 : 12;
}

/** Months since the year 0, by the time of the place. */
function monthOf(ms: number): number {
  const local = new Date(ms + 8 * 3_600_000);
  return local.getUTCFullYear() * 12 + local.getUTCMonth();
}

function named(index: number): { readonly year: number; readonly month: number } {
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

function firstDay(index: number): string {
  const { year, month } = named(index);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
}
