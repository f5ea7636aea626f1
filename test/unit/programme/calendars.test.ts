/** A new calendar for a programme that runs: what is counted again, what stays, and what fires then. */
import { describe, expect, test } from '@jest/globals';
import { changedCalendar, type OverrideChange } from '../../../domain/calendar/change.ts';
import { CN_PUBLIC } from '../../../domain/calendar/cn-public.ts';
import type { WorkCalendar } from '../../../domain/calendar/types.ts';
import type { Definition, DueRule } from '../../../domain/definition/types.ts';
import { planMoments } from '../../../domain/planning/moments.ts';
import { clock, holder, ofType } from '../../support/given.ts';
import {
  applied,
  passTimeOf,
  perform,
  started,
  tryApply,
  type CalendarRun,
} from '../../support/calendar-run.ts';
import { CN_2027 } from '../../support/calendars.ts';
import { plan } from '../../support/plan.ts';

/** Windows 12-21 to 01-05, 01-06 to 01-20 and 01-21 to 02-05, the first day of Spring Festival. */
const STARTS_ON = '2026-12-21';

function withRule(dueRule: DueRule): Definition {
  const phases = plan.phases.map((phase) =>
    phase.key === 'third' ? { ...phase, dueRule } : phase,
  );
  return { ...plan, phases };
}

function typhoon(on: string, calendar: WorkCalendar = CN_PUBLIC, off = true): WorkCalendar {
  const days = [{ date: on, off, name: { zh: '台风', en: 'Typhoon' } }];
  const change: OverrideChange = { kind: 'override', documentNumber: '一号', days };
  return changedCalendar(calendar, change);
}

function appliedOf(run: CalendarRun): ReturnType<typeof ofType<'CalendarApplied'>>[number]['data'] {
  const event = ofType(run.events, 'CalendarApplied').at(-1);
  if (event === undefined) throw new Error('no calendar was applied');
  return event.data;
}

function dueOf(run: CalendarRun, key: string): string | undefined {
  return run.state.phases.find((phase) => phase.key === key)?.dueOn;
}

describe('a due day', () => {
  test.each<[DueRule, string]>([
    ['next-workday', '2027-02-15'],
    ['previous-workday', '2027-02-04'],
  ])('with the rule %s moves to %s when a notice makes it a day off', (rule, expected) => {
    const run = applied(started(STARTS_ON, withRule(rule)), CN_2027, '2026-12-22T00:00:00.000Z');
    expect(dueOf(run, 'third')).toBe(expected);
    const { changes, confirmed, horizonBefore, horizonAfter, from, to } = appliedOf(run);
    expect(changes).toMatchObject([
      { phase: 'third', dueOnBefore: '2027-02-05', dueOnAfter: expected, why: 'due-rule' },
    ]);
    expect(confirmed).toEqual(['first', 'second']);
    expect([from, to, horizonBefore, horizonAfter]).toEqual([1, 2, '2026-12-31', '2027-12-31']);
    expect(run.state.calendar).toEqual({ key: 'cn-public', version: 2 });
  });

  test('that is kept stays and is confirmed', () => {
    const run = applied(started(STARTS_ON), CN_2027, '2026-12-22T00:00:00.000Z');
    expect(appliedOf(run)).toMatchObject({
      changes: [],
      confirmed: ['first', 'second', 'third'],
      recipients: [{ office: 'clerk', person: 'person-clerk' }],
    });
    expect(dueOf(run, 'third')).toBe('2027-02-05');
  });

  test('that was granted by name is not counted again', () => {
    const run = started(STARTS_ON, withRule('next-workday'));
    const phases = run.state.phases.map((phase) =>
      phase.key === 'third' ? { ...phase, dueOn: '2027-02-10' } : phase,
    );
    const granted = { ...run, state: { ...run.state, phases } };
    const moved = applied(granted, CN_2027, '2026-12-22T00:00:00.000Z');
    expect(appliedOf(moved).changes).toEqual([]);
    expect(dueOf(moved, 'third')).toBe('2027-02-10');
  });

  test('that has passed stays, whatever the calendar says later', () => {
    const run = passTimeOf(started(STARTS_ON), '2027-01-06T02:00:00.000Z');
    expect(ofType(run.events, 'DeadlineMissed')).toHaveLength(1);
    const late = applied(run, typhoon('2027-01-05'), '2027-01-06T02:00:00.000Z');
    expect(dueOf(late, 'first')).toBe('2027-01-05');
    expect(appliedOf(late).confirmed).toEqual([]);
  });

  test('never moves before the day on which it is counted again', () => {
    const run = started(STARTS_ON, withRule('previous-workday'));
    const late = applied(run, CN_2027, '2027-02-05T02:00:00.000Z');
    expect(dueOf(late, 'third')).toBe('2027-02-05');
  });

  test('of a phase that is closed is left alone', () => {
    const run = started(STARTS_ON);
    const phases = run.state.phases.map((phase) => ({
      ...phase,
      status: 'closed' as const,
      closedAt: '2026-12-21T08:00:00.000Z',
    }));
    const closed = { ...run, state: { ...run.state, phases } };
    const data = appliedOf(applied(closed, CN_2027, '2026-12-22T00:00:00.000Z'));
    expect(data).toMatchObject({ changes: [], confirmed: [], recipients: [] });
  });
});

describe('rework', () => {
  function returned(): CalendarRun {
    const open = passTimeOf(started(STARTS_ON), '2026-12-30T01:00:00.000Z');
    const command = {
      type: 'ReturnPhase',
      phase: 'first',
      returnTo: 'first',
      reason: 'again',
    } as const;
    return perform(open, command, { by: holder('clerk'), at: '2026-12-30T02:00:00.000Z' });
  }

  test('that is counted in working days is counted again', () => {
    expect(dueOf(returned(), 'first')).toBe('2027-01-06');
    const run = applied(returned(), CN_2027, '2026-12-30T03:00:00.000Z');
    expect(appliedOf(run).changes).toMatchObject([
      { phase: 'first', round: 2, dueOnAfter: '2027-01-07', why: 'rework' },
    ]);
    expect(run.state.phases[0]?.dueAt).toBe('2027-01-07T16:00:00.000Z');
  });

  test('keeps at least the day that the phase had before', () => {
    const worked = typhoon('2027-01-02', typhoon('2027-01-03', CN_PUBLIC, false), false);
    const run = applied(returned(), worked, '2026-12-30T03:00:00.000Z');
    expect(dueOf(run, 'first')).toBe('2027-01-05');
  });

  test('tells the owner and whoever holds the phase up', () => {
    const told = appliedOf(applied(returned(), CN_2027, '2026-12-30T03:00:00.000Z')).recipients;
    expect(told).toEqual([{ office: 'clerk', person: 'person-clerk' }]);
  });
});

describe('an answer that is owed', () => {
  function urged(): CalendarRun {
    return passTimeOf(started('2026-12-16'), '2027-01-01T02:00:00.000Z');
  }

  test('is owed a day later when a day is taken out, and its office is told', () => {
    expect(urged().state.phases[0]?.rungs).toMatchObject([
      { rung: 'urge', answerDueOn: '2027-01-06' },
    ]);
    const run = applied(urged(), typhoon('2027-01-05'), '2027-01-01T04:00:00.000Z');
    expect(appliedOf(run).answers).toMatchObject([
      { rung: 'urge', answerDueOnBefore: '2027-01-06', answerDueOnAfter: '2027-01-07' },
    ]);
    expect(run.state.phases[0]?.rungs).toMatchObject([{ answerDueOn: '2027-01-07' }]);
    expect(appliedOf(run).recipients).toEqual([{ office: 'clerk', person: 'person-clerk' }]);
  });

  test('stays once it was given or its day has passed', () => {
    const answer = {
      type: 'AnswerEscalation',
      escalationId: 'p.first.1.urge',
      answer: 'soon',
    } as const;
    const given = perform(urged(), answer, { by: holder('clerk'), at: '2027-01-01T03:00:00.000Z' });
    const after = applied(given, typhoon('2027-01-05'), '2027-01-01T04:00:00.000Z');
    expect(appliedOf(after).answers).toEqual([]);
    const late = applied(urged(), typhoon('2027-01-05'), '2027-01-07T04:00:00.000Z');
    expect(appliedOf(late).answers).toEqual([]);
  });

  test('of a rung that was raised on a day off by the new calendar is counted from the same day', () => {
    const run = applied(urged(), CN_2027, '2027-01-01T04:00:00.000Z');
    expect(appliedOf(run).answers).toEqual([]);
    expect(run.state.phases[0]?.rungs).toMatchObject([{ answerDueOn: '2027-01-06' }]);
  });
});

describe('a reminder', () => {
  function remindersOf(run: CalendarRun): readonly string[] {
    return planMoments(run.state, run.definition, run.calendar)
      .filter(({ kind, phase }) => kind === 'remind' && phase === 'first')
      .map(({ at }) => at);
  }

  test('is planned by the new calendar', () => {
    const run = passTimeOf(started(STARTS_ON), '2026-12-22T00:00:00.000Z');
    expect(remindersOf(run)).toEqual([
      '2026-12-29T01:00:00.000Z',
      '2027-01-01T01:00:00.000Z',
      '2027-01-05T01:00:00.000Z',
    ]);
    expect(remindersOf(applied(run, CN_2027, '2026-12-22T00:00:00.000Z'))).toEqual([
      '2026-12-28T01:00:00.000Z',
      '2026-12-31T01:00:00.000Z',
      '2027-01-05T01:00:00.000Z',
    ]);
  });

  test('whose instant moves into the past is raised once, at once', () => {
    const run = passTimeOf(started(STARTS_ON), '2026-12-28T02:00:00.000Z');
    const now = '2026-12-28T02:00:00.000Z';
    const after = passTimeOf(applied(run, CN_2027, now), '2026-12-30T00:00:00.000Z', now);
    expect(ofType(after.events, 'DeadlineReminded')).toMatchObject([
      { at: now, data: { workdaysBefore: 5, plannedAt: '2026-12-28T01:00:00.000Z' } },
    ]);
  });

  test('that was raised is not raised again', () => {
    const run = passTimeOf(started(STARTS_ON), '2026-12-29T02:00:00.000Z');
    expect(ofType(run.events, 'DeadlineReminded')).toHaveLength(1);
    const after = passTimeOf(
      applied(run, typhoon('2027-01-04'), '2026-12-29T02:00:00.000Z'),
      '2026-12-30T00:00:00.000Z',
    );
    expect(ofType(after.events, 'DeadlineReminded')).toHaveLength(1);
  });

  test('whose instant moves before the opening of its round is dropped', () => {
    const run = started(STARTS_ON);
    const open = planMoments(run.state, plan, CN_PUBLIC)[0];
    if (open === undefined) throw new Error('nothing is planned');
    const at = '2026-12-28T02:00:00.000Z';
    const late = perform(run, { type: 'PerformMoment', moment: open }, { by: clock, at });
    expect(remindersOf(late)).toHaveLength(3);
    expect(remindersOf(applied(late, CN_2027, at))).toHaveLength(2);
  });
});

describe('applying a calendar', () => {
  const at = '2026-12-22T00:00:00.000Z';

  test('is for the clock alone', () => {
    const decision = tryApply(started(STARTS_ON), CN_2027, { at, by: holder('clerk') });
    expect(decision).toMatchObject({ ok: false, rejection: { code: 'calendar-by-clock-only' } });
  });

  test('is done once for a version', () => {
    const run = applied(started(STARTS_ON), CN_2027, at);
    expect(tryApply(run, CN_2027, { at })).toMatchObject({
      ok: false,
      rejection: { code: 'calendar-not-newer', params: { version: 2 } },
    });
  });

  test('is refused for another calendar', () => {
    const other = { ...CN_2027, key: 'other' };
    expect(tryApply(started(STARTS_ON), other, { at })).toMatchObject({
      rejection: { code: 'calendar-version-unknown' },
    });
  });

  test('reaches a suspended programme, and none that is over', () => {
    const run = started(STARTS_ON);
    const suspended = { ...run, state: { ...run.state, status: 'suspended' as const } };
    expect(tryApply(suspended, CN_2027, { at }).ok).toBe(true);
    const over = { ...run, state: { ...run.state, status: 'terminated' as const } };
    expect(tryApply(over, CN_2027, { at })).toMatchObject({
      rejection: { code: 'programme-not-active' },
    });
  });

  test('moves a programme across several versions by one event', () => {
    const third = typhoon('2027-01-05', CN_2027);
    const run = applied(started(STARTS_ON), third, at);
    expect(appliedOf(run)).toMatchObject({ from: 1, to: 3 });
    expect(run.state.calendar.version).toBe(3);
  });
});
