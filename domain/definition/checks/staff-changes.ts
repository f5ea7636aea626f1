/**
 * Check `staff-changes`: what a staffing plan says of people who leave, join and are paid. In a station nobody joins but against
 * somebody who leaves 出一个,进一个; the cost of newcomers is split as the plan has it; nobody's income falls. A table that says
 * nothing of it is without fault.
 */
import { fault, type Fault } from '../fault.ts';
import type { Localised } from '../localised.ts';
import { fieldOf, isRecord, readRows, type Check, type Row } from './check.ts';
import { entryFaults, paramFault, readEntries, type Entry } from './params.ts';

interface Payer {
  readonly key: string;
  readonly title: Localised;
  readonly percent: number;
}

const COUNTS = ['leaving', 'joining'] as const;
const INCOMES = ['incomeBefore', 'incomeAfter'] as const;

/**
 * Params: `{newcomerCost: [{key, title, percent}]}`, which make 100; data: `{rows: [{station, leaving?, joining?, incomeBefore?,
 * incomeAfter?}], newcomerCost?: {[key]: percent}}`.
 */
export const staffChanges: Check = {
  name: 'staff-changes',
  paramFaults(params) {
    const entries = readEntries(params, 'newcomerCost');
    const shares = (entries ?? []).flatMap(shareFaults);
    const total = sum(readPayers(params).map(({ percent }) => percent));
    const isWhole = shares.length > 0 || entries === null || total === 100;
    return [
      ...entryFaults(entries, '/newcomerCost'),
      ...shares,
      ...(isWhole
        ? []
        : [paramFault('/newcomerCost', '各方比例之和须为 100', 'The shares must make 100')]),
    ];
  },
  judge(params, data) {
    const { rows, faults } = readRows(data);
    return [
      ...faults,
      ...rows.flatMap(rowFaults),
      ...stationsOf(rows).flatMap(newcomerFaults),
      ...costFaults(readPayers(params), rows, data),
    ];
  },
};

function shareFaults({ pointer, value }: Entry): readonly Fault[] {
  const percent = isRecord(value) ? fieldOf(value, 'percent') : undefined;
  if (typeof percent === 'number' && percent > 0 && percent <= 100) return [];
  const at = `${pointer}/percent`;
  return [paramFault(at, '比例须大于 0、不超过 100', 'The share must be above 0 and at most 100')];
}

function readPayers(params: unknown): readonly Payer[] {
  return (readEntries(params, 'newcomerCost') ?? []).flatMap(({ key, title, value }) => {
    const percent = isRecord(value) ? fieldOf(value, 'percent') : undefined;
    const isUsable = key !== null && title !== null && typeof percent === 'number';
    return isUsable ? [{ key, title, percent }] : [];
  });
}

function rowFaults({ pointer, fields }: Row): readonly Fault[] {
  const counts = COUNTS.filter((column) => countOf(fields, column) === null).map((column) =>
    fault(`${pointer}/${column}`, 'count-invalid', {
      zh: '人数须为不小于 0 的整数',
      en: 'The number must be a whole number of 0 or more',
    }),
  );
  return [...counts, ...incomeFaults(pointer, fields)];
}

/** Average income and benefits of a team, in any unit of money that both columns share. */
function incomeFaults(pointer: string, fields: Row['fields']): readonly Fault[] {
  const given = INCOMES.filter((column) => fieldOf(fields, column) !== undefined);
  if (given.length === 0) return [];
  const [before, after] = INCOMES.map((column) => fieldOf(fields, column));
  if (!isAmount(before) || !isAmount(after)) {
    return [
      fault(pointer, 'income-invalid', {
        zh: '改制前后的收入须一并填写，且为不小于 0 的数',
        en: 'Income before and after the change go together, as numbers of 0 or more',
      }),
    ];
  }
  if (after >= before) return [];
  return [
    fault(`${pointer}/incomeAfter`, 'income-lower', {
      zh: `改制后的收入 ${after} 低于现有的 ${before}`,
      en: `The income after the change, ${after}, is lower than today's ${before}`,
    }),
  ];
}

interface StationRows {
  readonly joining: number;
  readonly leaving: number;
  readonly rows: readonly Row[];
}

function stationsOf(rows: readonly Row[]): readonly StationRows[] {
  const stations = new Map<unknown, Row[]>();
  for (const row of rows) {
    const station = fieldOf(row.fields, 'station');
    const own = stations.get(station);
    if (own === undefined) stations.set(station, [row]);
    else own.push(row);
  }
  return [...stations.values()].map((own) => ({
    joining: total(own, 'joining'),
    leaving: total(own, 'leaving'),
    rows: own,
  }));
}

/** People may move within a station, so its teams are judged together. */
function newcomerFaults({ joining, leaving, rows }: StationRows): readonly Fault[] {
  if (joining <= leaving) return [];
  const pointed = rows.filter(({ fields }) => (countOf(fields, 'joining') ?? 0) > 0);
  return pointed.map(({ pointer }) =>
    fault(`${pointer}/joining`, 'newcomer-without-leaver', {
      zh: `该工作站新进 ${joining} 人，只退出 ${leaving} 人；须出一个、进一个`,
      en: `In this station ${joining} join and only ${leaving} leave; one may join for each who leaves`,
    }),
  );
}

function costFaults(
  payers: readonly Payer[],
  rows: readonly Row[],
  data: unknown,
): readonly Fault[] {
  const cost = isRecord(data) ? fieldOf(data, 'newcomerCost') : undefined;
  if (cost === undefined && total(rows, 'joining') === 0) return [];
  const shares = isRecord(cost) ? cost : {};
  const isSplit =
    Object.keys(shares).length === payers.length &&
    payers.every(({ key, percent }) => fieldOf(shares, key) === percent);
  if (isSplit) return [];
  const words = (language: 'zh' | 'en', joint: string): string =>
    payers.map(({ title, percent }) => `${title[language]} ${percent}%`).join(joint);
  return [
    fault('/newcomerCost', 'newcomer-cost-split', {
      zh: `新进人员费用须由${words('zh', '、')}承担`,
      en: `The cost of newcomers must be split: ${words('en', ', ')}`,
    }),
  ];
}

/** Null for what is no whole number of 0 or more; an absent one is 0. */
function countOf(fields: Row['fields'], column: (typeof COUNTS)[number]): number | null {
  const value = fieldOf(fields, column);
  if (value === undefined) return 0;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function total(rows: readonly Row[], column: (typeof COUNTS)[number]): number {
  return sum(rows.map(({ fields }) => countOf(fields, column) ?? 0));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
