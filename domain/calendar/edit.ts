/** A calendar with single days changed, for asking what would follow: nothing is published by it. */
import { dayOf, dateOf } from './day-number.ts';
import type { CalendarYear, Holiday, LocalDate, WorkCalendar } from './types.ts';

export interface CalendarEdit {
  /** Days that become days off. */
  readonly off: readonly LocalDate[];
  /** Days that become working days, even inside a holiday. */
  readonly worked: readonly LocalDate[];
}

const NAME: Holiday['name'] = { zh: '拟定放假', en: 'Supposed day off' };
const NOTICE: CalendarYear['notice'] = { number: '—', title: '推演', issuedOn: '2000-01-01' };

/** The calendar as it would be; a day that stands in both lists is worked. */
export function editedCalendar(calendar: WorkCalendar, edit: CalendarEdit): WorkCalendar {
  const worked = new Set(edit.worked);
  const off = new Set(edit.off.filter((day) => !worked.has(day)));
  const years = calendar.years.map((year) => ({
    ...year,
    holidays: year.holidays.flatMap((holiday) => without(holiday, worked)),
    makeUpWorkdays: year.makeUpWorkdays.filter((day) => !off.has(day)),
  }));
  const added: CalendarYear = {
    // Year 0 is nobody's: an edit does not make a year without a notice a covered one.
    year: 0,
    notice: NOTICE,
    holidays: [...off].map((day) => ({ name: NAME, from: day, to: day })),
    makeUpWorkdays: [...worked],
  };
  return { ...calendar, years: [...years, added] };
}

/** What is left of a holiday without these days: the stretches between them. */
function without(holiday: Holiday, worked: ReadonlySet<LocalDate>): readonly Holiday[] {
  const parts: Holiday[] = [];
  let from: number | null = null;
  const last = dayOf(holiday.to);
  for (let day = dayOf(holiday.from); day <= last + 1; day += 1) {
    const isOff = day <= last && !worked.has(dateOf(day));
    if (isOff) from ??= day;
    else if (from !== null) {
      parts.push({ ...holiday, from: dateOf(from), to: dateOf(day - 1) });
      from = null;
    }
  }
  return parts;
}
