/** Where the days of a plan stand on its chart, in percent of its width. */
import { addDays, daysBetween } from './days.ts';

export interface PlanScale {
  readonly first: string;
  /** Days from the first to the last. */
  readonly length: number;
  readonly placeOf: (day: string) => number;
  /** First days of months or of years, as many as can be read. */
  readonly ticks: readonly string[];
}

const ROOM = 0.2;
const LEAST_ROOM_DAYS = 30;
const MOST_TICKS = 8;
const HUNDRED = 100;

/** @param days everything that must have a place; there is room after the last one to move to */
export function planScale(days: readonly string[]): PlanScale {
  const sorted = days.toSorted();
  const first = sorted[0] ?? '';
  const span = daysBetween(first, sorted.at(-1) ?? first);
  const length = span + Math.max(Math.round(span * ROOM), LEAST_ROOM_DAYS);
  return {
    first,
    length,
    placeOf: (day) => Math.round((daysBetween(first, day) / length) * HUNDRED * HUNDRED) / HUNDRED,
    ticks: monthTicks(first, addDays(first, length)),
  };
}

function monthTicks(first: string, last: string): readonly string[] {
  const months = firstsOfMonths(first, last);
  const step = [1, 2, 3, 6, 12, 24].find((one) => months.length / one <= MOST_TICKS) ?? 60;
  return months.filter((day) => {
    const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
    return month % step === 0;
  });
}

function firstsOfMonths(first: string, last: string): readonly string[] {
  const firsts: string[] = [];
  let month = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7));
  for (;;) {
    const day = `${String(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}-01`;
    if (day > last) return firsts;
    firsts.push(day);
    month += 1;
  }
}
