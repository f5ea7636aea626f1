/** Laws of sign-off policies that hold for every policy and every course of answers. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  evaluatePolicy,
  explainPolicy,
  officesOf,
  vetoOfficesOf,
  type Answers,
  type Policy,
  type SlotAnswer,
} from '../../domain/definition/policy.ts';

const ANSWERS = ['approve', 'reject', 'abstain'] as const;

const BODY: Policy = {
  kind: 'body',
  office: '',
  title: { zh: '会议', en: 'The meeting' },
  ballot: 'secret',
  quorum: { rule: 'more-than', numerator: 1, denominator: 2 },
  majority: { rule: 'more-than', numerator: 1, denominator: 2, of: 'present' },
};

/** A shape whose offices are numbered afterwards, so that each stands once, as in a definition without fault. */
const { shape } = fc.letrec<{ shape: Policy; parts: Policy[] }>((tie) => ({
  shape: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Policy>({ kind: 'office', office: '' }, BODY),
    fc.record({ kind: fc.constantFrom('sequence', 'all', 'any'), of: tie('parts') }),
    fc
      .tuple(tie('parts'), fc.nat())
      .map(([of, n]): Policy => ({ kind: 'atLeast', count: 1 + (n % of.length), of })),
    fc
      .tuple(tie('shape'), fc.array(fc.constant(''), { minLength: 1, maxLength: 2 }))
      .map(([of, by]): Policy => ({ kind: 'veto', by, of })),
  ),
  parts: fc.array(tie('shape'), { minLength: 1, maxLength: 4 }),
}));

const policies = shape.map((policy) => numbered(policy, { next: 0 }));
/** So few offices that every way of answering can be tried. */
const smallPolicies = policies.filter((policy) => officesOf(policy).length <= 7);
/** Which of the open slots answers next, and what. */
const courses = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...ANSWERS)), { maxLength: 40 });

function numbered(policy: Policy, counter: { next: number }): Policy {
  const next = (): string => `office-${(counter.next += 1)}`;
  if (policy.kind === 'office' || policy.kind === 'body') return { ...policy, office: next() };
  if (policy.kind === 'veto') {
    return { ...policy, by: policy.by.map(next), of: numbered(policy.of, counter) };
  }
  return { ...policy, of: policy.of.map((part) => numbered(part, counter)) };
}

/** Answers as they can come about: only offices whose turn it is answer. */
function play(policy: Policy, course: readonly (readonly [number, SlotAnswer])[]): Answers {
  let answers: Answers = {};
  for (const [pick, answer] of course) {
    const { open } = evaluatePolicy(policy, answers);
    const office = open[pick % Math.max(1, open.length)];
    if (office !== undefined) answers = { ...answers, [office]: answer };
  }
  return answers;
}

/** Whether some way of answering everything that is still missing leads to the outcome. */
function canBecome(policy: Policy, answers: Answers, outcome: 'approved' | 'rejected'): boolean {
  const last = outcome === 'approved' ? 'approve' : 'reject';
  const rest = officesOf(policy).filter((office) => answers[office] === undefined);
  const all = { ...Object.fromEntries(rest.map((office) => [office, last] as const)), ...answers };
  return evaluatePolicy(policy, all).outcome === outcome;
}

describe('a policy', () => {
  test('has an open slot exactly as long as it is open', () => {
    fc.assert(
      fc.property(policies, courses, (policy, course) => {
        const state = evaluatePolicy(policy, play(policy, course));
        expect(state.open.length > 0).toBe(state.outcome === 'open');
      }),
    );
  });

  test('ends after as many answers as it has offices, whatever they are', () => {
    fc.assert(
      fc.property(policies, fc.infiniteStream(fc.constantFrom(...ANSWERS)), (policy, stream) => {
        let answers: Answers = {};
        const turns = officesOf(policy).length;
        for (const answer of stream.take(turns)) {
          const open = evaluatePolicy(policy, answers).open[0];
          if (open !== undefined) answers = { ...answers, [open]: answer };
        }
        expect(evaluatePolicy(policy, answers).outcome).not.toBe('open');
      }),
    );
  });

  test('never turns from approved by one more approval, nor from a rejection into one', () => {
    fc.assert(
      fc.property(policies, courses, fc.nat(), (policy, course, pick) => {
        const answers = play(policy, course);
        const offices = officesOf(policy);
        const office = offices[pick % offices.length] ?? '';
        const before = evaluatePolicy(policy, answers).outcome;
        const approving = evaluatePolicy(policy, { ...answers, [office]: 'approve' }).outcome;
        const rejecting = evaluatePolicy(policy, { ...answers, [office]: 'reject' }).outcome;
        if (before === 'approved') expect(approving).toBe('approved');
        if (before === 'rejected') expect(rejecting).toBe('rejected');
        if (rejecting === 'approved') expect(approving).toBe('approved');
      }),
    );
  });

  test('does not care in which order the answers came', () => {
    fc.assert(
      fc.property(policies, courses, (policy, course) => {
        const answers = play(policy, course);
        const reversed = Object.fromEntries(Object.entries(answers).reverse());
        expect(evaluatePolicy(policy, reversed)).toEqual(evaluatePolicy(policy, answers));
      }),
    );
  });

  test('is never approved by silence and abstention alone', () => {
    fc.assert(
      fc.property(policies, courses, (policy, course) => {
        const silent = course.map(([pick]) => [pick, 'abstain'] as const);
        expect(evaluatePolicy(policy, play(policy, silent)).outcome).not.toBe('approved');
      }),
    );
  });

  test('asks only offices whose answer may still matter, and lets go of every other', () => {
    fc.assert(
      fc.property(policies, courses, (policy, course) => {
        const answers = play(policy, course);
        const { open, notRequired, outcome } = evaluatePolicy(policy, answers);
        for (const office of open) expect(answers[office]).toBeUndefined();
        for (const office of notRequired) {
          for (const answer of ANSWERS) {
            expect(evaluatePolicy(policy, { ...answers, [office]: answer })).toMatchObject({
              outcome,
              open,
            });
          }
        }
        const silent = officesOf(policy).filter((office) => answers[office] === undefined);
        expect(silent.filter((office) => open.includes(office))).toHaveLength(open.length);
        expect(open.filter((office) => notRequired.includes(office))).toEqual([]);
      }),
    );
  });

  test('is open exactly as long as it can still become approved and rejected', () => {
    fc.assert(
      fc.property(policies, courses, (policy, course) => {
        const answers = play(policy, course);
        const undecided =
          canBecome(policy, answers, 'approved') && canBecome(policy, answers, 'rejected');
        expect(evaluatePolicy(policy, answers).outcome === 'open').toBe(undecided);
      }),
    );
  });

  test('each open slot can by itself tip the scales', () => {
    fc.assert(
      fc.property(smallPolicies, courses, (policy, course) => {
        const answers = play(policy, course);
        for (const office of evaluatePolicy(policy, answers).open) {
          expect(tips(policy, answers, office)).toBe(true);
        }
      }),
    );
  });

  test('explains itself in one line of either language, naming who is next', () => {
    fc.assert(
      fc.property(policies, courses, (policy, course) => {
        const answers = play(policy, course);
        const said = explainPolicy(policy, answers, (office) => ({
          zh: `〔${office}〕`,
          en: `<${office}>`,
        }));
        for (const office of evaluatePolicy(policy, answers).open) {
          expect(said.zh).toContain(`〔${office}〕`);
          expect(said.en).toContain(`<${office}>`);
        }
        for (const office of vetoOfficesOf(policy)) {
          expect(said.zh).toMatch(new RegExp(`〔${office}〕[^，]*有一票否决权`));
        }
        expect(said.zh).toMatch(/^须.+（已同意 \d+\/\d+.*）$/);
        expect(said.en).toMatch(/^\S.* \(\d+ of \d+ have.*\)$/);
      }),
    );
  });

  test('is rejected by one veto, whatever else was said and wherever the veto stands', () => {
    fc.assert(
      fc.property(policies, courses, fc.nat(), (policy, course, pick) => {
        const vetoing = vetoOfficesOf(policy);
        fc.pre(vetoing.length > 0);
        const approving = officesOf(policy).map((office) => [office, 'approve'] as const);
        const veto = { [vetoing[pick % vetoing.length] ?? '']: 'reject' as const };
        const everybody = { ...Object.fromEntries(approving), ...veto };
        expect(evaluatePolicy(policy, everybody).outcome).toBe('rejected');
        const midway = { ...play(policy, course), ...veto };
        expect(evaluatePolicy(policy, midway)).toMatchObject({ outcome: 'rejected', open: [] });
      }),
    );
  });

  test('is not approved before everybody who has a veto was heard', () => {
    fc.assert(
      fc.property(policies, courses, (policy, course) => {
        const answers = play(policy, course);
        fc.pre(evaluatePolicy(policy, answers).outcome === 'approved');
        for (const office of vetoOfficesOf(policy)) {
          expect(['approve', 'abstain']).toContain(answers[office]);
        }
      }),
    );
  });

  test('that is nested deeply is judged and explained', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (depth) => {
        let policy: Policy = { kind: 'office', office: 'office-0' };
        for (let level = 1; level <= depth; level += 1) {
          const other = { kind: 'office' as const, office: `office-${level}` };
          policy =
            [
              { kind: 'all' as const, of: [policy, other] },
              { kind: 'atLeast' as const, count: 1, of: [policy, other] },
              { kind: 'veto' as const, by: [other.office], of: policy },
            ][level % 3] ?? other;
        }
        expect(officesOf(policy)).toHaveLength(depth + 1);
        expect(evaluatePolicy(policy, {}).outcome).toBe('open');
        expect(explainPolicy(policy, {}, (key) => ({ zh: key, en: key })).zh).not.toBe('');
      }),
      { numRuns: 10 },
    );
  });
});

/** Whether, for some answers of the others, approving and rejecting by this office lead to different outcomes. */
function tips(policy: Policy, answers: Answers, office: string): boolean {
  const others = officesOf(policy).filter(
    (other) => other !== office && answers[other] === undefined,
  );
  const ways = 2 ** others.length;
  for (let way = 0; way < ways; way += 1) {
    const rest = others.map(
      (other, bit) => [other, (way >> bit) & 1 ? 'approve' : 'reject'] as const,
    );
    const all = { ...answers, ...(Object.fromEntries(rest) as Answers) };
    const yes = evaluatePolicy(policy, { ...all, [office]: 'approve' }).outcome;
    const no = evaluatePolicy(policy, { ...all, [office]: 'reject' }).outcome;
    if (yes === 'approved' && no === 'rejected') return true;
  }
  return false;
}
