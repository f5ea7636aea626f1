/** The days of a year as twelve months of weeks, and what kind of day each is. */

/** As the API says it. */
export interface YearDay {
  readonly date: string;
  readonly working: boolean;
  readonly why: 'weekday' | 'weekend' | 'holiday' | 'make-up' | 'override';
  readonly provisional: boolean;
}

export type DayKind =
  'weekday' | 'weekend' | 'holiday' | 'make-up' | 'overrideOff' | 'overrideWorked';

export interface Month<D extends YearDay> {
  /** 1 to 12. */
  readonly month: number;
  /** From Monday to Sunday; null before the first and after the last day. */
  readonly weeks: readonly (readonly (D | null)[])[];
}

const WEEK = 7;
const DAY_MS = 86_400_000;
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 3;

export function kindOf({ why, working }: YearDay): DayKind {
  if (why !== 'override') return why;
  return working ? 'overrideWorked' : 'overrideOff';
}

/** ISO: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: string): number {
  const day = Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
  return ((((day + FIRST_WEEKDAY) % WEEK) + WEEK) % WEEK) + 1;
}

/** @param days of one year, in order */
export function monthsOf<D extends YearDay>(days: readonly D[]): readonly Month<D>[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    const prefix = `-${String(month).padStart(2, '0')}-`;
    return { month, weeks: weeksOf(days.filter(({ date }) => date.slice(4, 8) === prefix)) };
  });
}

function weeksOf<D extends YearDay>(days: readonly D[]): readonly (readonly (D | null)[])[] {
  const [first] = days;
  if (first === undefined) return [];
  const before = Array.from({ length: weekdayOf(first.date) - 1 }, () => null);
  const cells = [...before, ...days];
  const missing = (WEEK - (cells.length % WEEK)) % WEEK;
  const padded = [...cells, ...Array.from({ length: missing }, () => null)];
  return Array.from({ length: padded.length / WEEK }, (_, week) =>
    padded.slice(week * WEEK, (week + 1) * WEEK),
  );
}
