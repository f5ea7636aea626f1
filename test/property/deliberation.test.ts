/** Any crowd around bodies, vetoes and what follows a step: invariants hold, and a body's decision is that of its vote. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countBallot } from '../../domain/definition/ballot.ts';
import { bodyOf } from '../../domain/definition/policy.ts';
import type { Definition } from '../../domain/definition/types.ts';
import type { ProgrammeCommand } from '../../domain/programme/commands.ts';
import { evolve, fold } from '../../domain/programme/evolve.ts';
import { brokenInvariants } from '../../domain/programme/invariants.ts';
import { handIn, local, sign } from '../support/acts.ts';
import { accountsDefinition, startedWith } from '../support/chains.ts';
import { neverReached } from '../support/crowds.ts';
import { holder, tryAct, type Run } from '../support/given.ts';

const definition = withMeeting(accountsDefinition());
const STEPS = ['supervision-board', 'secretary', 'meeting'] as const;
const SIGNERS = ['director', 'member-one', 'member-two', 'secretary', 'party', 'town'];

/** After the posting a body decides, over which one office has a veto. */
function withMeeting(base: Definition): Definition {
  const [phase] = base.phases;
  if (phase === undefined) throw new Error('the plan has no phase');
  const half = { rule: 'more-than', numerator: 1, denominator: 2 } as const;
  const meeting = {
    key: 'meeting',
    title: phase.title,
    policy: {
      kind: 'veto',
      by: ['town'],
      of: {
        kind: 'body',
        office: 'party',
        title: phase.title,
        ballot: 'secret',
        quorum: half,
        majority: { ...half, of: 'votes' },
      },
    },
  } as const;
  return { ...base, phases: [{ ...phase, steps: [...phase.steps, meeting] }] };
}

interface Attempt {
  readonly office: string;
  readonly check: boolean;
  readonly command: (round: number) => ProgrammeCommand;
}

const handing = fc.constantFrom('accounts', 'posting').map((key) => ({
  office: 'accountant',
  command: (): ProgrammeCommand => handIn('accounts', key),
}));
const signing = fc
  .record({
    step: fc.constantFrom(...STEPS),
    office: fc.constantFrom(...SIGNERS),
    decision: fc.oneof(
      { weight: 12, arbitrary: fc.constant('approve' as const) },
      { weight: 2, arbitrary: fc.constantFrom('abstain' as const, 'return' as const) },
      { weight: 1, arbitrary: fc.constant('reject' as const) },
    ),
  })
  .map(({ step, office, decision }) => ({
    office,
    command: (round: number): ProgrammeCommand =>
      sign(`accounts/${step}`, office, { round, decision }),
  }));
const meeting = fc
  .record({
    eligible: fc.integer({ min: 0, max: 9 }),
    present: fc.integer({ min: 0, max: 9 }),
    inFavour: fc.integer({ min: 0, max: 9 }),
    against: fc.integer({ min: 0, max: 3 }),
    abstained: fc.integer({ min: 0, max: 2 }),
  })
  .map((counts) => ({
    office: 'party',
    command: (round: number): ProgrammeCommand => ({
      ...{ type: 'RecordBallot', phase: 'accounts', round, step: 'meeting', office: 'party' },
      ballot: { heldOn: '2013-09-20', ...counts },
    }),
  }));
const attempts: fc.Arbitrary<readonly Attempt[]> = fc.array(
  fc
    .tuple(
      fc.oneof(
        { weight: 3, arbitrary: handing },
        { weight: 5, arbitrary: signing },
        { weight: 2, arbitrary: meeting },
      ),
      fc.integer({ min: 0, max: 9 }),
    )
    .map(([attempt, luck]) => ({ ...attempt, check: luck > 0 })),
  { maxLength: 120, size: 'max' },
);

function play(list: readonly Attempt[], look: (run: Run) => void = () => undefined): Run {
  return list.reduce((run, { office, check, command }) => {
    const round = run.state.phases[0]?.round ?? 1;
    const decision = tryAct(run.state, command(round), {
      ...{ by: holder(office), at: local('2013-09-20 10:00'), definition },
      check: { ok: check, faults: [] },
    });
    if (!decision.ok) return run;
    const next = decision.events.reduce<Run>(
      ({ state, events }, event) => ({
        state: evolve(state, event, state.position + 1),
        events: [...events, event],
      }),
      run,
    );
    look(next);
    return next;
  }, startedWith(definition));
}

describe('any crowd around a body, a veto and a posting', () => {
  it('gets everywhere', () => {
    const wanted = ['DeliverableCalledFor', 'MeetingInquorate', 'completed', 'rejected'];
    expect(neverReached(attempts, play, wanted)).toEqual([]);
  });

  it('never breaks an invariant, and leaves the fold of its events', () => {
    fc.assert(
      fc.property(attempts, (list) => {
        const { state, events } = play(list, (run) => {
          expect(brokenInvariants(run.state, definition)).toEqual([]);
        });
        expect(fold(events)).toEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
      { numRuns: 400 },
    );
  });

  it('decides for the body as it voted, and never without a quorum or its vote', () => {
    const policy = definition.phases[0]?.steps[2]?.policy;
    const body = policy === undefined ? undefined : bodyOf(policy, 'party');
    if (body === undefined) throw new Error('the plan has no body');
    fc.assert(
      fc.property(attempts, (list) => {
        const { events } = play(list);
        for (const { type, data } of events) {
          if (type !== 'StepDecided' || data.office !== 'party' || data.decision === 'return')
            continue;
          if (data.ballot === undefined) throw new Error('decided without a vote');
          const { isQuorate, isPassed } = countBallot(body, data.ballot);
          expect([isQuorate, data.decision]).toEqual([true, isPassed ? 'approve' : 'reject']);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('hands nothing in that follows a step before that step is approved', () => {
    fc.assert(
      fc.property(attempts, (list) => {
        const { events } = play(list);
        let isCalledFor = false;
        for (const { type, data } of events) {
          if (type === 'PhaseOpened') isCalledFor = false;
          if (type === 'DeliverableCalledFor') isCalledFor = true;
          const isPosting = type === 'DeliverableHandedIn' && data.deliverable === 'posting';
          if (isPosting) expect(isCalledFor).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
