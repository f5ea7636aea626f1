/** The checks of tables: what passes, what each fault is called and where it points, and data that was made to hurt. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  checkNames,
  checkReferenceFaults,
  runCheck,
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

const row = (station: unknown, name: unknown, headcount: unknown): object => ({
  station,
  team: name,
  headcount,
});
const RED = row('north', 'red', 8);
const BLUE = row('north', 'blue', 13);
const GREEN = row('south', 'green', 3);

const found = (reference: CheckReference, data: unknown): readonly string[] =>
  runCheck(reference, data).faults.map(({ pointer, code }) => `${pointer} ${code}`);

describe('the locked headcount', () => {
  test('passes the locked plan itself', () => {
    expect(runCheck(LOCKED, { rows: [RED, BLUE, GREEN] })).toEqual({ ok: true, faults: [] });
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
    const [fault] = runCheck(LOCKED, { rows: [row('north', 'red', 9), BLUE, GREEN] }).faults;
    expect(fault?.message).toEqual({
      zh: 'North队共 22 人，超过锁定的 21 人（本行 9 人，现有 8 人）',
      en: 'The North has 22, above the locked 21 (this row 9, at present 8)',
    });
  });
});

describe('each listed once', () => {
  test('passes the values in any order', () => {
    expect(runCheck(ONCE, { rows: [{ team: 'blue' }, { team: 'red' }] }).ok).toBe(true);
  });

  test('finds a value twice, one unknown and one missing', () => {
    expect(found(ONCE, { rows: [{ team: 'red' }, { team: 'red' }, { team: 'white' }] })).toEqual([
      '/rows/1/team value-repeated',
      '/rows/2/team value-unknown',
      '/rows value-missing',
    ]);
  });
});

describe.each([LOCKED, ONCE])('hostile data for $name', (reference) => {
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

  test('any JSON gets an answer, and passes only without fault', () => {
    const rows = fc.array(
      fc.dictionary(fc.constantFrom('station', 'team', 'headcount', '__proto__'), fc.jsonValue()),
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ rows })), (data) => {
        const { ok, faults } = runCheck(reference, data);
        expect(ok).toBe(faults.length === 0);
        for (const { message } of faults) {
          expect(message.zh).not.toBe('');
          expect(message.en).not.toBe('');
        }
      }),
    );
  });
});

describe('a reference to a check', () => {
  test('is without fault for the checks that exist', () => {
    expect([LOCKED, ONCE].map(({ name }) => name)).toEqual(checkNames);
    expect([LOCKED, ONCE].flatMap((reference) => checkReferenceFaults(reference, ''))).toEqual([]);
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
    [
      'each-listed-once',
      { column: '__proto__/x', values: null },
      ['/check/params/column', '/check/params/values'],
    ],
  ])('to %s with %j points at every faulty parameter', (name, params, pointers) => {
    const faults = checkReferenceFaults({ name, params }, '/check');
    expect(faults.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(runCheck({ name, params }, { rows: [] }).ok).toBe(false);
  });
});
