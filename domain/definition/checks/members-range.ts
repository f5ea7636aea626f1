/** Check `members-range`: each committee has no fewer and no more members than allowed, and women among them. */
import { fault, shown, type Fault } from '../fault.ts';
import { readRows, type Check, type Row } from './check.ts';
import {
  blankFault,
  columnFaults,
  columnOf,
  groupsBy,
  numberFaults,
  numberOf,
  optionalColumnFaults,
  paramOf,
  textIn,
} from './columns.ts';
import { paramFault } from './params.ts';

interface Params {
  readonly min: number;
  readonly max: number;
  readonly minWomen: number;
  readonly name: string;
  readonly sex: string;
  /** What stands in the column of the sex for a woman. */
  readonly woman: string;
  /** The column that tells committees apart; null where the table is of one. */
  readonly committee: string | null;
}

interface Committee {
  /** Null where the table is of one committee. */
  readonly name: string | null;
  readonly rows: readonly Row[];
}

const NUMBER = { least: 0, most: 1000, whole: true };

/** Params: `{min, max, minWomen, name, sex, woman, committee?}`; data: a row for each member. */
export const membersRange: Check = {
  name: 'members-range',
  paramFaults(params) {
    const faults = [
      ...['min', 'max', 'minWomen'].flatMap((name) => numberFaults(params, name, NUMBER)),
      ...columnFaults(params, ['name', 'sex']),
      ...optionalColumnFaults(params, ['committee']),
      ...(typeof paramOf(params, 'woman') === 'string'
        ? []
        : [paramFault('/woman', '须为文字', 'This must be a text')]),
    ];
    const { min, max, minWomen } = readParams(params);
    if (faults.length > 0 || (min <= max && minWomen <= max)) return faults;
    return [paramFault('/max', '须不小于其他人数', 'This must be no less than the other numbers')];
  },
  judge(params, data) {
    const read = readParams(params);
    const { rows, faults } = readRows(data);
    return [
      ...faults,
      ...rows.flatMap((row) => blankFaults(row, read)),
      ...committeesOf(rows, read).flatMap((committee) => [
        ...repeatedFaults(committee, read),
        ...sizeFaults(committee, read),
        ...womenFaults(committee, read),
      ]),
    ];
  },
};

function readParams(params: unknown): Params {
  const woman = paramOf(params, 'woman');
  return {
    min: numberOf(params, 'min'),
    max: numberOf(params, 'max'),
    minWomen: numberOf(params, 'minWomen'),
    name: columnOf(params, 'name') ?? '',
    sex: columnOf(params, 'sex') ?? '',
    woman: typeof woman === 'string' ? woman : '',
    committee: columnOf(params, 'committee'),
  };
}

function blankFaults(row: Row, { name, sex, committee }: Params): readonly Fault[] {
  return [name, sex, ...(committee === null ? [] : [committee])]
    .filter((column) => textIn(row, column) === null)
    .map((column) => blankFault(row, column));
}

function committeesOf(rows: readonly Row[], { committee }: Params): readonly Committee[] {
  if (committee === null) return [{ name: null, rows }];
  return [...groupsBy(rows, committee)].map(([name, own]) => ({ name, rows: own }));
}

function repeatedFaults({ rows }: Committee, { name }: Params): readonly Fault[] {
  return [...groupsBy(rows, name)].flatMap(([member, own]) =>
    own.slice(1).map(({ pointer }) =>
      fault(`${pointer}/${name}`, 'member-repeated', {
        zh: `“${shown(member)}”重复，只能列一次`,
        en: `“${shown(member)}” is listed twice`,
      }),
    ),
  );
}

/** Too few is a matter of the whole committee; of too many, each row past the last one allowed is pointed at. */
function sizeFaults(committee: Committee, { min, max }: Params): readonly Fault[] {
  const { rows } = committee;
  const of = titleOf(committee);
  if (rows.length < min) {
    return [
      fault(placeOf(committee), 'members-too-few', {
        zh: `${of.zh}有 ${rows.length} 人，至少须有 ${min} 人`,
        en: `${of.en} has ${rows.length} members; at least ${min} are needed`,
      }),
    ];
  }
  return rows.slice(max).map(({ pointer }) =>
    fault(pointer, 'members-too-many', {
      zh: `${of.zh}有 ${rows.length} 人，至多 ${max} 人`,
      en: `${of.en} has ${rows.length} members; at most ${max} are allowed`,
    }),
  );
}

function womenFaults(committee: Committee, { minWomen, sex, woman }: Params): readonly Fault[] {
  const women = committee.rows.filter((row) => textIn(row, sex) === woman).length;
  if (women >= minWomen) return [];
  const of = titleOf(committee);
  return [
    fault(placeOf(committee), 'women-too-few', {
      zh: `${of.zh}有女性 ${women} 人，至少须有 ${minWomen} 人`,
      en: `${of.en} has ${women} women; at least ${minWomen} are needed`,
    }),
  ];
}

function placeOf({ name, rows }: Committee): string {
  return name === null ? '/rows' : (rows[0]?.pointer ?? '/rows');
}

function titleOf({ name }: Committee): { readonly zh: string; readonly en: string } {
  if (name === null) return { zh: '委员会', en: 'The committee' };
  return { zh: `“${shown(name)}”`, en: `“${shown(name)}”` };
}
