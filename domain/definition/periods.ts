/** Periods of duties: months `2012-07`, quarters `2012-q3`, half-years `2012-h2` and years `2012`; they compare as strings within a kind. */
import type { DateWindow, LocalDate } from '../calendar/types.ts';
import type { DayOfPeriod, DutyDefinition, DutyInterval } from './duty-types.ts';
import type { Localised } from './localised.ts';

const MONTHS: Readonly<Record<DutyInterval, number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
};

const PATTERNS: Readonly<Record<DutyInterval, RegExp>> = {
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  quarter: /^\d{4}-q[1-4]$/,
  'half-year': /^\d{4}-h[12]$/,
  year: /^\d{4}$/,
};

const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** How many months a period of this kind has. */
export function monthsOf(every: DutyInterval): number {
  return MONTHS[every];
}

/** Whether the text names a period of this kind. */
export function readPeriod(every: DutyInterval, period: string): boolean {
  return PATTERNS[every].test(period);
}

/** The period in which the day lies. */
export function periodOf(every: DutyInterval, day: LocalDate): string {
  return named(every, Number(day.slice(0, 4)), Number(day.slice(5, 7)));
}

/** The period after this one. */
export function nextPeriod(every: DutyInterval, period: string): string {
  const { year, month } = firstMonth(period);
  return named(every, year, month + MONTHS[every]);
}

/** First and last day on which the period's obligation stands. */
export function windowOf(duty: Pick<DutyDefinition, 'opens' | 'due'>, period: string): DateWindow {
  return { from: dayIn(period, duty.opens), to: dayIn(period, duty.due) };
}

/** First and last day of the period itself. */
export function spanOf(every: DutyInterval, period: string): DateWindow {
  return {
    from: dayIn(period, { month: 1, day: 1 }),
    to: dayIn(period, { month: MONTHS[every], day: 31 }),
  };
}

/** `2012年7月`, `July 2012`; `2012年第三季度`, `third quarter of 2012`. */
export function wordPeriod(period: string): Localised {
  const year = period.slice(0, 4);
  const rest = period.slice(5);
  if (rest === '') return { zh: `${year}年`, en: year };
  if (rest.startsWith('q')) {
    const index = Number(rest.slice(1)) - 1;
    const zh = ['一', '二', '三', '四'][index] ?? '';
    const en = ['first', 'second', 'third', 'fourth'][index] ?? '';
    return { zh: `${year}年第${zh}季度`, en: `${en} quarter of ${year}` };
  }
  if (rest.startsWith('h')) {
    return rest === 'h1'
      ? { zh: `${year}年上半年`, en: `first half of ${year}` }
      : { zh: `${year}年下半年`, en: `second half of ${year}` };
  }
  const month = Number(rest);
  return { zh: `${year}年${month}月`, en: `${ENGLISH_MONTHS[month - 1] ?? rest} ${year}` };
}

function named(every: DutyInterval, year: number, month: number): string {
  const index = year * 12 + month - 1;
  const inYear = Math.floor(index / 12);
  const monthOfYear = index % 12;
  const text = String(inYear).padStart(4, '0');
  switch (every) {
    case 'month':
      return `${text}-${String(monthOfYear + 1).padStart(2, '0')}`;
    case 'quarter':
      return `${text}-q${Math.floor(monthOfYear / 3) + 1}`;
    case 'half-year':
      return `${text}-h${Math.floor(monthOfYear / 6) + 1}`;
    case 'year':
      return text;
  }
}

function firstMonth(period: string): { readonly year: number; readonly month: number } {
  const year = Number(period.slice(0, 4));
  const rest = period.slice(5);
  if (rest === '') return { year, month: 1 };
  if (rest.startsWith('q')) return { year, month: Number(rest.slice(1)) * 3 - 2 };
  if (rest.startsWith('h')) return { year, month: Number(rest.slice(1)) * 6 - 5 };
  return { year, month: Number(rest) };
}

function dayIn(period: string, { month, day }: DayOfPeriod): LocalDate {
  const first = firstMonth(period);
  const index = first.year * 12 + first.month + month - 2;
  const year = Math.floor(index / 12);
  const monthOfYear = (index % 12) + 1;
  const last = lengthOf(year, monthOfYear);
  return [
    String(year).padStart(4, '0'),
    String(monthOfYear).padStart(2, '0'),
    String(Math.min(day, last)).padStart(2, '0'),
  ].join('-');
}

function lengthOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
