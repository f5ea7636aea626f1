/** The due day of a window: the rule of the phase moves one that is no working day. */
import type { DateWindow, LocalDate, WorkCalendar } from '../calendar/types.ts';
import { applyDueRule } from '../calendar/due-rule.ts';
import type { DueRule } from './types.ts';

/** Never before the window begins: where no working day lies in it before its last day, the last day is kept. */
export function dueDayOf(
  window: DateWindow,
  rule: DueRule | undefined,
  calendar: WorkCalendar,
): LocalDate {
  const { from, to } = window;
  const day = applyDueRule(calendar, to, rule ?? 'keep');
  return day < from ? to : day;
}
