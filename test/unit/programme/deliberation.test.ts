/** Bodies that meet and vote, vetoes in a step, and the chain of four deliberations and two disclosures. */
import { describe, expect, it } from '@jest/globals';
import type { Ballot } from '../../../domain/definition/ballot.ts';
import type { Policy } from '../../../domain/definition/policy.ts';
import type { Definition } from '../../../domain/definition/types.ts';
import type { RecordBallot } from '../../../domain/programme/deliberation/commands.ts';
import { brokenInvariants } from '../../../domain/programme/invariants.ts';
import { findPhase } from '../../../domain/programme/lookups.ts';
import { local, sign } from '../../support/acts.ts';
import {
  ballotOf,
  handInWith,
  landDefinition,
  OFFICES,
  startedWith,
} from '../../support/chains.ts';
import { act, holder, ofType, passTime, tryAct, type Run } from '../../support/given.ts';

const land = landDefinition();
const AT = '2013-09-24 10:00';
const TODAY = '2013-09-24';

function record(place: string, changes: Partial<RecordBallot> = {}): RecordBallot {
  const [phase = '', step = ''] = place.split('/');
  const office = { confer: 'committees', review: 'members', resolve: 'representatives' }[step];
  return {
    type: 'RecordBallot',
    phase,
    round: 1,
    step,
    office: office ?? '',
    ballot: withNames(ballotOf(TODAY)),
    ...changes,
  };
}

function withNames(ballot: Ballot): Ballot {
  const votes = [
    ...Array<'in-favour'>(ballot.inFavour).fill('in-favour'),
    ...Array<'against'>(ballot.against).fill('against'),
    ...Array<'abstained'>(ballot.abstained).fill('abstained'),
  ];
  const voters = Array.from({ length: ballot.present }, (_, index) => ({
    name: `委员${String(index)}`,
    vote: votes[index] ?? ('invalid' as const),
  }));
  return { ...ballot, voters };
}

/** The proposal approved, and minutes and attendance of the committees handed in: the committees are to vote. */
function conferring(): Run {
  let run = handInWith(startedWith(land), 'land-propose/proposal', {
    definition: land,
    at: local('2013-09-16 10:00'),
  });
  run = act(run, sign('land-propose/propose', 'party'), {
    by: holder('party'),
    at: local('2013-09-17 10:00'),
    definition: land,
  });
  run = passTime(run, local('2013-09-22 00:00'), land);
  for (const key of ['minutes', 'attendance']) {
    run = handInWith(run, `land-confer/${key}`, { definition: land, at: local(AT) });
  }
  return run;
}

const options = { by: holder('committees'), at: local(AT), definition: land };

function refusal(run: Run, command: Parameters<typeof tryAct>[1], changes: object = {}): unknown {
  const decision = tryAct(run.state, command, { ...options, ...changes });
  return decision.ok ? 'accepted' : decision.rejection.code;
}

describe('a ballot', () => {
  it('that passes approves the slot, with its record in the decision', () => {
    const run = act(conferring(), record('land-confer/confer'), options);
    const decided = ofType(run.events, 'StepDecided').at(-1)?.data;
    expect(decided).toMatchObject({ office: 'committees', decision: 'approve' });
    expect(decided?.ballot).toEqual(withNames(ballotOf(TODAY)));
    expect(decided?.evidence.map(({ deliverable }) => deliverable)).toEqual([
      'minutes',
      'attendance',
    ]);
    expect(run.events.at(-1)?.type).toBe('PhaseClosed');
    expect(brokenInvariants(run.state, land)).toEqual([]);
  });

  it('that misses the majority by one rejects the step', () => {
    const ballot = withNames(ballotOf(TODAY, { inFavour: 12 }));
    const run = act(conferring(), record('land-confer/confer', { ballot }), options);
    expect(ofType(run.events, 'StepDecided').at(-1)?.data.decision).toBe('reject');
    expect(run.state.status).toBe('rejected');
  });

  it('without a quorum decides nothing: the meeting must be held again', () => {
    const few = withNames(ballotOf(TODAY, { present: 16, inFavour: 16, against: 0, abstained: 0 }));
    const run = act(conferring(), record('land-confer/confer', { ballot: few }), options);
    const [event] = ofType(run.events, 'MeetingInquorate');
    expect(event?.data).toMatchObject({ office: 'committees', quorum: 17, ballot: few });
    expect(event?.data.recipients.map(({ office }) => office)).toEqual(['committees', 'town']);
    const step = findPhase(run.state, land, 'land-confer')?.state.steps[0];
    expect(step?.votes).toEqual([]);
    expect(step?.inquorate).toEqual([
      { office: 'committees', heldOn: TODAY, eligible: 33, present: 16, quorum: 17 },
    ]);
    const again = act(run, record('land-confer/confer'), options);
    expect(again.events.at(-1)?.type).toBe('PhaseClosed');
  });

  it('can be withdrawn by who recorded it while the step is open', () => {
    const definition = withPolicy({
      kind: 'all',
      of: [bodyPolicy('committees'), { kind: 'office', office: 'party' }],
    });
    const run = act(readyFor(definition), record('first/step', { office: 'committees' }), {
      ...options,
      definition,
    });
    const withdrawn = act(
      run,
      { type: 'WithdrawDecision', ...PLACE, office: 'committees', reason: null },
      { ...options, definition },
    );
    expect(findPhase(withdrawn.state, definition, 'first')?.state.steps[0]?.votes).toEqual([]);
  });

  it.each<readonly [string, Partial<RecordBallot>, object, string]>([
    ['in another round', { round: 2 }, {}, 'stale-round'],
    ['of an unknown step', { step: 'x' }, {}, 'unknown-step'],
    ['by somebody else', {}, { by: holder('members') }, 'not-office-holder'],
    [
      'by who handed the minutes in',
      {},
      { by: { ...holder('village'), offices: OFFICES } },
      'handed-in-by-same-person',
    ],
    [
      'for an office without a body',
      { phase: 'land-propose', step: 'propose', office: 'party' },
      { by: holder('party') },
      'ballot-unexpected',
    ],
    [
      'with more present than eligible',
      { ballot: withNames(ballotOf(TODAY, { eligible: 5 })) },
      {},
      'ballot-counts-invalid',
    ],
    ['without names where they are due', { ballot: ballotOf(TODAY) }, {}, 'ballot-voters-disagree'],
    ['held tomorrow', { ballot: withNames(ballotOf('2013-09-25')) }, {}, 'ballot-date-invalid'],
    [
      'held before the phase opened',
      { ballot: withNames(ballotOf('2013-09-21')) },
      {},
      'ballot-date-invalid',
    ],
  ])('%s is refused', (...[, changes, by, code]) => {
    expect(refusal(conferring(), record('land-confer/confer', changes), by)).toBe(code);
  });

  it('cannot be given before minutes and attendance are in', () => {
    const run = passTime(
      act(
        handInWith(startedWith(land), 'land-propose/proposal', {
          definition: land,
          at: local('2013-09-16 10:00'),
        }),
        sign('land-propose/propose', 'party'),
        { by: holder('party'), at: local('2013-09-17 10:00'), definition: land },
      ),
      local('2013-09-22 00:00'),
      land,
    );
    expect(refusal(run, record('land-confer/confer'))).toBe('step-not-open');
  });

  it('cannot be replaced by a plain decision, but the phase can be returned', () => {
    for (const decision of ['approve', 'reject', 'abstain'] as const) {
      const plain = sign('land-confer/confer', 'committees', { decision });
      expect(refusal(conferring(), plain)).toBe('ballot-required');
    }
    const back = sign('land-confer/confer', 'committees', {
      decision: 'return',
      returnTo: 'land-propose',
    });
    const run = act(conferring(), back, options);
    expect(run.events.at(-1)).toMatchObject({ type: 'PhaseOpened', data: { round: 2 } });
  });
});

describe('a veto in a step', () => {
  const definition = withPolicy({
    kind: 'any',
    of: [
      { kind: 'office', office: 'party' },
      { kind: 'veto', by: ['members'], of: bodyPolicy('committees') },
    ],
  });

  it('rejects the programme at once, whatever else holds', () => {
    const run = act(readyFor(definition), sign('first/step', 'members', { decision: 'reject' }), {
      by: holder('members'),
      at: local(AT),
      definition,
    });
    expect(run.state.status).toBe('rejected');
  });

  it('is waited for even where another has approved', () => {
    const at = local(AT);
    const approved = act(readyFor(definition), sign('first/step', 'party'), {
      by: holder('party'),
      at,
      definition,
    });
    expect(approved.state.status).toBe('active');
    const heard = sign('first/step', 'members', { decision: 'abstain' });
    const run = act(approved, heard, { by: holder('members'), at, definition });
    expect(run.state.status).toBe('completed');
  });
});

describe('the whole chain of four deliberations', () => {
  it('runs to its end', () => {
    let run = conferring();
    run = act(run, record('land-confer/confer'), options);
    const stages = [
      ['review', 'members', '2013-09-30'],
      ['resolve', 'representatives', '2013-10-08'],
    ] as const;
    for (const [stage, office, day] of stages) {
      const at = local(`${day} 10:00`);
      const place = `land-${stage}`;
      run = passTime(run, at, land);
      for (const { key } of findPhase(run.state, land, place)?.state.deliverables ?? []) {
        run = handInWith(run, `${place}/${key}`, { definition: land, at });
      }
      const ballot = ballotOf(day);
      run = act(run, record(`${place}/${stage}`, { ballot }), {
        by: holder(office),
        at,
        definition: land,
      });
    }
    for (const [stage, day] of [
      ['disclose-resolution', '2013-10-28'],
      ['disclose-result', '2013-11-28'],
    ] as const) {
      const at = local(`${day} 10:00`);
      run = handInWith(passTime(run, at, land), `land-${stage}/disclosure`, {
        definition: land,
        at,
      });
      run = act(run, sign(`land-${stage}/${stage}`, 'town'), {
        by: holder('town'),
        at,
        definition: land,
      });
    }
    expect(run.state.status).toBe('completed');
    expect(brokenInvariants(run.state, land)).toEqual([]);
  });

  it('does not let a disclosure that is not yet over reach its supervisor', () => {
    const definition = withDisclosure();
    const at = local('2013-09-18 10:00');
    const run = handInWith(startedWith(definition), 'first/notice', { definition, at });
    const notice = findPhase(run.state, definition, 'first')?.state.deliverables[0];
    expect(notice?.check?.faults.map(({ code }) => code)).toContain('day-in-future');
    expect(ofType(run.events, 'StepOpened')).toEqual([]);
  });
});

const PLACE = { phase: 'first', round: 1, step: 'step' };

function bodyPolicy(office: string): Policy {
  const half = { rule: 'more-than', numerator: 1, denominator: 2 } as const;
  const title = { zh: '会议', en: 'The meeting' };
  return {
    kind: 'body',
    office,
    title,
    ballot: 'named',
    quorum: half,
    majority: { ...half, of: 'present' },
  };
}

/** One phase with one step of this policy. */
function withPolicy(policy: Policy): Definition {
  const [phase] = land.phases;
  if (phase === undefined) throw new Error('the plan has no phase');
  const window = { from: '2013-09-15', to: '2013-09-30' };
  const steps = [{ key: 'step', title: phase.title, policy }];
  return { ...land, phases: [{ ...phase, key: 'first', window, steps }] };
}

function withDisclosure(): Definition {
  const definition = withPolicy({ kind: 'office', office: 'town' });
  const [phase] = definition.phases;
  const notice = land.phases[4]?.deliverables[0];
  if (phase === undefined || notice === undefined) throw new Error('the plan has no disclosure');
  return { ...definition, phases: [{ ...phase, deliverables: [{ ...notice, key: 'notice' }] }] };
}

function readyFor(definition: Definition): Run {
  return handInWith(startedWith(definition), 'first/proposal', { definition, at: local(AT) });
}
