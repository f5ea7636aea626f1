/** Everything that can be wrong with a definition: where the fault points and what it is called. */
import { describe, expect, test } from '@jest/globals';
import { definitionFaults } from '../../../domain/definition/faults.ts';
import type { Policy } from '../../../domain/definition/policy.ts';
import type { Definition } from '../../../domain/definition/types.ts';

const KNOWN = { calendars: ['cn-public'], isZone: (zone: string) => zone === 'Asia/Shanghai' };

const text = (name: string): { zh: string; en: string } => ({ zh: `${name}文`, en: name });
const office = (key: string, reportsTo: string | null): Definition['offices'][number] => ({
  key,
  title: text(key),
  reportsTo,
  clause: null,
});
const phase = (key: string, from: string, to: string): Definition['phases'][number] => ({
  key,
  title: text(key),
  clause: '1',
  window: { from, to },
  after: [],
  deliverables: [
    { key: 'paper', title: text('paper'), clause: '1', kind: 'document', office: 'clerk' },
  ],
  steps: [{ key: 'head', title: text('head'), policy: { kind: 'office', office: 'head' } }],
});
const rung = (
  key: 'urge' | 'supervise',
  workdaysAfter: number,
): Definition['ladder']['rungs'][number] => ({
  key,
  title: text(key),
  workdaysAfter,
  at: '09:00',
  audience: { responsible: true, superiorLevels: 0, offices: ['head'] },
  answerWithinWorkdays: 2,
});

const GOOD: Definition = {
  key: 'small-plan',
  version: 1,
  title: text('plan'),
  source: { paper: text('paper'), issuer: text('issuer'), documentNumber: null },
  zone: 'Asia/Shanghai',
  calendar: 'cn-public',
  startsOn: '2013-09-15',
  offices: [office('head', null), office('deputy', 'head'), office('clerk', 'deputy')],
  owner: 'deputy',
  ladder: {
    reminders: [
      { workdaysBefore: 5, at: '09:00' },
      { workdaysBefore: 0, at: '09:00' },
    ],
    rungs: [rung('urge', 1), rung('supervise', 3)],
  },
  rework: { value: 5, unit: 'workdays' },
  phases: [
    phase('first', '2013-09-15', '2013-09-30'),
    { ...phase('second', '2013-10-01', '2013-10-15'), after: ['first'] },
    { ...phase('third', '2013-10-16', '2013-10-31'), after: ['second'] },
  ],
  notes: [{ about: '/phases/0/window/to', text: text('note') }],
};

const meeting = (quorum: object): Policy => ({
  kind: 'body',
  office: 'head',
  title: text('meeting'),
  ballot: 'named',
  quorum: { rule: 'at-least', numerator: 1, denominator: 2, ...quorum },
  majority: { rule: 'more-than', numerator: 1, denominator: 2, of: 'present' },
});

const TABLE = {
  key: 'table',
  title: text('table'),
  clause: '1',
  kind: 'table',
  office: 'clerk',
  schema: { type: 'object' },
  example: { rows: [{ team: 'red' }] },
  checks: [
    {
      name: 'each-listed-once',
      params: { column: 'team', values: [{ key: 'red', title: text('red') }] },
    },
  ],
} as const;

/** The good definition with one place replaced, or removed where the value is undefined. */
function withAt(pointer: string, value: unknown, base: Definition = GOOD): Definition {
  const copy = structuredClone(base) as unknown as Record<string, unknown>;
  const keys = pointer.slice(1).split('/');
  const last = keys.pop() ?? '';
  const place = keys.reduce((at, key) => at[key] as Record<string, unknown>, copy);
  if (value === undefined) Reflect.deleteProperty(place, last);
  else place[last] = value;
  return copy as unknown as Definition;
}

const found = (definition: Definition): readonly string[] =>
  definitionFaults(definition, KNOWN).map(({ pointer, code }) => `${pointer} ${code}`);

const WITH_TABLE = withAt('/phases/1/deliverables/1', TABLE);
const slot = (key: string): object => ({ kind: 'office', office: key });

test('a good definition has no fault', () => {
  expect(found(GOOD)).toEqual([]);
  expect(found(WITH_TABLE)).toEqual([]);
});

describe('head of the definition', () => {
  test.each<readonly [string, unknown, readonly string[]]>([
    ['/key', 'Small Plan', ['/key key-invalid']],
    ['/key', 'constructor', ['/key key-invalid']],
    ['/key', 'a'.repeat(65), ['/key key-invalid']],
    ['/version', 0, ['/version version-invalid']],
    ['/version', 1.5, ['/version version-invalid']],
    ['/zone', 'Asia/Atlantis', ['/zone zone-unknown']],
    ['/calendar', 'moon', ['/calendar calendar-unknown']],
    ['/startsOn', '2013-02-30', ['/startsOn date-invalid']],
    ['/startsOn', '2013-09-14', ['/startsOn start-without-phase']],
    ['/owner', 'nobody', ['/owner owner-unknown']],
    ['/title/en', ' ', ['/title/en text-blank']],
    ['/phases/1/steps/0/title/zh', '', ['/phases/1/steps/0/title/zh text-blank']],
    ['/notes/0/text/en', '\u3000', ['/notes/0/text/en text-blank']],
    ['/notes/0/about', '/phases/9', ['/notes/0/about note-nowhere']],
    ['/notes/0/about', '/phases/length', ['/notes/0/about note-nowhere']],
    ['/notes/0/about', '/constructor', ['/notes/0/about note-nowhere']],
    ['/notes/0/about', 'phases', ['/notes/0/about note-nowhere']],
    ['/rework/value', 0, ['/rework/value rework-invalid']],
  ])('%s = %j', (pointer, value, faults) => {
    expect(found(withAt(pointer, value))).toEqual(faults);
  });
});

describe('offices', () => {
  test.each<readonly [string, unknown, readonly string[]]>([
    [
      '/offices/2',
      office('deputy', 'head'),
      [
        '/offices/2/key office-repeated',
        '/phases/0/deliverables/0/office office-unknown',
        '/phases/1/deliverables/0/office office-unknown',
        '/phases/2/deliverables/0/office office-unknown',
      ],
    ],
    ['/offices/2/reportsTo', 'nobody', ['/offices/2/reportsTo superior-unknown']],
    ['/offices/2/reportsTo', 'clerk', ['/offices/2/reportsTo superior-cycle']],
    [
      '/offices/0/reportsTo',
      'clerk',
      [
        '/offices/0/reportsTo superior-cycle',
        '/offices/1/reportsTo superior-cycle',
        '/offices/2/reportsTo superior-cycle',
      ],
    ],
  ])('%s = %j', (pointer, value, faults) => {
    expect(found(withAt(pointer, value))).toEqual(faults);
  });
});

describe('ladder', () => {
  test.each<readonly [string, unknown, readonly string[]]>([
    [
      '/ladder/reminders/1/workdaysBefore',
      5,
      ['/ladder/reminders/1/workdaysBefore reminder-repeated'],
    ],
    [
      '/ladder/reminders/1/workdaysBefore',
      -1,
      ['/ladder/reminders/1/workdaysBefore reminder-days'],
    ],
    ['/ladder/reminders/1/at', '24:00', ['/ladder/reminders/1/at time-invalid']],
    ['/ladder/rungs/0/workdaysAfter', 0, ['/ladder/rungs/0/workdaysAfter rung-days']],
    ['/ladder/rungs/0/workdaysAfter', 3, ['/ladder/rungs/1 rung-order']],
    ['/ladder/rungs/1/key', 'urge', ['/ladder/rungs/1/key rung-repeated']],
    ['/ladder/rungs/0/key', 'circulate', ['/ladder/rungs/1 rung-order']],
    [
      '/ladder/rungs/0/answerWithinWorkdays',
      0.5,
      ['/ladder/rungs/0/answerWithinWorkdays rung-answer'],
    ],
    [
      '/ladder/rungs/0/audience/superiorLevels',
      -1,
      ['/ladder/rungs/0/audience/superiorLevels rung-levels'],
    ],
    [
      '/ladder/rungs/0/audience/offices',
      ['head', 'x', 'head'],
      [
        '/ladder/rungs/0/audience/offices/1 office-unknown',
        '/ladder/rungs/0/audience/offices/2 office-repeated',
      ],
    ],
    [
      '/ladder/rungs/0/audience',
      { responsible: false, superiorLevels: 0, offices: [] },
      ['/ladder/rungs/0/audience rung-nobody'],
    ],
    ['/ladder/rungs/0/at', '9:00', ['/ladder/rungs/0/at time-invalid']],
  ])('%s = %j', (pointer, value, faults) => {
    expect(found(withAt(pointer, value))).toEqual(faults);
  });
});

describe('phases', () => {
  test.each<readonly [string, unknown, readonly string[]]>([
    [
      '/phases/1/key',
      'first',
      [
        '/phases/1/key phase-repeated',
        '/phases/2/after/0 after-unknown',
        '/phases/2 phase-unreachable',
      ],
    ],
    [
      '/phases/1/window',
      { from: '2013-10-15', to: '2013-10-01' },
      ['/phases/1/window window-backwards'],
    ],
    ['/phases/1/window/from', '2013-09-14', ['/phases/1/window/from window-before-start']],
    ['/phases/1/window/to', '2013-11-31', ['/phases/1/window/to date-invalid']],
    [
      '/phases/1/after',
      ['third'],
      [
        '/phases/1/window window-before-predecessor',
        '/phases/1/after/0 after-cycle',
        '/phases/1 phase-unreachable',
        '/phases/2/after/0 after-cycle',
        '/phases/2 phase-unreachable',
      ],
    ],
    [
      '/phases/1/after',
      ['second'],
      [
        '/phases/1/after/0 after-cycle',
        '/phases/1 phase-unreachable',
        '/phases/2 phase-unreachable',
      ],
    ],
    [
      '/phases/2/after',
      ['second', 'second', 'zeroth'],
      [
        '/phases/2/after/1 after-repeated',
        '/phases/2/after/2 after-unknown',
        '/phases/2 phase-unreachable',
      ],
    ],
    ['/phases/1/deliverables', [], ['/phases/1/deliverables deliverables-missing']],
    [
      '/phases/1/deliverables/0/office',
      'head',
      ['/phases/1/deliverables/0/office deliverable-duties'],
    ],
    ['/phases/1/steps', [], ['/phases/1/steps steps-missing']],
    ['/phases', [], ['/phases phases-missing', '/notes/0/about note-nowhere']],
  ])('%s = %j', (pointer, value, faults) => {
    expect(found(withAt(pointer, value)).toSorted()).toEqual([...faults].toSorted());
  });
});

describe('policies', () => {
  const at = '/phases/1/steps/0/policy';
  test.each<readonly [unknown, readonly string[]]>([
    [slot('nobody'), [`${at}/office office-unknown`]],
    [{ kind: 'all', of: [] }, [`${at} policy-empty`]],
    [
      { kind: 'any', of: [slot('head'), { kind: 'sequence', of: [] }] },
      [`${at}/of/1 policy-empty`],
    ],
    [
      { kind: 'all', of: [slot('head'), { kind: 'any', of: [slot('head'), slot('x')] }] },
      [`${at}/of/1/of/1/office office-unknown`, `${at}/of/1/of/0/office policy-office-repeated`],
    ],
    [
      { kind: 'atLeast', count: 3, of: [slot('head'), slot('deputy')] },
      [`${at}/count policy-count`],
    ],
    [
      { kind: 'atLeast', count: 0, of: [slot('head'), slot('deputy')] },
      [`${at}/count policy-count`],
    ],
    [{ kind: 'veto', by: [], of: slot('head') }, [`${at}/by policy-empty`]],
    [
      { kind: 'veto', by: ['deputy', 'x', 'deputy'], of: { kind: 'all', of: [slot('head')] } },
      [`${at}/by/1 office-unknown`, `${at}/by/2 policy-office-repeated`],
    ],
    [{ kind: 'veto', by: ['head'], of: slot('head') }, [`${at}/of/office policy-office-repeated`]],
    [meeting({ numerator: 2, denominator: 3 }), []],
    [meeting({ numerator: 0, denominator: 3 }), [`${at}/quorum policy-share`]],
    [meeting({ numerator: 4, denominator: 3 }), [`${at}/quorum policy-share`]],
    [meeting({ numerator: 1.5, denominator: 3 }), [`${at}/quorum policy-share`]],
    [meeting({ rule: 'more-than', numerator: 1, denominator: 1 }), [`${at}/quorum policy-share`]],
    [{ ...meeting({}), title: text('') }, [`${at}/title/en text-blank`]],
    [{ ...meeting({}), office: 'clerk' }, ['/phases/1/deliverables/0/office deliverable-duties']],
    [
      { kind: 'atLeast', count: 1.5, of: [slot('head'), slot('deputy')] },
      [`${at}/count policy-count`],
    ],
    [
      { kind: 'all', of: [slot('head'), slot('clerk')] },
      ['/phases/1/deliverables/0/office deliverable-duties'],
    ],
  ])('%j', (policy, faults) => {
    expect(found(withAt(at, policy)).toSorted()).toEqual([...faults].toSorted());
  });
});

describe('tables', () => {
  const at = '/phases/1/deliverables/1';
  test.each<readonly [string, unknown, readonly string[]]>([
    ['/schema', undefined, [`${at}/schema table-schema-missing`]],
    ['/example', undefined, [`${at}/example table-example-missing`]],
    ['/example', { rows: [] }, [`${at}/example/rows value-missing`]],
    ['/checks/0/name', 'no-such-check', [`${at}/checks/0/name check-unknown`]],
    ['/checks/0/params/column', '', [`${at}/checks/0/params/column check-params-invalid`]],
    [
      '/checks/0/params/values/0/title/en',
      '',
      [`${at}/checks/0/params/values/0/title/en text-blank`],
    ],
    [
      '/kind',
      'document',
      [`${at}/schema table-only`, `${at}/example table-only`, `${at}/checks table-only`],
    ],
    ['/key', 'paper', [`${at}/key deliverable-repeated`]],
  ])('%s = %j', (member, value, faults) => {
    expect(found(withAt(`${at}${member}`, value, WITH_TABLE))).toEqual(faults);
  });
});

test('every fault of a thoroughly wrong definition is listed, in both languages', () => {
  const places: readonly (readonly [string, unknown])[] = [
    ['/key', 'NO'],
    ['/zone', 'nowhere'],
    ['/owner', 'nobody'],
    ['/title/en', ''],
    ['/ladder/rungs/0/workdaysAfter', 9],
    ['/phases/0/window', { from: '2013-09-15', to: '2013-09-01' }],
    ['/phases/1/after', ['third']],
    ['/phases/2/steps/0/policy', { kind: 'all', of: [] }],
    ['/phases/2/deliverables/0/office', 'nobody'],
  ];
  const wrong = places.reduce((made, [pointer, value]) => withAt(pointer, value, made), GOOD);
  const faults = definitionFaults(wrong, KNOWN);
  for (const code of [
    'key-invalid',
    'zone-unknown',
    'owner-unknown',
    'text-blank',
    'rung-order',
    'window-backwards',
    'after-cycle',
    'phase-unreachable',
    'policy-empty',
    'office-unknown',
  ]) {
    expect(faults.map((fault) => fault.code)).toContain(code);
  }
  for (const { message } of faults) {
    expect(message.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(message.en).toMatch(/^[A-Z]/);
  }
});
