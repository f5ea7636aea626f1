/** Working days over make-up days, holidays, year ends and years without a notice. */
import { describe, expect, test } from '@jest/globals';
import { CN_PUBLIC } from '../../../domain/calendar/cn-public.ts';
import type { WorkCalendar } from '../../../domain/calendar/types.ts';
import {
  addWorkingDays,
  isCovered,
  isProvisional,
  isWorkingDay,
  spanIsCovered,
  workingDaysBetween,
} from '../../../domain/calendar/working-days.ts';

/** As if no notice for the years between had ever been published. */
const WITH_A_GAP: WorkCalendar = {
  ...CN_PUBLIC,
  years: CN_PUBLIC.years.filter(({ year }) => year < 2016 || year > 2022),
};

describe('isWorkingDay', () => {
  test.each([
    ['2013-09-27', true, 'an ordinary Friday'],
    ['2013-09-28', false, 'an ordinary Saturday'],
    ['2013-09-29', true, 'a make-up Sunday'],
    ['2013-09-30', true, 'the Monday before National Day'],
    ['2013-10-01', false, 'the first day of a window'],
    ['2013-10-07', false, 'the last day of a window, a Monday'],
    ['2013-10-08', true, 'the day after a window'],
    ['2013-10-12', true, 'a make-up Saturday'],
    ['2013-10-13', false, 'the Sunday after it'],
    ['2011-12-31', true, 'a make-up Saturday laid down by the next year’s notice'],
    ['2015-09-04', false, 'a day off by an amendment'],
    ['2015-09-06', true, 'a make-up Sunday by an amendment'],
    ['2024-02-09', true, 'New Year’s Eve of 2024, which the notice leaves to each unit'],
    ['2026-02-14', true, 'a make-up Saturday of 2026'],
    ['2026-02-23', false, 'the ninth day of Spring Festival 2026'],
    ['2018-12-31', false, 'a Monday off by the next year’s notice'],
    ['2019-05-03', false, 'a day off by an amendment that made Labour Day longer'],
    ['2020-01-31', false, 'a day of the Spring Festival that an amendment prolonged'],
    ['2020-02-01', false, 'a Saturday whose work that amendment took back'],
  ])('%s is worked: %s (%s)', (date, worked) => {
    expect(isWorkingDay(CN_PUBLIC, date)).toBe(worked);
  });

  test('a year without a notice is known by its weekdays alone', () => {
    expect(isWorkingDay(WITH_A_GAP, '2020-10-01')).toBe(true);
    expect(isWorkingDay(CN_PUBLIC, '2020-10-01')).toBe(false);
  });

  // Days of the year, less weekends, less statutory holidays (11; 12 in 2015; 13 from 2025): 调休 only moves them.
  // 2012 has one fewer, as one of its make-up days lies in 2011; 2020 two, by which its Spring Festival was prolonged.
  test.each([
    [2012, 366 - 105 - 11 - 1],
    [2013, 365 - 104 - 11],
    [2014, 365 - 104 - 11],
    [2015, 365 - 104 - 12],
    [2016, 366 - 105 - 11],
    [2017, 365 - 105 - 11],
    [2018, 365 - 104 - 11],
    [2019, 365 - 104 - 11],
    [2020, 366 - 104 - 11 - 2],
    [2021, 365 - 104 - 11],
    [2022, 365 - 105 - 11],
    [2023, 365 - 105 - 11],
    [2024, 366 - 104 - 11],
    [2025, 365 - 104 - 13],
    [2026, 365 - 104 - 13],
  ])('%d has %d working days', (year, count) => {
    expect(workingDaysBetween(CN_PUBLIC, `${year - 1}-12-31`, `${year}-12-31`)).toBe(count);
  });
});

describe('addWorkingDays', () => {
  test.each([
    ['2013-09-30', 1, '2013-10-08'],
    ['2013-09-30', 3, '2013-10-10'],
    ['2013-09-30', 5, '2013-10-12'],
    ['2013-09-30', 10, '2013-10-18'],
    ['2013-09-30', -1, '2013-09-29'],
    ['2013-09-30', -2, '2013-09-27'],
    ['2013-09-30', -5, '2013-09-24'],
    ['2013-10-15', -2, '2013-10-12'],
    ['2013-10-15', -5, '2013-10-09'],
    ['2013-10-03', 1, '2013-10-08'],
    ['2013-10-03', -1, '2013-09-30'],
    ['2013-12-31', 1, '2014-01-02'],
    ['2013-12-31', 10, '2014-01-15'],
    ['2013-12-28', 0, '2013-12-28'],
  ])('from %s, %d working days is %s', (date, n, expected) => {
    expect(addWorkingDays(CN_PUBLIC, date, n)).toBe(expected);
  });

  test.each([0.5, Number.NaN, Infinity])('refuses %d days', (n) => {
    expect(() => addWorkingDays(CN_PUBLIC, '2013-09-30', n)).toThrow(RangeError);
  });

  test('refuses to run for ever on a calendar without a working week', () => {
    const idle: WorkCalendar = { ...CN_PUBLIC, weekend: [1, 2, 3, 4, 5, 6, 7] };
    expect(() => addWorkingDays(idle, '2013-09-30', 1)).toThrow('no working week');
  });

  test('refuses a date that does not exist', () => {
    expect(() => addWorkingDays(CN_PUBLIC, '2013-02-29', 1)).toThrow('Not a date');
  });

  test('stops at the end of the years it knows', () => {
    expect(() => addWorkingDays(CN_PUBLIC, '9999-12-31', 1)).toThrow(RangeError);
  });
});

describe('workingDaysBetween', () => {
  test.each([
    ['2013-09-30', '2013-09-30', 0],
    ['2013-09-30', '2013-10-07', 0],
    ['2013-09-30', '2013-10-08', 1],
    ['2013-10-08', '2013-09-30', -1],
    ['2013-09-28', '2013-09-29', 1],
    ['2013-10-11', '2013-10-13', 1],
  ])('from %s to %s there are %d', (a, b, count) => {
    expect(workingDaysBetween(CN_PUBLIC, a, b)).toBe(count);
  });
});

describe('coverage', () => {
  test.each([
    ['2011-12-31', false],
    ['2012-01-01', true],
    ['2015-12-31', true],
    ['2016-01-01', false],
    ['2022-12-31', false],
    ['2023-01-01', true],
    ['2026-12-31', true],
    ['2027-01-01', false],
  ])('%s is covered: %s, and provisional when it is not', (date, covered) => {
    expect(isCovered(WITH_A_GAP, date)).toBe(covered);
    expect(isProvisional(WITH_A_GAP, date)).toBe(!covered);
  });

  test('a day after the published-through date is provisional though its year is covered', () => {
    const calendar: WorkCalendar = { ...CN_PUBLIC, publishedThrough: '2026-06-30' };
    expect(isProvisional(calendar, '2026-06-30')).toBe(false);
    expect(isProvisional(calendar, '2026-07-01')).toBe(true);
  });

  test('what ships covers every day of its years', () => {
    expect(spanIsCovered(CN_PUBLIC, '2012-01-01', '2026-12-31')).toBe(true);
  });

  test.each([
    ['2012-01-01', '2015-12-31', true],
    ['2015-12-31', '2016-01-01', false],
    ['2015-06-01', '2023-06-01', false],
    ['2026-12-31', '2023-01-01', true],
  ])('the span %s to %s is covered: %s', (from, to, covered) => {
    expect(spanIsCovered(WITH_A_GAP, from, to)).toBe(covered);
  });
});
