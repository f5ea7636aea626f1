import { describe, expect, it } from '@jest/globals';
import { calendar } from '../../support/plan.ts';
import { countRollout, evenPace, type ClosedPhase } from '../../../domain/programme/units/count.ts';
import { draw, inspect, inspection, rolledOut } from '../../support/rollout-acts.ts';
import type { Run } from '../../support/given.ts';
import { rolloutPlan, unitPlan } from '../../support/rollout-plan.ts';

function closedIn(phase: string | null, units: Readonly<Record<string, number>>): ClosedPhase {
  const rows = Object.entries(units).map(([unit, round]) => ({ unit, round }));
  return { rollout: 'centres', phase, units: rows };
}

function countOf(run: Run, closed: readonly ClosedPhase[], today = '2013-09-23') {
  const [rollout] = rolloutPlan.rollouts ?? [];
  if (rollout === undefined) throw new Error('the plan rolls nothing out');
  const { state } = run;
  const scene = {
    state,
    definition: rolloutPlan,
    unitDefinition: unitPlan,
    closed,
    calendar,
    today,
  };
  return countRollout(rollout, scene);
}

describe('counting a roll-out', () => {
  it('holds finished units against the frozen set, in all and in each town', () => {
    const count = countOf(rolledOut(), [closedIn('build', { a: 1, b: 1, d: 1, gone: 1 })]);
    expect(count.phases[0]).toMatchObject({ phase: 'build', done: 3, total: 6, percent: 50 });
    expect(
      count.phases[0]?.groups.map(({ group, done, total }) => [group.key, done, total]),
    ).toEqual([
      ['north', 2, 3],
      ['south', 1, 3],
    ]);
    expect(count.phases[1]).toMatchObject({ phase: 'open', done: 0, total: 6, percent: 0 });
  });

  it('counts a unit as a whole once its programme is completed', () => {
    const closed = [
      closedIn('build', { a: 1 }),
      closedIn('open', { a: 1 }),
      closedIn(null, { a: 0 }),
    ];
    expect(countOf(rolledOut(), closed)).toMatchObject({ done: 1, total: 6, percent: 16.6 });
  });

  it('never rounds up to all of them', () => {
    const closed = closedIn('build', { a: 1, b: 1, c: 1, d: 1, e: 1 });
    expect(countOf(rolledOut(), [closed]).phases[0]?.percent).toBe(83.3);
  });

  it('leaves out a unit that failed its inspection until it is closed in a later round', () => {
    const failed = inspect(draw(rolledOut(), { a: 1 }), inspection('a', false));
    const before = countOf(failed, [closedIn('build', { a: 1, b: 1 }), closedIn(null, { a: 0 })]);
    expect(before.phases[0]).toMatchObject({ done: 1, failed: 1 });
    expect(before.done).toBe(0);
    const reopened = countOf(failed, [closedIn('build', { b: 1 })]);
    expect(reopened.phases[0]).toMatchObject({ done: 1, failed: 0 });
    const after = countOf(failed, [closedIn('build', { a: 2, b: 1 }), closedIn(null, { a: 0 })]);
    expect(after.phases[0]).toMatchObject({ done: 2, failed: 0 });
    expect(after.done).toBe(1);
  });

  it('tells whether a phase is behind the even pace', () => {
    const half = closedIn('build', { a: 1, b: 1, c: 1 });
    expect(countOf(rolledOut(), [half]).phases[0]).toMatchObject({ pace: 50, behind: false });
    expect(countOf(rolledOut(), [half], '2013-09-24').phases[0]).toMatchObject({
      pace: 56.2,
      behind: true,
    });
    expect(countOf(rolledOut(), []).phases[1]).toMatchObject({ pace: 0, behind: false });
  });
});

describe('the even pace', () => {
  const window = { from: '2013-09-15', to: '2013-09-30' };

  it.each([
    ['2013-09-01', 0],
    ['2013-09-15', 0],
    ['2013-09-16', 6.2],
    ['2013-09-30', 93.7],
    ['2013-10-01', 100],
    ['2014-01-01', 100],
  ])('on the morning of %s is %d percent', (today, pace) => {
    expect(evenPace(window, today)).toBe(pace);
  });
});
