/** Periods of a duty that are sent back, and acts in periods that are not there. */
import { describe, expect, it, test } from '@jest/globals';
import type { ProgrammeCommand } from '../../../domain/programme/commands.ts';
import { planMoments } from '../../../domain/planning/moments.ts';
import { handIn, local, sign } from '../../support/acts.ts';
import { at, nextOf, only, put, settle } from '../../support/duty-runs.ts';
import { holder, ofType, tryAct } from '../../support/given.ts';
import type { Run } from '../../support/given.ts';
import { calendar } from '../../support/plan.ts';

describe('a return of a period', () => {
  const signing = (): Run =>
    put(at('2013-10-08 09:00'), handIn('posting@2013-10', 'accounts'), [
      'clerk',
      '2013-10-08 10:00',
    ]);

  it('goes to itself, with the time for rework', () => {
    const run = put(signing(), sign('posting@2013-10/board', 'alpha', { decision: 'return' }), [
      'alpha',
      '2013-10-09 10:00',
    ]);
    const phase = run.state.phases.find(({ key }) => key === 'posting@2013-10');
    expect([phase?.round, phase?.status, phase?.dueOn]).toEqual([2, 'open', '2013-10-15']);
    expect(nextOf(run)).toBe('2013-11');
  });

  test.each(['first', 'posting@2013-09', 'posting@2013-11'])('goes nowhere else: %s', (target) => {
    const command = sign('posting@2013-10/board', 'alpha', {
      decision: 'return',
      returnTo: target,
    });
    const options = { by: holder('alpha'), at: local('2013-10-09 10:00'), definition: only };
    expect(tryAct(signing().state, command, options)).toMatchObject({
      ok: false,
      rejection: { code: 'return-target-invalid' },
    });
  });

  it('is what a rejected step comes to, with the reason, and the programme goes on', () => {
    const run = put(
      put(signing(), sign('posting@2013-10/board', 'beta'), ['beta', '2013-10-08 11:00']),
      sign('posting@2013-10/head', 'head', { decision: 'reject', opinion: 'does not add up' }),
      ['head', '2013-10-09 10:00'],
    );
    expect(run.state.status).toBe('active');
    expect(ofType(run.events, 'ProgrammeRejected')).toEqual([]);
    expect(ofType(run.events, 'PhaseReturned')[0]?.data).toMatchObject({
      phase: 'posting@2013-10',
      round: 1,
      returnTo: 'posting@2013-10',
      superseded: [],
      by: 'person-head',
      office: 'head',
      reason: 'does not add up',
    });
    const phase = run.state.phases.find(({ key }) => key === 'posting@2013-10');
    expect([phase?.round, phase?.status]).toEqual([2, 'open']);
  });

  it('of a period lets its new round have its time before it lapses', () => {
    const before = put(at('2013-11-08 09:00'), handIn('posting@2013-10', 'accounts'), [
      'clerk',
      '2013-11-08 10:00',
    ]);
    const command = sign('posting@2013-10/board', 'alpha', { decision: 'return' });
    const run = put(before, command, ['alpha', '2013-11-08 11:00']);
    const lapse = planMoments(run.state, only, calendar).find(
      ({ kind, phase }) => kind === 'lapse' && phase === 'posting@2013-10',
    );
    expect(lapse?.at).toBe(local('2013-11-16 00:00'));
  });

  it('of a phase of the plan is no different than without duties: a rejected step ends the programme', () => {
    const time = '2013-09-24 10:00';
    const handed = ['paper', 'minutes'].reduce(
      (run, key) => put(run, handIn('first', key), ['clerk', time]),
      at('2013-09-24 09:00'),
    );
    const command = sign('first/all-of-them', 'alpha', { decision: 'reject' });
    expect(put(handed, command, ['alpha', time]).state.status).toBe('rejected');
  });
});

describe('an act in a period that is not there', () => {
  const refusal = (run: Run, command: ProgrammeCommand): string => {
    const options = { by: holder('clerk'), at: local('2013-11-01 10:00'), definition: only };
    const decision = tryAct(run.state, command, options);
    return decision.ok ? 'accepted' : decision.rejection.code;
  };
  const run = at(
    '2013-11-01 00:00',
    only,
    settle(at('2013-10-08 09:00'), '2013-10', '2013-10-08 10:00'),
  );
  const returning = (phase: string): ProgrammeCommand => ({
    type: 'ReturnPhase',
    phase,
    returnTo: phase,
    reason: 'why',
  });

  test.each([
    ['posting@2013-10', 'period-over'],
    ['posting@2013-12', 'period-not-begun'],
    ['posting@2013-q4', 'unknown-phase'],
    ['posting@', 'unknown-phase'],
    ['nothing@2013-10', 'unknown-phase'],
  ])('%s is refused as %s', (phase, code) => {
    expect(refusal(run, handIn(phase, 'accounts'))).toBe(code);
    expect(refusal(run, returning(phase))).toBe(code);
    const step = code === 'unknown-phase' ? 'unknown-step' : code;
    expect(refusal(run, sign(`${phase}/board`, 'alpha'))).toBe(step);
  });
});
