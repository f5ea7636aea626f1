/** Why a day is worked or not: for the page of a calendar, and for whoever doubts a date. */
import { dayOf, weekdayOf } from './day-number.ts';
import type { Holiday, LocalDate, WorkCalendar } from './types.ts';
import { isProvisional, isWorkingDay } from './working-days.ts';

export type DayReasonCode = 'weekday' | 'weekend' | 'holiday' | 'make-up' | 'override';

export interface DayReason {
  readonly date: LocalDate;
  readonly working: boolean;
  readonly why: DayReasonCode;
  /** Of the holiday or override. */
  readonly name: Holiday['name'] | null;
  /** Number of the notice or document on which it rests; null for what weekends alone decide. */
  readonly documentNumber: string | null;
  readonly provisional: boolean;
}

export function dayReason(calendar: WorkCalendar, date: LocalDate): DayReason {
  const day = {
    date,
    working: isWorkingDay(calendar, date),
    provisional: isProvisional(calendar, date),
  };
  const override = calendar.overrides?.find((one) => one.date === date);
  if (override !== undefined) {
    const { name, documentNumber } = override;
    return { ...day, why: 'override', name, documentNumber };
  }
  return { ...day, ...byNotice(calendar, date) };
}

function byNotice(
  calendar: WorkCalendar,
  date: LocalDate,
): Pick<DayReason, 'why' | 'name' | 'documentNumber'> {
  for (const { holidays, makeUpWorkdays, notice, amendments } of calendar.years) {
    const documentNumber = amendments?.at(-1)?.number ?? notice.number;
    if (makeUpWorkdays.includes(date)) return { why: 'make-up', name: null, documentNumber };
    const holiday = holidays.find(({ from, to }) => from <= date && date <= to);
    if (holiday !== undefined) return { why: 'holiday', name: holiday.name, documentNumber };
  }
  const isWeekend = calendar.weekend.includes(weekdayOf(dayOf(date)));
  return { why: isWeekend ? 'weekend' : 'weekday', name: null, documentNumber: null };
}
