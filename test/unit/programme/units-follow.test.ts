/** Unit programmes stand still and go on with their parent: what the parent plans, and what the clock may do in a unit programme. */
import { describe, expect, it } from '@jest/globals';
import { planMoments } from '../../../domain/planning/moments.ts';
import { wantedUnits } from '../../../domain/programme/units/rollouts.ts';
import { local } from '../../support/acts.ts';
import { act, clock, holder, ofType, tryAct, type Run } from '../../support/given.ts';
import { calendar } from '../../support/plan.ts';
import { aligned, alignment, AT, rolledOut, withUnits } from '../../support/rollout-acts.ts';
import { rolloutPlan, unitPlan } from '../../support/rollout-plan.ts';

const LATER = local('2013-09-26 10:00');
const SUSPEND = { type: 'SuspendProgramme', reason: 'a flood' } as const;
const RESUME = { type: 'ResumeProgramme', reason: 'it is over' } as const;
const byClerk = withUnits({ by: holder('clerk') });

describe('a parent that stops and goes on', () => {
  const stopped = act(aligned(rolledOut()), SUSPEND, byClerk);

  it('plans to bring its unit programmes in line, and nothing else', () => {
    expect(planMoments(stopped.state, rolloutPlan, calendar)).toEqual([
      { kind: 'alignUnits', phase: '', round: 0, at: AT, qualifier: '2' },
    ]);
  });

  it('records how many stand still with it', () => {
    const run = aligned(stopped, { started: ['x', 'y'], suspended: ['x'] });
    expect(ofType(run.events, 'UnitProgrammesAligned')[1]?.data).toMatchObject({
      generation: 2,
      started: 2,
      suspended: 1,
    });
    expect(planMoments(run.state, rolloutPlan, calendar)).toEqual([]);
  });

  it('plans it again when it goes on, once for each turn', () => {
    const resumed = act(aligned(stopped), RESUME, { ...byClerk, at: LATER });
    expect(alignment(resumed)).toEqual({
      ...{ kind: 'alignUnits', phase: '', round: 0 },
      at: LATER,
      qualifier: '3',
    });
    expect(alignment(aligned(resumed))).toBeNull();
  });

  it('ends no unit programme when it goes on only to be completed', () => {
    const state = {
      ...aligned(stopped).state,
      phases: stopped.state.phases.map((phase) => ({ ...phase, status: 'lapsed' as const })),
    };
    const run = act({ state, events: [] }, RESUME, { ...byClerk, at: LATER });
    expect(run.state.status).toBe('completed');
    expect(alignment(run)).toMatchObject({ qualifier: '3' });
    expect(wantedUnits(run.state, rolloutPlan)).toHaveLength(6);
  });

  it('is followed no more once it has ended undone', () => {
    const ended = act(
      aligned(stopped),
      { type: 'TerminateProgramme', reason: 'given up' },
      { ...byClerk, at: LATER },
    );
    expect(alignment(ended)).toMatchObject({ qualifier: '3' });
    expect(wantedUnits(ended.state, rolloutPlan)).toEqual([]);
  });
});

describe('a unit programme', () => {
  const begun = act(
    null,
    {
      ...{
        type: 'ActivateProgramme',
        id: 'child',
        title: 'a',
        startsOn: '2013-09-15',
        clock: null,
      },
      parent: { programme: 'parent', rollout: 'centres', unit: 'a', startedBy: 'person-clerk' },
    },
    { by: clock, at: local('2013-09-15 00:00'), definition: unitPlan },
  );
  const byClock = { by: clock, definition: unitPlan };
  const byBureau = { by: holder('bureau'), definition: unitPlan };
  const stop = (by: typeof byClock | typeof byBureau): Run =>
    act(begun, SUSPEND, { ...by, at: AT });

  it('is stopped by the clock and goes on by it, its dates moved', () => {
    const stopped = stop(byClock);
    expect(stopped.state).toMatchObject({ status: 'suspended', suspendedBy: 'clock' });
    expect(ofType(stopped.events, 'ProgrammeSuspended')[0]?.data).toMatchObject({
      by: 'clock',
      reason: 'a flood',
    });
    const run = act(stopped, RESUME, { ...byClock, at: LATER });
    expect(run.state).toMatchObject({ status: 'active', suspendedAt: null, suspendedBy: null });
    expect(run.state.phases.map(({ dueOn }) => dueOn)).toEqual(['2013-10-10', '2013-11-10']);
  });

  it('stays as a person stopped it, whatever its parent does', () => {
    const stopped = stop(byBureau);
    expect(stopped.state.suspendedBy).toBe('person-bureau');
    for (const command of [SUSPEND, RESUME]) {
      expect(tryAct(stopped.state, command, { ...byClock, at: LATER })).toMatchObject({
        ok: false,
        rejection: { code: 'programme-not-active' },
      });
    }
    expect(act(stopped, RESUME, { ...byBureau, at: LATER }).state.status).toBe('active');
  });

  it('is resumed by nobody while its parent stands still', () => {
    for (const stopped of [stop(byClock), stop(byBureau)]) {
      const facts = { kind: 'parent', status: 'suspended' } as const;
      expect(tryAct(stopped.state, RESUME, { ...byBureau, at: LATER, facts })).toMatchObject({
        ok: false,
        rejection: { code: 'parent-suspended' },
      });
      const over = { kind: 'parent', status: 'active' } as const;
      expect(tryAct(stopped.state, RESUME, { ...byBureau, at: LATER, facts: over }).ok).toBe(true);
    }
  });

  it('is the only programme whose clock the clock itself stops', () => {
    expect(
      tryAct(rolledOut().state, SUSPEND, { by: clock, at: AT, definition: rolloutPlan }),
    ).toMatchObject({ ok: false, rejection: { code: 'not-office-holder' } });
  });
});
