/** Finds every fault of a calendar, each with a JSON pointer, so that a wrong notice is refused before a date rests on it. */
import { Temporal } from 'temporal-polyfill';
import { dayOf, parseDay, weekdayOf } from './day-number.ts';
import type { CalendarYear, DateWindow, LocalDate, LocalOverride, WorkCalendar } from './types.ts';

// How far into December of the year before a notice may reach: 2011-12-31 is worked by the notice for 2012.
const EARLIEST_OF_YEAR_BEFORE = '-12-20';

export type CalendarFaultCode =
  | 'zone-unknown'
  | 'weekend-invalid'
  | 'date-invalid'
  | 'text-missing'
  | 'year-repeated'
  | 'year-mismatch'
  | 'window-backwards'
  | 'windows-overlap'
  | 'make-up-repeated'
  | 'make-up-in-holiday'
  | 'make-up-not-on-weekend'
  | 'published-beyond-notices'
  | 'override-repeated';

export interface CalendarFault {
  /** JSON pointer into the calendar. */
  readonly pointer: string;
  readonly code: CalendarFaultCode;
  readonly message: { readonly zh: string; readonly en: string };
}

const MESSAGES: Readonly<Record<CalendarFaultCode, CalendarFault['message']>> = {
  'zone-unknown': { zh: '时区不存在', en: 'There is no such time zone' },
  'weekend-invalid': {
    zh: '周休日须为 1 至 7 之间互不重复的整数，且不得占满一周',
    en: 'The weekend must be different whole numbers from 1 to 7 and leave a working week',
  },
  'date-invalid': {
    zh: '不是有效日期（YYYY-MM-DD）',
    en: 'This is not a valid date (YYYY-MM-DD)',
  },
  'text-missing': { zh: '缺少文字', en: 'A text is missing' },
  'year-repeated': { zh: '同一年度出现两次', en: 'The same year appears twice' },
  'year-mismatch': {
    zh: '日期不属于该年度的通知',
    en: "The date does not belong to this year's notice",
  },
  'window-backwards': { zh: '结束日期早于开始日期', en: 'The window ends before it begins' },
  'windows-overlap': {
    zh: '与另一假期重叠',
    en: 'The window overlaps with another holiday',
  },
  'make-up-repeated': { zh: '补班日重复', en: 'The make-up working day is listed twice' },
  'make-up-in-holiday': {
    zh: '补班日落在假期之内',
    en: 'The make-up working day lies inside a holiday',
  },
  'make-up-not-on-weekend': {
    zh: '补班日不是周休日',
    en: 'The make-up working day is not on a weekend',
  },
  'published-beyond-notices': {
    zh: '公布截止日没有对应年度的通知',
    en: 'The calendar claims to be published for a year without a notice',
  },
  'override-repeated': {
    zh: '同一天出现两次',
    en: 'The same day appears twice',
  },
};

interface PlacedWindow extends DateWindow {
  readonly pointer: string;
}

interface PlacedDate {
  readonly date: LocalDate;
  readonly pointer: string;
}

/** Every fault, in the order of the document; an empty list means that the calendar may be used. */
export function calendarFaults(calendar: WorkCalendar): readonly CalendarFault[] {
  const windows = calendar.years.flatMap(windowsOf);
  const makeUps = calendar.years.flatMap(makeUpsOf);
  return [
    ...frameFaults(calendar),
    ...calendar.years.flatMap((year, index) => yearFaults(calendar, year, index)),
    ...overlapFaults(windows),
    ...makeUpFaults(calendar, makeUps, windows),
    ...localFaults(calendar.overrides ?? []),
  ];
}

function localFaults(overrides: readonly LocalOverride[]): CalendarFault[] {
  return overrides.flatMap(({ date, name, documentNumber }, index) => {
    const at = `/overrides/${index}`;
    const repeated = overrides.slice(0, index).some((other) => other.date === date);
    return [
      ...faultIf(parseDay(date) === null, `${at}/date`, 'date-invalid'),
      ...faultIf(repeated, `${at}/date`, 'override-repeated'),
      ...faultIf(isBlank(name.zh), `${at}/name/zh`, 'text-missing'),
      ...faultIf(isBlank(name.en), `${at}/name/en`, 'text-missing'),
      ...faultIf(isBlank(documentNumber), `${at}/documentNumber`, 'text-missing'),
    ];
  });
}

function frameFaults(calendar: WorkCalendar): CalendarFault[] {
  const { publishedThrough } = calendar;
  const years = calendar.years.map((year) => year.year);
  const published = parseDay(publishedThrough) !== null;
  const beyond = published && !years.includes(Number(publishedThrough.slice(0, 4)));
  return [
    ...faultIf(!zoneExists(calendar.zone), '/zone', 'zone-unknown'),
    ...faultIf(!weekendIsValid(calendar), '/weekend', 'weekend-invalid'),
    ...faultIf(!published, '/publishedThrough', 'date-invalid'),
    ...faultIf(beyond, '/publishedThrough', 'published-beyond-notices'),
  ];
}

function zoneExists(zone: string): boolean {
  try {
    Temporal.PlainDate.from('2000-01-01').toZonedDateTime(zone);
    return true;
  } catch {
    return false;
  }
}

function weekendIsValid({ weekend }: WorkCalendar): boolean {
  const days: readonly number[] = weekend;
  const known = days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
  return known && new Set(days).size === days.length && days.length < 7;
}

function yearFaults(calendar: WorkCalendar, year: CalendarYear, index: number): CalendarFault[] {
  const at = `/years/${index}`;
  const first = calendar.years.findIndex((other) => other.year === year.year);
  return [
    ...faultIf(first !== index, `${at}/year`, 'year-repeated'),
    ...[year.notice, ...(year.amendments ?? [])].flatMap(({ number, title, issuedOn }, place) => {
      const pointer = place === 0 ? `${at}/notice` : `${at}/amendments/${place - 1}`;
      return [
        ...faultIf(isBlank(number), `${pointer}/number`, 'text-missing'),
        ...faultIf(isBlank(title), `${pointer}/title`, 'text-missing'),
        ...faultIf(parseDay(issuedOn) === null, `${pointer}/issuedOn`, 'date-invalid'),
      ];
    }),
    ...year.holidays.flatMap(({ name }, place) => [
      ...faultIf(isBlank(name.zh), `${at}/holidays/${place}/name/zh`, 'text-missing'),
      ...faultIf(isBlank(name.en), `${at}/holidays/${place}/name/en`, 'text-missing'),
    ]),
    ...windowsOf(year, index).flatMap((window) => windowFaults(year.year, window)),
    ...makeUpsOf(year, index).flatMap(({ date, pointer }) => dateFaults(year.year, date, pointer)),
  ];
}

function windowFaults(year: number, window: PlacedWindow): CalendarFault[] {
  const { from, to, pointer } = window;
  return [
    ...dateFaults(year, from, `${pointer}/from`),
    ...dateFaults(year, to, `${pointer}/to`),
    ...faultIf(isDated(window) && to < from, pointer, 'window-backwards'),
  ];
}

function dateFaults(year: number, date: LocalDate, pointer: string): CalendarFault[] {
  if (parseDay(date) === null) return [fault(pointer, 'date-invalid')];
  const belongs =
    Number(date.slice(0, 4)) === year ||
    (Number(date.slice(0, 4)) === year - 1 && date.slice(4) >= EARLIEST_OF_YEAR_BEFORE);
  return faultIf(!belongs, pointer, 'year-mismatch');
}

function overlapFaults(windows: readonly PlacedWindow[]): CalendarFault[] {
  return windows.flatMap((window, index) => {
    const earlier = windows.slice(0, index).filter(isDated);
    const overlaps = earlier.some((other) => window.from <= other.to && other.from <= window.to);
    return faultIf(isDated(window) && overlaps, window.pointer, 'windows-overlap');
  });
}

function makeUpFaults(
  calendar: WorkCalendar,
  makeUps: readonly PlacedDate[],
  windows: readonly PlacedWindow[],
): CalendarFault[] {
  const dated = windows.filter(isDated);
  return makeUps.flatMap(({ date, pointer }, index) => {
    if (parseDay(date) === null) return [];
    const repeated = makeUps.slice(0, index).some((other) => other.date === date);
    const inside = dated.some((window) => window.from <= date && date <= window.to);
    const onWeekend = calendar.weekend.includes(weekdayOf(dayOf(date)));
    return [
      ...faultIf(repeated, pointer, 'make-up-repeated'),
      ...faultIf(inside, pointer, 'make-up-in-holiday'),
      ...faultIf(!onWeekend, pointer, 'make-up-not-on-weekend'),
    ];
  });
}

function windowsOf(year: CalendarYear, index: number): readonly PlacedWindow[] {
  return year.holidays.map(({ from, to }, place) => {
    return { from, to, pointer: `/years/${index}/holidays/${place}` };
  });
}

function makeUpsOf(year: CalendarYear, index: number): readonly PlacedDate[] {
  return year.makeUpWorkdays.map((date, place) => {
    return { date, pointer: `/years/${index}/makeUpWorkdays/${place}` };
  });
}

function isDated(window: DateWindow): boolean {
  return parseDay(window.from) !== null && parseDay(window.to) !== null;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

function faultIf(wrong: boolean, pointer: string, code: CalendarFaultCode): CalendarFault[] {
  return wrong ? [fault(pointer, code)] : [];
}

function fault(pointer: string, code: CalendarFaultCode): CalendarFault {
  return { pointer, code, message: MESSAGES[code] };
}
