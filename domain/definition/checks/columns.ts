/** Columns of a table: their names in a check's parameters, conditions on them, and the values that stand in them. */
import { isLocalDate } from '../../calendar/dates.ts';
import type { LocalDate } from '../../calendar/types.ts';
import { fault, type Fault } from '../fault.ts';
import { fieldOf, isRecord, type Row } from './check.ts';
import { paramFault } from './params.ts';

const COLUMN = /^[A-Za-z]\w{0,63}$/;
/** Products of two such numbers are still exact. */
const MOST_COUNT = 1e9;
const MOST_AMOUNT = 1e12;

/** Faults of parameters that must each name a column. */
export function columnFaults(params: unknown, names: readonly string[]): readonly Fault[] {
  return names
    .filter((name) => columnOf(params, name) === null)
    .map((name) => paramFault(`/${name}`, '须为列名', 'This must be the name of a column'));
}

/** As `columnFaults`, for parameters that may be left out. */
export function optionalColumnFaults(params: unknown, names: readonly string[]): readonly Fault[] {
  return columnFaults(
    params,
    names.filter((name) => paramOf(params, name) !== undefined),
  );
}

/** The column that a parameter names; null where it names none. */
export function columnOf(params: unknown, name: string): string | null {
  const column = paramOf(params, name);
  return typeof column === 'string' && COLUMN.test(column) ? column : null;
}

export interface NumberRule {
  readonly least: number;
  readonly most: number;
  /** Whether it must be a whole number. */
  readonly whole: boolean;
}

/** The fault of a parameter that must be a number within bounds; none where it is one. */
export function numberFaults(params: unknown, name: string, rule: NumberRule): readonly Fault[] {
  const value = paramOf(params, name);
  const { least, most, whole } = rule;
  const isRight =
    typeof value === 'number' &&
    value >= least &&
    value <= most &&
    (!whole || Number.isSafeInteger(value));
  if (isRight) return [];
  const kind = whole ? { zh: '整数', en: 'a whole number' } : { zh: '数', en: 'a number' };
  return [
    paramFault(
      `/${name}`,
      `须为 ${least} 至 ${most} 的${kind.zh}`,
      `This must be ${kind.en} from ${least} to ${most}`,
    ),
  ];
}

/** A parameter that was judged to be a number. */
export function numberOf(params: unknown, name: string): number {
  const value = paramOf(params, name);
  return typeof value === 'number' ? value : 0;
}

/** Faults of `{column, equals}`, a condition on a row; a condition that is left out has none. */
export function conditionFaults(params: unknown, name: string): readonly Fault[] {
  const condition = paramOf(params, name);
  if (condition === undefined) return [];
  const at = `/${name}`;
  return [
    ...columnFaults(condition, ['column']).map((found) => ({
      ...found,
      pointer: `${at}${found.pointer}`,
    })),
    ...(isPlain(paramOf(condition, 'equals'))
      ? []
      : [
          paramFault(
            `${at}/equals`,
            '须为文字、数或真假值',
            'This must be a text, number or boolean',
          ),
        ]),
  ];
}

/** Whether the row satisfies the condition; every row does where there is none. */
export function satisfies({ fields }: Row, params: unknown, name: string): boolean {
  const condition = paramOf(params, name);
  if (condition === undefined) return true;
  const column = columnOf(condition, 'column');
  return column !== null && fieldOf(fields, column) === paramOf(condition, 'equals');
}

export function paramOf(params: unknown, name: string): unknown {
  return isRecord(params) ? fieldOf(params, name) : undefined;
}

/** A whole number from 0 to 1,000,000,000; null for anything else. */
export function countIn({ fields }: Row, column: string): number | null {
  const value = fieldOf(fields, column);
  const isCount = typeof value === 'number' && Number.isSafeInteger(value);
  return isCount && value >= 0 && value <= MOST_COUNT ? value : null;
}

/** A number from 0 to 1,000,000,000,000; null for anything else. */
export function amountIn({ fields }: Row, column: string): number | null {
  const value = fieldOf(fields, column);
  return typeof value === 'number' && value >= 0 && value <= MOST_AMOUNT ? value : null;
}

/** A text that is not blank; null for anything else. */
export function textIn({ fields }: Row, column: string): string | null {
  const value = fieldOf(fields, column);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A day that exists; null for anything else. */
export function dayIn({ fields }: Row, column: string): LocalDate | null {
  const value = fieldOf(fields, column);
  return typeof value === 'string' && isLocalDate(value) ? value : null;
}

export function countFault({ pointer }: Row, column: string): Fault {
  return fault(`${pointer}/${column}`, 'count-invalid', {
    zh: '须为不小于 0 的整数',
    en: 'This must be a whole number of 0 or more',
  });
}

/** Rows by the text in a column, in the order of the table; a row without a text stands in no group. */
export function groupsBy(rows: readonly Row[], column: string): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = textIn(row, column);
    if (name === null) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return groups;
}

export function blankFault({ pointer }: Row, column: string): Fault {
  return fault(`${pointer}/${column}`, 'text-missing', {
    zh: '须填写',
    en: 'This must be filled in',
  });
}

function isPlain(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
