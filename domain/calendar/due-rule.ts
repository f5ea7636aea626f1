/** What becomes of a due day that is no working day. */
import type { DueRule } from '../definition/types.ts';
import type { LocalDate, WorkCalendar } from './types.ts';
import { addWorkingDays, isWorkingDay } from './working-days.ts';

/** The day itself when it is worked or kept; else the nearest working day on the side that the rule names. */
export function applyDueRule(calendar: WorkCalendar, day: LocalDate, rule: DueRule): LocalDate {
  if (rule === 'keep' || isWorkingDay(calendar, day)) return day;
  return addWorkingDays(calendar, day, rule === 'next-workday' ? 1 : -1);
}
