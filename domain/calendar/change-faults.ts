/** Whether a change fits the calendar that it changes: every fault, with a JSON pointer into the document of the change. */
import {
  publishedYear,
  yearOf,
  type CalendarChange,
  type NoticeChange,
  type OverrideChange,
} from './change.ts';
import { parseDay } from './day-number.ts';
import type { CalendarNotice, CalendarYear, WorkCalendar } from './types.ts';
import { calendarFaults, type CalendarFaultCode } from './validate.ts';
import { isWorkingDay } from './working-days.ts';

export type ChangeFaultCode =
  | CalendarFaultCode
  | 'year-out-of-range'
  | 'notice-issued-too-late'
  | 'notice-used'
  | 'notice-not-later'
  | 'reason-missing'
  | 'changes-nothing';

export interface ChangeFault {
  readonly pointer: string;
  readonly code: ChangeFaultCode;
  readonly message: { readonly zh: string; readonly en: string };
}

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

const MESSAGES = {
  'year-out-of-range': {
    zh: `年度须在 ${FIRST_YEAR} 至 ${LAST_YEAR} 之间`,
    en: `The year must be from ${FIRST_YEAR} to ${LAST_YEAR}`,
  },
  'notice-issued-too-late': {
    zh: '印发日期晚于该年度最后一日',
    en: 'The notice was issued after the last day of its year',
  },
  'notice-used': {
    zh: '该文号已用于本年度先前的通知',
    en: 'This number is that of an earlier notice for the year',
  },
  'notice-not-later': {
    zh: '修订通知的印发日期须晚于先前的通知',
    en: 'An amendment must be issued after the notices before it',
  },
  'reason-missing': {
    zh: '修订已公布的年度须写明理由',
    en: 'An amendment of a published year needs a reason',
  },
  'changes-nothing': {
    zh: '该日原本如此，无须调整',
    en: 'The day is that already; there is nothing to settle',
  },
} as const;

/** An empty list means that the change may be published. The reason is null where none was given. */
export function changeFaults(
  calendar: WorkCalendar,
  change: CalendarChange,
  reason: string | null,
): readonly ChangeFault[] {
  return change.kind === 'notice'
    ? noticeFaults(calendar, change, reason)
    : overrideFaults(calendar, change, reason);
}

function noticeFaults(
  calendar: WorkCalendar,
  change: NoticeChange,
  reason: string | null,
): readonly ChangeFault[] {
  const { year, notice } = change;
  const before = publishedYear(calendar, year);
  const others = calendar.years.filter((other) => other.year !== year);
  const made = yearOf(calendar, change);
  // Last, so that an overlap with a neighbouring year is a fault of this one.
  const candidate = { ...calendar, years: [...others, made], overrides: [] };
  const issuedTooLate =
    parseDay(notice.issuedOn) !== null && Number(notice.issuedOn.slice(0, 4)) > year;
  return [
    ...faultIf(year < FIRST_YEAR || year > LAST_YEAR, '/year', 'year-out-of-range'),
    ...faultIf(issuedTooLate, '/notice/issuedOn', 'notice-issued-too-late'),
    ...calendarFaults(candidate).flatMap((found) => inNotice(found, others.length)),
    ...(before === undefined ? [] : amendmentFaults(before, notice, reason)),
  ];
}

/** The pointer as it is in the document of the notice; faults of the rest of the calendar are none of the notice. */
function inNotice(found: ChangeFault, index: number): readonly ChangeFault[] {
  const prefix = `/years/${index}`;
  if (!found.pointer.startsWith(`${prefix}/`)) return [];
  const pointer = found.pointer.slice(prefix.length);
  return [{ ...found, pointer: pointer.replace(/^\/amendments\/\d+/, '/notice') }];
}

function amendmentFaults(
  before: CalendarYear,
  notice: CalendarNotice,
  reason: string | null,
): readonly ChangeFault[] {
  const earlier = [before.notice, ...(before.amendments ?? [])];
  const used = earlier.some(({ number }) => number.trim() === notice.number.trim());
  const later = earlier.every(({ issuedOn }) => notice.issuedOn > issuedOn);
  return [
    ...faultIf(used, '/notice/number', 'notice-used'),
    ...faultIf(!later, '/notice/issuedOn', 'notice-not-later'),
    ...faultIf(isBlank(reason), '/reason', 'reason-missing'),
  ];
}

function overrideFaults(
  calendar: WorkCalendar,
  { days, documentNumber }: OverrideChange,
  reason: string | null,
): readonly ChangeFault[] {
  const overrides = days.map((day) => ({ ...day, documentNumber }));
  const found = calendarFaults({
    ...calendar,
    years: [],
    publishedThrough: '0001-01-01',
    overrides,
  });
  const inDays = found
    .filter(({ pointer }) => pointer.startsWith('/overrides/'))
    .flatMap((one) => inOverride(one));
  return [
    ...faultIf(isBlank(documentNumber), '/documentNumber', 'text-missing'),
    ...inDays,
    ...days.flatMap(({ date, off }, index) =>
      faultIf(
        parseDay(date) !== null && isWorkingDay(calendar, date) !== off,
        `/days/${index}`,
        'changes-nothing',
      ),
    ),
    ...faultIf(isBlank(reason), '/reason', 'reason-missing'),
  ];
}

function inOverride(found: ChangeFault): readonly ChangeFault[] {
  // One document has one number, which is judged once.
  if (found.pointer.endsWith('/documentNumber')) return [];
  return [{ ...found, pointer: found.pointer.replace('/overrides/', '/days/') }];
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}

function faultIf(wrong: boolean, pointer: string, code: ChangeFaultCode): readonly ChangeFault[] {
  return wrong ? [{ pointer, code, message: messageOf(code) }] : [];
}

function messageOf(code: ChangeFaultCode): ChangeFault['message'] {
  return code in MESSAGES
    ? MESSAGES[code as keyof typeof MESSAGES] // just looked
    : { zh: '缺少文字', en: 'A text is missing' };
}
