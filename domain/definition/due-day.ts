/** The due day of a window: the rule of the phase moves one that is no working day. */
import type { DateWindow, LocalDate, WorkCalendar } from '../calendar/types.ts';
import { addWorkingDays, isWorkingDay } from '../calendar/working-days.ts';
import type { DueRule } from './types.ts';

/** Never before the window begins: where no working day lies in it before its last day, the last day is kept. */
export function dueDayOf(
  window: DateWindow,
  rule: DueRule | undefined,
  calendar: WorkCalendar,
): LocalDate {
  const { from, to } = window;
  if (rule === undefined || rule === 'keep' || isWorkingDay(calendar, to)) return to;
  if (rule === 'next-workday') return addWorkingDays(calendar, to, 1);
  const before = addWorkingDays(calendar, to, -1);
  return before < from ? to : before;
}
