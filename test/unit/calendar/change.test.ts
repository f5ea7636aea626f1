/** Notices and overrides: what they make of a calendar, and every fault that keeps them from being published. */
import { describe, expect, test } from '@jest/globals';
import { CN_PUBLIC } from '../../../domain/calendar/cn-public.ts';
import { changeFaults } from '../../../domain/calendar/change-faults.ts';
import {
  changedCalendar,
  publicationOf,
  type NoticeChange,
  type OverrideChange,
} from '../../../domain/calendar/change.ts';
import { dayReason } from '../../../domain/calendar/day-reason.ts';
import { applyDueRule } from '../../../domain/calendar/due-rule.ts';
import type { WorkCalendar } from '../../../domain/calendar/types.ts';
import { calendarFaults } from '../../../domain/calendar/validate.ts';
import {
  addWorkingDays,
  isProvisional,
  isWorkingDay,
} from '../../../domain/calendar/working-days.ts';
import { CN_2027, NOTICE_2027, TYPHOON } from '../../support/calendars.ts';

function codesOf(change: NoticeChange | OverrideChange, reason: string | null = null): string[] {
  const calendar = change.kind === 'notice' && change.year === 2027 ? CN_PUBLIC : CN_2027;
  return changeFaults(calendar, change, reason).map(({ pointer, code }) => `${pointer} ${code}`);
}

const AMENDMENT: NoticeChange = {
  ...NOTICE_2027,
  notice: {
    number: '国发明电〔2027〕1号',
    title: '国务院关于调整2027年放假安排的通知',
    issuedOn: '2027-01-15',
  },
  holidays: NOTICE_2027.holidays.slice(0, 2),
};

function amendmentFaults(change: NoticeChange, reason: string | null): string[] {
  return changeFaults(CN_2027, change, reason).map(({ pointer, code }) => `${pointer} ${code}`);
}

describe('a notice', () => {
  test('makes the next version, which reaches to the end of its year', () => {
    expect(changeFaults(CN_PUBLIC, NOTICE_2027, null)).toEqual([]);
    expect(CN_2027).toMatchObject({ version: 2, publishedThrough: '2027-12-31' });
    expect(calendarFaults(CN_2027)).toEqual([]);
    expect(isProvisional(CN_PUBLIC, '2027-03-01')).toBe(true);
    expect(isProvisional(CN_2027, '2027-03-01')).toBe(false);
    expect(isWorkingDay(CN_2027, '2027-02-08')).toBe(false);
    expect(isWorkingDay(CN_2027, '2027-02-20')).toBe(true);
    expect(publicationOf(CN_PUBLIC, NOTICE_2027)).toMatchObject({ version: 2, amends: false });
  });

  test('of a year in between leaves the horizon where it is and the years in order', () => {
    const notice = { number: '国办发明电〔2015〕18号', title: '通知', issuedOn: '2015-12-10' };
    const holidays = [{ from: '2016-01-01', to: '2016-01-03', name: { zh: '元旦', en: 'NY' } }];
    const change = { ...NOTICE_2027, year: 2016, notice, holidays, makeUpWorkdays: [] };
    const years = CN_PUBLIC.years.filter(({ year }) => year !== 2016);
    const gap: WorkCalendar = { ...CN_PUBLIC, years };
    expect(changeFaults(gap, change, null)).toEqual([]);
    const made = changedCalendar(gap, change);
    expect(made.publishedThrough).toBe('2026-12-31');
    expect(made.years.map(({ year }) => year)).toEqual(CN_PUBLIC.years.map(({ year }) => year));
    expect(isWorkingDay(made, '2016-02-08')).toBe(true);
  });

  test.each<[string, Partial<NoticeChange>, string]>([
    [
      'a date that does not exist',
      { makeUpWorkdays: ['2027-02-30'] },
      '/makeUpWorkdays/0 date-invalid',
    ],
    [
      'a make-up day in the week',
      { makeUpWorkdays: ['2027-03-02'] },
      '/makeUpWorkdays/0 make-up-not-on-weekend',
    ],
    [
      'a make-up day in a holiday',
      { makeUpWorkdays: ['2027-02-06'] },
      '/makeUpWorkdays/0 make-up-in-holiday',
    ],
    [
      'the same make-up day twice',
      { makeUpWorkdays: ['2027-01-30', '2027-01-30'] },
      '/makeUpWorkdays/1 make-up-repeated',
    ],
    [
      'a day of another year',
      { makeUpWorkdays: ['2028-01-08'] },
      '/makeUpWorkdays/0 year-mismatch',
    ],
    [
      'a day too early in the year before',
      { makeUpWorkdays: ['2026-12-19'] },
      '/makeUpWorkdays/0 year-mismatch',
    ],
    ['a year before the first', { year: 1999 }, '/year year-out-of-range'],
  ])('is refused with %s', (_name, change, expected) => {
    expect(codesOf({ ...NOTICE_2027, ...change })).toContain(expected);
  });

  test('is refused when its windows overlap or run backwards', () => {
    const name = { zh: '节', en: 'Day' };
    const holidays = [
      { from: '2027-05-01', to: '2027-05-05', name },
      { from: '2027-05-05', to: '2027-05-06', name },
      { from: '2027-06-10', to: '2027-06-09', name },
    ];
    expect(codesOf({ ...NOTICE_2027, holidays, makeUpWorkdays: [] })).toEqual([
      '/holidays/2 window-backwards',
      '/holidays/1 windows-overlap',
    ]);
  });

  test('may work the last days of the year before', () => {
    expect(codesOf({ ...NOTICE_2027, makeUpWorkdays: ['2026-12-26'] })).toEqual([]);
  });

  test('that overlaps with a neighbouring year is itself at fault', () => {
    const name = { zh: '元旦', en: 'New Year' };
    const next = {
      ...NOTICE_2027,
      year: 2028,
      holidays: [{ from: '2027-12-30', to: '2028-01-01', name }],
      makeUpWorkdays: [],
    };
    const with2028 = changedCalendar(CN_PUBLIC, next);
    const late = { ...NOTICE_2027, makeUpWorkdays: [] };
    const holidays = [...NOTICE_2027.holidays, { from: '2027-12-31', to: '2027-12-31', name }];
    expect(
      changeFaults(with2028, { ...late, holidays }, null).map(({ pointer }) => pointer),
    ).toEqual(['/holidays/3']);
  });

  test('names every fault in both languages', () => {
    const faults = changeFaults(
      CN_PUBLIC,
      { ...NOTICE_2027, makeUpWorkdays: ['x'], year: 1 },
      null,
    );
    expect(faults.length).toBeGreaterThan(2);
    expect(faults.every(({ message }) => message.zh !== '' && message.en !== '')).toBe(true);
  });
});

describe('an amendment', () => {
  test('replaces the year whole, keeps the first notice and names itself beside it', () => {
    expect(amendmentFaults(AMENDMENT, '抗战纪念')).toEqual([]);
    const made = changedCalendar(CN_2027, AMENDMENT);
    expect(made.years.at(-1)).toMatchObject({
      notice: NOTICE_2027.notice,
      amendments: [AMENDMENT.notice],
    });
    expect(isWorkingDay(made, '2027-04-05')).toBe(true);
    expect(publicationOf(CN_2027, AMENDMENT)).toMatchObject({ version: 3, amends: true });
  });

  test('needs another number, a later day of issue and a reason', () => {
    expect(amendmentFaults(NOTICE_2027, ' ')).toEqual([
      '/notice/number notice-used',
      '/notice/issuedOn notice-not-later',
      '/reason reason-missing',
    ]);
  });
});

describe('an override', () => {
  test('goes before weekday, holiday and make-up day, and a later one before an earlier one', () => {
    const name = { zh: '调整', en: 'Settled' };
    const days = [
      { date: '2027-02-08', off: false, name },
      { date: '2027-02-20', off: true, name },
      { date: '2027-02-21', off: false, name },
    ];
    const made = changedCalendar(CN_2027, { kind: 'override', documentNumber: '一号', days });
    expect(days.map(({ date }) => isWorkingDay(made, date))).toEqual([true, false, true]);
    const back = { kind: 'override', documentNumber: '二号' } as const;
    const again = changedCalendar(made, {
      ...back,
      days: [{ date: '2027-02-21', off: true, name }],
    });
    expect(isWorkingDay(again, '2027-02-21')).toBe(false);
    expect(again.overrides?.map(({ documentNumber }) => documentNumber)).toEqual([
      '一号',
      '一号',
      '二号',
    ]);
    expect(calendarFaults(again)).toEqual([]);
  });

  test('of a day of typhoon makes what is counted over it a day longer', () => {
    const made = changedCalendar(CN_2027, TYPHOON);
    expect(addWorkingDays(CN_2027, '2027-02-26', 3)).toBe('2027-03-03');
    expect(addWorkingDays(made, '2027-02-26', 3)).toBe('2027-03-04');
  });

  test.each<[string, Partial<OverrideChange>, string]>([
    [
      'a day that is off already',
      { days: [{ ...day('2027-02-06'), off: true }] },
      '/days/0 changes-nothing',
    ],
    [
      'a day that is worked already',
      { days: [{ ...day('2027-03-02'), off: false }] },
      '/days/0 changes-nothing',
    ],
    [
      'the same day twice',
      { days: [day('2027-03-02'), day('2027-03-02')] },
      '/days/1/date override-repeated',
    ],
    ['a date that does not exist', { days: [day('2027-13-01')] }, '/days/0/date date-invalid'],
    ['no number', { documentNumber: ' ' }, '/documentNumber text-missing'],
  ])('is refused with %s', (_name, change, expected) => {
    expect(codesOf({ ...TYPHOON, ...change }, '台风')).toContain(expected);
  });

  test('needs a reason', () => {
    expect(codesOf(TYPHOON, null)).toEqual(['/reason reason-missing']);
    expect(codesOf(TYPHOON, '台风红色预警')).toEqual([]);
  });
});

function day(date: string): OverrideChange['days'][number] {
  return { date, off: true, name: { zh: '台风', en: 'Typhoon' } };
}

test.each([
  ['keep', '2027-02-06', '2027-02-06'],
  ['next-workday', '2027-02-06', '2027-02-14'],
  ['previous-workday', '2027-02-06', '2027-02-04'],
  ['next-workday', '2027-02-20', '2027-02-20'],
] as const)('by the rule %s the due day %s becomes %s', (rule, date, expected) => {
  const made = changedCalendar(CN_2027, {
    kind: 'override',
    documentNumber: '一号',
    days: [{ date: '2027-02-14', off: false, name: { zh: '上班', en: 'Worked' } }],
  });
  expect(applyDueRule(made, date, rule)).toBe(expected);
});

test.each([
  { date: '2027-03-02', working: true, why: 'weekday', documentNumber: null },
  { date: '2027-03-06', working: false, why: 'weekend', documentNumber: null },
  { date: '2027-02-06', working: false, why: 'holiday', documentNumber: '国办发明电〔2026〕9号' },
  { date: '2027-02-20', working: true, why: 'make-up', documentNumber: '国办发明电〔2026〕9号' },
  { date: '2027-03-01', working: false, why: 'override', documentNumber: '金防汛〔2027〕3号' },
  { date: '2015-09-04', working: false, why: 'holiday', documentNumber: '国发明电〔2015〕1号' },
])('$date is worked: $working, because of $why ($documentNumber)', (expected) => {
  const made = changedCalendar(CN_2027, TYPHOON);
  expect(dayReason(made, expected.date)).toMatchObject(expected);
});
