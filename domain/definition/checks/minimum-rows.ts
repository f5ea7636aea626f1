/** Check `minimum-rows`: something was done so many times, on different days, within the period. */
import { addDays } from '../../calendar/dates.ts';
import { fault, shown, type Fault } from '../fault.ts';
import { isRecord, readRows, type Check, type CheckContext, type Row } from './check.ts';
import {
  blankFault,
  columnFaults,
  columnOf,
  dayIn,
  groupsBy,
  numberFaults,
  numberOf,
  optionalColumnFaults,
  textIn,
} from './columns.ts';

interface Params {
  readonly minimum: number;
  readonly date: string;
  /** The column that tells whose rows they are; null where they are all of one. */
  readonly who: string | null;
}

interface Group {
  readonly who: string | null;
  readonly rows: readonly Row[];
}

const NUMBER = { least: 1, most: 366, whole: true };

/** Params: `{minimum, date, who?}`: `date` names the column of the day, and each value of `who` needs as many rows. */
export const minimumRows: Check = {
  name: 'minimum-rows',
  paramFaults: (params) => [
    ...numberFaults(params, 'minimum', NUMBER),
    ...columnFaults(params, ['date']),
    ...optionalColumnFaults(params, ['who']),
  ],
  judge(params, data, context) {
    const read = readParams(params);
    const { rows, faults } = readRows(data);
    const { who } = read;
    const blank = who === null ? [] : rows.filter((row) => textIn(row, who) === null);
    return [
      ...faults,
      ...blank.map((row) => blankFault(row, who ?? '')),
      ...rows.flatMap((row) => dayFaults(row, read, context)),
      ...groupsOf(rows, read).flatMap((group) => groupFaults(group, read)),
    ];
  },
  /** Its days, one after the other, are put at the beginning of the period. */
  suit(params, example, days) {
    const { date, who } = readParams(params);
    const { rows } = readRows(example);
    if (!isRecord(example) || rows.length === 0) return example;
    const seen = new Map<string | null, number>();
    const suited = rows.map((row) => {
      const whose = who === null ? null : textIn(row, who);
      const before = seen.get(whose) ?? 0;
      seen.set(whose, before + 1);
      return { ...row.fields, [date]: addDays(days.from, before) };
    });
    return { ...example, rows: suited };
  },
};

function readParams(params: unknown): Params {
  return {
    minimum: numberOf(params, 'minimum'),
    date: columnOf(params, 'date') ?? '',
    who: columnOf(params, 'who'),
  };
}

function dayFaults(
  row: Row,
  { date }: Params,
  context: CheckContext | undefined,
): readonly Fault[] {
  const pointer = `${row.pointer}/${date}`;
  const day = dayIn(row, date);
  if (day === null) {
    return [
      fault(pointer, 'date-invalid', {
        zh: '须为日期（YYYY-MM-DD）',
        en: 'This must be a date (YYYY-MM-DD)',
      }),
    ];
  }
  if (context === undefined) return [];
  const { from, to } = context.window;
  if (day < from || day > to) {
    return [
      fault(pointer, 'date-outside-period', {
        zh: `${day} 不在本期（${from} 至 ${to}）之内`,
        en: `${day} is not within the period (${from} to ${to})`,
      }),
    ];
  }
  if (day <= context.today) return [];
  return [
    fault(pointer, 'date-to-come', {
      zh: `${day} 尚未到来`,
      en: `${day} is still to come`,
    }),
  ];
}

function groupsOf(rows: readonly Row[], { who }: Params): readonly Group[] {
  if (who === null) return [{ who, rows }];
  const groups = groupsBy(rows, who);
  // A table of nobody proves nothing.
  if (groups.size === 0) return [{ who: null, rows: [] }];
  return [...groups].map(([name, own]) => ({ who: name, rows: own }));
}

/** A day counts once. */
function groupFaults({ who, rows }: Group, { minimum, date }: Params): readonly Fault[] {
  const days = rows.map((row) => dayIn(row, date));
  const repeated = rows.filter((_row, index) => {
    const day = days[index] ?? null;
    return day !== null && days.indexOf(day) < index;
  });
  const times = new Set(days.filter((day) => day !== null)).size;
  const faults = repeated.map((row) =>
    fault(`${row.pointer}/${date}`, 'date-repeated', {
      zh: `${dayIn(row, date) ?? ''} 重复，同一天只计一次`,
      en: `${dayIn(row, date) ?? ''} is listed twice; a day counts once`,
    }),
  );
  if (times >= minimum) return faults;
  const of = who === null ? { zh: '', en: '' } : { zh: `“${shown(who)}”`, en: `“${shown(who)}”: ` };
  const tooFew = {
    zh: `${of.zh}共 ${times} 次，至少须有 ${minimum} 次`,
    en: `${of.en}${times} times; at least ${minimum} are needed`,
  };
  const place = who === null ? '/rows' : (rows[0]?.pointer ?? '/rows');
  return [...faults, fault(place, 'rows-too-few', tooFew)];
}
