import { describe, expect, it } from '@jest/globals';
import type { ProgrammeCommand } from '../../../domain/programme/commands.ts';
import { brokenInvariants } from '../../../domain/programme/invariants.ts';
import { requirePhase } from '../../../domain/programme/lookups.ts';
import { currentStep, evaluateStep, openOffices } from '../../../domain/programme/progress.ts';
import { handIn, local, readyToSign, sign, started } from '../../support/acts.ts';
import { act, holder, ofType, tryAct } from '../../support/given.ts';
import type { Run } from '../../support/given.ts';
import { addSigner, consult, removeSigner, transfer } from '../../support/hands.ts';
import { plan } from '../../support/plan.ts';

const at = local('2013-09-24 15:00');
const place = 'first/all-of-them';

const does = (run: Run, command: ProgrammeCommand, ...offices: string[]): Run =>
  act(run, command, { by: holder(...offices), at });

function refusalOf(run: Run, command: ProgrammeCommand, ...offices: string[]): string {
  const decision = tryAct(run.state, command, { by: holder(...offices), at });
  return decision.ok ? 'accepted' : decision.rejection.code;
}

const openIn = (run: Run, phase = 'first'): readonly string[] =>
  openOffices(requirePhase(run.state, plan, phase));

const signs = (
  run: Run,
  office: string,
  decision: 'approve' | 'abstain' | 'reject' = 'approve',
): Run => does(run, sign(place, office, { decision }), office);

describe('a transfer', () => {
  it('puts the slot into the hands of the other office, and tells its holders', () => {
    const run = does(readyToSign(), transfer('alpha', 'watch'), 'alpha');
    expect(openIn(run)).toEqual(['watch', 'beta', 'gamma']);
    expect(ofType(run.events, 'SlotTransferred')[0]?.data).toMatchObject({
      from: 'alpha',
      to: 'watch',
      by: 'person-alpha',
      reason: 'on leave',
      recipients: [{ office: 'watch', person: 'person-watch' }],
    });
  });

  it('leaves the decisions that were made', () => {
    const run = does(signs(readyToSign(), 'beta'), transfer('alpha', 'watch'), 'alpha');
    const done = signs(signs(run, 'watch'), 'gamma');
    expect(currentStep(requirePhase(done.state, plan, 'first'))?.state.key).toBe('head');
    expect(brokenInvariants(done.state, plan)).toEqual([]);
  });

  it('is undone by a return of the phase, as is everything else of the round', () => {
    const run = does(readyToSign(), transfer('alpha', 'watch'), 'alpha');
    const back = does(run, sign(place, 'beta', { decision: 'return' }), 'beta');
    const again = ['paper', 'minutes'].reduce(
      (before, key) => does(before, handIn('first', key), 'clerk'),
      back,
    );
    expect(openIn(again)).toEqual(['alpha', 'beta', 'gamma']);
  });

  it('may come back, but goes through three hands at most', () => {
    const there = does(readyToSign(), transfer('alpha', 'watch'), 'alpha');
    const back = does(there, transfer('watch', 'alpha'), 'watch');
    const third = does(back, transfer('alpha', 'head'), 'alpha');
    expect(openIn(third)).toEqual(['head', 'beta', 'gamma']);
    expect(refusalOf(third, transfer('head', 'watch'), 'head')).toBe('transfer-chain-too-long');
  });

  it.each([
    ['by who does not hold the office', transfer('alpha', 'watch'), 'beta', 'not-office-holder'],
    ['to an office of the step', transfer('alpha', 'beta'), 'alpha', 'office-already-signs'],
    ['to itself', transfer('alpha', 'alpha'), 'alpha', 'office-already-signs'],
    ['to who hands in', transfer('alpha', 'clerk'), 'alpha', 'office-owes-deliverable'],
    ['to nobody known', transfer('alpha', 'nobody'), 'alpha', 'office-not-in-definition'],
    ['of another round', transfer('alpha', 'watch', 2), 'alpha', 'stale-round'],
    [
      'without a reason',
      { ...transfer('alpha', 'watch'), reason: ' ' } as ProgrammeCommand,
      'alpha',
      'reason-required',
    ],
  ])('is refused %s', (_why, command, ...[office, code]) => {
    expect(refusalOf(readyToSign(), command, office)).toBe(code);
  });

  it('is refused once the slot has decided', () => {
    const run = signs(readyToSign(), 'alpha');
    expect(refusalOf(run, transfer('alpha', 'watch'), 'alpha')).toBe('already-decided');
  });

  it('lets nobody sign who handed in or has signed: it is judged at signing', () => {
    const run = does(readyToSign(), transfer('alpha', 'watch'), 'alpha');
    const both = signs(run, 'beta');
    const clerk = { kind: 'person', id: 'person-clerk', offices: ['watch'] } as const;
    const beta = { kind: 'person', id: 'person-beta', offices: ['watch'] } as const;
    const codes = [clerk, beta].map((by) => tryAct(both.state, sign(place, 'watch'), { by, at }));
    expect(codes.map((one) => (one.ok ? 'accepted' : one.rejection.code))).toEqual([
      'handed-in-by-same-person',
      'second-slot-of-same-person',
    ]);
  });
});

describe('a further signer', () => {
  it('before an office is asked first, and the office again after him', () => {
    const run = does(readyToSign(), addSigner('alpha', 'watch', 'before'), 'alpha');
    expect(openIn(run)).toEqual(['watch', 'beta', 'gamma']);
    expect(refusalOf(run, sign(place, 'alpha'), 'alpha')).toBe('slot-not-open');
    const next = signs(run, 'watch');
    expect(openIn(next)).toEqual(['alpha', 'beta', 'gamma']);
    expect(ofType(next.events, 'StepOpened').at(-1)?.data.offices).toEqual(['alpha']);
  });

  it('after an office is asked when it has agreed', () => {
    const run = does(readyToSign(), addSigner('alpha', 'watch', 'after'), 'alpha');
    expect(openIn(run)).toEqual(['alpha', 'beta', 'gamma']);
    const next = signs(run, 'alpha');
    expect(openIn(next)).toEqual(['watch', 'beta', 'gamma']);
    expect(ofType(next.events, 'StepOpened').at(-1)?.data.offices).toEqual(['watch']);
  });

  it('beside an office is asked at the same time, and both must agree', () => {
    const run = does(readyToSign(), addSigner('alpha', 'watch', 'beside'), 'alpha');
    expect(openIn(run)).toEqual(['alpha', 'watch', 'beta', 'gamma']);
    const rest = signs(signs(signs(run, 'alpha'), 'beta'), 'gamma');
    expect(openIn(rest)).toEqual(['watch']);
    expect(openIn(signs(rest, 'watch'))).toEqual(['head']);
  });

  it('can be taken back by who asked for him, and the step goes on', () => {
    const run = does(readyToSign(), addSigner('alpha', 'watch', 'after'), 'alpha');
    const waiting = signs(signs(signs(run, 'alpha'), 'beta'), 'gamma');
    const removed = does(waiting, removeSigner('alpha', 'watch'), 'alpha');
    expect(openIn(removed)).toEqual(['head']);
    expect(removed.events.at(-1)).toMatchObject({ type: 'StepOpened', data: { step: 'head' } });
  });

  it('leaves his own signers to who had asked for him', () => {
    const first = does(readyToSign(), addSigner('alpha', 'watch', 'before'), 'alpha');
    const second = does(first, addSigner('watch', 'head', 'before'), 'watch');
    expect(openIn(second)).toEqual(['head', 'beta', 'gamma']);
    const removed = does(second, removeSigner('alpha', 'watch'), 'alpha');
    expect(openIn(removed)).toEqual(['head', 'beta', 'gamma']);
    expect(openIn(does(removed, removeSigner('alpha', 'head'), 'alpha'))).toEqual([
      'alpha',
      'beta',
      'gamma',
    ]);
  });

  it('is not taken back when the paper names him, when he has decided, or by others', () => {
    const run = does(readyToSign(), addSigner('alpha', 'watch', 'beside'), 'alpha');
    expect(refusalOf(run, removeSigner('alpha', 'beta'), 'alpha')).toBe('signer-required-by-paper');
    expect(refusalOf(run, removeSigner('beta', 'watch'), 'beta')).toBe('not-your-signer');
    expect(refusalOf(run, removeSigner('alpha', 'head'), 'alpha')).toBe('signer-not-in-step');
    expect(refusalOf(signs(run, 'watch'), removeSigner('alpha', 'watch'), 'alpha')).toBe(
      'signer-decided',
    );
  });

  it('stays of the paper though it was transferred', () => {
    const run = does(readyToSign(), transfer('alpha', 'watch'), 'alpha');
    expect(refusalOf(run, removeSigner('beta', 'watch'), 'beta')).toBe('signer-required-by-paper');
  });

  it('may object, but never agrees in the place of whom the paper names', () => {
    const run = does(readyToSign(), addSigner('alpha', 'watch', 'beside'), 'alpha');
    expect(signs(run, 'watch', 'reject').state.status).toBe('rejected');
    const silent = ['alpha', 'beta', 'gamma'].reduce(
      (before, office) => signs(before, office, 'abstain'),
      run,
    );
    expect(signs(silent, 'watch', 'approve').state.status).toBe('rejected');
  });

  it('is not taken back where that alone would reject the step', () => {
    const run = does(readyToSign(), addSigner('alpha', 'watch', 'beside'), 'alpha');
    const silent = ['alpha', 'beta', 'gamma'].reduce(
      (before, office) => signs(before, office, 'abstain'),
      run,
    );
    expect(silent.state.status).toBe('active');
    expect(refusalOf(silent, removeSigner('alpha', 'watch'), 'alpha')).toBe('removal-would-reject');
  });
});

describe('a consultation', () => {
  const id = 'programme-under-test.first.1.all-of-them.1';
  const answer = { type: 'AnswerConsultation', consultationId: id, answer: 'It is.' } as const;

  it('leaves the slot with who asks and comes back with an opinion', () => {
    const asked = does(readyToSign(), consult('alpha', 'watch'), 'alpha');
    expect(openIn(asked)).toEqual(['alpha', 'beta', 'gamma']);
    expect(ofType(asked.events, 'ConsultationAsked')[0]?.data.recipients).toEqual([
      { office: 'watch', person: 'person-watch' },
    ]);
    const answered = does(asked, answer, 'watch');
    expect(ofType(answered.events, 'ConsultationAnswered')[0]?.data).toMatchObject({
      office: 'watch',
      asker: 'alpha',
      recipients: [{ office: 'alpha', person: 'person-alpha' }],
    });
    expect(refusalOf(answered, answer, 'watch')).toBe('consultation-closed');
  });

  it('is one at a time for each slot', () => {
    const asked = does(readyToSign(), consult('alpha', 'watch'), 'alpha');
    expect(refusalOf(asked, consult('alpha', 'head'), 'alpha')).toBe('consultation-open');
    expect(openIn(does(asked, consult('beta', 'watch'), 'beta'))).toHaveLength(3);
    const again = does(does(asked, answer, 'watch'), consult('alpha', 'head'), 'alpha');
    expect(ofType(again.events, 'ConsultationAsked').at(-1)?.data.consultationId).toBe(
      id.replace(/1$/, '2'),
    );
  });

  it('is over when the asker signs without waiting', () => {
    const asked = does(readyToSign(), consult('alpha', 'watch'), 'alpha');
    expect(refusalOf(signs(asked, 'alpha'), answer, 'watch')).toBe('consultation-closed');
  });

  it('goes with the slot when that is transferred', () => {
    const asked = does(readyToSign(), consult('alpha', 'watch'), 'alpha');
    const moved = does(asked, transfer('alpha', 'head'), 'alpha');
    const answered = does(moved, answer, 'watch');
    expect(ofType(answered.events, 'ConsultationAnswered')[0]?.data.asker).toBe('head');
    const taken = does(asked, transfer('alpha', 'watch'), 'alpha');
    expect(refusalOf(taken, answer, 'watch')).toBe('consultation-closed');
  });

  it('is answered by the office that was asked, and by nobody else', () => {
    const asked = does(readyToSign(), consult('alpha', 'watch'), 'alpha');
    expect(refusalOf(asked, answer, 'beta')).toBe('not-office-holder');
    expect(refusalOf(asked, consult('beta', 'beta'), 'beta')).toBe('consults-itself');
    expect(refusalOf(asked, { ...answer, consultationId: 'x' }, 'watch')).toBe(
      'unknown-consultation',
    );
  });
});

describe('copies and urging', () => {
  const urge = { type: 'Urge', phase: 'first', note: null } as const;
  const copy = { type: 'CopyTo', phase: 'first', to: 'watch', note: 'to know' } as const;

  it('copies a phase by the owner, the lead, or who is asked to decide', () => {
    const run = does(readyToSign(), copy, 'beta');
    expect(ofType(run.events, 'PhaseCopied')[0]?.data).toMatchObject({
      office: 'beta',
      to: 'watch',
      recipients: [{ office: 'watch', person: 'person-watch' }],
    });
    expect(refusalOf(readyToSign(), copy, 'clerk')).toBe('accepted');
    expect(refusalOf(readyToSign(), copy, 'watch')).toBe('may-not-copy');
    expect(refusalOf(readyToSign(), { ...copy, to: 'nobody' }, 'clerk')).toBe(
      'office-not-in-definition',
    );
  });

  it('urges by the owner or a superior, and then not again for four hours', () => {
    const run = does(readyToSign(), urge, 'clerk');
    expect(ofType(run.events, 'PhaseUrged')[0]?.data.responsible).toEqual([
      'alpha',
      'beta',
      'gamma',
    ]);
    const again = tryAct(run.state, urge, { by: holder('head'), at: local('2013-09-24 18:59') });
    expect(again).toMatchObject({
      rejection: { code: 'urged-recently', params: { until: local('2013-09-24 19:00') } },
    });
    const later = tryAct(run.state, urge, { by: holder('head'), at: local('2013-09-24 19:00') });
    expect(later.ok).toBe(true);
  });

  it('takes the time between two urgings from the paper, and keeps it over a return', () => {
    const definition = { ...plan, governance: { urging: { coolDownHours: 24 } } };
    const run = does(readyToSign(), urge, 'clerk');
    const back = does(run, sign(place, 'beta', { decision: 'return' }), 'beta');
    const again = { by: holder('clerk'), at: local('2013-09-25 14:59'), definition };
    expect(tryAct(back.state, urge, again)).toMatchObject({
      rejection: { code: 'urged-recently' },
    });
  });

  it('does not let a responsible office urge itself or a stranger urge others', () => {
    expect(refusalOf(readyToSign(), urge, 'gamma')).toBe('may-not-urge');
    expect(refusalOf(started(), urge, 'watch')).toBe('may-not-urge');
    expect(refusalOf(readyToSign(), { ...urge, phase: 'second' }, 'clerk')).toBe('phase-not-open');
  });
});

describe('evaluating', () => {
  it('computes the policy of a step once, and anew when its signers change', () => {
    const run = readyToSign();
    const step = currentStep(requirePhase(run.state, plan, 'first'));
    const again = currentStep(requirePhase(run.state, plan, 'first'));
    expect(again).toBe(step);
    const moved = does(run, transfer('alpha', 'watch'), 'alpha');
    const changed = currentStep(requirePhase(moved.state, plan, 'first'));
    expect(changed === null ? [] : evaluateStep(changed).open).toEqual(['watch', 'beta', 'gamma']);
  });
});
