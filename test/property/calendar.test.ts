/** Laws of dates, working days and the rehearsal clock that hold for every input. */
import { describe, test } from '@jest/globals';
import fc from 'fast-check';
import { CN_PUBLIC } from '../../domain/calendar/cn-public.ts';
import {
  addDays,
  addDuration,
  atLocalTime,
  compareDates,
  daysBetween,
  deadlineInstant,
  formatLocal,
  isLocalDate,
  localDateOf,
  startOfDay,
} from '../../domain/calendar/dates.ts';
import {
  toProgrammeTime,
  toRealTime,
  type ProgrammeClock,
} from '../../domain/calendar/rehearsal-clock.ts';
import {
  addWorkingDays,
  isWorkingDay,
  workingDaysBetween,
} from '../../domain/calendar/working-days.ts';

const dates = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2010-01-01', days));
const counts = fc.integer({ min: -300, max: 300 });
const zones = fc.constantFrom('Asia/Shanghai', 'Asia/Urumqi', 'America/New_York', 'Pacific/Apia');
const instants = fc
  .integer({ min: Date.parse('1980-01-01'), max: Date.parse('2060-01-01') })
  .map((ms) => new Date(ms).toISOString());
const clocks: fc.Arbitrary<ProgrammeClock> = fc
  .record({
    anchor: instants,
    startedAt: instants,
    speed: fc.oneof(
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.double({ min: 1, max: 1e7, noNaN: true }),
    ),
    standsMs: fc.option(fc.integer({ min: 0, max: 600_000 }), { nil: null }),
  })
  .map(({ standsMs, ...clock }) => {
    if (standsMs === null) return clock;
    const runsFrom = new Date(Date.parse(clock.startedAt) + standsMs).toISOString();
    return { ...clock, runsFrom };
  });

describe('dates', () => {
  test('adding and counting days are inverse', () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        return (
          addDays(a, daysBetween(a, b)) === b && compareDates(a, b) === -compareDates(b, a) + 0
        );
      }),
    );
  });

  test('a text is a date exactly when the calendar has the day', () => {
    const parts = fc.tuple(fc.nat(9999), fc.nat(14), fc.nat(33));
    fc.assert(
      fc.property(parts, ([year, month, day]) => {
        const text = [String(year).padStart(4, '0'), ...[month, day].map(twoDigits)].join('-');
        const exists =
          year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(year, month);
        return isLocalDate(text) === exists;
      }),
    );
  });

  test('a day begins on itself, and the millisecond before belongs to the day before', () => {
    fc.assert(
      fc.property(dates, zones, (date, zone) => {
        const start = startOfDay(date, zone);
        const before = new Date(Date.parse(start) - 1).toISOString();
        // Apia skipped 2011-12-30 altogether, so its "first instant" is already the next day.
        if (zone === 'Pacific/Apia' && date === '2011-12-30') return true;
        return localDateOf(start, zone) === date && localDateOf(before, zone) < date;
      }),
    );
  });

  test('an instant lies between the start of its local day and its deadline', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const date = localDateOf(instant, zone);
        return startOfDay(date, zone) <= instant && instant < deadlineInstant(date, zone);
      }),
    );
  });

  test('a local time in China is shown as it was asked for', () => {
    const times = fc.tuple(fc.nat(23), fc.nat(59)).map((parts) => parts.map(twoDigits).join(':'));
    fc.assert(
      fc.property(dates, times, (date, time) => {
        const instant = atLocalTime(date, time, 'Asia/Shanghai');
        return formatLocal(instant, 'Asia/Shanghai') === `${date} ${time}`;
      }),
    );
  });
});

describe('working days', () => {
  test('adding and counting are inverse from a working day, and from any day when going forward', () => {
    fc.assert(
      fc.property(dates, counts, (date, n) => {
        const inverse =
          workingDaysBetween(CN_PUBLIC, date, addWorkingDays(CN_PUBLIC, date, n)) === n;
        return inverse || (n < 0 && !isWorkingDay(CN_PUBLIC, date));
      }),
    );
  });

  test('adding reaches a working day, in steps that can be split', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 200 }), fc.nat(200), (date, n, m) => {
        const reached = addWorkingDays(CN_PUBLIC, date, n);
        const both = addWorkingDays(CN_PUBLIC, reached, m);
        return isWorkingDay(CN_PUBLIC, reached) && both === addWorkingDays(CN_PUBLIC, date, n + m);
      }),
    );
  });

  test('later days and larger counts never give an earlier day', () => {
    fc.assert(
      fc.property(dates, fc.nat(30), fc.integer({ min: 1, max: 200 }), (date, later, n) => {
        const reached = addWorkingDays(CN_PUBLIC, date, n);
        return (
          reached <= addWorkingDays(CN_PUBLIC, addDays(date, later), n) &&
          reached < addWorkingDays(CN_PUBLIC, date, n + 1)
        );
      }),
    );
  });

  test('counting is symmetric and adds up', () => {
    fc.assert(
      fc.property(dates, dates, dates, (a, b, c) => {
        const count = (from: string, to: string): number => workingDaysBetween(CN_PUBLIC, from, to);
        return count(a, b) + count(b, a) === 0 && count(a, b) + count(b, c) === count(a, c);
      }),
    );
  });

  test('a duration in working days keeps the local time and lands on a working day', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 60 }), (instant, value) => {
        const moved = addDuration(CN_PUBLIC, instant, { value, unit: 'workdays' });
        return moved > instant && isWorkingDay(CN_PUBLIC, localDateOf(moved, 'Asia/Shanghai'));
      }),
    );
  });
});

describe('the rehearsal clock', () => {
  test('is never early, and not a millisecond later than it must be', () => {
    fc.assert(
      fc.property(clocks, instants, (clock, programme) => {
        const real = toRealTime(clock, programme);
        const before = new Date(Date.parse(real) - 1).toISOString();
        return (
          toProgrammeTime(clock, real) >= programme && toProgrammeTime(clock, before) < programme
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('never runs backwards', () => {
    fc.assert(
      fc.property(clocks, instants, instants, (clock, a, b) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        return (
          toProgrammeTime(clock, first) <= toProgrammeTime(clock, second) &&
          toRealTime(clock, first) <= toRealTime(clock, second)
        );
      }),
    );
  });
});

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}

function lengthOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
