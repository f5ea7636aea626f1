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
  'a policy that no definition may have': [
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
      all(),
      {},
      '须（未设签批人）（已同意 0/0；未通过）',
      'Nobody may decide (0 of 0 have; not approved)',
    ],
  ])('of %j with %j', (...[policy, answers, zh, en]) => {
    expect(explainPolicy(policy, answers, titleOf)).toEqual({ zh, en });
  });
});
