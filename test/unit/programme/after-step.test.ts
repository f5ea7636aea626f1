/** What is owed only once a step is approved: the chain of village accounts, from the board's check to the posting. */
import { describe, expect, it } from '@jest/globals';
import type { Actor, ProgrammeCommand } from '../../../domain/programme/commands.ts';
import { brokenInvariants } from '../../../domain/programme/invariants.ts';
import { findPhase } from '../../../domain/programme/lookups.ts';
import { responsibleOffices } from '../../../domain/programme/progress.ts';
import { planMoments } from '../../../domain/planning/moments.ts';
import { handIn, local, sign } from '../../support/acts.ts';
import { accountsDefinition, handInWith, startedWith } from '../../support/chains.ts';
import { act, holder, ofType, passTime, tryAct, type Run } from '../../support/given.ts';
import { calendar } from '../../support/plan.ts';

describe('the accounts of a village', () => {
  const definition = accountsDefinition();
  const at = local('2013-09-18 10:00');

  const refusal = (run: Run, command: ProgrammeCommand, by: Actor): string => {
    const decision = tryAct(run.state, command, { by, at, definition });
    return decision.ok ? 'accepted' : decision.rejection.code;
  };
  const drawnUp = (): Run =>
    handInWith(startedWith(definition), 'accounts/accounts', { definition, at });
  const signedBy = (run: Run, ...places: readonly (readonly [string, string])[]): Run =>
    places.reduce(
      (before, [step, office]) =>
        act(before, sign(`accounts/${step}`, office), { by: holder(office), at, definition }),
      run,
    );
  const allSigned = (): Run =>
    signedBy(drawnUp(), ['supervision-board', 'director'], ['secretary', 'secretary']);

  it('are posted after the secretary has signed, and then the phase closes', () => {
    const signed = allSigned();
    expect(ofType(signed.events, 'DeliverableCalledFor').map(({ data }) => data)).toEqual([
      {
        phase: 'accounts',
        round: 1,
        step: 'secretary',
        deliverables: ['posting'],
        recipients: [{ office: 'accountant', person: 'person-accountant' }],
      },
    ]);
    const phase = findPhase(signed.state, definition, 'accounts');
    expect(phase === null ? [] : responsibleOffices(phase)).toEqual(['accountant']);
    const run = handInWith(signed, 'accounts/posting', { definition, at });
    expect(run.state.status).toBe('completed');
    expect(brokenInvariants(run.state, definition)).toEqual([]);
  });

  it('may be signed by all other members instead of the director', () => {
    const one = signedBy(drawnUp(), ['supervision-board', 'member-one']);
    expect(ofType(one.events, 'StepOpened').at(-1)?.data.step).toBe('supervision-board');
    const both = signedBy(one, ['supervision-board', 'member-two']);
    expect(ofType(both.events, 'StepOpened').at(-1)?.data.step).toBe('secretary');
  });

  it('are not owed before, and a posting before the secretary signed is refused', () => {
    const run = signedBy(drawnUp(), ['supervision-board', 'director']);
    const posting = handIn('accounts', 'posting');
    expect(refusal(run, posting, holder('accountant'))).toBe('deliverable-not-owed');
    expect(ofType(run.events, 'PhaseOpened')[0]?.data.recipients).toEqual([
      { office: 'accountant', person: 'person-accountant' },
    ]);
  });

  it.each([
    ['entered a day late', { enteredOn: '2013-09-19' }, 'not-entered-same-day'],
    ['posted before the secretary signed', { postedOn: '2013-09-17' }, 'posted-too-early'],
  ])('that are %s do not close', (_what, changes, code) => {
    const data = {
      ...{ place: '村务公开栏', postedOn: '2013-09-18', removedOn: '2013-09-18' },
      ...{ enteredOn: '2013-09-18', link: 'https://example.gov.cn', objections: [] },
      ...changes,
    };
    const late = local('2013-09-20 10:00');
    const run = handInWith(allSigned(), 'accounts/posting', { definition, at: late, data });
    const phase = findPhase(run.state, definition, 'accounts')?.state;
    expect(phase?.deliverables[1]?.check?.faults.map((fault) => fault.code)).toContain(code);
    expect(phase?.status).toBe('open');
  });

  it('are missed by who has to post them once all have signed', () => {
    const run = passTime(allSigned(), local('2013-10-01 00:00'), definition);
    const missed = ofType(run.events, 'DeadlineMissed').map(({ data }) => data.responsible);
    expect(missed).toEqual([['accountant']]);
  });

  it('cannot be changed any more once somebody signed, nor posted by who signed', () => {
    const signed = allSigned();
    const replaced = handIn('accounts', 'accounts');
    expect(refusal(signed, replaced, holder('accountant'))).toBe('signing-under-way');
    const by = { ...holder('director'), offices: ['accountant', 'director'] };
    expect(refusal(signed, handIn('accounts', 'posting'), by)).toBe('signed-by-same-person');
  });

  it('begin anew after a return: nothing is owed before the new signatures', () => {
    const back = {
      type: 'ReturnPhase',
      phase: 'accounts',
      returnTo: 'accounts',
      reason: 'wrong',
    } as const;
    const run = act(allSigned(), back, { by: holder('town'), at, definition });
    const posting = handIn('accounts', 'posting');
    expect(refusal(run, posting, holder('accountant'))).toBe('deliverable-not-owed');
    expect(planMoments(run.state, definition, calendar)).not.toEqual([]);
  });
});
