import { describe, expect, it } from '@jest/globals';
import { handInAll, inSecondPhase, local, readyToSign, sign, signAll } from '../../support/acts.ts';
import { act, holder, ofType, passTime, tryAct } from '../../support/given.ts';
import type { Run } from '../../support/given.ts';

const at = local('2013-10-09 10:00');

function returnedToFirst(): Run {
  const ready = handInAll(inSecondPhase(), { phase: 'second', keys: ['table'], at });
  const command = sign('second/in-order', 'alpha', {
    decision: 'return',
    returnTo: 'first',
    opinion: 'again',
  });
  return act(ready, command, { by: holder('alpha'), at });
}

describe('returning a phase', () => {
  it('reopens the target with the next round in the same act, and the returning phase waits', () => {
    const { state, events } = returnedToFirst();
    expect(state.phases.map(({ status, round }) => [status, round])).toEqual([
      ['open', 2],
      ['returned', 1],
      ['scheduled', 1],
    ]);
    expect(events.slice(-3).map(({ type }) => type)).toEqual([
      'StepDecided',
      'PhaseReturned',
      'PhaseOpened',
    ]);
  });

  it('starts the new round with nothing handed in, nothing signed, and every reminder armed afresh', () => {
    const first = returnedToFirst().state.phases[0];
    expect(first).toMatchObject({ missed: false, reminded: [], rungs: [] });
    expect(first?.deliverables.every(({ status }) => status === 'due')).toBe(true);
    expect(first?.steps.every(({ opened, votes }) => !opened && votes.length === 0)).toBe(true);
  });

  it('allows five working days when the window is already over', () => {
    // 9 October is a Wednesday; the 12th is a make-up Saturday: 10, 11, 12, 14, 15.
    expect(returnedToFirst().state.phases[0]?.dueOn).toBe('2013-10-15');
  });

  it('keeps the date of the window while that leaves enough time', () => {
    const early = local('2013-09-17 10:00');
    const ready = handInAll(readyToSign(), { phase: 'first', keys: [], at: early });
    const run = act(ready, sign('first/all-of-them', 'alpha', { decision: 'return' }), {
      by: holder('alpha'),
      at: local('2013-09-18 10:00'),
    });
    expect(run.state.phases[0]).toMatchObject({ status: 'open', round: 2, dueOn: '2013-09-30' });
  });

  it('opens the waiting phases again, each with its next round, when what they come after is closed', () => {
    const again = handInAll(returnedToFirst(), { phase: 'first', keys: ['paper', 'minutes'], at });
    const signed = signAll(again, {
      place: 'first/all-of-them',
      offices: ['alpha', 'beta', 'gamma'],
      at,
      round: 2,
    });
    const closed = signAll(signed, { place: 'first/head', offices: ['head'], at, round: 2 });
    const on = passTime(closed, at);
    expect(on.state.phases.map(({ status, round }) => [status, round])).toEqual([
      ['closed', 2],
      ['open', 2],
      ['scheduled', 1],
    ]);
    expect(ofType(on.events, 'PhaseOpened').at(-1)?.data.plannedAt).toBe(at);
  });

  it('supersedes closed phases in between', () => {
    const second = handInAll(inSecondPhase(), { phase: 'second', keys: ['table'], at });
    const closed = signAll(second, {
      place: 'second/in-order',
      offices: ['alpha', 'beta', 'head'],
      at,
    });
    const inThird = passTime(closed, local('2013-10-16 00:00'));
    const command = {
      type: 'ReturnPhase',
      phase: 'third',
      returnTo: 'first',
      reason: 'a mistake',
    } as const;
    const run = act(inThird, command, { by: holder('clerk'), at: local('2013-10-17 09:00') });
    expect(run.state.phases.map(({ status, round }) => [status, round])).toEqual([
      ['open', 2],
      ['superseded', 1],
      ['returned', 1],
    ]);
    expect(ofType(run.events, 'PhaseReturned')[0]?.data).toMatchObject({
      superseded: ['second'],
      office: null,
    });
  });

  it.each([
    ['not-owner', { phase: 'second', returnTo: 'first', reason: 'x' }, holder('alpha')],
    ['opinion-required', { phase: 'second', returnTo: 'first', reason: '  ' }, holder('clerk')],
    ['return-target-invalid', { phase: 'second', returnTo: 'third', reason: 'x' }, holder('clerk')],
    ['phase-not-open', { phase: 'third', returnTo: 'first', reason: 'x' }, holder('clerk')],
    ['unknown-phase', { phase: 'ninth', returnTo: 'first', reason: 'x' }, holder('clerk')],
  ])('by the owner is refused as %s', (code, place, by) => {
    const decision = tryAct(inSecondPhase().state, { type: 'ReturnPhase', ...place }, { by, at });
    expect(decision).toMatchObject({ ok: false, rejection: { code } });
  });
});
