/** What a check is: a named, pure judgement of a table by parameters that stand in the definition. */
import type { DateWindow, LocalDate } from '../../calendar/types.ts';
import { fault, shown, type Fault } from '../fault.ts';

/** What a check may know besides parameters and data. */
export interface CheckContext {
  /** Programme time, in the zone of the definition. */
  readonly today: LocalDate;
  /** The days of which the data tell: the period of a duty, otherwise the window of the phase. */
  readonly window: DateWindow;
  /** The first day on which the deliverable was owed in the present round. */
  readonly owedSince?: LocalDate;
}

export interface Check {
  readonly name: string;
  /** What is wrong with the parameters; pointers are relative to them. */
  readonly paramFaults: (params: unknown) => readonly Fault[];
  /**
   * What is wrong with the data; only called with parameters without fault. Total: hostile data gives faults. The context is left out
   * where data belong to no running programme, as an example in a definition.
   */
  readonly judge: (params: unknown, data: unknown, context?: CheckContext) => readonly Fault[];
  /** The example as it passes when it tells of these days; only of a check that judges by them. */
  readonly suit?: (params: unknown, example: unknown, days: DateWindow) => unknown;
}

export type Fields = Readonly<Record<string, unknown>>;

const MAX_ROWS = 1000;

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own member; never one of Object.prototype. */
export function fieldOf(record: Fields, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

export interface Row {
  readonly pointer: string;
  readonly fields: Fields;
}

/** The rows of `{rows: [...]}` that are records, and a fault for everything that is not of that shape. */
export function readRows(data: unknown): { rows: readonly Row[]; faults: readonly Fault[] } {
  const list = isRecord(data) ? fieldOf(data, 'rows') : undefined;
  if (!Array.isArray(list)) return { rows: [], faults: [shapeFault('/rows')] };
  if (list.length > MAX_ROWS) return { rows: [], faults: [tooManyRows(list.length)] };
  const all = list.map((fields: unknown, index) => ({ pointer: `/rows/${index}`, fields }));
  return {
    rows: all.flatMap(({ pointer, fields }) => (isRecord(fields) ? [{ pointer, fields }] : [])),
    faults: all.filter(({ fields }) => !isRecord(fields)).map(({ pointer }) => shapeFault(pointer)),
  };
}

/** A key that stands in a column where it may not. */
export function unknownKey(pointer: string, code: string, value: unknown): Fault {
  return fault(pointer, code, {
    zh: `方案中没有“${shown(value)}”`,
    en: `“${shown(value)}” is not in the plan`,
  });
}

function shapeFault(pointer: string): Fault {
  return pointer === '/rows'
    ? fault(pointer, 'rows-missing', {
        zh: '数据须为含有 rows 列表的表格',
        en: 'The data must be a table with a list of rows',
      })
    : fault(pointer, 'row-invalid', { zh: '每一行须为一个对象', en: 'Each row must be an object' });
}

function tooManyRows(count: number): Fault {
  return fault('/rows', 'too-many-rows', {
    zh: `表格有 ${count} 行，最多 ${MAX_ROWS} 行`,
    en: `The table has ${count} rows; at most ${MAX_ROWS} are allowed`,
  });
}
