/** Dates, deadlines and durations at the boundaries of days, years and clock changes. */
import { describe, expect, test } from '@jest/globals';
import { CN_PUBLIC } from '../../../domain/calendar/cn-public.ts';
import {
  addDays,
  addDuration,
  atLocalTime,
  compareDates,
  daysBetween,
  deadlineInstant,
  formatLocal,
  isLocalDate,
  isLocalTime,
  localDateOf,
  shiftWindow,
  startOfDay,
} from '../../../domain/calendar/dates.ts';
import type { Duration } from '../../../domain/calendar/types.ts';

const SHANGHAI = 'Asia/Shanghai';

describe('dates', () => {
  test.each([
    ['2013-09-30', true],
    ['2012-02-29', true],
    ['2000-02-29', true],
    ['0001-01-01', true],
    ['9999-12-31', true],
    ['2013-02-29', false],
    ['1900-02-29', false],
    ['2013-04-31', false],
    ['2013-13-01', false],
    ['2013-00-10', false],
    ['2013-01-00', false],
    ['0000-01-01', false],
    ['2013-9-30', false],
    ['2013-09-30T00:00', false],
    [' 2013-09-30', false],
    ['２０１３-09-30', false],
    ['', false],
  ])('%j is a date: %s', (text, valid) => {
    expect(isLocalDate(text)).toBe(valid);
  });

  test.each([
    ['00:00', true],
    ['23:59', true],
    ['24:00', false],
    ['9:00', false],
    ['09:60', false],
    ['09:00:00', false],
  ])('%j is a local time: %s', (text, valid) => {
    expect(isLocalTime(text)).toBe(valid);
  });

  test.each([
    ['2013-09-15', 106, '2013-12-30'],
    ['2012-02-28', 1, '2012-02-29'],
    ['2013-02-28', 1, '2013-03-01'],
    ['2014-01-01', -1, '2013-12-31'],
    ['1969-12-31', 1, '1970-01-01'],
    ['2013-09-15', 0, '2013-09-15'],
  ])('%s and %d days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
    expect(daysBetween(date, expected)).toBe(days);
  });

  test('refuses half days and leaving the years 0001 to 9999', () => {
    expect(() => addDays('2013-09-15', 0.5)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
  });

  test('dates are ordered', () => {
    expect(compareDates('2013-09-30', '2013-10-01')).toBe(-1);
    expect(compareDates('2013-10-01', '2013-10-01')).toBe(0);
    expect(compareDates('2014-01-01', '2013-12-31')).toBe(1);
  });

  test('a window shifts as a whole and keeps its length over 29 February', () => {
    const shifted = shiftWindow({ from: '2013-02-16', to: '2013-02-28' }, -365);
    expect(shifted).toEqual({ from: '2012-02-17', to: '2012-02-29' });
  });
});

describe('instants', () => {
  test('a due date is inclusive: its deadline is the first instant of the next day in China', () => {
    expect(deadlineInstant('2013-09-30', SHANGHAI)).toBe('2013-09-30T16:00:00.000Z');
  });

  test('a deadline at the end of a year falls into the next one', () => {
    expect(deadlineInstant('2013-12-31', 'UTC')).toBe('2014-01-01T00:00:00.000Z');
  });

  test.each([
    ['1986-05-04', '1986-05-03T16:00:00.000Z', 'the morning before the first summer time'],
    ['1986-05-05', '1986-05-04T15:00:00.000Z', 'the first whole day of it'],
    ['1991-09-16', '1991-09-15T16:00:00.000Z', 'the day after the last'],
    ['2013-09-15', '2013-09-14T16:00:00.000Z', 'ever since'],
  ])('in China %s begins at %s (%s)', (date, instant) => {
    expect(startOfDay(date, SHANGHAI)).toBe(instant);
    expect(localDateOf(instant, SHANGHAI)).toBe(date);
  });

  test('a day without midnight begins at its first instant', () => {
    expect(startOfDay('1940-06-01', SHANGHAI)).toBe('1940-05-31T16:00:00.000Z');
    expect(formatLocal('1940-05-31T16:00:00.000Z', SHANGHAI)).toBe('1940-06-01 01:00');
  });

  test('a skipped local time moves on by the gap, and the first of a repeated one is taken', () => {
    expect(atLocalTime('2024-03-10', '02:30', 'America/New_York')).toBe('2024-03-10T07:30:00.000Z');
    expect(atLocalTime('2024-11-03', '01:30', 'America/New_York')).toBe('2024-11-03T05:30:00.000Z');
  });

  test('09:00 in China is 01:00 UTC', () => {
    expect(atLocalTime('2013-10-08', '09:00', SHANGHAI)).toBe('2013-10-08T01:00:00.000Z');
    expect(formatLocal('2013-10-08T01:00:00.000Z', SHANGHAI)).toBe('2013-10-08 09:00');
  });

  test('the local date changes with the zone, not with the host', () => {
    expect(localDateOf('2013-09-30T15:59:59.999Z', SHANGHAI)).toBe('2013-09-30');
    expect(localDateOf('2013-09-30T16:00:00.000Z', SHANGHAI)).toBe('2013-10-01');
    expect(localDateOf('2013-09-30T16:00:00.000Z', 'Asia/Urumqi')).toBe('2013-09-30');
  });

  test('refuses other spellings, which would not compare as strings', () => {
    expect(() => localDateOf('2013-09-30T16:00:00Z', SHANGHAI)).toThrow('Not an instant');
    expect(() => localDateOf('2013-09-30T16:00:00.000+08:00', SHANGHAI)).toThrow('Not an instant');
    expect(() => startOfDay('20130930', SHANGHAI)).toThrow('Not a date');
    expect(() => atLocalTime('2013-09-30', '9:00', SHANGHAI)).toThrow('Not a local time');
    expect(() => startOfDay('2013-09-30', 'Asia/Langxia')).toThrow(RangeError);
  });
});

describe('addDuration', () => {
  const from = '2013-09-30T06:30:15.250Z';
  test.each<[Duration, string]>([
    [{ value: 48, unit: 'hours' }, '2013-10-02T06:30:15.250Z'],
    [{ value: -1, unit: 'hours' }, '2013-09-30T05:30:15.250Z'],
    [{ value: 7, unit: 'days' }, '2013-10-07T06:30:15.250Z'],
    [{ value: 1, unit: 'workdays' }, '2013-10-08T06:30:15.250Z'],
    [{ value: 5, unit: 'workdays' }, '2013-10-12T06:30:15.250Z'],
    [{ value: -2, unit: 'workdays' }, '2013-09-27T06:30:15.250Z'],
    [{ value: 0, unit: 'workdays' }, from],
  ])('%j after 14:30 on 30 September 2013', (duration, expected) => {
    expect(addDuration(CN_PUBLIC, from, duration)).toBe(expected);
  });

  test('days keep the local time over a clock change, hours do not', () => {
    const morning = atLocalTime('1986-05-03', '09:00', SHANGHAI);
    const nextDays = addDuration(CN_PUBLIC, morning, { value: 2, unit: 'days' });
    const nextHours = addDuration(CN_PUBLIC, morning, { value: 48, unit: 'hours' });
    expect(formatLocal(nextDays, SHANGHAI)).toBe('1986-05-05 09:00');
    expect(formatLocal(nextHours, SHANGHAI)).toBe('1986-05-05 10:00');
  });

  test.each<Duration['unit']>(['hours', 'days', 'workdays'])('refuses a part of %s', (unit) => {
    expect(() => addDuration(CN_PUBLIC, from, { value: 1.5, unit })).toThrow(RangeError);
  });
});
