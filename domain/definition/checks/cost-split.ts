/** Check `cost-split`: in every row those who pay bear the shares that the plan lays down. */
import { fault, type Fault } from '../fault.ts';
import type { Localised } from '../localised.ts';
import { fieldOf, isRecord, readRows, type Check, type Row } from './check.ts';
import {
  amountIn,
  columnFaults,
  columnOf,
  conditionFaults,
  optionalColumnFaults,
  satisfies,
} from './columns.ts';
import { entryFaults, paramFault, readEntries, type Entry } from './params.ts';

interface Payer {
  /** Also the column of its share. */
  readonly column: string;
  readonly title: Localised;
  readonly percent: number;
}

/** In hundredths: a share of an amount may be off by the rounding of its last decimal. */
const ROUNDING = 1;

/**
 * Params: `{payers: [{key, title, percent}], total?, where?}`; the percentages make 100, and `key` is also the column of the share.
 * Without `total` the columns hold percentages; with it they hold amounts, and `total` names the column of the whole.
 */
export const costSplit: Check = {
  name: 'cost-split',
  paramFaults(params) {
    const entries = readEntries(params, 'payers');
    const own = (entries ?? []).flatMap(payerFaults);
    const total = readPayers(params).reduce((sum, { percent }) => sum + percent, 0);
    const isWhole = entries === null || own.length > 0 || total === 100;
    return [
      ...entryFaults(entries, '/payers'),
      ...own,
      ...(isWhole
        ? []
        : [paramFault('/payers', '各方比例之和须为 100', 'The shares must make 100')]),
      ...optionalColumnFaults(params, ['total']),
      ...conditionFaults(params, 'where'),
    ];
  },
  judge(params, data) {
    const payers = readPayers(params);
    const total = columnOf(params, 'total');
    const { rows, faults } = readRows(data);
    const judged = rows.filter((row) => satisfies(row, params, 'where'));
    return [...faults, ...judged.flatMap((row) => rowFaults(row, payers, total))];
  },
};

function payerFaults({ pointer, value, key }: Entry): readonly Fault[] {
  const percent = isRecord(value) ? fieldOf(value, 'percent') : undefined;
  const isShare = typeof percent === 'number' && percent > 0 && percent <= 100;
  return [
    ...(key === null || columnFaults(value, ['key']).length === 0
      ? []
      : [paramFault(`${pointer}/key`, '须为列名', 'This must be the name of a column')]),
    ...(isShare
      ? []
      : [
          paramFault(
            `${pointer}/percent`,
            '比例须大于 0、不超过 100',
            'The share must be above 0 and at most 100',
          ),
        ]),
  ];
}

function readPayers(params: unknown): readonly Payer[] {
  return (readEntries(params, 'payers') ?? []).flatMap(({ title, value }) => {
    const column = columnOf(value, 'key');
    const percent = isRecord(value) ? fieldOf(value, 'percent') : undefined;
    const isUsable = column !== null && title !== null && typeof percent === 'number';
    return isUsable ? [{ column, title, percent }] : [];
  });
}

function rowFaults(row: Row, payers: readonly Payer[], total: string | null): readonly Fault[] {
  if (total === null) {
    return payers.flatMap((payer) => shareFaults(row, payer, { whole: 100, rounding: 0 }));
  }
  const whole = amountIn(row, total);
  if (whole === null) return [amountFault(`${row.pointer}/${total}`)];
  return payers.flatMap((payer) => shareFaults(row, payer, { whole, rounding: ROUNDING }));
}

function shareFaults(
  row: Row,
  { column, title, percent }: Payer,
  { whole, rounding }: { readonly whole: number; readonly rounding: number },
): readonly Fault[] {
  const pointer = `${row.pointer}/${column}`;
  const borne = amountIn(row, column);
  if (borne === null) return [amountFault(pointer)];
  const hundredths = Math.round(whole * percent);
  const isRight =
    rounding === 0 ? borne === percent : Math.abs(Math.round(borne * 100) - hundredths) <= rounding;
  if (isRight) return [];
  const due = hundredths / 100;
  return [
    fault(pointer, 'share-wrong', {
      zh: `${title.zh}须承担 ${percent}%，即 ${due}，表中为 ${borne}`,
      en: `The ${title.en} must bear ${percent}%, that is ${due}; the table says ${borne}`,
    }),
  ];
}

function amountFault(pointer: string): Fault {
  return fault(pointer, 'amount-invalid', {
    zh: '须为不小于 0 的数',
    en: 'This must be a number of 0 or more',
  });
}
