/** The checks of tables: what passes, what each fault is called and where it points, and data that was made to hurt. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  checkNames,
  checkReferenceFaults,
  runChecks,
} from '../../../domain/definition/checks/index.ts';
import type { CheckReference } from '../../../domain/definition/types.ts';

const title = (name: string): { zh: string; en: string } => ({ zh: `${name}队`, en: name });
const team = (key: string, locked: number): object => ({ key, title: title(key), locked });

const LOCKED: CheckReference = {
  name: 'locked-headcount',
  params: {
    stations: [
      { key: 'north', title: title('North'), teams: [team('red', 8), team('blue', 13)] },
      { key: 'south', title: title('South'), teams: [team('green', 3)] },
    ],
  },
};

const ONCE: CheckReference = {
  name: 'each-listed-once',
  params: {
    column: 'team',
    values: [
      { key: 'red', title: title('Red') },
      { key: 'blue', title: title('Blue') },
    ],
  },
};

const CHANGES: CheckReference = {
  name: 'staff-changes',
  params: {
    newcomerCost: [
      { key: 'district', title: { zh: '区', en: 'district' }, percent: 50 },
      { key: 'town', title: { zh: '镇', en: 'town' }, percent: 50 },
    ],
  },
};

const row = (station: unknown, name: unknown, headcount: unknown): object => ({
  station,
  team: name,
  headcount,
});
const RED = row('north', 'red', 8);
const BLUE = row('north', 'blue', 13);
const GREEN = row('south', 'green', 3);

const found = (reference: CheckReference, data: unknown): readonly string[] =>
  runChecks([reference], data).faults.map(({ pointer, code }) => `${pointer} ${code}`);

describe('the locked headcount', () => {
  test('passes the locked plan itself', () => {
    expect(runChecks([LOCKED], { rows: [RED, BLUE, GREEN] })).toEqual({ ok: true, faults: [] });
  });

  test.each([
    ['fewer people', [row('north', 'red', 0), BLUE, GREEN]],
    [
      'teams of one station that exchange places',
      [row('north', 'red', 20), row('north', 'blue', 1), GREEN],
    ],
    ['rows in another order', [GREEN, BLUE, RED]],
  ])('passes %s', (_what, rows) => {
    expect(found(LOCKED, { rows })).toEqual([]);
  });

  test.each<readonly [string, readonly unknown[], readonly string[]]>([
    [
      'one person too many in a station',
      [row('north', 'red', 9), BLUE, GREEN],
      ['/rows/0/headcount station-above-locked', '/rows total-above-locked'],
    ],
    [
      'a station too large though the whole is not',
      [row('north', 'red', 0), BLUE, row('south', 'green', 4)],
      ['/rows/2/headcount station-above-locked'],
    ],
    [
      'a team listed twice, which also makes its station too large',
      [RED, BLUE, BLUE, GREEN],
      [
        '/rows/2 team-repeated',
        '/rows/0/headcount station-above-locked',
        '/rows/1/headcount station-above-locked',
        '/rows/2/headcount station-above-locked',
        '/rows total-above-locked',
      ],
    ],
    ['a missing team', [RED, GREEN], ['/rows team-missing']],
    [
      'an unknown station',
      [RED, BLUE, row('east', 'green', 3)],
      ['/rows/2/station station-unknown', '/rows team-missing'],
    ],
    [
      'an unknown team',
      [RED, BLUE, GREEN, row('south', 'white', 0)],
      ['/rows/3/team team-unknown'],
    ],
    [
      "another station's team",
      [RED, row('south', 'blue', 13), GREEN],
      ['/rows/1/team team-of-other-station', '/rows team-missing'],
    ],
    [
      'people hidden in an unknown team',
      [RED, BLUE, GREEN, row('south', 'white', 1)],
      ['/rows/3/team team-unknown', '/rows total-above-locked'],
    ],
    ['no rows at all', [], ['/rows team-missing', '/rows team-missing', '/rows team-missing']],
  ])('finds %s', (_what, rows, faults) => {
    expect(found(LOCKED, { rows })).toEqual(faults);
  });

  test.each([[-1], [1.5], [NaN], [Infinity], [2 ** 53], ['8'], [null], [undefined], [[8]], [true]])(
    'refuses %p as a headcount',
    (headcount) => {
      expect(found(LOCKED, { rows: [row('north', 'red', headcount), BLUE, GREEN] })).toEqual([
        '/rows/0/headcount headcount-invalid',
      ]);
    },
  );

  test('says in both languages how far a station is above', () => {
    const [fault] = runChecks([LOCKED], { rows: [row('north', 'red', 9), BLUE, GREEN] }).faults;
    expect(fault?.message).toEqual({
      zh: 'North队共 22 人，超过锁定的 21 人（本行 9 人，现有 8 人）',
      en: 'The North has 22, above the locked 21 (this row 9, at present 8)',
    });
  });
});

describe('changes of staff', () => {
  const half = { district: 50, town: 50 };
  const change = (station: string, changes: object): object => ({ station, ...changes });

  test.each<readonly [string, object]>([
    ['a table that says nothing of it', { rows: [RED, BLUE, GREEN] }],
    [
      'a newcomer against a leaver, paid by halves',
      { rows: [change('north', { leaving: 1, joining: 1 })], newcomerCost: half },
    ],
    [
      'a newcomer in another team of the station',
      {
        rows: [change('north', { leaving: 2 }), change('north', { joining: 2 })],
        newcomerCost: half,
      },
    ],
    ['leavers alone', { rows: [change('north', { leaving: 3 })] }],
    [
      'the same income',
      { rows: [change('north', { incomeBefore: 2_800.5, incomeAfter: 2_800.5 })] },
    ],
    ['more income', { rows: [change('north', { incomeBefore: 0, incomeAfter: 1 })] }],
  ])('pass with %s', (_what, data) => {
    expect(found(CHANGES, data)).toEqual([]);
  });

  test.each<readonly [string, object, readonly string[]]>([
    [
      'more newcomers than leavers, though another station has leavers',
      {
        rows: [
          change('north', { leaving: 1, joining: 1 }),
          change('north', { joining: 1 }),
          change('south', { leaving: 5 }),
        ],
        newcomerCost: half,
      },
      ['/rows/0/joining newcomer-without-leaver', '/rows/1/joining newcomer-without-leaver'],
    ],
    [
      'newcomers without a word on their cost',
      { rows: [change('north', { leaving: 1, joining: 1 })] },
      ['/newcomerCost newcomer-cost-split'],
    ],
    [
      'another split',
      { rows: [], newcomerCost: { district: 60, town: 40 } },
      ['/newcomerCost newcomer-cost-split'],
    ],
    [
      'a third payer',
      { rows: [], newcomerCost: { ...half, city: 0 } },
      ['/newcomerCost newcomer-cost-split'],
    ],
    [
      'a split that is no record',
      { rows: [], newcomerCost: [50, 50] },
      ['/newcomerCost newcomer-cost-split'],
    ],
    [
      'less income',
      { rows: [change('north', { incomeBefore: 2_800, incomeAfter: 2_799.99 })] },
      ['/rows/0/incomeAfter income-lower'],
    ],
    [
      'income of one side only',
      { rows: [change('north', { incomeAfter: 2_800 })] },
      ['/rows/0 income-invalid'],
    ],
    [
      'numbers that are none',
      {
        rows: [change('north', { leaving: -1, joining: '2', incomeBefore: null, incomeAfter: 1 })],
      },
      ['/rows/0/leaving count-invalid', '/rows/0/joining count-invalid', '/rows/0 income-invalid'],
    ],
  ])('are refused with %s', (_what, data, faults) => {
    expect(found(CHANGES, data)).toEqual(faults);
  });

  test('say in both languages who pays', () => {
    const [fault] = runChecks([CHANGES], { rows: [], newcomerCost: {} }).faults;
    expect(fault?.message).toEqual({
      zh: '新进人员费用须由区 50%、镇 50%承担',
      en: 'The cost of newcomers must be split: district 50%, town 50%',
    });
  });
});

test('several checks judge one table, and what both find is told once', () => {
  const data = { rows: [7, row('north', 'red', 9), BLUE, { ...GREEN, joining: 1 }] };
  expect(runChecks([LOCKED, CHANGES], data).faults.map(({ code }) => code)).toEqual([
    'row-invalid',
    'station-above-locked',
    'total-above-locked',
    'newcomer-without-leaver',
    'newcomer-cost-split',
  ]);
});

describe('each listed once', () => {
  test('passes the values in any order', () => {
    expect(runChecks([ONCE], { rows: [{ team: 'blue' }, { team: 'red' }] }).ok).toBe(true);
  });

  test('finds a value twice, one unknown and one missing', () => {
    expect(found(ONCE, { rows: [{ team: 'red' }, { team: 'red' }, { team: 'white' }] })).toEqual([
      '/rows/1/team value-repeated',
      '/rows/2/team value-unknown',
      '/rows value-missing',
    ]);
  });
});

describe.each([LOCKED, CHANGES, ONCE])('hostile data for $name', (reference) => {
  test.each<readonly [string, unknown, string]>([
    ['nothing', null, '/rows rows-missing'],
    ['a list', [], '/rows rows-missing'],
    ['rows that are no list', { rows: { length: 1 } }, '/rows rows-missing'],
    ['rows of a prototype', Object.create({ rows: [] }) as unknown, '/rows rows-missing'],
    ['a row that is no object', { rows: [7] }, '/rows/0 row-invalid'],
    ['a row that is a list', { rows: [[]] }, '/rows/0 row-invalid'],
    ['a hundred thousand rows', { rows: Array(100_000).fill(RED) }, '/rows too-many-rows'],
  ])('%s is a fault', (_what, data, fault) => {
    expect(found(reference, data)).toContain(fault);
  });

  test('any JSON gets an answer, and passes only without fault', () => {
    const rows = fc.array(
      fc.dictionary(
        fc.constantFrom(
          ...['station', 'team', 'headcount', 'leaving', 'joining', 'incomeAfter', '__proto__'],
        ),
        fc.jsonValue(),
      ),
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ rows })), (data) => {
        const { ok, faults } = runChecks([reference], data);
        expect(ok).toBe(faults.length === 0);
        for (const { message } of faults) {
          expect(message.zh).not.toBe('');
          expect(message.en).not.toBe('');
        }
      }),
    );
  });
});

describe.each([LOCKED, ONCE])('hostile keys for $name', (reference) => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'a row keyed %s is unknown',
    (key) => {
      const data: unknown = JSON.parse(
        `{"rows": [{"station": "${key}", "team": "${key}", "headcount": 0}]}`,
      );
      expect(found(reference, data)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^\/rows\/0\/team (team|value)-unknown$/)]),
      );
    },
  );
});

const AUDITED = { name: 'audited-item-by-item', params: {} };

describe('a reference to a check', () => {
  test('is without fault for the checks that exist', () => {
    expect(checkNames).toEqual(
      expect.arrayContaining([LOCKED, CHANGES, ONCE, AUDITED].map(({ name }) => name)),
    );
    expect(
      [LOCKED, CHANGES, ONCE, AUDITED].flatMap((reference) => checkReferenceFaults(reference, '')),
    ).toEqual([]);
  });

  test('that is unknown is a fault, and judges nothing as good', () => {
    const unknown = { name: 'constructor', params: {} };
    expect(checkReferenceFaults(unknown, '/check')).toMatchObject([
      { pointer: '/check/name', code: 'check-unknown' },
    ]);
    expect(found(unknown, { rows: [] })).toEqual([' check-unusable']);
  });

  test.each<readonly [string, CheckReference['params'], readonly string[]]>([
    ['locked-headcount', {}, ['/check/params/stations']],
    ['locked-headcount', { stations: [] }, ['/check/params/stations']],
    [
      'locked-headcount',
      {
        stations: [
          { key: 'a', title: title('A'), teams: [{ key: 'x', title: { zh: 'x' }, locked: -1 }] },
        ],
      },
      ['/check/params/stations/0/teams/0/title', '/check/params/stations/0/teams/0/locked'],
    ],
    [
      'locked-headcount',
      { stations: [5, { key: '', title: title('A'), teams: [team('x', 1), team('x', 1)] }] },
      [
        '/check/params/stations/0/key',
        '/check/params/stations/0/title',
        '/check/params/stations/1/key',
        '/check/params/stations/0/teams',
        '/check/params/stations/1/teams/1/key',
      ],
    ],
    ['staff-changes', {}, ['/check/params/newcomerCost']],
    [
      'staff-changes',
      { newcomerCost: [{ key: 'town', title: title('Town'), percent: 99 }] },
      ['/check/params/newcomerCost'],
    ],
    [
      'staff-changes',
      { newcomerCost: [{ key: 'town', title: title('Town'), percent: 0 }, null] },
      [
        '/check/params/newcomerCost/1/key',
        '/check/params/newcomerCost/1/title',
        '/check/params/newcomerCost/0/percent',
        '/check/params/newcomerCost/1/percent',
      ],
    ],
    [
      'each-listed-once',
      { column: '__proto__/x', values: null },
      ['/check/params/column', '/check/params/values'],
    ],
  ])('to %s with %j points at every faulty parameter', (name, params, pointers) => {
    const faults = checkReferenceFaults({ name, params }, '/check');
    expect(faults.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(runChecks([{ name, params }], { rows: [] }).ok).toBe(false);
  });
});
