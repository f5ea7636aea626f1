/** Periods of the calendar: what they are called, how they follow one another, and which days they hold. */
import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, isLocalDate } from '../../../domain/calendar/dates.ts';
import type { DayOfPeriod, DutyInterval } from '../../../domain/definition/duty-types.ts';
import {
  nextPeriod,
  periodOf,
  readPeriod,
  spanOf,
  windowOf,
  wordPeriod,
} from '../../../domain/definition/periods.ts';

const INTERVALS: readonly DutyInterval[] = ['month', 'quarter', 'half-year', 'year'];
const interval = fc.constantFrom(...INTERVALS);
/** A kind of period, and one of that kind. */
const some = (): fc.Arbitrary<{ readonly every: DutyInterval; readonly period: string }> =>
  fc
    .record({ every: interval, on: day })
    .map(({ every, on }) => ({ every, period: periodOf(every, on) }));
const day = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays('1990-01-01', days));
const dayOfPeriod = fc.record({
  month: fc.integer({ min: 1, max: 13 }),
  day: fc.integer({ min: 1, max: 31 }),
});

describe('the name of a period', () => {
  test.each([
    { every: 'month', on: '2012-07-10', period: '2012-07', zh: '2012年7月', en: 'July 2012' },
    { every: 'month', on: '2012-12-31', period: '2012-12', zh: '2012年12月', en: 'December 2012' },
    {
      every: 'quarter',
      on: '2012-03-31',
      period: '2012-q1',
      zh: '2012年第一季度',
      en: 'first quarter of 2012',
    },
    {
      every: 'quarter',
      on: '2012-10-01',
      period: '2012-q4',
      zh: '2012年第四季度',
      en: 'fourth quarter of 2012',
    },
    {
      every: 'half-year',
      on: '2012-06-30',
      period: '2012-h1',
      zh: '2012年上半年',
      en: 'first half of 2012',
    },
    {
      every: 'half-year',
      on: '2012-07-01',
      period: '2012-h2',
      zh: '2012年下半年',
      en: 'second half of 2012',
    },
    { every: 'year', on: '2012-02-29', period: '2012', zh: '2012年', en: '2012' },
  ] as const)('of a $every on $on is $period', ({ every, on, period, zh, en }) => {
    expect(periodOf(every, on)).toBe(period);
    expect(wordPeriod(period)).toEqual({ zh, en });
  });

  test.each([
    ['month', '2012-7'],
    ['month', '2012-13'],
    ['month', '2012-00'],
    ['month', '2012'],
    ['quarter', '2012-q5'],
    ['quarter', '2012-Q1'],
    ['half-year', '2012-h3'],
    ['year', '2012-01'],
    ['year', '12'],
    ['year', '2012\n'],
    ['month', '2012-07 '],
    ['month', ''],
  ] as const)('is refused for a %s when it reads %j', (every, period) => {
    expect(readPeriod(every, period)).toBe(false);
  });

  it('is read by its own kind and by no other', () => {
    fc.assert(
      fc.property(interval, interval, day, (every, other, on) => {
        expect(readPeriod(other, periodOf(every, on))).toBe(every === other);
      }),
    );
  });
});

describe('one period after another', () => {
  it('never skips a day and never has one twice', () => {
    fc.assert(
      fc.property(interval, day, (every, on) => {
        const period = periodOf(every, on);
        const { from, to } = spanOf(every, period);
        expect(from <= on && on <= to).toBe(true);
        expect(spanOf(every, nextPeriod(every, period)).from).toBe(addDays(to, 1));
        expect(periodOf(every, from)).toBe(period);
        expect(periodOf(every, to)).toBe(period);
      }),
    );
  });

  it('compares as a string as it follows in time', () => {
    fc.assert(
      fc.property(interval, day, day, (every, a, b) => {
        const [first, second] = [periodOf(every, a), periodOf(every, b)];
        if (a <= b) expect(first <= second).toBe(true);
        expect(nextPeriod(every, first) > first).toBe(true);
      }),
    );
  });

  it('comes back to the same place of the year after a year of them', () => {
    fc.assert(
      fc.property(interval, day, (every, on) => {
        const times = { month: 12, quarter: 4, 'half-year': 2, year: 1 }[every];
        let period = periodOf(every, on);
        const started = period;
        for (let step = 0; step < times; step += 1) period = nextPeriod(every, period);
        expect(period.slice(4)).toBe(started.slice(4));
        expect(Number(period.slice(0, 4))).toBe(Number(started.slice(0, 4)) + 1);
      }),
    );
  });
});

describe('the window of a period', () => {
  const monthly = { opens: { month: 1, day: 1 }, due: { month: 1, day: 31 } };

  test.each([
    ['2012-02', '2012-02-29'],
    ['2013-02', '2013-02-28'],
    ['1900-02', '1900-02-28'],
    ['2000-02', '2000-02-29'],
    ['2012-04', '2012-04-30'],
    ['2012-12', '2012-12-31'],
  ])('of %s ends with its last day, %s, where the day is past it', (period, to) => {
    expect(windowOf(monthly, period).to).toBe(to);
  });

  it('may end in the period that follows, across a year too', () => {
    const duty = { opens: { month: 12, day: 1 }, due: { month: 13, day: 10 } };
    expect(windowOf(duty, '2012')).toEqual({ from: '2012-12-01', to: '2013-01-10' });
    const quarterly = { opens: { month: 3, day: 20 }, due: { month: 4, day: 5 } };
    expect(windowOf(quarterly, '2012-q4')).toEqual({ from: '2012-12-20', to: '2013-01-05' });
    expect(windowOf(quarterly, '2012-q1')).toEqual({ from: '2012-03-20', to: '2012-04-05' });
  });

  it('has days that exist, and opens and is due later in each period than in the one before', () => {
    fc.assert(
      fc.property(some(), dayOfPeriod, dayOfPeriod, ({ every, period }, opens, due) => {
        const window = windowOf({ opens, due }, period);
        const following = windowOf({ opens, due }, nextPeriod(every, period));
        expect(isLocalDate(window.from) && isLocalDate(window.to)).toBe(true);
        expect(window.from < following.from && window.to < following.to).toBe(true);
      }),
    );
  });

  it('begins no later than it ends where the due day is no earlier than the first', () => {
    const before = (a: DayOfPeriod, b: DayOfPeriod): boolean =>
      a.month < b.month || (a.month === b.month && a.day <= b.day);
    fc.assert(
      fc.property(some(), dayOfPeriod, dayOfPeriod, ({ period }, a, b) => {
        const [opens, due] = before(a, b) ? [a, b] : [b, a];
        const { from, to } = windowOf({ opens, due }, period);
        expect(from <= to).toBe(true);
      }),
    );
  });
});
