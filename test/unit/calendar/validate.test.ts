/** Each fault of a calendar is found where it is, and the calendar that ships has none. */
import { describe, expect, test } from '@jest/globals';
import { CN_PUBLIC } from '../../../domain/calendar/cn-public.ts';
import type { CalendarYear, WorkCalendar } from '../../../domain/calendar/types.ts';
import { calendarFaults } from '../../../domain/calendar/validate.ts';

const name = { zh: '国庆节', en: 'National Day' };
const year: CalendarYear = {
  year: 2013,
  notice: { number: '国办发明电〔2012〕33号', title: '通知', issuedOn: '2012-12-08' },
  holidays: [{ name, from: '2013-10-01', to: '2013-10-07' }],
  makeUpWorkdays: ['2013-09-29', '2013-10-12'],
};
const calendar: WorkCalendar = {
  key: 'test',
  version: 1,
  zone: 'Asia/Shanghai',
  weekend: [6, 7],
  years: [year],
  publishedThrough: '2013-12-31',
};

function found(changed: Partial<WorkCalendar>): string[] {
  return calendarFaults({ ...calendar, ...changed }).map((f) => `${f.code} ${f.pointer}`);
}

function foundInYear(changed: Partial<CalendarYear>): string[] {
  return found({ years: [{ ...year, ...changed }] });
}

test('the public calendar of China has no fault', () => {
  expect(calendarFaults(CN_PUBLIC)).toEqual([]);
});

test('every year of it names its notice', () => {
  const numbers = CN_PUBLIC.years.map(({ notice }) => notice.number);
  expect(new Set(numbers).size).toBe(CN_PUBLIC.years.length);
  for (const { year: of, notice } of CN_PUBLIC.years) {
    expect(notice.title).toContain(`${of}年`);
    expect(notice.number).toContain(`〔${of - 1}〕`);
    expect(notice.issuedOn.slice(0, 4)).toBe(String(of - 1));
  }
});

test('a sound calendar has no fault', () => {
  expect(found({})).toEqual([]);
});

describe('the frame', () => {
  test.each<[Partial<WorkCalendar>, string]>([
    [{ zone: 'Asia/Langxia' }, 'zone-unknown /zone'],
    [{ publishedThrough: '2013-02-30' }, 'date-invalid /publishedThrough'],
    [{ publishedThrough: '2014-01-01' }, 'published-beyond-notices /publishedThrough'],
    [{ weekend: [6, 7, 7] }, 'weekend-invalid /weekend'],
    [{ weekend: [1, 2, 3, 4, 5, 6, 7] }, 'weekend-invalid /weekend'],
  ])('%j', (changed, fault) => {
    expect(found(changed)).toEqual([fault]);
  });
});

describe('a year', () => {
  test.each<[string, Partial<CalendarYear>, string[]]>([
    [
      'a window that ends before it begins',
      { holidays: [{ name, from: '2013-10-07', to: '2013-10-01' }] },
      ['window-backwards /years/0/holidays/0'],
    ],
    [
      'windows that share a day',
      {
        holidays: [
          { name, from: '2013-10-01', to: '2013-10-07' },
          { name, from: '2013-10-07', to: '2013-10-08' },
        ],
      },
      ['windows-overlap /years/0/holidays/1'],
    ],
    [
      'a date that does not exist',
      { holidays: [{ name, from: '2013-09-31', to: '2013-10-07' }] },
      ['date-invalid /years/0/holidays/0/from'],
    ],
    [
      'a window of another year',
      { holidays: [{ name, from: '2014-10-01', to: '2014-10-07' }] },
      ['year-mismatch /years/0/holidays/0/from', 'year-mismatch /years/0/holidays/0/to'],
    ],
    [
      'a make-up day in a holiday',
      { makeUpWorkdays: ['2013-10-05'] },
      ['make-up-in-holiday /years/0/makeUpWorkdays/0'],
    ],
    [
      'a make-up day on a Monday',
      { makeUpWorkdays: ['2013-09-30'] },
      ['make-up-not-on-weekend /years/0/makeUpWorkdays/0'],
    ],
    [
      'a make-up day listed twice',
      { makeUpWorkdays: ['2013-09-29', '2013-09-29'] },
      ['make-up-repeated /years/0/makeUpWorkdays/1'],
    ],
    [
      'a make-up day of the summer before',
      { makeUpWorkdays: ['2012-08-04'] },
      ['year-mismatch /years/0/makeUpWorkdays/0'],
    ],
    [
      'a holiday without an English name',
      { holidays: [{ name: { zh: '国庆节', en: ' ' }, from: '2013-10-01', to: '2013-10-07' }] },
      ['text-missing /years/0/holidays/0/name/en'],
    ],
    [
      'an amendment without a number',
      { amendments: [{ number: '', title: '通知', issuedOn: '2013-05-13' }] },
      ['text-missing /years/0/amendments/0/number'],
    ],
  ])('%s', (_title, changed, faults) => {
    expect(foundInYear(changed)).toEqual(faults);
  });

  test('may reach into the last days of the year before', () => {
    expect(foundInYear({ makeUpWorkdays: ['2012-12-29'] })).toEqual([]);
  });

  test('may not come twice', () => {
    const twice = found({ years: [year, { ...year, holidays: [], makeUpWorkdays: [] }] });
    expect(twice).toEqual(['year-repeated /years/1/year']);
  });

  test('every fault is told at once, in both languages', () => {
    const faults = calendarFaults({
      ...calendar,
      zone: 'Nowhere/None',
      years: [{ ...year, makeUpWorkdays: ['2013-10-05', '2013-09-30'] }],
    });
    expect(faults).toHaveLength(3);
    for (const { message } of faults) {
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(message.en).toMatch(/^[A-Z][\w' ,()-]+$/);
    }
  });
});
