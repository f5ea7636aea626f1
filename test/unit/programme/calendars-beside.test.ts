/** A new calendar beside extensions, a clock that stood still and periods of duties: which days it leaves alone. */
import { describe, expect, it, test } from '@jest/globals';
import { changedCalendar, type OverrideChange } from '../../../domain/calendar/change.ts';
import { CN_PUBLIC } from '../../../domain/calendar/cn-public.ts';
import type { WorkCalendar } from '../../../domain/calendar/types.ts';
import type { Definition } from '../../../domain/definition/types.ts';
import type { PhaseState } from '../../../domain/programme/state.ts';
import {
  applied,
  passTimeOf,
  perform,
  started,
  type CalendarRun,
} from '../../support/calendar-run.ts';
import { CN_2027 } from '../../support/calendars.ts';
import { planWith, posting } from '../../support/duty-plan.ts';
import { holder, ofType } from '../../support/given.ts';
import { askFor, governed, lastExtension, rule } from '../../support/time-acts.ts';

/** Windows 12-21 to 01-05, 01-06 to 01-20 and 01-21 to 02-05, the first day of Spring Festival. */
const STARTS_ON = '2026-12-21';

const phases = governed.phases.map((phase) => ({ ...phase, dueRule: 'next-workday' as const }));
const moving: Definition = { ...governed, phases };

function closedOn(dates: readonly string[], calendar: WorkCalendar = CN_PUBLIC): WorkCalendar {
  const name = { zh: '停工', en: 'Closed' };
  const days = dates.map((date) => ({ date, off: true, name }));
  const change: OverrideChange = { kind: 'override', documentNumber: '一号', days };
  return changedCalendar(calendar, change);
}

function suspended(run: CalendarRun, at: string): CalendarRun {
  const command = { type: 'SuspendProgramme', reason: 'the office moves' } as const;
  return perform(run, command, { by: holder('head'), at });
}

function resumed(run: CalendarRun, at: string): CalendarRun {
  const command = { type: 'ResumeProgramme', reason: 'it has moved' } as const;
  return perform(run, command, { by: holder('head'), at });
}

function phaseOf(run: CalendarRun, key: string): PhaseState {
  const found = run.state.phases.find((phase) => phase.key === key);
  if (found === undefined) throw new Error(`no phase ${key}`);
  return found;
}

const answersOf = (run: CalendarRun): readonly string[] =>
  phaseOf(run, 'first').rungs.map(({ answerDueOn }) => answerDueOn);

describe('a due day that was given', () => {
  test('by an extension stays, also where the rule would give the same day', () => {
    const open = passTimeOf(started(STARTS_ON, moving), '2026-12-22T00:00:00.000Z');
    const at = '2026-12-22T01:00:00.000Z';
    const asked = perform(open, askFor('2027-01-08'), { by: holder('clerk'), at });
    const grant = rule(lastExtension(asked));
    const run = perform(asked, grant, { by: holder('watch'), at });
    const same = closedOn(['2027-01-05', '2027-01-06', '2027-01-07']);
    const once = applied(run, same, '2026-12-22T02:00:00.000Z');
    expect(phaseOf(once, 'first').dueOn).toBe('2027-01-08');
    const twice = applied(once, closedOn(['2027-01-08'], same), '2026-12-22T03:00:00.000Z');
    expect(phaseOf(twice, 'first').dueOn).toBe('2027-01-08');
    expect(ofType(twice.events, 'CalendarApplied').flatMap(({ data }) => data.changes)).toEqual([]);
  });

  test('by a clock that stood still stays, also where the rule would give the same day', () => {
    const still = suspended(started(STARTS_ON, moving), '2026-12-22T01:00:00.000Z');
    const run = resumed(still, '2026-12-25T01:00:00.000Z');
    expect(phaseOf(run, 'third').dueOn).toBe('2027-02-08');
    const same = closedOn(['2027-02-05']);
    const once = applied(run, same, '2026-12-25T02:00:00.000Z');
    const twice = applied(once, closedOn(['2027-02-08'], same), '2026-12-25T03:00:00.000Z');
    expect(phaseOf(twice, 'third').dueOn).toBe('2027-02-08');
  });

  test('by an extension is the least that a later round keeps', () => {
    const open = passTimeOf(started(STARTS_ON, moving), '2026-12-30T00:00:00.000Z');
    const at = '2026-12-30T01:00:00.000Z';
    const asked = perform(open, askFor('2027-01-07'), { by: holder('clerk'), at });
    const granted = perform(asked, rule(lastExtension(asked)), { by: holder('watch'), at });
    const back = {
      type: 'ReturnPhase',
      phase: 'first',
      returnTo: 'first',
      reason: 'again',
    } as const;
    const run = perform(granted, back, { by: holder('clerk'), at: '2026-12-31T02:00:00.000Z' });
    expect(phaseOf(run, 'first')).toMatchObject({ round: 2, dueOn: '2027-01-07' });
    const longer = applied(run, closedOn(['2027-01-04']), '2026-12-31T03:00:00.000Z');
    expect(phaseOf(longer, 'first').dueOn).toBe('2027-01-08');
    const days = [{ date: '2027-01-02', off: false, name: { zh: '补班', en: 'Worked' } }];
    const worked = changedCalendar(CN_PUBLIC, {
      kind: 'override',
      documentNumber: '二号',
      days,
    });
    const shorter = applied(run, worked, '2026-12-31T03:00:00.000Z');
    expect(phaseOf(shorter, 'first').dueOn).toBe('2027-01-07');
  });
});

describe('a suspended programme', () => {
  it('that went on the same day is counted again like any other', () => {
    const still = suspended(started(STARTS_ON, moving), '2026-12-22T01:00:00.000Z');
    const run = resumed(still, '2026-12-22T02:00:00.000Z');
    const after = applied(run, CN_2027, '2026-12-22T03:00:00.000Z');
    expect(phaseOf(after, 'third').dueOn).toBe('2027-02-15');
  });

  it('has those days counted again that were ahead when its clock stopped', () => {
    const still = suspended(started(STARTS_ON, moving), '2026-12-22T01:00:00.000Z');
    const run = applied(still, CN_2027, '2027-02-20T01:00:00.000Z');
    expect(phaseOf(run, 'third').dueOn).toBe('2027-02-15');
    const after = resumed(run, '2027-02-22T01:00:00.000Z');
    expect(phaseOf(after, 'third').dueOn).toBe('2027-04-18');
    expect(after.state).toMatchObject({ status: 'active', calendar: { version: 2 } });
  });
});

describe('an answer that is owed', () => {
  const urged = (): CalendarRun =>
    passTimeOf(started('2026-12-16', governed), '2027-01-01T02:00:00.000Z');

  it('stays on the day to which a clock that stood still has put it off', () => {
    const still = suspended(urged(), '2027-01-01T03:00:00.000Z');
    const run = resumed(still, '2027-01-06T03:00:00.000Z');
    expect(answersOf(run)).toEqual(['2027-01-11']);
    const after = applied(run, closedOn(['2027-01-08']), '2027-01-06T04:00:00.000Z');
    expect(answersOf(after)).toEqual(['2027-01-11']);
  });

  it('stays where the phase is over', () => {
    const run = urged();
    const over = run.state.phases.map((phase) => ({
      ...phase,
      status: 'closed' as const,
      closedAt: '2027-01-01T03:00:00.000Z',
    }));
    const closed = { ...run, state: { ...run.state, phases: over } };
    const after = applied(closed, closedOn(['2027-01-05']), '2027-01-01T04:00:00.000Z');
    expect(ofType(after.events, 'CalendarApplied')[0]?.data.answers).toEqual([]);
  });
});

describe('an open period of a duty', () => {
  it('is counted again by the rule of its duty from its own day, which no start shifts', () => {
    const definition = planWith({ ...posting, dueRule: 'next-workday' });
    const run = passTimeOf(started(STARTS_ON, definition), '2027-01-02T00:00:00.000Z');
    // 10 January 2027 is a Sunday.
    expect(phaseOf(run, 'posting@2027-01').dueOn).toBe('2027-01-11');
    const after = applied(run, closedOn(['2027-01-11']), '2027-01-02T01:00:00.000Z');
    expect(phaseOf(after, 'posting@2027-01').dueOn).toBe('2027-01-12');
  });
});
