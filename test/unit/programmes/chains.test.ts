/** Chains in a definition's JSON: what they become, and where their faults are told. */
import { describe, expect, test } from '@jest/globals';
import type { Definition } from '../../../domain/definition/types.ts';
import { parseDefinition } from '../../../programmes/parse-definition.ts';
import {
  accounts,
  definitionJson,
  deliberation,
  landDefinition,
  parsed,
} from '../../support/chains.ts';

const found = (json: unknown): readonly string[] => {
  const result = parseDefinition(json);
  return result.ok ? [] : result.faults.map(({ pointer, code }) => `${pointer} ${code}`);
};
const phaseAfter = (after: readonly string[]): object => ({
  key: 'carried-out',
  title: { zh: '实施', en: 'carried out' },
  clause: '9',
  window: { from: '2013-12-11', to: '2013-12-31' },
  after,
  deliverables: [
    {
      key: 'report',
      title: { zh: '报告', en: 'report' },
      clause: '9',
      kind: 'document',
      office: 'village',
    },
  ],
  steps: [
    { key: 'town', title: { zh: '镇', en: 'town' }, policy: { kind: 'office', office: 'town' } },
  ],
});

describe('four deliberations and two disclosures', () => {
  test('are six plain phases, each after the one before', () => {
    const { phases } = landDefinition();
    expect(phases.map(({ key, after }) => [key, after])).toEqual([
      ['land-propose', []],
      ['land-confer', ['land-propose']],
      ['land-review', ['land-confer']],
      ['land-resolve', ['land-review']],
      ['land-disclose-resolution', ['land-resolve']],
      ['land-disclose-result', ['land-disclose-resolution']],
    ]);
    expect(phases.map(({ window }) => window)).toEqual([
      { from: '2013-09-15', to: '2013-09-21' },
      { from: '2013-09-22', to: '2013-09-28' },
      { from: '2013-09-29', to: '2013-10-05' },
      { from: '2013-10-06', to: '2013-10-19' },
      { from: '2013-10-20', to: '2013-11-02' },
      { from: '2013-11-20', to: '2013-12-10' },
    ]);
  });

  test('ask each body by its own rule, and owe minutes and attendance', () => {
    const { phases } = landDefinition();
    const policies = phases.slice(1, 4).map(({ steps }) => steps[0]?.policy);
    expect(policies.map((policy) => policy?.kind === 'body' && policy.quorum)).toEqual([
      { rule: 'more-than', numerator: 1, denominator: 2 },
      { rule: 'at-least', numerator: 1, denominator: 2 },
      { rule: 'at-least', numerator: 2, denominator: 3 },
    ]);
    for (const phase of phases.slice(1, 4)) {
      expect(phase.deliverables.map(({ key }) => key).slice(0, 2)).toEqual([
        'minutes',
        'attendance',
      ]);
    }
    expect(phases.map(({ deliverables }) => deliverables[0]?.disclosure?.minimumDays)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      7,
      7,
    ]);
  });

  test('take other rules and other offices', () => {
    const { phases } = landDefinition({
      rules: {
        representatives: {
          ballot: 'named',
          majority: { rule: 'at-least', numerator: 2, denominator: 3, of: 'eligible' },
        },
        minimumDays: { resolution: 5, result: 10 },
      },
      offices: { ...deliberation.offices, drafting: 'secretary', supervising: 'party' },
    });
    expect(phases[3]?.steps[0]?.policy).toMatchObject({
      ballot: 'named',
      quorum: { numerator: 2, denominator: 3 },
      majority: { of: 'eligible' },
    });
    expect(phases[0]?.deliverables[0]?.office).toBe('secretary');
    expect(phases[4]?.deliverables[0]?.disclosure?.minimumDays).toBe(5);
    expect(phases[4]?.steps[0]?.policy).toEqual({ kind: 'office', office: 'party' });
  });

  test('may be waited for by their key, and notes may point at them', () => {
    const json = {
      ...definitionJson({ phases: [deliberation, phaseAfter(['land'])] }),
      notes: [
        { about: '/phases/0/days', text: { zh: '天数', en: 'days' } },
        { about: '/phases/1/window', text: { zh: '日期', en: 'dates' } },
      ],
    };
    const { phases, notes } = parsed(json);
    expect(phases[6]?.after).toEqual(['land-disclose-result']);
    expect(notes.map(({ about }) => about)).toEqual(['/phases/0', '/phases/6/window']);
  });

  test.each<readonly [string, readonly unknown[], readonly string[]]>([
    ['no such chain', [{ ...deliberation, chain: 'x' }], ['/phases/0/chain chain-unknown']],
    ['no day', [{ ...deliberation, from: '2013-02-30' }], ['/phases/0/from custom']],
    ['no office', [{ ...deliberation, offices: {} }], ['/phases/0/offices/party missing']],
    ['an unknown member', [{ ...deliberation, more: 1 }], ['/phases/0/more unknown-member']],
    [
      'an office that does not exist',
      [{ ...deliberation, offices: { ...deliberation.offices, party: 'nobody' } }],
      ['/phases/0 office-unknown'],
    ],
    [
      'a phase after it with a fault of its own',
      [deliberation, { ...phaseAfter(['land']), window: { from: '2013-12-31', to: '2013-12-01' } }],
      ['/phases/1/window window-backwards'],
    ],
    [
      'a window too short for its days',
      [{ ...deliberation, days: { 'disclose-resolution': 3 } }],
      ['/phases/0 disclosure-window'],
    ],
    ['a duty’s chain among the phases', [accounts], ['/phases/0/chain chain-unknown']],
  ])('with %s are refused where they stand', (_what, phases, faults) => {
    expect(found(definitionJson({ phases }))).toEqual(expect.arrayContaining([...faults]));
  });

  test.each([null, 7, [], { chain: null }, { chain: {} }, { chain: '__proto__' }])(
    'that are %j give faults, not an exception',
    (entry) => {
      expect(found(definitionJson({ phases: [entry] }))).not.toEqual([]);
      expect(found(definitionJson({ phases: [deliberation], duties: [entry] }))).not.toEqual([]);
    },
  );

  test('far in the future are no exception either', () => {
    expect(
      found(definitionJson({ phases: [{ ...deliberation, from: '9999-12-20' }] })),
    ).not.toEqual([]);
  });
});

describe('the accounts of a village', () => {
  const dutyOf = (changes: object = {}): NonNullable<Definition['duties']>[number] | undefined =>
    parsed(definitionJson({ phases: [deliberation], duties: [{ ...accounts, ...changes }] }))
      .duties?.[0];

  test('are a monthly duty by the 10th: the board, then the secretary, then the posting', () => {
    const duty = dutyOf();
    expect(duty).toMatchObject({
      every: 'month',
      opens: { month: 1, day: 1 },
      due: { month: 1, day: 10 },
    });
    expect(duty?.steps.map(({ policy }) => policy)).toEqual([
      {
        kind: 'any',
        of: [
          { kind: 'office', office: 'director' },
          {
            kind: 'all',
            of: ['member-one', 'member-two'].map((office) => ({ kind: 'office', office })),
          },
        ],
      },
      { kind: 'office', office: 'secretary' },
    ]);
    expect(duty?.deliverables.map(({ key, afterStep }) => [key, afterStep])).toEqual([
      ['accounts', undefined],
      ['posting', 'secretary'],
    ]);
    expect(duty?.deliverables[1]?.disclosure).toEqual({ minimumDays: 1, enteredSameDay: true });
  });

  test('come with an example that satisfies schema and check', () => {
    const table = dutyOf()?.deliverables[0];
    const phase = {
      ...phaseAfter([]),
      window: { from: '2013-09-15', to: '2013-09-30' },
      deliverables: [{ ...table, office: 'village' }],
    };
    expect(found(definitionJson({ phases: [phase] }))).toEqual([]);
  });
});
