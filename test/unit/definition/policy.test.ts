/** Sign-off policies: the outcome, whose turn it is and the words, case by case. */
import { describe, expect, test } from '@jest/globals';
import {
  evaluatePolicy,
  explainPolicy,
  officesOf,
  type Answers,
  type Policy,
  type PolicyOutcome,
} from '../../../domain/definition/policy.ts';

const office = (key: string): Policy => ({ kind: 'office', office: key });
const offices = (...keys: readonly string[]): readonly Policy[] => keys.map(office);
const all = (...of: readonly Policy[]): Policy => ({ kind: 'all', of });
const any = (...of: readonly Policy[]): Policy => ({ kind: 'any', of });
const sequence = (...of: readonly Policy[]): Policy => ({ kind: 'sequence', of });
const atLeast = (count: number, ...of: readonly Policy[]): Policy => ({
  kind: 'atLeast',
  count,
  of,
});

const veto = (by: readonly string[], of: Policy): Policy => ({ kind: 'veto', by, of });
const body = (key: string): Policy => ({
  kind: 'body',
  office: key,
  title: { zh: '村民代表会议', en: 'The villagers’ representatives' },
  ballot: 'named',
  quorum: { rule: 'at-least', numerator: 2, denominator: 3 },
  majority: { rule: 'more-than', numerator: 1, denominator: 2, of: 'present' },
});

const A = 'approve';
const R = 'reject';
const O = 'abstain';

/** Policy, answers, and what follows: the outcome, the open slots, the slots no longer needed. */
type Case = readonly [Policy, Answers, PolicyOutcome, readonly string[], readonly string[]];

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'one office': [
    [office('a'), {}, 'open', ['a'], []],
    [office('a'), { a: A }, 'approved', [], []],
    [office('a'), { a: R }, 'rejected', [], []],
    [office('a'), { a: O }, 'rejected', [], []],
    [office('a'), { b: A }, 'open', ['a'], []],
    [office('constructor'), {}, 'open', ['constructor'], []],
  ],
  all: [
    [all(...offices('a', 'b')), {}, 'open', ['a', 'b'], []],
    [all(...offices('a', 'b')), { a: A }, 'open', ['b'], []],
    [all(...offices('a', 'b')), { a: A, b: A }, 'approved', [], []],
    [all(...offices('a', 'b', 'c')), { b: R }, 'rejected', [], ['a', 'c']],
    [all(...offices('a', 'b')), { a: O }, 'open', ['b'], []],
    [all(...offices('a', 'b')), { a: O, b: A }, 'approved', [], []],
    [all(...offices('a', 'b')), { a: O, b: O }, 'rejected', [], []],
    [all(any(...offices('a', 'b')), office('c')), { a: O, b: O }, 'rejected', [], ['c']],
  ],
  any: [
    [any(...offices('a', 'b')), {}, 'open', ['a', 'b'], []],
    [any(...offices('a', 'b')), { b: A }, 'approved', [], ['a']],
    [any(...offices('a', 'b')), { b: R }, 'open', ['a'], []],
    [any(...offices('a', 'b')), { a: O, b: R }, 'rejected', [], []],
    [any(all(...offices('a', 'b')), office('c')), { a: R }, 'open', ['c'], ['b']],
  ],
  atLeast: [
    [atLeast(2, ...offices('a', 'b', 'c')), { a: A }, 'open', ['b', 'c'], []],
    [atLeast(2, ...offices('a', 'b', 'c')), { a: A, c: A }, 'approved', [], ['b']],
    [atLeast(2, ...offices('a', 'b', 'c')), { a: R }, 'open', ['b', 'c'], []],
    [atLeast(2, ...offices('a', 'b', 'c')), { a: R, b: O }, 'rejected', [], ['c']],
  ],
  sequence: [
    [sequence(...offices('a', 'b')), {}, 'open', ['a'], []],
    [sequence(...offices('a', 'b')), { a: A }, 'open', ['b'], []],
    [sequence(...offices('a', 'b')), { a: O }, 'open', ['b'], []],
    [sequence(...offices('a', 'b')), { a: A, b: A }, 'approved', [], []],
    [sequence(...offices('a', 'b', 'c')), { a: R }, 'rejected', [], ['b', 'c']],
    [sequence(any(...offices('a', 'b')), office('c')), { b: A }, 'open', ['c'], ['a']],
    [sequence(...offices('a', 'b', 'c')), { b: A }, 'open', ['a'], []],
  ],
  veto: [
    [veto(['v'], office('a')), {}, 'open', ['v', 'a'], []],
    [veto(['v'], office('a')), { v: R }, 'rejected', [], ['a']],
    [veto(['v'], office('a')), { a: A }, 'open', ['v'], []],
    [veto(['v'], office('a')), { a: A, v: A }, 'approved', [], []],
    [veto(['v'], office('a')), { a: A, v: O }, 'approved', [], []],
    [veto(['v'], office('a')), { a: R }, 'rejected', [], ['v']],
    [veto(['v'], office('a')), { a: O, v: A }, 'rejected', [], []],
    [veto(['v', 'w'], office('a')), { a: A, v: A }, 'open', ['w'], []],
    [any(office('a'), veto(['v'], office('b'))), { v: R }, 'rejected', [], ['a', 'b']],
    [any(office('a'), veto(['v'], office('b'))), { a: A, v: R }, 'rejected', [], ['b']],
    [any(office('a'), veto(['v'], office('b'))), { a: A }, 'open', ['v'], ['b']],
    [any(office('a'), veto(['v'], office('b'))), { a: A, v: A }, 'approved', [], ['b']],
    [any(office('a'), veto(['v'], office('b'))), { b: R }, 'open', ['a'], []],
    [sequence(veto(['v'], office('a')), office('b')), { a: A }, 'open', ['v'], []],
    [sequence(office('a'), veto(['v'], office('b'))), {}, 'open', ['a'], []],
    [
      atLeast(2, veto(['v'], all(...offices('a', 'b'))), office('c'), any(...offices('d', 'e'))),
      { a: A, b: A, v: A, e: A },
      'approved',
      [],
      ['c', 'd'],
    ],
    [
      atLeast(2, veto(['v'], all(...offices('a', 'b'))), office('c'), any(...offices('d', 'e'))),
      { c: A, e: A },
      'open',
      ['v'],
      ['a', 'b', 'd'],
    ],
    [veto(['v'], veto(['w'], office('a'))), { a: A, w: A }, 'open', ['v'], []],
    [veto(['v'], veto(['w'], office('a'))), { a: A, v: A, w: R }, 'rejected', [], []],
  ],
  'a body': [
    [body('a'), {}, 'open', ['a'], []],
    [body('a'), { a: A }, 'approved', [], []],
    [body('a'), { a: R }, 'rejected', [], []],
    [sequence(body('a'), office('b')), { a: A }, 'open', ['b'], []],
    [veto(['v'], body('a')), { a: A }, 'open', ['v'], []],
  ],
  'a policy that no definition may have': [
    [veto([], office('a')), { a: A }, 'approved', [], []],
    [all(), {}, 'rejected', [], []],
    [sequence(), {}, 'rejected', [], []],
    [any(), {}, 'rejected', [], []],
    [atLeast(0, office('a')), {}, 'open', ['a'], []],
    [atLeast(3, ...offices('a', 'b')), {}, 'rejected', [], ['a', 'b']],
    [atLeast(NaN, office('a')), {}, 'rejected', [], ['a']],
    [all(office('a'), any()), {}, 'rejected', [], ['a']],
    [all(office('a'), office('a')), { a: A }, 'approved', [], []],
  ],
};

describe.each(Object.entries(CASES))('%s', (_name, cases) => {
  test.each(cases)('%j with %j is %s', (...[policy, answers, outcome, open, notRequired]) => {
    expect(evaluatePolicy(policy, answers)).toEqual({ outcome, open, notRequired });
  });
});

describe('every small policy with a veto, with every way of answering', () => {
  const pairs = [all, any, sequence, (...of: readonly Policy[]) => atLeast(2, ...of)];
  const guarded = [office('a'), body('a'), ...pairs.map((group) => group(...offices('a', 'b')))];
  const around = [
    (of: Policy): Policy => of,
    ...pairs.flatMap((group) => [
      (of: Policy): Policy => group(of, office('c')),
      (of: Policy): Policy => group(office('c'), of),
    ]),
  ];
  const ways = ['a', 'b', 'c', 'v'].reduce<readonly Answers[]>(
    (made, key) =>
      made.flatMap((answers) => [
        answers,
        ...([A, R, O] as const).map((answer) => ({ ...answers, [key]: answer })),
      ]),
    [{}],
  );

  test('is as without the veto, but for a rejection by it, and waits until it was heard', () => {
    for (const of of guarded) {
      for (const within of around) {
        const [plain, vetoed] = [within(of), within(veto(['v'], of))];
        for (const answers of ways) {
          const { outcome } = evaluatePolicy(plain, answers);
          const isUnheard = answers['v'] === undefined && outcome === 'approved';
          const expected = answers['v'] === R ? 'rejected' : isUnheard ? 'open' : outcome;
          expect(evaluatePolicy(vetoed, answers).outcome).toBe(expected);
        }
      }
    }
  });
});

test('the offices of a policy stand once, in its order', () => {
  expect(officesOf(sequence(all(...offices('b', 'a')), office('c'), office('a')))).toEqual([
    'b',
    'a',
    'c',
  ]);
});

describe('the sentence of a policy', () => {
  const titleOf = (key: string): { zh: string; en: string } => ({
    zh: `${key}所`,
    en: `Office ${key}`,
  });

  test.each<readonly [Policy, Answers, string, string]>([
    [
      office('a'),
      {},
      '须a所同意（已同意 0/1；待a所签批）',
      'Office a must agree (0 of 1 have; next: Office a)',
    ],
    [
      all(...offices('a', 'b', 'c')),
      { a: A },
      '须a所、b所、c所全部同意（已同意 1/3；待b所、c所签批）',
      'All of Office a, Office b and Office c must agree (1 of 3 have; next: Office b and Office c)',
    ],
    [
      any(...offices('a', 'b')),
      { b: A },
      '须a所、b所任一同意（已同意 1/2；已通过）',
      'Any one of Office a and Office b must agree (1 of 2 have; approved)',
    ],
    [
      atLeast(2, ...offices('a', 'b', 'c')),
      { a: R, b: O },
      '须a所、b所、c所三者中至少两者同意（已同意 0/3；b所弃权；a所不同意；未通过）',
      'At least 2 of Office a, Office b and Office c must agree (0 of 3 have; abstained: Office b; rejected: Office a; not approved)',
    ],
    [
      sequence(all(...offices('a', 'b')), office('c')),
      { a: A, b: A },
      '须先「a所、b所全部同意」，再c所同意（已同意 2/3；待c所签批）',
      'First (all of Office a and Office b must agree), then Office c must agree (2 of 3 have; next: Office c)',
    ],
    [
      atLeast(1, any(...offices('a', 'b')), office('c')),
      {},
      '须「a所、b所任一同意」、c所同意两项中至少一项满足（已同意 0/3；待a所、b所、c所签批）',
      'At least 1 of these must hold: (any one of Office a and Office b must agree) and Office c must agree (0 of 3 have; next: Office a, Office b and Office c)',
    ],
    [
      veto(['v'], all(...offices('a', 'b'))),
      { a: A },
      '须a所、b所全部同意，v所有一票否决权（已同意 1/3；待v所、b所签批）',
      'All of Office a and Office b must agree, and Office v has a veto (1 of 3 have; next: Office v and Office b)',
    ],
    [
      any(office('a'), veto(['v', 'w'], office('b'))),
      { v: R },
      '须a所同意、「b所同意，v所、w所有一票否决权」任一满足（已同意 0/4；v所不同意；未通过）',
      'Any one of these must hold: Office a must agree and (Office b must agree, and Office v and Office w have a veto) (0 of 4 have; rejected: Office v; not approved)',
    ],
    [
      body('a'),
      {},
      '须村民代表会议表决通过（不少于应到人数的三分之二到会，超过实到人数的半数赞成）（已同意 0/1；待a所签批）',
      'The villagers’ representatives must pass it (present: at least 2/3 of those eligible; in favour: more than half of those present) (0 of 1 have; next: Office a)',
    ],
    [
      all(),
      {},
      '须（未设签批人）（已同意 0/0；未通过）',
      'Nobody may decide (0 of 0 have; not approved)',
    ],
  ])('of %j with %j', (...[policy, answers, zh, en]) => {
    expect(explainPolicy(policy, answers, titleOf)).toEqual({ zh, en });
  });
});
