import { describe, expect, it } from '@jest/globals';
import { editedCalendar } from '../../../domain/calendar/edit.ts';
import { calendarFaults } from '../../../domain/calendar/validate.ts';
import { addWorkingDays, isCovered, isWorkingDay } from '../../../domain/calendar/working-days.ts';
import type { Change } from '../../../domain/planning/changes.ts';
import { project } from '../../../domain/planning/projection.ts';
import type { Projected, Projection, Subject } from '../../../domain/planning/projection.ts';
import { inSecondPhase, local, readyToSign } from '../../support/acts.ts';
import { passTime } from '../../support/given.ts';
import { calendar, plan } from '../../support/plan.ts';

const ON_PAPER: Subject = { definition: plan, calendar, startsOn: plan.startsOn };

function answerTo(
  subject: Subject,
  changes: readonly Change[],
  limits?: Parameters<typeof project>[2],
): Projected {
  const run = project(subject, changes, limits);
  for (let step = run.next(); ; step = run.next()) if (step.done === true) return step.value;
}

function projected(subject: Subject, ...changes: readonly Change[]): Projection {
  const answer = answerTo(subject, changes);
  if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
  return answer.projection;
}

function told(projection: Projection, phase: string | null): readonly string[] {
  return projection.moves
    .filter((move) => move.phase === phase)
    .map(({ kind, rung, workdaysBefore, before, after }) => {
      const name = [kind, rung ?? workdaysBefore].filter((part) => part !== undefined).join('/');
      return `${name} ${before?.on ?? '-'} > ${after?.on ?? '-'}`;
    });
}

/** In the second phase, on 8 October 2013. */
function underWay(): Subject {
  const now = local('2013-10-08 12:00');
  return { definition: plan, calendar, now, state: passTime(inSecondPhase(), now).state };
}

describe('what if nothing changes', () => {
  it('nothing moves and nothing is missed', () => {
    for (const subject of [ON_PAPER, underWay()]) {
      expect(projected(subject)).toMatchObject({
        moves: [],
        omitted: 0,
        firstBreach: null,
        completesOn: { before: '2013-10-29', after: '2013-10-29' },
      });
    }
  });
});

describe('what if the start moves', () => {
  it('moves every date of a plan that has not begun', () => {
    const { moves, completesOn } = projected(ON_PAPER, { kind: 'start', startsOn: '2013-10-15' });
    expect(completesOn).toEqual({ before: '2013-10-29', after: '2013-11-28' });
    expect(told({ moves } as Projection, 'first')).toEqual([
      'opens 2013-09-15 > 2013-10-15',
      'reminder/5 2013-09-24 > 2013-10-23',
      'reminder/2 2013-09-27 > 2013-10-28',
      'closes 2013-09-27 > 2013-10-28',
      'due 2013-09-30 > 2013-10-30',
    ]);
  });

  it('moves what is not over of a programme under way', () => {
    const projection = projected(underWay(), { kind: 'start', startsOn: '2013-09-20' });
    expect(told(projection, 'first')).toEqual([]);
    expect(told(projection, 'second')).toContain('due 2013-10-15 > 2013-10-20');
    expect(told(projection, 'third')).toContain('opens 2013-10-16 > 2013-10-21');
  });
});

describe('what if an extension is granted', () => {
  it('moves the due day and the reminders that are still to come', () => {
    const change = { kind: 'extension', phase: 'second', dueOn: '2013-10-18' } as const;
    const projection = projected(underWay(), change);
    expect(told(projection, 'second')).toEqual([
      'reminder/5 2013-10-09 > 2013-10-12',
      'reminder/2 2013-10-12 > 2013-10-16',
      'closes 2013-10-12 > 2013-10-16',
      'due 2013-10-15 > 2013-10-18',
    ]);
    expect(projection.firstBreach).toBeNull();
  });

  it('pushes a following phase that then opens late', () => {
    const change = { kind: 'extension', phase: 'second', dueOn: '2013-10-25' } as const;
    expect(told(projected(underWay(), change), 'third')).toContain('opens 2013-10-16 > 2013-10-23');
  });

  it('is refused for a phase that is over, unknown, or due later already', () => {
    const answer = answerTo(underWay(), [
      { kind: 'extension', phase: 'first', dueOn: '2013-10-25' },
      { kind: 'extension', phase: 'nowhere', dueOn: '2013-10-25' },
      { kind: 'extension', phase: 'third', dueOn: '2013-10-25' },
    ]);
    expect(answer).toMatchObject({
      kind: 'faulty',
      faults: [
        { index: 0, member: 'phase', code: 'phase-over' },
        { index: 1, member: 'phase', code: 'unknown-phase' },
        { index: 2, member: 'dueOn', code: 'not-later' },
      ],
    });
  });
});

describe('what if an office is vacant', () => {
  it('misses the deadline and climbs the whole ladder, as nobody else signs', () => {
    const change = { kind: 'vacancy', office: 'head', from: '2013-10-09', to: null } as const;
    const projection = projected(underWay(), change);
    expect(projection.firstBreach).toMatchObject({
      phase: 'second',
      dueOn: '2013-10-15',
      responsible: ['head'],
      withoutChanges: false,
    });
    expect(projection.firstBreach?.because.en).toBe(
      'Nobody holds the office that must act, nor any that stands in for it: head.',
    );
    expect(told(projection, 'second').filter((move) => /rung|closes/.test(move))).toEqual([
      'closes 2013-10-12 > -',
      'rung/urge - > 2013-10-16',
      'rung/supervise - > 2013-10-18',
      'rung/circulate - > 2013-10-22',
      'rung/accountability - > 2013-10-29',
    ]);
    expect(projection.completesOn).toEqual({ before: '2013-10-29', after: null });
  });

  it('only delays where it ends, and costs nothing where the others suffice', () => {
    const until = projected(underWay(), {
      kind: 'vacancy',
      office: 'head',
      from: '2013-10-09',
      to: '2013-10-13',
    });
    expect([until.firstBreach, told(until, 'second')]).toEqual([
      null,
      ['closes 2013-10-12 > 2013-10-14'],
    ]);
    const spared = projected(underWay(), {
      kind: 'vacancy',
      office: 'gamma',
      from: '2013-10-09',
      to: null,
    });
    expect(spared.moves).toEqual([]);
  });
});

describe('what if the calendar is edited', () => {
  it('moves what is counted in working days, drops what falls before the opening, and moves no due day', () => {
    const change = { kind: 'calendar', off: ['2013-10-10', '2013-10-11'], worked: [] } as const;
    const projection = projected(ON_PAPER, change);
    expect(told(projection, 'second')).toEqual(['reminder/5 2013-10-09 > -']);
    const worked = projected(ON_PAPER, { kind: 'calendar', off: [], worked: ['2013-09-29'] });
    expect(worked.moves).toEqual([]); // it was a make-up working day
  });

  it('changes these days and leaves the calendar itself and its notices alone', () => {
    const edited = editedCalendar(calendar, { off: ['2013-10-12'], worked: ['2013-10-03'] });
    const days = ['2013-10-02', '2013-10-03', '2013-10-04', '2013-10-12', '2013-10-14'];
    expect(days.map((day) => isWorkingDay(edited, day))).toEqual([false, true, false, false, true]);
    expect(days.map((day) => isWorkingDay(calendar, day))).toEqual([
      ...[false, false, false, true, true],
    ]);
    expect(calendarFaults(calendar)).toEqual([]);
    const later = editedCalendar(calendar, { off: ['2030-03-04'], worked: [] });
    expect(isCovered(later, '2030-03-04')).toBe(false);
    expect(addWorkingDays(later, '2030-03-01', 1)).toBe('2030-03-05');
  });
});

describe('what if a phase is late', () => {
  it('shows its rungs, and that what follows still keeps its date', () => {
    const projection = projected(underWay(), { kind: 'late', phase: 'second', workdays: 4 });
    expect(told(projection, 'second')).toEqual([
      'reminder/0 - > 2013-10-15',
      'missed - > 2013-10-16',
      'rung/urge - > 2013-10-16',
      'rung/supervise - > 2013-10-18',
      'closes 2013-10-12 > 2013-10-21',
    ]);
    expect(projection.firstBreach?.because.en).toBe(
      'The phase is supposed to be finished 4 working days late.',
    );
    expect(told(projection, 'third')).toEqual(['opens 2013-10-16 > 2013-10-21']);
  });

  it('holds up a step that needs only some of its offices, and a later round of the phase', () => {
    const third = projected(ON_PAPER, { kind: 'late', phase: 'third', workdays: 1 });
    expect(third.completesOn.after).toBe('2013-11-01');
  });

  it('names the phase that came too late for the next one', () => {
    const projection = projected(ON_PAPER, { kind: 'late', phase: 'first', workdays: 30 });
    const second = projected(
      ON_PAPER,
      { kind: 'late', phase: 'first', workdays: 30 },
      { kind: 'extension', phase: 'first', dueOn: '2013-12-01' },
    );
    expect(projection.firstBreach?.phase).toBe('first');
    expect(second.firstBreach?.phase).toBe('first');
    const pushed = projected(ON_PAPER, {
      kind: 'extension',
      phase: 'first',
      dueOn: '2013-11-20',
    });
    expect(pushed.firstBreach).toMatchObject({ phase: 'second', dueOn: '2013-10-15' });
    expect(pushed.firstBreach?.because.en).toBe(
      '“first” is finished so late that the phase opens after its due day.',
    );
  });
});

describe('several changes at once', () => {
  it('are laid over each other, whatever their order', () => {
    const changes: readonly Change[] = [
      { kind: 'extension', phase: 'first', dueOn: '2013-10-20' },
      { kind: 'start', startsOn: '2013-09-20' },
    ];
    const one = projected(ON_PAPER, ...changes);
    expect(projected(ON_PAPER, ...changes.toReversed())).toEqual(one);
    expect(told(one, 'first')).toContain('due 2013-09-30 > 2013-10-20');
  });
});

describe('a run that is bounded', () => {
  it('says so instead of going on for ever', () => {
    expect(answerTo(ON_PAPER, [], { acts: 5, looks: 1_000 }).kind).toBe('too-long');
    expect(answerTo(ON_PAPER, [], { acts: 1_000, looks: 5 }).kind).toBe('too-long');
    expect(answerTo(ON_PAPER, [], { acts: 1_000, looks: 1_000 }).kind).toBe('done');
  });

  it('changes nothing of the state that it starts from', () => {
    const { state } = readyToSign();
    const before = JSON.stringify(state);
    projected(
      { definition: plan, calendar, now: local('2013-09-24 12:00'), state },
      { kind: 'late', phase: 'first', workdays: 9 },
    );
    expect(JSON.stringify(state)).toBe(before);
  });
});
