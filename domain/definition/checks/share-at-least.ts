/** Check `share-at-least`: so many per cent of one thing are another, in every row, in all rows together, or of the rows themselves. */
import { fault, type Fault } from '../fault.ts';
import type { Localised } from '../localised.ts';
import { readRows, type Check, type Row } from './check.ts';
import {
  columnFaults,
  columnOf,
  conditionFaults,
  countFault,
  countIn,
  numberFaults,
  numberOf,
  paramOf,
  satisfies,
} from './columns.ts';
import { paramFault } from './params.ts';

const PERCENT = { least: 0, most: 100, whole: false };
const SCOPES: readonly unknown[] = ['each-row', 'total'];

/**
 * Params: `{percent, numerator, denominator, of?: 'each-row' | 'total', where?}` (each row when left out), or `{percent, counting:
 * {column, equals}, where?}`: the share of the rows that satisfy `counting`. Only rows that satisfy `where` are judged.
 */
export const shareAtLeast: Check = {
  name: 'share-at-least',
  paramFaults(params) {
    const ofRows = paramOf(params, 'counting') !== undefined;
    const scope = paramOf(params, 'of') ?? 'each-row';
    return [
      ...numberFaults(params, 'percent', PERCENT),
      ...(ofRows ? [] : columnFaults(params, ['numerator', 'denominator'])),
      ...(SCOPES.includes(scope)
        ? []
        : [paramFault('/of', '须为 each-row 或 total', 'This must be each-row or total')]),
      ...conditionFaults(params, 'counting'),
      ...conditionFaults(params, 'where'),
    ];
  },
  judge(params, data) {
    const { rows, faults } = readRows(data);
    const judged = rows.filter((row) => satisfies(row, params, 'where'));
    if (paramOf(params, 'counting') !== undefined) {
      return [...faults, ...ofRows(judged, params)];
    }
    const each = judged.flatMap((row) => pairFaults(row, params));
    if (paramOf(params, 'of') !== 'total') {
      return [...faults, ...each, ...judged.flatMap((row) => rowFaults(row, params))];
    }
    return [...faults, ...each, ...(each.length > 0 ? [] : totalFaults(judged, params))];
  },
};

/** Each row that does not count is pointed at, as any of them may be the one to mend. */
function ofRows(rows: readonly Row[], params: unknown): readonly Fault[] {
  const others = rows.filter((row) => !satisfies(row, params, 'counting'));
  const message = tooLow(rows.length - others.length, rows.length, params);
  if (rows.length === 0) return [empty()];
  return message === null
    ? []
    : others.map(({ pointer }) => fault(pointer, 'share-too-low', message));
}

function pairFaults(row: Row, params: unknown): readonly Fault[] {
  const { numerator, denominator } = columnsOf(params);
  const part = countIn(row, numerator);
  const whole = countIn(row, denominator);
  if (part !== null && whole !== null && part > whole) {
    return [
      fault(`${row.pointer}/${numerator}`, 'part-above-whole', {
        zh: `${part} 多于总数 ${whole}`,
        en: `${part} are more than the ${whole} in all`,
      }),
    ];
  }
  return [
    ...(part === null ? [countFault(row, numerator)] : []),
    ...(whole === null ? [countFault(row, denominator)] : []),
  ];
}

function rowFaults(row: Row, params: unknown): readonly Fault[] {
  const { numerator, denominator } = columnsOf(params);
  const message = tooLow(countIn(row, numerator), countIn(row, denominator), params);
  return message === null ? [] : [fault(`${row.pointer}/${numerator}`, 'share-too-low', message)];
}

/** Of all rows together those are pointed at that are below the share themselves. */
function totalFaults(rows: readonly Row[], params: unknown): readonly Fault[] {
  const { numerator, denominator } = columnsOf(params);
  const sum = (column: string): number =>
    rows.reduce((total, row) => total + (countIn(row, column) ?? 0), 0);
  const message = tooLow(sum(numerator), sum(denominator), params);
  if (rows.length === 0) return [empty()];
  if (message === null) return [];
  const below = rows.filter((row) => rowFaults(row, params).length > 0);
  return below.map(({ pointer }) => fault(`${pointer}/${numerator}`, 'share-too-low', message));
}

/** Why the share is too low; null where it is not, or where the numbers are none. Of nothing every share is reached. */
function tooLow(part: number | null, whole: number | null, params: unknown): Localised | null {
  const percent = numberOf(params, 'percent');
  if (part === null || whole === null || part * 100 >= whole * percent) return null;
  const has = Math.floor((part * 10_000) / whole) / 100;
  return {
    zh: `${whole} 中有 ${part}，占 ${has}%，至少须占 ${percent}%`,
    en: `${part} of ${whole} are ${has}%; at least ${percent}% are needed`,
  };
}

function columnsOf(params: unknown): { readonly numerator: string; readonly denominator: string } {
  return {
    numerator: columnOf(params, 'numerator') ?? '',
    denominator: columnOf(params, 'denominator') ?? '',
  };
}

function empty(): Fault {
  return fault('/rows', 'rows-empty', {
    zh: '没有可供核对的行',
    en: 'There is no row to be judged',
  });
}
