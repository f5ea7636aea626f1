/** Working days with notices and overrides agree with a naive model that asks of each day by itself. */
import { describe, test } from '@jest/globals';
import fc from 'fast-check';
import { changedCalendar } from '../../domain/calendar/change.ts';
import { addDays } from '../../domain/calendar/dates.ts';
import { dayReason } from '../../domain/calendar/day-reason.ts';
import { applyDueRule } from '../../domain/calendar/due-rule.ts';
import type { WorkCalendar } from '../../domain/calendar/types.ts';
import type { DueRule } from '../../domain/definition/types.ts';
import {
  addWorkingDays,
  isWorkingDay,
  workingDaysBetween,
} from '../../domain/calendar/working-days.ts';
import { CN_2027 } from '../support/calendars.ts';

const dates = fc.integer({ min: 0, max: 500 }).map((days) => addDays('2026-11-01', days));
const days = fc.array(fc.record({ date: dates, off: fc.boolean() }), { maxLength: 30 });
const calendars = fc.array(days, { maxLength: 4 }).map((changes) =>
  changes.reduce<WorkCalendar>((calendar, change, index) => {
    const name = { zh: '调整', en: 'Settled' };
    const unique = [...new Map(change.map((one) => [one.date, { ...one, name }])).values()];
    const documentNumber = `${String(index)}号`;
    return changedCalendar(calendar, { kind: 'override', documentNumber, days: unique });
  }, CN_2027),
);

/** By the documents alone, without any index. */
function isWorkedNaively(calendar: WorkCalendar, date: string): boolean {
  const override = calendar.overrides?.findLast((one) => one.date === date);
  if (override !== undefined) return !override.off;
  if (calendar.years.some(({ makeUpWorkdays }) => makeUpWorkdays.includes(date))) return true;
  const isHoliday = calendar.years.some(({ holidays }) =>
    holidays.some(({ from, to }) => from <= date && date <= to),
  );
  return !isHoliday && ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}

function addNaively(calendar: WorkCalendar, date: string, count: number): string {
  let day = date;
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, Math.sign(count));
    if (isWorkedNaively(calendar, day)) left -= 1;
  }
  return day;
}

describe('a calendar with overrides', () => {
  test('works the days that its documents say, and says why', () => {
    fc.assert(
      fc.property(calendars, dates, (calendar, date) => {
        const worked = isWorkedNaively(calendar, date);
        return (
          isWorkingDay(calendar, date) === worked && dayReason(calendar, date).working === worked
        );
      }),
    );
  });

  test('counts as one counts on one’s fingers', () => {
    const counts = fc.integer({ min: -40, max: 40 });
    fc.assert(
      fc.property(calendars, dates, counts, (calendar, date, count) => {
        const reached = addWorkingDays(calendar, date, count);
        const back = workingDaysBetween(calendar, date, reached);
        return reached === addNaively(calendar, date, count) && (count < 0 || back === count);
      }),
    );
  });

  test('moves a due day only from a day off, to the nearest working day on the side of the rule', () => {
    const rules = fc.constantFrom<DueRule>('keep', 'next-workday', 'previous-workday');
    fc.assert(
      fc.property(calendars, dates, rules, (calendar, date, rule) => {
        const moved = applyDueRule(calendar, date, rule);
        if (rule === 'keep' || isWorkedNaively(calendar, date)) return moved === date;
        return moved === addNaively(calendar, date, rule === 'next-workday' ? 1 : -1);
      }),
    );
  });
});
