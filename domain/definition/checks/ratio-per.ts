/** Check `ratio-per`: in every row there are so many of one thing for so many of another. */
import { fault, type Fault } from '../fault.ts';
import { readRows, type Check, type Row } from './check.ts';
import {
  columnFaults,
  columnOf,
  conditionFaults,
  countFault,
  countIn,
  numberFaults,
  numberOf,
  satisfies,
} from './columns.ts';

const NUMBER = { least: 1, most: 1_000_000, whole: true };

/**
 * Params: `{numerator, denominator, count, per, where?}`: at least `count` for each `per`, rounded up, in every row that satisfies
 * `where`. One social worker for 50 people: `{numerator: 'workers', denominator: 'people', count: 1, per: 50}`.
 */
export const ratioPer: Check = {
  name: 'ratio-per',
  paramFaults: (params) => [
    ...columnFaults(params, ['numerator', 'denominator']),
    ...['count', 'per'].flatMap((name) => numberFaults(params, name, NUMBER)),
    ...conditionFaults(params, 'where'),
  ],
  judge(params, data) {
    const { rows, faults } = readRows(data);
    const judged = rows.filter((row) => satisfies(row, params, 'where'));
    return [...faults, ...judged.flatMap((row) => rowFaults(row, params))];
  },
};

function rowFaults(row: Row, params: unknown): readonly Fault[] {
  const [numerator = '', denominator = ''] = ['numerator', 'denominator'].map(
    (name) => columnOf(params, name) ?? '',
  );
  const has = countIn(row, numerator);
  const of = countIn(row, denominator);
  if (has === null || of === null) {
    return [
      ...(has === null ? [countFault(row, numerator)] : []),
      ...(of === null ? [countFault(row, denominator)] : []),
    ];
  }
  const count = numberOf(params, 'count');
  const per = numberOf(params, 'per');
  const needed = Math.ceil((of * count) / per);
  if (has >= needed) return [];
  return [
    fault(`${row.pointer}/${numerator}`, 'ratio-too-low', {
      zh: `有 ${has}，按每 ${per} 配 ${count} 计，${of} 至少须配 ${needed}`,
      en: `There are ${has}; with ${count} for each ${per}, ${of} need at least ${needed}`,
    }),
  ];
}
