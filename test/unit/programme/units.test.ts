import { describe, expect, it } from '@jest/globals';
import type { ActivateProgramme } from '../../../domain/programme/commands.ts';
import type { ChangeUnits } from '../../../domain/programme/units/commands.ts';
import { blankAdditions } from '../../../domain/programme/state.ts';
import { unitsOfSet, wantedUnits } from '../../../domain/programme/units/rollouts.ts';
import { local } from '../../support/acts.ts';
import { act, clock, holder, ofType, tryAct } from '../../support/given.ts';
import {
  activation,
  aligned,
  alignment,
  AT,
  byOwner,
  COMMUNITIES,
  rolledOut,
  TOWNS,
  unit,
  withUnits,
} from '../../support/rollout-acts.ts';
import { rolloutPlan } from '../../support/rollout-plan.ts';

const REHEARSAL = {
  anchor: local('2013-09-15 00:00'),
  startedAt: '2026-03-02T01:00:00.000Z',
  speed: 100,
};

function refusalOf(changes: Partial<ActivateProgramme>): unknown {
  const decision = tryAct(null, activation(changes), byOwner);
  return decision.ok ? null : decision.rejection;
}

function change(changes: Partial<ChangeUnits>): ChangeUnits {
  return {
    type: 'ChangeUnits',
    set: 'communities',
    add: [],
    remove: [],
    reason: 'merged by decree',
    ...changes,
  };
}

const byClerk = withUnits({ by: holder('clerk') });

describe('freezing the units', () => {
  it('puts every set into the activation and the state', () => {
    const { state, events } = rolledOut();
    const [activated] = ofType(events, 'ProgrammeActivated');
    expect(activated?.data.unitSets).toEqual([
      { key: 'towns', units: TOWNS },
      { key: 'communities', units: COMMUNITIES },
    ]);
    expect(activated?.data.rollouts).toEqual([{ key: 'centres', only: null }]);
    expect(unitsOfSet(state, 'communities')).toEqual(COMMUNITIES);
  });

  it('asks a live programme for every set', () => {
    expect(refusalOf({ unitSets: { towns: TOWNS } })).toEqual({
      code: 'units-required',
      params: { set: 'communities' },
    });
    expect(refusalOf({ unitSets: { towns: TOWNS, communities: [] } })).toMatchObject({
      code: 'units-required',
    });
  });

  it('makes up what a rehearsal leaves out, spread evenly over the wider set', () => {
    const { unitSets: _none, ...bare } = activation({ clock: REHEARSAL });
    const { state } = act(null, bare, byOwner);
    expect(unitsOfSet(state, 'towns').map(({ key, title }) => [key, title.zh])).toEqual([
      ['t1', '第1镇'],
      ['t2', '第2镇'],
      ['t3', '第3镇'],
      ['t4', '第4镇'],
    ]);
    const communities = unitsOfSet(state, 'communities');
    expect(communities.map(({ key }) => key)).toEqual(
      ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'].map((number) => `c${number}`),
    );
    expect(communities[9]?.title).toEqual({ zh: '社区10', en: 'Community 10' });
    const perTown = ['t1', 't2', 't3', 't4'].map(
      (town) => communities.filter(({ within }) => within === town).length,
    );
    expect(perTown).toEqual([3, 2, 3, 2]);
  });

  it.each<[string, Partial<ActivateProgramme>, unknown]>([
    [
      'a set that the definition does not know',
      { unitSets: { towns: TOWNS, communities: COMMUNITIES, stations: TOWNS } },
      { code: 'unknown-unit-set', params: { set: 'stations' } },
    ],
    [
      'a key that stands twice',
      { unitSets: { towns: [...TOWNS, unit('north')], communities: COMMUNITIES } },
      { code: 'unit-repeated', params: { set: 'towns', unit: 'north' } },
    ],
    [
      'a unit that lies in none of the wider set',
      { unitSets: { towns: TOWNS, communities: [unit('a', 'west')] } },
      { code: 'unit-group-unknown', params: { set: 'communities', unit: 'a' } },
    ],
    [
      'a unit of the widest set that lies in another',
      { unitSets: { towns: [unit('north', 'south')], communities: COMMUNITIES } },
      { code: 'unit-group-unknown', params: { set: 'towns', unit: 'north' } },
    ],
    [
      'more than 2,000 units',
      {
        unitSets: {
          towns: Array.from({ length: 2001 }, (_unit, index) => unit(`t${String(index)}`)),
          communities: COMMUNITIES,
        },
      },
      { code: 'too-many-units', params: { set: 'towns', most: 2000 } },
    ],
    [
      'a live roll-out that is restricted',
      { rollouts: { centres: ['a'] } },
      { code: 'rollout-not-restrictable', params: { rollout: 'centres' } },
    ],
    [
      'a restriction to a unit that is not there',
      { clock: REHEARSAL, rollouts: { centres: ['z'] } },
      { code: 'unknown-unit', params: { rollout: 'centres', unit: 'z' } },
    ],
    [
      'a restriction of a roll-out that is not there',
      { clock: REHEARSAL, rollouts: { roads: ['a'] } },
      { code: 'unknown-rollout', params: { rollout: 'roads' } },
    ],
  ])('refuses %s', (_name, changes, refusal) => {
    expect(refusalOf(changes)).toEqual(refusal);
  });

  it('starts only some units of a rehearsal that is restricted, and counts all', () => {
    const { state } = rolledOut({ clock: REHEARSAL, rollouts: { centres: ['b', 'e'] } });
    expect(wantedUnits(state, rolloutPlan).map((place) => place.unit.key)).toEqual(['b', 'e']);
    expect(unitsOfSet(state, 'communities')).toHaveLength(6);
  });

  it('lets a snapshot from before there were units be read on', () => {
    expect(blankAdditions).toMatchObject({
      unitSets: [],
      rollouts: [],
      parent: null,
      alignment: { generation: 0, since: null },
      samples: [],
    });
  });
});

describe('a unit programme', () => {
  const parent = { programme: 'parent', rollout: 'centres', unit: 'a' };

  it('is started by the clock for whoever started its parent, whoever owns its definition', () => {
    const command = {
      type: 'ActivateProgramme',
      id: 'child',
      title: 'One community',
      startsOn: '2013-09-15',
      clock: null,
      parent: { ...parent, startedBy: 'person-clerk' },
    } as const;
    const { state } = act(null, command, { by: clock, at: AT });
    expect(state.parent).toEqual(parent);
    expect(state.startedBy).toBe('person-clerk');
    expect(tryAct(null, command, { by: holder('clerk'), at: AT })).toMatchObject({
      ok: false,
      rejection: { code: 'not-owner' },
    });
  });

  it('ends with its parent, by the clock, which can end no other programme', () => {
    const terminate = { type: 'TerminateProgramme', reason: 'the parent has ended' } as const;
    const child = act(
      null,
      {
        type: 'ActivateProgramme',
        id: 'child',
        title: 'One community',
        startsOn: '2013-09-15',
        clock: null,
        parent: { ...parent, startedBy: 'person-clerk' },
      },
      { by: clock, at: AT },
    );
    expect(act(child, terminate, { by: clock, at: AT }).state.status).toBe('terminated');
    const refused = tryAct(rolledOut().state, terminate, withUnits({ by: clock }));
    expect(refused).toMatchObject({ ok: false, rejection: { code: 'not-owner' } });
  });
});

describe('bringing unit programmes in line', () => {
  it('is planned for the instant of activation, once', () => {
    const run = rolledOut();
    expect(alignment(run)).toMatchObject({ at: local('2013-09-15 00:00'), qualifier: '1' });
    const after = aligned(run, { started: ['x', 'y'] });
    expect(alignment(after)).toBeNull();
    expect(ofType(after.events, 'UnitProgrammesAligned')[0]?.data).toEqual({
      phase: '',
      round: 0,
      plannedAt: local('2013-09-15 00:00'),
      generation: 1,
      started: 2,
      ended: 0,
    });
  });

  it('is planned again after a change of units, with the next generation', () => {
    const changed = act(aligned(rolledOut()), change({ remove: ['a'] }), byClerk);
    expect(alignment(changed)).toMatchObject({ at: AT, qualifier: '2' });
  });

  it('keeps the first instant when more changes come before it is done', () => {
    const later = { ...byClerk, at: local('2013-09-17 10:00') };
    const once = act(aligned(rolledOut()), change({ remove: ['a'] }), byClerk);
    const twice = act(once, change({ remove: ['b'] }), later);
    expect(alignment(twice)).toMatchObject({ at: AT, qualifier: '2' });
  });

  it('follows a programme that was ended, and wants no unit programme then', () => {
    const ended = act(
      aligned(rolledOut()),
      { type: 'TerminateProgramme', reason: 'a new paper' },
      byClerk,
    );
    expect(alignment(ended)).toMatchObject({ at: AT, qualifier: '2' });
    expect(wantedUnits(ended.state, rolloutPlan)).toEqual([]);
    expect(alignment(aligned(ended))).toBeNull();
  });

  it('is never planned for a programme that rolls nothing out', () => {
    const child = act(
      null,
      { type: 'ActivateProgramme', id: 'x', title: 'x', startsOn: '2013-09-15', clock: null },
      { by: holder('clerk'), at: AT },
    );
    expect(alignment(child)).toBeNull();
    const ended = act(
      child,
      { type: 'TerminateProgramme', reason: 'why' },
      { by: holder('clerk'), at: AT },
    );
    expect(alignment(ended)).toBeNull();
  });
});

describe('changing the units', () => {
  it('leaves the old and the new denominator in the record', () => {
    const { state, events } = act(
      rolledOut(),
      change({ add: [unit('g', 'south')], remove: ['a', 'b'] }),
      byClerk,
    );
    expect(ofType(events, 'UnitsChanged')[0]?.data).toEqual({
      set: 'communities',
      added: [unit('g', 'south')],
      removed: ['a', 'b'],
      reason: 'merged by decree',
      by: 'person-clerk',
      before: 6,
      after: 5,
    });
    expect(unitsOfSet(state, 'communities').map(({ key }) => key)).toEqual([
      'c',
      'd',
      'e',
      'f',
      'g',
    ]);
  });

  it('never takes back a key that was used', () => {
    const without = act(rolledOut(), change({ remove: ['a'] }), byClerk);
    const again = tryAct(without.state, change({ add: [unit('a', 'north')] }), byClerk);
    expect(again).toMatchObject({ ok: false, rejection: { code: 'unit-key-used' } });
  });

  it.each<[string, Partial<ChangeUnits>, string]>([
    ['without a reason', { remove: ['a'], reason: ' ' }, 'opinion-required'],
    ['of nothing', {}, 'units-unchanged'],
    ['of a set that is not there', { set: 'stations', remove: ['a'] }, 'unknown-unit-set'],
    ['that removes what is not there', { remove: ['z'] }, 'unknown-unit'],
    ['that adds what is there', { add: [unit('a', 'north')] }, 'unit-repeated'],
    ['that puts a unit nowhere', { add: [unit('g', 'west')] }, 'unit-group-unknown'],
    ['that removes a town with communities', { set: 'towns', remove: ['north'] }, 'unit-in-use'],
    [
      'that removes and adds the same',
      { add: [unit('a', 'south')], remove: ['a'] },
      'unit-key-used',
    ],
    ['that leaves nobody', { remove: COMMUNITIES.map(({ key }) => key) }, 'units-required'],
  ])('is refused %s', (_name, changes, code) => {
    expect(tryAct(rolledOut().state, change(changes), byClerk)).toMatchObject({
      ok: false,
      rejection: { code },
    });
  });

  it('is refused to anybody but the owner', () => {
    expect(tryAct(rolledOut().state, change({ remove: ['a'] }), withUnits())).toMatchObject({
      ok: false,
      rejection: { code: 'not-owner' },
    });
  });
});
