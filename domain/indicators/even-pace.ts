/** The even pace 序时进度: what share of the way should have been gone when a day is over. */
import { daysBetween } from '../calendar/dates.ts';
import type { DateWindow, LocalDate } from '../calendar/types.ts';
import type { Fraction } from './exact.ts';

/** Linear over the calendar days of the window, both its dates included; 0 before it and 1 after it. */
export function elapsedShare({ from, to }: DateWindow, day: LocalDate): Fraction {
  const whole = daysBetween(from, to) + 1;
  const gone = Math.min(Math.max(daysBetween(from, day) + 1, 0), whole);
  return { numerator: BigInt(gone), denominator: BigInt(Math.max(whole, 1)) };
}
