import { describe, expect, it } from '@jest/globals';
import {
  activated,
  handIn,
  inSecondPhase,
  local,
  readyToSign,
  sign,
  signAll,
  started,
} from '../../support/acts.ts';
import { act, clock, holder, ofType, passTime, tryAct } from '../../support/given.ts';

describe('reminders and rungs over the National Day holiday of 2013', () => {
  const run = passTime(started(), local('2013-12-31 00:00'));

  it('reminds 5 and 2 working days before and on the due day, at 09:00', () => {
    expect(
      ofType(run.events, 'DeadlineReminded').map(({ data }) => [
        data.workdaysBefore,
        data.plannedAt,
      ]),
    ).toEqual([
      [5, local('2013-09-24 09:00')],
      [2, local('2013-09-27 09:00')],
      [0, local('2013-09-30 09:00')],
    ]);
  });

  it('records the missed deadline at the first instant after the due day', () => {
    expect(ofType(run.events, 'DeadlineMissed').map(({ data }) => data.plannedAt)).toEqual([
      local('2013-10-01 00:00'),
    ]);
  });

  it('climbs on the 1st, 3rd, 5th and 10th working day after the due day, each rung once and in order', () => {
    expect(
      ofType(run.events, 'EscalationRaised').map(({ data }) => [data.rung, data.plannedAt]),
    ).toEqual([
      ['urge', local('2013-10-08 09:00')],
      ['supervise', local('2013-10-10 09:00')],
      ['circulate', local('2013-10-12 09:00')],
      ['accountability', local('2013-10-18 09:00')],
    ]);
  });

  it('tells a wider circle on every rung, and says by when an answer is owed', () => {
    const raised = ofType(run.events, 'EscalationRaised').map(({ data }) => [
      data.recipients.map(({ office }) => office),
      data.answerDueOn,
    ]);
    expect(raised).toEqual([
      [['clerk'], '2013-10-11'],
      [['clerk', 'head', 'watch'], '2013-10-14'],
      [['clerk', 'head', 'watch'], '2013-10-16'],
      [['clerk', 'head', 'watch'], '2013-10-23'],
    ]);
  });

  it('names those who hold the phase up: who owes a deliverable, then who has not signed', () => {
    const signed = signAll(readyToSign(), {
      place: 'first/all-of-them',
      offices: ['alpha'],
      at: local('2013-09-25 10:00'),
    });
    const late = passTime(signed, local('2013-10-08 09:00'));
    expect(ofType(late.events, 'DeadlineMissed')[0]?.data.responsible).toEqual(['beta', 'gamma']);
    expect(ofType(late.events, 'EscalationRaised')[0]?.data.responsible).toEqual(['beta', 'gamma']);
  });

  it('ends the climb when the phase closes late, and says that it was late', () => {
    const signed = signAll(readyToSign(), {
      place: 'first/all-of-them',
      offices: ['alpha', 'beta', 'gamma'],
      at: local('2013-09-25 10:00'),
    });
    const late = passTime(signed, local('2013-10-08 09:00'));
    const closed = act(late, sign('first/head', 'head'), {
      by: holder('head'),
      at: local('2013-10-09 10:00'),
    });
    expect(ofType(closed.events, 'PhaseClosed')[0]?.data.late).toBe(true);
    const later = passTime(closed, local('2013-10-15 00:00'));
    expect(
      ofType(later.events, 'EscalationRaised').filter(({ data }) => data.phase === 'first'),
    ).toHaveLength(1);
  });
});

describe('a phase that opens after its due day', () => {
  it('is missed at once, drops old reminders, and climbs from the day it opened', () => {
    const signed = signAll(readyToSign(), {
      place: 'first/all-of-them',
      offices: ['alpha', 'beta', 'gamma'],
      at: local('2013-09-25 10:00'),
    });
    const waiting = passTime(signed, local('2013-10-20 00:00'));
    const closedAt = local('2013-10-21 10:00');
    const closed = act(waiting, sign('first/head', 'head'), { by: holder('head'), at: closedAt });
    const on = passTime(closed, local('2013-10-22 09:00'));
    const second = on.events.filter(({ data }) => 'phase' in data && data.phase === 'second');
    expect(second.map(({ type, at }) => [type, at])).toEqual([
      ['PhaseOpened', closedAt],
      ['DeadlineMissed', closedAt],
      ['EscalationRaised', local('2013-10-22 09:00')],
    ]);
  });
});

describe('performing a moment', () => {
  const remind = {
    kind: 'remind',
    phase: 'first',
    round: 1,
    at: local('2013-09-24 09:00'),
    workdaysBefore: 5,
  } as const;

  it('does nothing before it is due, and nothing a second time', () => {
    const early = tryAct(
      started().state,
      { type: 'PerformMoment', moment: remind },
      { by: clock, at: local('2013-09-24 08:59') },
    );
    expect(early).toEqual({ ok: true, events: [] });
    const once = act(
      started(),
      { type: 'PerformMoment', moment: remind },
      { by: clock, at: remind.at },
    );
    const twice = tryAct(
      once.state,
      { type: 'PerformMoment', moment: remind },
      { by: clock, at: remind.at },
    );
    expect(twice).toEqual({ ok: true, events: [] });
  });

  it('does nothing for another round, a closed phase or a programme that is over', () => {
    const at = local('2013-10-05 00:00');
    const other = { ...remind, round: 2 };
    expect(
      tryAct(started().state, { type: 'PerformMoment', moment: other }, { by: clock, at }),
    ).toEqual({ ok: true, events: [] });
    expect(
      tryAct(inSecondPhase().state, { type: 'PerformMoment', moment: remind }, { by: clock, at }),
    ).toEqual({ ok: true, events: [] });
    const ended = act(
      started(),
      { type: 'TerminateProgramme', reason: 'over' },
      { by: holder('clerk'), at: local('2013-09-16 00:00') },
    );
    expect(
      tryAct(ended.state, { type: 'PerformMoment', moment: remind }, { by: clock, at }),
    ).toEqual({ ok: true, events: [] });
  });
});

describe('answering a rung', () => {
  const late = passTime(started(), local('2013-10-08 09:00'));
  const escalationId = late.state.phases[0]?.rungs[0]?.escalationId ?? '';
  const answer = { type: 'AnswerEscalation', escalationId, answer: 'by Friday' } as const;
  const at = local('2013-10-08 15:00');

  it('is recorded for an office that was responsible, once', () => {
    const answered = act(late, answer, { by: holder('clerk'), at });
    expect(ofType(answered.events, 'EscalationAnswered')[0]?.data).toMatchObject({
      office: 'clerk',
      rung: 'urge',
    });
    expect(tryAct(answered.state, answer, { by: holder('clerk'), at })).toMatchObject({
      rejection: { code: 'already-answered' },
    });
  });

  it('still owes the later rungs', () => {
    const answered = act(late, answer, { by: holder('clerk'), at });
    const on = passTime(answered, local('2013-10-18 09:00'));
    expect(on.state.phases[0]?.rungs.map(({ rung }) => rung)).toEqual([
      'urge',
      'supervise',
      'circulate',
      'accountability',
    ]);
  });

  it.each([
    ['not-responsible', answer, holder('alpha')],
    ['unknown-escalation', { ...answer, escalationId: 'no such' }, holder('clerk')],
    ['opinion-required', { ...answer, answer: ' ' }, holder('clerk')],
  ])('is refused as %s', (code, command, by) => {
    expect(tryAct(late.state, command, { by, at })).toMatchObject({ rejection: { code } });
  });
});

describe('ending a programme', () => {
  const at = local('2013-09-16 09:00');

  it('is withdrawn by the owner while nothing is closed, and plans nothing more', () => {
    const run = act(
      activated(),
      { type: 'WithdrawProgramme', reason: 'too early' },
      { by: holder('clerk'), at },
    );
    expect(run.state.status).toBe('withdrawn');
    expect(passTime(run, local('2014-01-01 00:00')).events).toHaveLength(run.events.length);
    expect(tryAct(run.state, handIn('first', 'paper'), { by: holder('clerk'), at })).toMatchObject({
      rejection: { code: 'programme-not-active' },
    });
  });

  it('is terminated but not withdrawn once a phase is closed', () => {
    const run = inSecondPhase();
    expect(
      tryAct(run.state, { type: 'WithdrawProgramme', reason: 'x' }, { by: holder('clerk'), at }),
    ).toMatchObject({ rejection: { code: 'phase-already-closed' } });
    expect(
      act(run, { type: 'TerminateProgramme', reason: 'x' }, { by: holder('clerk'), at }).state
        .status,
    ).toBe('terminated');
  });

  it.each(['WithdrawProgramme', 'TerminateProgramme'] as const)(
    '%s needs the owner and a reason',
    (type) => {
      expect(
        tryAct(started().state, { type, reason: 'x' }, { by: holder('head'), at }),
      ).toMatchObject({ rejection: { code: 'not-owner' } });
      expect(
        tryAct(started().state, { type, reason: ' ' }, { by: holder('clerk'), at }),
      ).toMatchObject({ rejection: { code: 'opinion-required' } });
    },
  );
});
