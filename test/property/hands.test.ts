import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluatePolicy, officesOf } from '../../domain/definition/policy.ts';
import type { Answers, Policy, SlotAnswer } from '../../domain/definition/policy.ts';
import type { ProgrammeCommand } from '../../domain/programme/commands.ts';
import { fold } from '../../domain/programme/evolve.ts';
import { effectiveStep } from '../../domain/programme/hands/effective-policy.ts';
import type { SignerPlace, StepChange } from '../../domain/programme/hands/effective-policy.ts';
import { brokenInvariants } from '../../domain/programme/invariants.ts';
import { requirePhase } from '../../domain/programme/lookups.ts';
import { openOffices, stepsOf } from '../../domain/programme/progress.ts';
import { local, readyToSign, sign } from '../support/acts.ts';
import { neverReached } from '../support/crowds.ts';
import { act, holder, tryAct } from '../support/given.ts';
import type { Run } from '../support/given.ts';
import { addSigner, consult, removeSigner, transfer } from '../support/hands.ts';
import { plan } from '../support/plan.ts';

const offices = ['head', 'alpha', 'beta', 'gamma', 'watch', 'clerk'];
const place = fc.constantFrom<SignerPlace>('before', 'after', 'beside');
const name = fc.constantFrom(...offices);

const attempt: fc.Arbitrary<ProgrammeCommand> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(name, name).map(([from, to]) => transfer(from, to)) },
  {
    weight: 4,
    arbitrary: fc.tuple(name, name, place).map(([by, signer, at]) => addSigner(by, signer, at)),
  },
  { weight: 3, arbitrary: fc.tuple(name, name).map(([by, one]) => removeSigner(by, one)) },
  { weight: 1, arbitrary: fc.tuple(name, name).map(([by, one]) => consult(by, one)) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(name, fc.constantFrom('approve' as const, 'approve' as const, 'abstain' as const))
      .map(([office, decision]) => sign('first/all-of-them', office, { decision })),
  },
);

const crowds = fc.array(attempt, { maxLength: 40, size: 'max' });

const at = local('2013-09-24 15:00');

function play(list: readonly ProgrammeCommand[], check: (run: Run) => void = () => undefined): Run {
  let run = readyToSign();
  for (const command of list) {
    const office = 'office' in command ? command.office : '';
    const options = { by: holder(office), at };
    if (!tryAct(run.state, command, options).ok) continue;
    run = act(run, command, options);
    check(run);
  }
  return run;
}

describe('a crowd that passes slots about', () => {
  it('gets everywhere', () => {
    const wanted = ['SlotTransferred', 'SignerAdded', 'SignerRemoved', 'StepDecided'];
    expect(neverReached(crowds, play, wanted)).toEqual([]);
  });

  it('keeps every invariant, every decision, and a successor for each slot of the paper', () => {
    fc.assert(
      fc.property(crowds, (list) => {
        let decided = 0;
        const { state, events } = play(list, (run) => {
          expect(brokenInvariants(run.state, plan)).toEqual([]);
          const [step] = stepsOf(requirePhase(run.state, plan, 'first'));
          const slots = step?.slots ?? [];
          const votes = step?.state.votes ?? [];
          expect(new Set(slots.map(({ office }) => office)).size).toBe(slots.length);
          expect(slots.filter(({ added }) => added === null)).toHaveLength(3);
          expect(votes.length).toBeGreaterThanOrEqual(decided);
          decided = votes.length;
        });
        expect(fold(events)).toEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
      { numRuns: 400 },
    );
  });

  it('is never stuck: an open step always asks somebody', () => {
    fc.assert(
      fc.property(crowds, (list) => {
        play(list, (run) => {
          const phase = requirePhase(run.state, plan, 'first');
          const isAsking = run.state.status === 'active' && phase.state.status === 'open';
          if (isAsking) expect(openOffices(phase).length).toBeGreaterThan(0);
        });
      }),
      { numRuns: 200 },
    );
  });
});

const many = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Any policy in which each office stands once. */
function policyOf(names: readonly string[], shape: readonly number[]): Policy {
  const [first = 0, ...rest] = shape;
  if (names.length <= 1) return { kind: 'office', office: names[0] ?? 'a' };
  if (first % 5 === 4) {
    return { kind: 'veto', by: names.slice(0, 1), of: policyOf(names.slice(1), rest) };
  }
  const cut = 1 + (first % (names.length - 1));
  const of = [policyOf(names.slice(0, cut), rest), policyOf(names.slice(cut), rest.slice(1))];
  const kinds = ['sequence', 'all', 'any'] as const;
  const kind = kinds[first % 4];
  return kind === undefined ? { kind: 'atLeast', count: 2, of } : { kind, of };
}

const policy = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.array(fc.nat(99), { minLength: 6, maxLength: 6 }))
  .map(([size, shape]) => policyOf(many.slice(0, size), shape));

const change: fc.Arbitrary<StepChange> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...many, 'x', 'y'), fc.constantFrom('x', 'y', 'z', 'a'))
    .map(([from, to]) => ({ kind: 'transfer' as const, from, to })),
  fc
    .tuple(fc.constantFrom('u', 'v', 'w', 'b'), place, fc.constantFrom(...many, 'u', 'x'))
    .map(([office, at_, by]) => ({ kind: 'add' as const, office, place: at_, by })),
  fc.constantFrom('u', 'v', 'w', 'a', 'x').map((office) => ({ kind: 'remove' as const, office })),
);

const changes = fc.array(change, { maxLength: 8 });
const answers: fc.Arbitrary<Answers> = fc.dictionary(
  fc.constantFrom(...many, 'u', 'v', 'w', 'x', 'y', 'z'),
  fc.constantFrom<SlotAnswer>('approve', 'reject', 'abstain'),
);

describe('the policy that counts', () => {
  it('has every slot once, and one for each office that the paper names', () => {
    fc.assert(
      fc.property(policy, changes, (paper, list) => {
        const { policy: effective, slots } = effectiveStep(paper, list);
        expect(officesOf(effective)).toEqual(slots.map(({ office }) => office));
        const ofPaper = slots
          .filter(({ added }) => added === null)
          .map(({ office, past }) => past[0] ?? office);
        expect([...ofPaper].sort()).toEqual([...officesOf(paper)].sort());
      }),
      { numRuns: 1000 },
    );
  });

  it('is the paper’s own again when every added signer is removed', () => {
    fc.assert(
      fc.property(policy, fc.constantFrom(...many), place, (paper, by, at_) => {
        const added = { kind: 'add', office: 'u', place: at_, by } as const;
        const removed = { kind: 'remove', office: 'u' } as const;
        expect(effectiveStep(paper, [added, removed]).policy).toEqual(paper);
      }),
      { numRuns: 300 },
    );
  });

  it('has the outcome of the paper’s, office for office, whoever a slot was transferred to', () => {
    fc.assert(
      fc.property(policy, answers, (paper, given) => {
        const moved = officesOf(paper).map((office): StepChange => ({
          kind: 'transfer',
          from: office,
          to: `${office}-next`,
        }));
        const { policy: effective } = effectiveStep(paper, moved);
        const renamed = Object.fromEntries(
          Object.entries(given).map(([office, answer]) => [`${office}-next`, answer]),
        );
        const before = evaluatePolicy(paper, given);
        const after = evaluatePolicy(effective, renamed);
        expect(after.outcome).toBe(before.outcome);
        expect(after.open).toEqual(before.open.map((office) => `${office}-next`));
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of changes that have nothing to do with each other', () => {
    fc.assert(
      fc.property(policy, answers, place, (paper, given, at_) => {
        const one: StepChange = { kind: 'transfer', from: 'a', to: 'x' };
        const two: StepChange = { kind: 'add', office: 'u', place: at_, by: 'b' };
        const outcome = (list: readonly StepChange[]): unknown =>
          evaluatePolicy(effectiveStep(paper, list).policy, given);
        expect(outcome([one, two])).toEqual(outcome([two, one]));
      }),
      { numRuns: 300 },
    );
  });

  it('is decided by those whom the paper names, unless an added signer rejects', () => {
    const heard = fc.constantFrom<SlotAnswer>('approve', 'abstain');
    fc.assert(
      fc.property(
        fc.record({ paper: policy, by: fc.constantFrom(...many), where: place, given: answers }),
        heard,
        ({ paper, by, where, given }, answer) => {
          const added: StepChange = { kind: 'add', office: 'u', place: where, by };
          const { u: _asked, ...withoutHim } = given;
          const effective = effectiveStep(paper, [added]).policy;
          const expected = evaluatePolicy(paper, withoutHim);
          const found = evaluatePolicy(effective, { ...withoutHim, u: answer });
          expect(found.outcome).toBe(expected.outcome);
          expect(found.open).toEqual(expected.open);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('waits for an added signer who stands with the only office', () => {
    fc.assert(
      fc.property(place, answers, (where, given) => {
        const paper: Policy = { kind: 'office', office: 'a' };
        const added: StepChange = { kind: 'add', office: 'u', place: where, by: 'a' };
        const { u: _asked, ...withoutHim } = given;
        const { outcome } = evaluatePolicy(effectiveStep(paper, [added]).policy, withoutHim);
        expect(outcome).toBe(given['a'] === 'reject' ? 'rejected' : 'open');
      }),
    );
  });
});
