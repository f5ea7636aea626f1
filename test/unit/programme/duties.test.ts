/** Standing duties: which periods open when, what becomes of one that is missed, and when the programme is complete. */
import { describe, expect, it, test } from '@jest/globals';
import type { DutyDefinition } from '../../../domain/definition/duty-types.ts';
import type { Definition } from '../../../domain/definition/types.ts';
import { fold } from '../../../domain/programme/evolve.ts';
import { brokenInvariants } from '../../../domain/programme/invariants.ts';
import { planMoments } from '../../../domain/planning/moments.ts';
import { simulate } from '../../../domain/planning/simulate.ts';
import { local, PROGRAMME_ID } from '../../support/acts.ts';
import { dutyPlan, planWith, posting, reporting } from '../../support/duty-plan.ts';
import { activated, at, nextOf, only, settle } from '../../support/duty-runs.ts';
import { act, clock, holder, ofType, tryAct } from '../../support/given.ts';
import type { Run } from '../../support/given.ts';
import { calendar } from '../../support/plan.ts';

const periodsOf = ({ state }: Run, duty = 'posting'): readonly string[] =>
  state.phases
    .filter(({ key }) => key.startsWith(`${duty}@`))
    .map(({ key, status }) => `${key.split('@')[1] ?? ''} ${status}`);

const firstOf = (duty: DutyDefinition, startsOn = '2013-09-15'): string | null | undefined =>
  nextOf(activated(planWith(duty), startsOn));

describe('the first period', () => {
  test.each([
    ['lies where the duty begins', { from: '2013-10-05' }, '2013-10'],
    ['is the next one where it was due before the programme starts', {}, '2013-10'],
    ['is the next one where it was due before the duty begins', { from: '2013-10-11' }, '2013-11'],
    ['is still that of its due day', { from: '2013-10-10' }, '2013-10'],
    ['may lie in a quarter', { every: 'quarter', from: '2013-10-01' }, '2013-q4'],
    ['may be a half-year', { every: 'half-year', due: { month: 6, day: 30 } }, '2013-h2'],
    ['may be a year', { every: 'year', due: { month: 12, day: 31 } }, '2013'],
  ] as const)('%s', (_name, changes, expected) => {
    expect(firstOf({ ...posting, ...changes })).toBe(expected);
  });

  it('is none at the end of all dates', () => {
    const last: DutyDefinition = { ...posting, every: 'year', from: '9999-12-31', until: null };
    expect(firstOf(last)).toBeNull();
  });

  it('is none where the last one lies before it', () => {
    expect(firstOf({ ...posting, until: '2013-09-30' })).toBeNull();
  });

  it('moves with the windows when the programme starts on another day', () => {
    expect(firstOf(posting, '2015-03-01')).toBe('2015-03');
    const later = { ...posting, from: '2014-01-01', until: '2014-12-31' };
    expect(firstOf(later, '2013-09-15')).toBe('2014-01');
    expect(firstOf(later, '2013-09-25')).toBe('2014-02');
  });

  it('opens no earlier than the programme starts', () => {
    const yearly: DutyDefinition = { ...posting, every: 'year', due: { month: 12, day: 31 } };
    const { state } = activated(planWith(yearly));
    const opening = planMoments(state, planWith(yearly), calendar).find(
      ({ kind }) => kind === 'openPeriod',
    );
    expect(opening).toEqual({
      kind: 'openPeriod',
      phase: 'posting@2013',
      round: 1,
      at: local('2013-09-15 00:00'),
      qualifier: '',
    });
  });
});

describe('a period', () => {
  it('opens on its first day with its own dates, and names the one after it', () => {
    const run = at('2013-10-01 00:00');
    const [opened] = ofType(run.events, 'PhaseOpened').filter(({ data }) => data.plan);
    expect(opened?.data).toMatchObject({
      phase: 'posting@2013-10',
      round: 1,
      plannedAt: local('2013-10-01 00:00'),
      dueOn: '2013-10-10',
      dueAt: local('2013-10-11 00:00'),
      next: '2013-11',
      plan: { opensOn: '2013-10-01', deliverables: ['accounts'], steps: ['board', 'head'] },
      recipients: [{ office: 'clerk', person: 'person-clerk' }],
    });
    expect(nextOf(run)).toBe('2013-11');
  });

  it('has reminders and a ladder of its own, and stays missed in the record while the next one opens', () => {
    const run = at('2013-11-01 00:00');
    const ofOctober = run.events.filter(
      ({ data }) => 'phase' in data && data.phase === 'posting@2013-10',
    );
    expect(ofOctober.map(({ type }) => type)).toEqual([
      'PhaseOpened',
      'DeadlineReminded',
      'DeadlineReminded',
      'DeadlineMissed',
      'EscalationRaised',
      'EscalationRaised',
      'AnswerMissed',
      'EscalationRaised',
      'AnswerMissed',
      'AnswerMissed',
      'EscalationRaised',
      'AnswerMissed',
    ]);
    expect(periodsOf(run)).toEqual(['2013-10 open', '2013-11 open']);
    expect(run.state.phases.find(({ key }) => key === 'posting@2013-10')?.missed).toBe(true);
  });

  it('closes on time, and leaves the state when the next one opens', () => {
    const closed = settle(at('2013-10-08 09:00'), '2013-10', '2013-10-08 10:00');
    expect(ofType(closed.events, 'PhaseClosed').map(({ data }) => data)).toEqual([
      { phase: 'posting@2013-10', round: 1, late: false },
    ]);
    expect(periodsOf(closed)).toEqual(['2013-10 closed']);
    expect(periodsOf(at('2013-11-01 00:00', only, closed))).toEqual(['2013-11 open']);
  });

  it('can be made good late until the next one is due', () => {
    const closed = settle(at('2013-11-10 23:00'), '2013-10', '2013-11-10 23:00');
    expect(ofType(closed.events, 'PhaseClosed')[0]?.data.late).toBe(true);
    expect(ofType(at('2013-11-11 00:00', only, closed).events, 'PhaseLapsed')).toEqual([]);
  });

  it('lapses when the next one is due, with its open step taken away and what it owes left due', () => {
    const run = at('2013-11-11 00:00');
    const [lapsed] = ofType(run.events, 'PhaseLapsed');
    expect(lapsed?.data).toEqual({
      phase: 'posting@2013-10',
      round: 1,
      plannedAt: local('2013-11-11 00:00'),
      dueOn: '2013-10-10',
      responsible: ['clerk'],
      recipients: [{ office: 'clerk', person: 'person-clerk' }],
    });
    const phase = run.state.phases.find(({ key }) => key === 'posting@2013-10');
    expect([phase?.status, phase?.closedAt, phase?.lapsedAt]).toEqual([
      'lapsed',
      null,
      local('2013-11-11 00:00'),
    ]);
    expect(phase?.deliverables.map(({ status }) => status)).toEqual(['due']);
    expect(
      planMoments(run.state, only, calendar).filter((moment) => moment.phase === phase?.key),
    ).toEqual([]);
  });

  it('costs no more in its tenth year than in its first month', () => {
    const years = planWith({ ...posting, until: '2023-09-30' });
    const run = at('2023-06-15 00:00', years);
    expect(periodsOf(run)).toEqual(['2023-05 lapsed', '2023-06 open']);
    expect(ofType(run.events, 'PhaseLapsed')).toHaveLength(116);
    expect(planMoments(run.state, years, calendar).length).toBeLessThan(15);
  });

  it('takes an answer to its rungs while that is not overdue, though the next one has opened', () => {
    const late: DutyDefinition = { ...posting, due: { month: 1, day: 31 } };
    const definition = planWith(late);
    const run = at('2013-12-03 09:00', definition);
    const escalationId = `${PROGRAMME_ID}.posting@2013-11.1.urge`;
    expect(periodsOf(run)).toContain('2013-11 open');
    const by = holder('clerk');
    const answered = act(
      run,
      { type: 'AnswerEscalation', escalationId, answer: 'soon' },
      { by, at: local('2013-12-03 10:00'), definition },
    );
    expect(ofType(answered.events, 'EscalationAnswered')).toHaveLength(1);
  });
});

describe('the due day of a period', () => {
  // 10 November 2013 is a Sunday, 12 October 2013 a working Saturday.
  test.each([
    ['keep', '2013-11-10'],
    ['next-workday', '2013-11-11'],
    ['previous-workday', '2013-11-08'],
  ] as const)('by the rule %s is %s', (dueRule, dueOn) => {
    const run = at('2013-11-01 00:00', planWith({ ...posting, dueRule }));
    expect(run.state.phases.find(({ key }) => key === 'posting@2013-11')?.dueOn).toBe(dueOn);
  });

  it('never moves before the period opens', () => {
    const holiday: DutyDefinition = {
      ...posting,
      due: { month: 1, day: 3 },
      dueRule: 'previous-workday',
    };
    const run = at('2013-10-01 00:00', planWith(holiday));
    expect(run.state.phases.find(({ key }) => key === 'posting@2013-10')?.dueOn).toBe('2013-10-03');
  });

  it('moves the windows of the plan by their own rule at activation', () => {
    const [first, ...rest] = only.phases;
    if (first === undefined) throw new Error('the plan has no phase');
    const dueOn = (to: string, dueRule: 'next-workday' | 'previous-workday'): string | undefined =>
      activated({
        ...only,
        phases: [{ ...first, window: { from: '2013-09-15', to }, dueRule }, ...rest],
      }).state.phases[0]?.dueOn;
    // 28 September 2013 is a Saturday of rest, 29 September a Sunday that is worked.
    expect(dueOn('2013-09-28', 'next-workday')).toBe('2013-09-29');
    expect(dueOn('2013-09-28', 'previous-workday')).toBe('2013-09-27');
    expect(dueOn('2013-09-29', 'next-workday')).toBe('2013-09-29');
  });
});

describe('after an outage of months', () => {
  const late = (): Run => {
    let run = activated(only);
    const now = local('2014-03-05 12:00');
    for (;;) {
      const moment = planMoments(run.state, only, calendar)[0];
      if (moment === undefined || moment.at > now) return run;
      run = act(run, { type: 'PerformMoment', moment }, { by: clock, at: now, definition: only });
      expect(brokenInvariants(run.state, only)).toEqual([]);
      expect(run.state.phases.filter(({ key }) => key.includes('@')).length).toBeLessThan(4);
    }
  };

  it('each period opens in its order, is missed and lapses, and nobody is reminded of what is long due', () => {
    const { events } = late();
    const ofDuty = events.filter(
      ({ type, data }) =>
        'phase' in data && data.phase.startsWith('posting') && !type.startsWith('Escalation'),
    );
    expect(
      ofDuty.map(({ type, data }) => `${type} ${'phase' in data ? data.phase.slice(8) : ''}`),
    ).toEqual([
      'PhaseOpened 2013-10',
      'PhaseOpened 2013-11',
      'DeadlineMissed 2013-10',
      'PhaseLapsed 2013-10',
      'PhaseOpened 2013-12',
      'DeadlineMissed 2013-11',
      'PhaseLapsed 2013-11',
      'DeadlineMissed 2013-12',
      'PhaseLapsed 2013-12',
    ]);
    expect(ofType(events, 'DeadlineReminded').filter(({ data }) => data.phase !== 'first')).toEqual(
      [],
    );
  });

  it('no rung is raised in a period that has lapsed', () => {
    const raised = ofType(late().events, 'EscalationRaised').map(({ data }) => data.phase);
    expect(raised.filter((phase) => phase.startsWith('posting'))).toEqual([]);
  });
});

describe('a programme with duties', () => {
  const simulated = (definition: Definition): ReturnType<typeof simulate> =>
    simulate({ definition, calendar, startsOn: definition.startsOn, conduct: { exceptions: [] } });

  it('is complete when its last period is closed', () => {
    const { events, state } = simulated(only);
    expect(state.status).toBe('completed');
    expect(ofType(events, 'ProgrammeCompleted')[0]?.data.lastPhase).toBe('posting@2013-12');
    expect(ofType(events, 'PhaseOpened').filter(({ data }) => data.plan)).toHaveLength(3);
    expect(fold(events)).toEqual(state);
  });

  it('is complete when its last period lapses, as if a next one had been due', () => {
    const { events, state } = simulate({
      definition: only,
      calendar,
      startsOn: only.startsOn,
      conduct: {
        exceptions: [{ kind: 'late', phase: 'posting@2013-12', office: 'head', workdaysLate: 60 }],
      },
    });
    expect(state.status).toBe('completed');
    const [lapsed] = ofType(events, 'PhaseLapsed');
    expect([lapsed?.data.phase, lapsed?.data.plannedAt]).toEqual([
      'posting@2013-12',
      local('2014-01-11 00:00'),
    ]);
    expect(events.at(-1)?.type).toBe('ProgrammeCompleted');
  });

  it('does not wait for an endless duty once the rest of the plan is over', () => {
    const { events, state } = simulated(planWith(reporting));
    expect(state.status).toBe('completed');
    const opened = ofType(events, 'PhaseOpened').flatMap(({ data }) =>
      data.plan === undefined ? [] : [data.phase],
    );
    expect(opened).toEqual(['reporting@2013-09', 'reporting@2013-10']);
    expect(nextOf({ state }, 'reporting')).toBe('2013-11');
  });

  it('waits for the open period of an endless duty', () => {
    const late = { kind: 'late', phase: 'reporting@2013-10', office: 'head' } as const;
    const { events, state } = simulate({
      definition: planWith(reporting),
      calendar,
      startsOn: '2013-09-15',
      conduct: { exceptions: [{ ...late, workdaysLate: 60 }] },
    });
    expect(state.status).toBe('completed');
    expect(events.slice(-2).map(({ type }) => type)).toEqual(['PhaseLapsed', 'ProgrammeCompleted']);
    expect(ofType(events, 'PhaseOpened').filter(({ data }) => data.plan)).toHaveLength(2);
  });

  it('keeps an endless duty going while another one has periods to come', () => {
    const { events } = simulated(dutyPlan);
    const opened = ofType(events, 'PhaseOpened').filter(({ data }) => data.plan);
    expect(opened.map(({ data }) => data.phase)).toContain('reporting@2013-11');
    expect(opened.map(({ data }) => data.phase)).not.toContain('reporting@2014-01');
  });

  it('cannot be withdrawn after a period was closed, though the state has let it go', () => {
    const run = at(
      '2013-11-01 00:00',
      only,
      settle(at('2013-10-08 09:00'), '2013-10', '2013-10-08 10:00'),
    );
    const options = { by: holder('clerk'), at: local('2013-11-01 10:00'), definition: only };
    const decision = tryAct(run.state, { type: 'WithdrawProgramme', reason: 'why' }, options);
    expect(decision).toMatchObject({ ok: false, rejection: { code: 'phase-already-closed' } });
  });
});
