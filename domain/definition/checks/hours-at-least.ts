/** Check `hours-at-least`: in every row there are at least so many hours. */
import { fault, type Fault } from '../fault.ts';
import { readRows, type Check, type Row } from './check.ts';
import {
  amountIn,
  columnFaults,
  columnOf,
  conditionFaults,
  numberFaults,
  numberOf,
  satisfies,
} from './columns.ts';

const NUMBER = { least: 1, most: 10_000, whole: false };

/**
 * Params: `{hours, least, where?}`: `hours` names the column, and only rows that satisfy `where` are judged. Two checks of one table
 * tell those with a certificate, 72 hours, from those without, 720.
 */
export const hoursAtLeast: Check = {
  name: 'hours-at-least',
  paramFaults: (params) => [
    ...columnFaults(params, ['hours']),
    ...numberFaults(params, 'least', NUMBER),
    ...conditionFaults(params, 'where'),
  ],
  judge(params, data) {
    const { rows, faults } = readRows(data);
    const judged = rows.filter((row) => satisfies(row, params, 'where'));
    return [...faults, ...judged.flatMap((row) => rowFaults(row, params))];
  },
};

function rowFaults(row: Row, params: unknown): readonly Fault[] {
  const column = columnOf(params, 'hours') ?? '';
  const pointer = `${row.pointer}/${column}`;
  const hours = amountIn(row, column);
  const least = numberOf(params, 'least');
  if (hours === null) {
    return [
      fault(pointer, 'hours-invalid', {
        zh: '学时须为不小于 0 的数',
        en: 'The hours must be a number of 0 or more',
      }),
    ];
  }
  if (hours >= least) return [];
  return [
    fault(pointer, 'hours-too-few', {
      zh: `${hours} 学时，至少须有 ${least} 学时`,
      en: `${hours} hours; at least ${least} are needed`,
    }),
  ];
}
