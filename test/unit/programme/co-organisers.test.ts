import { describe, expect, it } from '@jest/globals';
import type { Definition } from '../../../domain/definition/types.ts';
import type { Conduct } from '../../../domain/planning/conduct.ts';
import { planMoments } from '../../../domain/planning/moments.ts';
import { simulate } from '../../../domain/planning/simulate.ts';
import { handIn, local, PROGRAMME_ID } from '../../support/acts.ts';
import { act, holder, ofType, passTime } from '../../support/given.ts';
import type { Run } from '../../support/given.ts';
import { calendar, plan } from '../../support/plan.ts';

/** `watch` leads the first phase, due on 30 September 2013; `clerk` owes its part three working days before, on 26 September. The 29th, a Sunday, is a make-up workday. */
const definition: Definition = {
  ...plan,
  owner: 'head',
  phases: plan.phases.map((phase) =>
    phase.key === 'first'
      ? { ...phase, lead: 'watch', coOrganisers: [{ office: 'clerk', workdaysBefore: 3 }] }
      : phase,
  ),
};

function begun(): Run {
  const at = local('2013-09-15 00:00');
  const command = {
    type: 'ActivateProgramme',
    id: PROGRAMME_ID,
    title: 'A small plan',
    startsOn: '2013-09-15',
    clock: null,
  } as const;
  return passTime(act(null, command, { by: holder('head'), at, definition }), at, definition);
}

const handsIn = (run: Run, key: string, on: string): Run => gives(run, key, { on, ok: true });

const gives = (run: Run, key: string, { on, ok }: { on: string; ok: boolean }): Run =>
  act(run, handIn('first', key), {
    by: holder('clerk'),
    at: local(on),
    definition,
    check: { ok, faults: [] },
  });

const innerDates = (run: Run): readonly string[] =>
  planMoments(run.state, definition, calendar)
    .filter(({ kind }) => kind === 'missInnerDate')
    .map(({ at }) => at);

describe('a co-organiser', () => {
  it('has an inner date of its own, counted in working days before the due day', () => {
    expect(innerDates(begun())).toEqual([local('2013-09-27 00:00')]);
  });

  it('misses it once, and the lead is told', () => {
    const late = passTime(begun(), local('2013-09-28 00:00'), definition);
    const missed = ofType(late.events, 'InnerDateMissed');
    expect(missed).toHaveLength(1);
    expect(missed[0]).toMatchObject({
      at: local('2013-09-27 00:00'),
      data: {
        office: 'clerk',
        innerDueOn: '2013-09-26',
        lead: 'watch',
        recipients: [
          { office: 'clerk', person: 'person-clerk' },
          { office: 'watch', person: 'person-watch' },
        ],
      },
    });
    expect(innerDates(late)).toEqual([]);
  });

  it('keeps it with everything in and passing its checks', () => {
    const half = handsIn(begun(), 'paper', '2013-09-24 10:00');
    expect(innerDates(half)).toHaveLength(1);
    const whole = handsIn(half, 'minutes', '2013-09-24 11:00');
    expect(innerDates(whole)).toEqual([]);
    expect(ofType(whole.events, 'ContributionCompleted').map(({ data }) => data)).toEqual([
      { phase: 'first', round: 1, office: 'clerk', innerDueOn: '2013-09-26', late: false },
    ]);
    const later = passTime(whole, local('2013-09-27 00:00'), definition);
    expect(ofType(later.events, 'InnerDateMissed')).toEqual([]);
  });

  it('owes again what is replaced by something that fails', () => {
    const whole = ['paper', 'minutes'].reduce(
      (run, key) => handsIn(run, key, '2013-09-24 10:00'),
      begun(),
    );
    const failing = gives(whole, 'minutes', { on: '2013-09-24 12:00', ok: false });
    expect(ofType(failing.events, 'ContributionReopened')).toHaveLength(1);
    expect(innerDates(failing)).toEqual([local('2013-09-27 00:00')]);
  });

  it('is said to be late when its part comes after the inner date', () => {
    const late = passTime(begun(), local('2013-09-27 08:00'), definition);
    const whole = ['paper', 'minutes'].reduce(
      (run, key) => handsIn(run, key, '2013-09-27 10:00'),
      late,
    );
    expect(ofType(whole.events, 'ContributionCompleted')[0]?.data.late).toBe(true);
  });

  it('has a new inner date in a new round, and none that passed before the round opened', () => {
    const returned = (workdaysBefore: number): readonly string[] => {
      const own: Definition = {
        ...definition,
        phases: definition.phases.map((phase) =>
          phase.key === 'first'
            ? { ...phase, coOrganisers: [{ office: 'clerk', workdaysBefore }] }
            : phase,
        ),
      };
      const late = passTime(begun(), local('2013-09-29 08:00'), own);
      const back = act(
        late,
        { type: 'ReturnPhase', phase: 'first', returnTo: 'first', reason: 'again' },
        { by: holder('head'), at: local('2013-09-29 09:00'), definition: own },
      );
      expect(back.state.phases[0]).toMatchObject({ round: 2, dueOn: '2013-10-11' });
      return planMoments(back.state, own, calendar)
        .filter(({ kind }) => kind === 'missInnerDate')
        .map(({ at }) => at);
    };
    expect(returned(3)).toEqual([local('2013-10-09 00:00')]);
    expect(returned(6)).toEqual([]);
  });

  it('is in time in a run on paper in which everybody is, however early the inner date', () => {
    const early: Definition = {
      ...definition,
      phases: definition.phases.map((phase) =>
        phase.key === 'first'
          ? { ...phase, coOrganisers: [{ office: 'clerk', workdaysBefore: 7 }] }
          : phase,
      ),
    };
    const { events, state } = onPaper(early, []);
    expect(state.status).toBe('completed');
    expect(ofType(events, 'InnerDateMissed')).toEqual([]);
    expect(ofType(events, 'ContributionCompleted')[0]?.data.late).toBe(false);
  });

  it('is late in a run on paper as in a real one, and the run comes to its end', () => {
    const { events, state, stoppedBy } = onPaper(definition, [
      { kind: 'late', phase: 'first', office: 'clerk', workdaysLate: 1 },
    ]);
    expect(stoppedBy).toBeNull();
    expect(state.status).toBe('completed');
    expect(ofType(events, 'InnerDateMissed')).toHaveLength(1);
    expect(ofType(events, 'ContributionCompleted')[0]?.data.late).toBe(true);
  });
});

function onPaper(own: Definition, exceptions: Conduct['exceptions']): ReturnType<typeof simulate> {
  const startsOn = '2013-09-15';
  return simulate({ definition: own, calendar, startsOn, conduct: { exceptions } });
}
