/** From JSON to a definition: faults of shape and of meaning come in one list, and nothing hostile gets further. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createCatalogue } from '../../../programmes/catalogue.ts';
import { parseDefinition } from '../../../programmes/parse-definition.ts';

const LANGXIA = createCatalogue().latest('langxia-transition');

/** The Langxia definition with some places replaced, or removed where the value is undefined. */
function edited(...edits: readonly (readonly [string, unknown])[]): unknown {
  const copy: unknown = structuredClone(LANGXIA);
  for (const [pointer, value] of edits) {
    const keys = pointer.slice(1).split('/');
    const last = keys.pop() ?? '';
    // The pointers of this file are written for the definition that it edits.
    const place = keys.reduce(
      (at, key) => at[key] as Record<string, unknown>,
      copy as Record<string, unknown>,
    );
    if (value === undefined) Reflect.deleteProperty(place, last);
    else place[last] = value;
  }
  return copy;
}

function found(json: unknown): readonly string[] {
  const parsed = parseDefinition(json);
  return parsed.ok ? [] : parsed.faults.map(({ pointer, code }) => `${pointer} ${code}`);
}

test('the shipped definition is read as it stands', () => {
  expect(parseDefinition(structuredClone(LANGXIA))).toEqual({ ok: true, definition: LANGXIA });
});

describe('one wrong place gives one fault', () => {
  test.each<readonly [string, unknown, string]>([
    ['/title/en', undefined, '/title/en missing'],
    ['/title/fr', 'texte', '/title/fr unknown-member'],
    ['/version', '1', '/version invalid-type'],
    ['/phases/0/deliverables/0/kind', 'song', '/phases/0/deliverables/0/kind invalid-value'],
    ['/phases/2/deliverables/2/kind', 'song', '/phases/2/deliverables/2/kind invalid-value'],
    ['/phases/0/steps/0/policy', 'mayor', '/phases/0/steps/0/policy invalid-type'],
    ['/phases/0/steps/0/policy/kind', 'dictator', '/phases/0/steps/0/policy/kind invalid-union'],
    ['/phases/0/steps/0/policy/of/1', null, '/phases/0/steps/0/policy/of/1 invalid-type'],
    ['/phases/0/window', undefined, '/phases/0/window missing'],
    ['/rework/unit', 'months', '/rework/unit invalid-value'],
    ['/ladder/rungs/0/key', 'shout', '/ladder/rungs/0/key invalid-value'],
    [
      '/ladder/rungs/0/audience/responsible',
      'yes',
      '/ladder/rungs/0/audience/responsible invalid-type',
    ],
    ['/zone', 'Asia/Atlantis', '/zone zone-unknown'],
    ['/calendar', 'moon', '/calendar calendar-unknown'],
    [
      '/phases/2/deliverables/2/checks/0/params',
      7,
      '/phases/2/deliverables/2/checks/0/params invalid-type',
    ],
    [
      '/phases/2/deliverables/2/example/rows/0/headcount',
      9,
      '/phases/2/deliverables/2/example/rows/0/headcount station-above-locked',
    ],
    [
      '/phases/5/deliverables/2/example/rows/0/registeredOn',
      '2013-12-32',
      '/phases/5/deliverables/2/example/rows/0/registeredOn data-format',
    ],
    [
      '/phases/4/deliverables/1/schema/type',
      'shape',
      '/phases/4/deliverables/1/schema schema-invalid',
    ],
  ])('%s = %j', (pointer, value, fault) => {
    const faults = found(edited([pointer, value]));
    expect(faults).toContain(fault);
    // Only a headcount that breaks a station also breaks the whole.
    expect(
      faults.filter((other) => other !== fault && !other.endsWith('total-above-locked')),
    ).toEqual([]);
  });
});

test('faults of shape do not hide faults of meaning', () => {
  const faults = found(
    edited(
      ['/title/en', undefined],
      ['/owner', 'nobody'],
      ['/phases/1/window', { from: '2013-10-15', to: '2013-10-01' }],
      ['/phases/2/after', ['archive']],
      ['/phases/3/steps/1/policy', { kind: 'all', of: [] }],
      ['/phases/6/deliverables/0/office', 5],
      ['/extra', true],
    ),
  );
  for (const fault of [
    '/title/en missing',
    '/extra unknown-member',
    '/phases/6/deliverables/0/office invalid-type',
    '/owner owner-unknown',
    '/phases/1/window window-backwards',
    '/phases/2/after/0 after-cycle',
    '/phases/2 phase-unreachable',
    '/phases/3/steps/1/policy policy-empty',
  ]) {
    expect(faults).toContain(fault);
  }
  expect(faults).not.toContain('/phases/6/deliverables/0/office office-unknown');
});

describe('hostile definitions', () => {
  const nest = (depth: number): unknown => {
    let policy: unknown = { kind: 'office', office: 'mayor' };
    for (let level = 0; level < depth; level += 1) policy = { kind: 'all', of: [policy] };
    return policy;
  };

  test.each<readonly [string, unknown, readonly string[]]>([
    ['nothing', null, [' invalid-type']],
    ['a list', [], [' invalid-type']],
    [
      'a policy a thousand levels deep',
      edited(['/phases/0/steps/0/policy', nest(1000)]),
      [' definition-too-large'],
    ],
    [
      'too many values',
      edited(['/phases/2/deliverables/2/example', Array(100_001).fill(0)]),
      [' definition-too-large'],
    ],
    [
      'a schema of another document',
      edited(['/phases/4/deliverables/1/schema', { $ref: 'https://example.org/x' }]),
      ['/phases/4/deliverables/1/schema schema-invalid'],
    ],
    [
      'a regular expression',
      edited([
        '/phases/4/deliverables/1/schema',
        { type: 'object', properties: { rows: { type: 'string', pattern: '(a+)+$' } } },
      ]),
      ['/phases/4/deliverables/1/schema schema-invalid'],
    ],
  ])('%s', (_what, json, faults) => {
    expect(found(json)).toEqual(faults);
  });

  test('any JSON in any place is answered with faults, never with an exception', () => {
    const places = pointersOf(LANGXIA, '');
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 3 }), (pointer, value) => {
        const parsed = parseDefinition(edited([pointer, value]));
        if (parsed.ok) return;
        expect(parsed.faults.length).toBeGreaterThan(0);
        for (const { message } of parsed.faults) {
          expect(message.zh).not.toBe('');
          expect(message.en).not.toBe('');
        }
      }),
      { numRuns: 80 },
    );
  });
});

function pointersOf(value: unknown, pointer: string): readonly string[] {
  const own = pointer === '' ? [] : [pointer];
  if (typeof value !== 'object' || value === null) return own;
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, member]) => pointersOf(member, `${pointer}/${key}`)),
  ];
}
