import { describe, expect, it } from '@jest/globals';
import { planMoments } from '../../../domain/planning/moments.ts';
import { handIn, local, started } from '../../support/acts.ts';
import { act, holder, ofType, passTime, tryAct } from '../../support/given.ts';
import { calendar } from '../../support/plan.ts';
import {
  asked,
  governed,
  lastExtension,
  resumed,
  rule,
  suspended,
} from '../../support/time-acts.ts';

const wednesday = local('2013-09-25 10:00');

describe('a suspended programme', () => {
  const run = suspended(passTime(started(), wednesday, governed), wednesday);

  it('plans nothing and takes no act but resumption and termination', () => {
    expect(planMoments(run.state, governed, calendar)).toEqual([]);
    const refused = tryAct(run.state, handIn('first', 'paper'), {
      by: holder('clerk'),
      at: local('2013-09-26 10:00'),
      definition: governed,
    });
    expect(refused).toMatchObject({ ok: false, rejection: { code: 'programme-not-active' } });
    const ended = act(
      run,
      { type: 'TerminateProgramme', reason: 'given up' },
      { by: holder('clerk'), at: local('2013-09-26 10:00'), definition: governed },
    );
    expect(ended.state.status).toBe('terminated');
  });

  it('is suspended and resumed by the named office only, and with a reason', () => {
    const at = local('2013-09-26 10:00');
    const resume = { type: 'ResumeProgramme', reason: 'done' } as const;
    expect(tryAct(run.state, resume, { by: holder('clerk'), at, definition: governed })).toEqual({
      ok: false,
      rejection: { code: 'not-office-holder', params: { office: 'head' } },
    });
    const silent = { ...resume, reason: ' ' };
    expect(
      tryAct(run.state, silent, { by: holder('head'), at, definition: governed }),
    ).toMatchObject({ rejection: { code: 'opinion-required' } });
    const again = { type: 'SuspendProgramme', reason: 'again' } as const;
    expect(
      tryAct(run.state, again, { by: holder('head'), at, definition: governed }),
    ).toMatchObject({ rejection: { code: 'programme-not-active' } });
  });

  it('cannot be resumed when it was never suspended', () => {
    const resume = { type: 'ResumeProgramme', reason: 'done' } as const;
    expect(
      tryAct(started().state, resume, { by: holder('head'), at: wednesday, definition: governed }),
    ).toMatchObject({ rejection: { code: 'programme-not-active' } });
  });
});

describe('resumption', () => {
  it('moves every phase that is not over by the calendar days that the clock stood still', () => {
    const run = resumed(
      suspended(passTime(started(), wednesday, governed), wednesday),
      local('2013-10-09 08:00'),
    );
    expect(run.state.status).toBe('active');
    expect(
      run.state.phases.map(({ key, opensOn, dueOn, dueAt }) => [key, opensOn, dueOn, dueAt]),
    ).toEqual([
      ['first', '2013-09-15', '2013-10-14', local('2013-10-15 00:00')],
      ['second', '2013-10-15', '2013-10-29', local('2013-10-30 00:00')],
      ['third', '2013-10-30', '2013-11-14', local('2013-11-15 00:00')],
    ]);
    expect(ofType(run.events, 'ProgrammeResumed')[0]?.data.days).toBe(14);
  });

  it('raises no reminder of the past, and those of the new dates once', () => {
    const run = resumed(
      suspended(passTime(started(), wednesday, governed), wednesday),
      local('2013-10-09 10:00'),
    );
    const later = passTime(run, local('2013-10-15 00:00'), governed);
    expect(
      ofType(later.events, 'DeadlineReminded').map(({ data }) => [
        data.workdaysBefore,
        data.plannedAt,
      ]),
    ).toEqual([
      [5, local('2013-09-24 09:00')],
      [2, local('2013-10-11 09:00')],
      [0, local('2013-10-14 09:00')],
    ]);
  });

  it('on the same day moves nothing and drops what was due in between', () => {
    const friday = local('2013-09-27 08:00');
    const run = resumed(
      suspended(passTime(started(), friday, governed), friday),
      local('2013-09-27 18:00'),
    );
    expect(run.state.phases[0]).toMatchObject({ dueOn: '2013-09-30' });
    const later = passTime(run, local('2013-10-01 00:00'), governed);
    expect(ofType(later.events, 'DeadlineReminded').map(({ data }) => data.workdaysBefore)).toEqual(
      [5, 0],
    );
  });

  it('keeps a missed deadline missed and goes on with the climb where it stood', () => {
    const at = local('2013-10-09 10:00');
    const climbing = passTime(started(), at, governed);
    expect(ofType(climbing.events, 'EscalationRaised')).toHaveLength(1);
    const run = resumed(suspended(climbing, at), local('2013-10-21 10:00'));
    expect(run.state.phases[0]).toMatchObject({ missed: true, rungs: [{ rung: 'urge' }] });
    const later = passTime(run, local('2013-11-30 00:00'), governed);
    // Two of the working days had passed: the third is the first after the resumption.
    expect(
      ofType(later.events, 'EscalationRaised').map(({ data }) => [data.rung, data.plannedAt]),
    ).toEqual([
      ['urge', local('2013-10-08 09:00')],
      ['supervise', local('2013-10-22 09:00')],
      ['circulate', local('2013-10-24 09:00')],
      ['accountability', local('2013-10-31 09:00')],
    ]);
    expect(ofType(later.events, 'DeadlineMissed')).toHaveLength(1);
  });

  it('moves the days by which answers are owed', () => {
    const at = local('2013-10-09 10:00');
    const run = resumed(
      suspended(passTime(started(), at, governed), at),
      local('2013-10-19 10:00'),
    );
    expect(run.state.phases[0]?.rungs[0]?.answerDueOn).toBe('2013-10-21');
    const later = passTime(run, local('2013-10-22 00:00'), governed);
    expect(ofType(later.events, 'AnswerMissed').map(({ data }) => data.plannedAt)).toEqual([
      local('2013-10-22 00:00'),
    ]);
  });

  it('moves what a pending request asks for with the due day', () => {
    const pending = asked(started(), '2013-10-10', wednesday);
    const run = resumed(suspended(pending, wednesday), local('2013-10-09 10:00'));
    const grant = act(run, rule(lastExtension(run)), {
      by: holder('watch'),
      at: local('2013-10-09 11:00'),
      definition: governed,
    });
    expect(grant.state.phases[0]?.dueOn).toBe('2013-10-24');
  });
});

describe('duties over a suspension', () => {
  const monthly = {
    ...governed,
    duties: [
      {
        key: 'report',
        title: { zh: '月报', en: 'report' },
        clause: '9',
        every: 'month' as const,
        from: '2013-09-01',
        until: '2013-12-31',
        opens: { month: 1, day: 1 },
        due: { month: 1, day: 10 },
        deliverables: [],
        steps: [],
      },
    ],
  };

  const pause = (next: string, until: string): ReturnType<typeof act> => {
    const begun = started();
    const run = { ...begun, state: { ...begun.state, duties: [{ key: 'report', next }] } };
    const by = holder('head');
    const stop = { type: 'SuspendProgramme', reason: 'flood' } as const;
    const stopped = act(run, stop, { by, at: wednesday, definition: monthly });
    const go = { type: 'ResumeProgramme', reason: 'over' } as const;
    return act(stopped, go, { by, at: until, definition: monthly });
  };

  it('skips the periods that were due meanwhile and says which', () => {
    const run = pause('2013-10', local('2013-11-11 08:00'));
    expect(ofType(run.events, 'ProgrammeResumed')[0]?.data.skipped).toEqual([
      { duty: 'report', period: '2013-10' },
      { duty: 'report', period: '2013-11' },
    ]);
    expect(run.state.duties).toEqual([{ key: 'report', next: '2013-12' }]);
  });

  it('keeps a period that is due on the day of the resumption, and ends after the last one', () => {
    expect(pause('2013-10', local('2013-10-10 08:00')).state.duties[0]?.next).toBe('2013-10');
    expect(pause('2013-12', local('2014-02-01 08:00')).state.duties[0]?.next).toBeNull();
  });
});
