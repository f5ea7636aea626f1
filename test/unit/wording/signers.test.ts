/** How a policy is put in words once signers were added to its slots: they are heard, and agree for nobody. */
import { describe, expect, it } from '@jest/globals';
import { explainPolicy } from '../../../domain/definition/policy.ts';
import type { Policy } from '../../../domain/definition/policy-types.ts';
import {
  effectiveStep,
  type StepChange,
} from '../../../domain/programme/hands/effective-policy.ts';

const office = (key: string): Policy => ({ kind: 'office', office: key });

const added = (signer: string, place: 'before' | 'after' | 'beside', by: string): StepChange => ({
  kind: 'add',
  office: signer,
  place,
  by,
});

function words(
  policy: Policy,
  changes: readonly StepChange[],
  answers: Parameters<typeof explainPolicy>[1] = {},
): readonly [string, string] {
  const { zh, en } = explainPolicy(effectiveStep(policy, changes).policy, answers, (key) => ({
    zh: `${key}所`,
    en: `Office ${key}`,
  }));
  return [zh, en];
}

describe('a signer who was added', () => {
  it.each<[string, readonly StepChange[], string, string]>([
    [
      'before a slot',
      [added('s', 'before', 'a')],
      '须先听取s所意见，再a所同意（已同意 0/2；待s所签批）',
      'First Office s must be heard, then Office a must agree (0 of 2 have; next: Office s)',
    ],
    [
      'after a slot',
      [added('s', 'after', 'a')],
      '须先a所同意，再听取s所意见（已同意 0/2；待a所签批）',
      'First Office a must agree, then Office s must be heard (0 of 2 have; next: Office a)',
    ],
    [
      'beside a slot',
      [added('s', 'beside', 'a')],
      '须a所同意，并听取s所意见（已同意 0/2；待a所、s所签批）',
      'Office a must agree, and Office s must be heard (0 of 2 have; next: Office a and Office s)',
    ],
    [
      'before a signer',
      [added('s', 'beside', 'a'), added('t', 'before', 's')],
      '须a所同意，并「先听取t所意见，再听取s所意见」（已同意 0/3；待a所、t所签批）',
      'Office a must agree, and (first Office t must be heard, then Office s must be heard) (0 of 3 have; next: Office a and Office t)',
    ],
    [
      'twice beside a slot',
      [added('s', 'beside', 'a'), added('t', 'after', 'a')],
      '须「先a所同意，再听取t所意见」，并听取s所意见（已同意 0/3；待a所、s所签批）',
      '(first Office a must agree, then Office t must be heard), and Office s must be heard (0 of 3 have; next: Office a and Office s)',
    ],
  ])('%s must be heard, and whom the paper names must agree', (_where, changes, ...sentences) => {
    expect(words(office('a'), changes)).toEqual(sentences);
  });

  it('leaves the words for the other offices of the paper as they are', () => {
    const policy: Policy = { kind: 'all', of: [office('a'), office('b')] };
    expect(words(policy, [added('s', 'before', 'b')])).toEqual([
      '须a所同意、「先听取s所意见，再b所同意」全部满足（已同意 0/3；待a所、s所签批）',
      'All of these must hold: Office a must agree and (first Office s must be heard, then Office b must agree) (0 of 3 have; next: Office a and Office s)',
    ]);
  });

  it('is told of no more once he was taken back', () => {
    const changes = [added('s', 'before', 'a'), { kind: 'remove', office: 's' } as const];
    expect(words(office('a'), changes)).toEqual(words(office('a'), []));
  });
});
