import { describe, expect, it } from '@jest/globals';
import {
  handIn,
  handInAll,
  inSecondPhase,
  local,
  readyToSign,
  sign,
  signAll,
  started,
} from '../../support/acts.ts';
import { act, holder, ofType, tryAct } from '../../support/given.ts';
import type { Actor } from '../../../domain/programme/commands.ts';

const at = local('2013-09-25 10:00');
const failing = {
  ok: false,
  faults: [{ pointer: '/rows/0', code: 'too-many', message: { zh: '超', en: 'over' } }],
};

function refusal(
  run: ReturnType<typeof started>,
  command: Parameters<typeof tryAct>[1],
  by: Actor,
): unknown {
  const decision = tryAct(run.state, command, { by, at });
  return decision.ok ? 'accepted' : decision.rejection.code;
}

describe('handing in', () => {
  it('opens the first step once everything is handed in, and asks all its offices', () => {
    const one = act(started(), handIn('first', 'paper'), { by: holder('clerk'), at });
    expect(ofType(one.events, 'StepOpened')).toHaveLength(0);
    const both = act(one, handIn('first', 'minutes'), { by: holder('clerk'), at });
    expect(ofType(both.events, 'StepOpened')[0]?.data).toMatchObject({
      step: 'all-of-them',
      offices: ['alpha', 'beta', 'gamma'],
    });
  });

  it('keeps the step shut while a check fails, and opens it when a better one is handed in', () => {
    const bad = act(
      handInAll(started(), { phase: 'first', keys: ['paper'], at }),
      handIn('first', 'minutes'),
      {
        by: holder('clerk'),
        at,
        check: failing,
      },
    );
    expect(ofType(bad.events, 'StepOpened')).toHaveLength(0);
    const good = act(bad, handIn('first', 'minutes', 'b'.repeat(64)), {
      by: holder('clerk'),
      at,
      check: { ok: true, faults: [] },
    });
    expect(ofType(good.events, 'StepOpened')).toHaveLength(1);
  });

  it('recalls an open step when a deliverable is replaced by one that fails', () => {
    const run = act(readyToSign(), handIn('first', 'paper'), {
      by: holder('clerk'),
      at,
      check: failing,
    });
    expect(ofType(run.events, 'StepRecalled')).toHaveLength(1);
    expect(refusal(run, sign('first/all-of-them', 'alpha'), holder('alpha'))).toBe('step-not-open');
  });

  it('is refused after the first vote of the round', () => {
    const voted = act(readyToSign(), sign('first/all-of-them', 'alpha'), {
      by: holder('alpha'),
      at,
    });
    expect(refusal(voted, handIn('first', 'paper'), holder('clerk'))).toBe('signing-under-way');
  });

  it.each([
    ['phase-not-open', handIn('second', 'table'), holder('clerk')],
    ['not-office-holder', handIn('first', 'paper'), holder('alpha')],
    ['not-office-holder', handIn('first', 'paper'), { kind: 'clock' } as const],
    ['unknown-phase', handIn('ninth', 'paper'), holder('clerk')],
    ['unknown-deliverable', handIn('first', 'poem'), holder('clerk')],
  ])('is refused as %s', (code, command, by) => {
    expect(refusal(started(), command, by)).toBe(code);
  });
});

describe('deciding a step', () => {
  it('binds what was handed in, in the order of the definition', () => {
    const run = act(readyToSign(), sign('first/all-of-them', 'beta'), { by: holder('beta'), at });
    expect(ofType(run.events, 'StepDecided')[0]?.data.evidence).toEqual([
      { deliverable: 'paper', contentHash: 'a'.repeat(64) },
      { deliverable: 'minutes', contentHash: 'a'.repeat(64) },
    ]);
  });

  it('opens the next step when the policy is satisfied, and closes the phase after the last', () => {
    const offices = ['gamma', 'alpha', 'beta'];
    const signed = signAll(readyToSign(), { place: 'first/all-of-them', offices, at });
    expect(ofType(signed.events, 'StepOpened').map(({ data }) => data.step)).toEqual([
      'all-of-them',
      'head',
    ]);
    const closed = act(signed, sign('first/head', 'head'), { by: holder('head'), at });
    expect(closed.state.phases[0]).toMatchObject({ status: 'closed', closedAt: at });
    expect(closed.state.phases[0]?.deliverables.map(({ status }) => status)).toEqual([
      'accepted',
      'accepted',
    ]);
    expect(ofType(closed.events, 'PhaseClosed')[0]?.data.late).toBe(false);
  });

  it('asks the offices of a nested sequence one after another, each once', () => {
    const run = handInAll(inSecondPhase(), {
      phase: 'second',
      keys: ['table'],
      at: local('2013-10-08 10:00'),
    });
    const later = signAll(run, {
      place: 'second/in-order',
      offices: ['alpha', 'gamma'],
      at: local('2013-10-08 11:00'),
    });
    const asked = ofType(later.events, 'StepOpened').filter(({ data }) => data.phase === 'second');
    expect(asked.map(({ data }) => data.offices)).toEqual([['alpha'], ['beta', 'gamma'], ['head']]);
  });

  it.each([
    ['not-office-holder', sign('first/all-of-them', 'alpha'), holder('beta')],
    ['unknown-step', sign('first/nonsense', 'alpha'), holder('alpha')],
    ['slot-not-open', sign('first/all-of-them', 'head'), holder('head')],
    ['step-not-open', sign('first/head', 'head'), holder('head')],
    ['stale-round', sign('first/all-of-them', 'alpha', { round: 2 }), holder('alpha')],
    [
      'opinion-required',
      sign('first/all-of-them', 'alpha', { decision: 'reject', opinion: ' ' }),
      holder('alpha'),
    ],
    [
      'opinion-required',
      sign('first/all-of-them', 'alpha', { decision: 'abstain', opinion: '' }),
      holder('alpha'),
    ],
    [
      'return-target-invalid',
      sign('first/all-of-them', 'alpha', { decision: 'return', returnTo: 'third' }),
      holder('alpha'),
    ],
    [
      'return-target-unexpected',
      sign('first/all-of-them', 'alpha', { returnTo: 'first' }),
      holder('alpha'),
    ],
  ])('is refused as %s', (code, command, by) => {
    expect(refusal(readyToSign(), command, by)).toBe(code);
  });

  it('refuses a second decision of the same office', () => {
    const once = act(readyToSign(), sign('first/all-of-them', 'alpha'), {
      by: holder('alpha'),
      at,
    });
    expect(refusal(once, sign('first/all-of-them', 'alpha'), holder('alpha'))).toBe(
      'already-decided',
    );
  });

  it('lets one person fill one slot of a step only, whatever offices he holds', () => {
    const both = holder('alpha', 'beta');
    const once = act(readyToSign(), sign('first/all-of-them', 'alpha'), { by: both, at });
    expect(refusal(once, sign('first/all-of-them', 'beta'), both)).toBe(
      'second-slot-of-same-person',
    );
  });

  it('never lets who handed in sign', () => {
    expect(
      refusal(readyToSign(), sign('first/all-of-them', 'alpha'), holder('clerk', 'alpha')),
    ).toBe('handed-in-by-same-person');
  });

  it('ends the programme when a step is rejected', () => {
    const run = act(readyToSign(), sign('first/all-of-them', 'alpha', { decision: 'reject' }), {
      by: holder('alpha'),
      at,
    });
    expect(run.state.status).toBe('rejected');
    expect(refusal(run, sign('first/all-of-them', 'beta'), holder('beta'))).toBe(
      'programme-not-active',
    );
  });
});

describe('withdrawing a decision', () => {
  const withdraw = {
    type: 'WithdrawDecision',
    phase: 'first',
    round: 1,
    step: 'all-of-them',
    office: 'alpha',
    reason: null,
  } as const;

  it('opens the slot again while the step is open', () => {
    const voted = act(readyToSign(), sign('first/all-of-them', 'alpha'), {
      by: holder('alpha'),
      at,
    });
    const back = act(voted, withdraw, { by: holder('alpha'), at });
    expect(back.state.phases[0]?.steps[0]?.votes).toEqual([]);
    expect(refusal(back, sign('first/all-of-them', 'alpha'), holder('alpha'))).toBe('accepted');
  });

  it('is refused to anyone else, without a decision, and after the step is concluded', () => {
    const voted = act(readyToSign(), sign('first/all-of-them', 'alpha'), {
      by: holder('alpha'),
      at,
    });
    expect(refusal(voted, withdraw, holder('beta'))).toBe('not-your-decision');
    expect(refusal(readyToSign(), withdraw, holder('alpha'))).toBe('nothing-to-withdraw');
    const concluded = signAll(voted, {
      place: 'first/all-of-them',
      offices: ['beta', 'gamma'],
      at,
    });
    expect(refusal(concluded, withdraw, holder('alpha'))).toBe('step-not-open');
    expect(refusal(voted, { ...withdraw, round: 2 }, holder('alpha'))).toBe('stale-round');
    expect(refusal(voted, { ...withdraw, step: 'nonsense' }, holder('alpha'))).toBe('unknown-step');
  });
});
