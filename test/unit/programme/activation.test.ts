import { describe, expect, it } from '@jest/globals';
import { PROGRAMME_ID, activated, local, started } from '../../support/acts.ts';
import { act, holder, ofType, passTime, tryAct } from '../../support/given.ts';
import { fold } from '../../../domain/programme/evolve.ts';

const command = {
  type: 'ActivateProgramme',
  id: PROGRAMME_ID,
  title: 'A small plan',
  startsOn: '2013-09-15',
  clock: null,
} as const;
const at = local('2013-09-15 00:00');

describe('activating a programme', () => {
  it('plans every phase with both dates of its window included', () => {
    const { state } = activated();
    expect(
      state.phases.map(({ key, opensOn, dueOn, dueAt }) => [key, opensOn, dueOn, dueAt]),
    ).toEqual([
      ['first', '2013-09-15', '2013-09-30', local('2013-10-01 00:00')],
      ['second', '2013-10-01', '2013-10-15', local('2013-10-16 00:00')],
      ['third', '2013-10-16', '2013-10-31', local('2013-11-01 00:00')],
    ]);
  });

  it('shifts all windows as a whole when it starts on another date', () => {
    const { state } = activated('2025-03-01');
    expect(state.phases.map(({ opensOn, dueOn }) => [opensOn, dueOn])).toEqual([
      ['2025-03-01', '2025-03-16'],
      ['2025-03-17', '2025-03-31'],
      ['2025-04-01', '2025-04-16'],
    ]);
  });

  it('is refused to a person who does not hold the owning office', () => {
    expect(tryAct(null, command, { by: holder('alpha'), at })).toEqual({
      ok: false,
      rejection: { code: 'not-owner', params: { office: 'clerk' } },
    });
  });

  it('has a title for each language only where it was given one', () => {
    const by = holder('clerk');
    const bare = act(null, command, { by, at });
    expect(Object.keys(bare.state)).not.toContain('titleEn');
    const both = act(null, { ...command, title: '小方案', titleEn: 'A small plan' }, { by, at });
    expect(both.state).toMatchObject({ title: '小方案', titleEn: 'A small plan' });
    expect(fold(both.events)).toEqual(both.state);
  });

  it('is open to anyone as a rehearsal', () => {
    const clock = { anchor: at, startedAt: '2026-01-05T00:00:00.000Z', speed: 1000 };
    const run = act(null, { ...command, clock }, { by: holder(), at });
    expect(run.state.clock).toEqual(clock);
  });

  it.each(['2013-02-30', '1999-12-31', '2101-01-01', 'tomorrow'])(
    'refuses to start on %s',
    (startsOn) => {
      expect(tryAct(null, { ...command, startsOn }, { by: holder('clerk'), at })).toMatchObject({
        ok: false,
        rejection: { code: 'start-date-invalid' },
      });
    },
  );

  it('is refused a second time', () => {
    expect(tryAct(activated().state, command, { by: holder('clerk'), at })).toMatchObject({
      ok: false,
      rejection: { code: 'already-activated' },
    });
  });

  it('opens the first phase at the first instant of its window and no other', () => {
    const run = passTime(activated(), local('2013-09-20 00:00'));
    expect(run.state.phases.map(({ status }) => status)).toEqual([
      'open',
      'scheduled',
      'scheduled',
    ]);
    expect(ofType(run.events, 'PhaseOpened')[0]?.data.plannedAt).toBe(at);
  });

  it('tells the offices that owe a deliverable, and shows an office without a holder', () => {
    const opened = ofType(started().events, 'PhaseOpened')[0];
    expect(opened?.data.recipients).toEqual([{ office: 'clerk', person: 'person-clerk' }]);
    const vacant = act(
      activated(),
      { type: 'PerformMoment', moment: { kind: 'openPhase', phase: 'first', round: 1, at } },
      { by: { kind: 'clock' }, at, holders: {} },
    );
    expect(ofType(vacant.events, 'PhaseOpened')[0]?.data.recipients).toEqual([
      { office: 'clerk', person: null },
    ]);
  });

  it('gives the same state when its events are folded again', () => {
    const run = passTime(activated(), local('2013-10-20 00:00'));
    expect(fold(run.events)).toEqual(run.state);
  });
});
