import { describe, expect, it } from '@jest/globals';
import type { IndicatorDefinition } from '../../../domain/definition/indicator-types.ts';
import type { ReportIndicator } from '../../../domain/programme/indicators/commands.ts';
import type { ReportFacts } from '../../../domain/programme/facts.ts';
import { brokenInvariants } from '../../../domain/programme/invariants.ts';
import { planMoments } from '../../../domain/planning/moments.ts';
import { local } from '../../support/acts.ts';
import { clock, holder, ofType, tryAct, type ActOptions } from '../../support/given.ts';
import {
  count,
  measuring,
  pass,
  perform,
  ratio,
  reported,
  share,
  villages,
  done,
  type FactsOf,
  type MeasuredRun,
} from '../../support/indicator-plan.ts';
import { calendar } from '../../support/plan.ts';

const OPENED = local('2013-09-15 00:00');
const DUE = local('2014-01-01 00:00');
const met: FactsOf = () => reported([null, 15, null]);
const short: FactsOf = () => reported([null, 14, null]);

const phaseOf = (run: MeasuredRun, key: string) =>
  run.state.phases.find((phase) => phase.key === key);

/** Only the target's own events. */
const typesOf = (run: MeasuredRun, phase: string): readonly string[] =>
  run.events.flatMap(({ type, data }) => ('phase' in data && data.phase === phase ? [type] : []));

describe('a target', () => {
  it('opens with its window, told to the office that reports it, and closes by nothing but a measurement', () => {
    const run = pass(measuring(count), OPENED, met);
    const [opened] = ofType(run.events, 'PhaseOpened').filter(
      ({ data }) => data.phase === 'agencies@2013',
    );
    expect(opened?.data.recipients).toEqual([{ office: 'beta', person: 'person-beta' }]);
    expect(phaseOf(run, 'agencies@2013')?.status).toBe('open');
  });

  it('is measured at its date, before it counts as missed, and closes in time when it is met', () => {
    const run = pass(measuring(count), DUE, met);
    const tail = typesOf(run, 'agencies@2013').slice(-2);
    expect(tail).toEqual(['IndicatorMeasured', 'PhaseClosed']);
    const closed = ofType(run.events, 'PhaseClosed').find(
      ({ data }) => data.phase === 'agencies@2013',
    );
    expect(closed?.data.late).toBe(false);
    const [measured] = ofType(run.events, 'IndicatorMeasured');
    expect(measured?.data).toEqual({
      phase: 'agencies@2013',
      round: 1,
      occasion: 'target',
      plannedAt: DUE,
      measuredOn: '2013-12-31',
      by: null,
      indicator: 'agencies',
      target: '2013',
      required: 15,
      numerator: 15,
      denominator: null,
      value: 15,
      met: true,
      missing: 0,
      unmet: [],
      unmetCount: 0,
      recipients: [],
    });
  });

  it('that is missed climbs the ladder of the office that reports it, measured again before each rung', () => {
    const run = pass(measuring(count), local('2014-01-20 00:00'), short);
    const besides = ['DeadlineReminded', 'AnswerMissed'];
    const tail = typesOf(run, 'agencies@2013').filter((type) => !besides.includes(type));
    expect(tail).toEqual([
      'PhaseOpened',
      'IndicatorMeasured',
      'DeadlineMissed',
      ...Array.from({ length: 4 }, () => ['IndicatorMeasured', 'EscalationRaised']).flat(),
    ]);
    const missed = ofType(run.events, 'DeadlineMissed').find(
      ({ data }) => data.phase === 'agencies@2013',
    );
    expect(missed?.data.responsible).toEqual(['beta']);
    expect(brokenInvariants(run.state, run.definition)).toEqual([]);
  });

  it('that is met late closes instead of climbing', () => {
    const run = pass(measuring(count), local('2014-01-20 00:00'), (moment) =>
      'qualifier' in moment && moment.qualifier === 'supervise'
        ? reported([null, 15, null])
        : reported([null, 14, null]),
    );
    const raised = ofType(run.events, 'EscalationRaised').filter(
      ({ data }) => data.phase === 'agencies@2013',
    );
    expect(raised.map(({ data }) => data.rung)).toEqual(['urge']);
    const closed = ofType(run.events, 'PhaseClosed').find(
      ({ data }) => data.phase === 'agencies@2013',
    );
    expect(closed?.data.late).toBe(true);
    expect(typesOf(run, 'agencies@2013').at(-1)).toBe('PhaseClosed');
  });

  it('counts the day of a rung, not only the day it was due, for a late measurement', () => {
    const run = pass(measuring(count), local('2014-01-03 00:00'), short);
    expect(ofType(run.events, 'IndicatorMeasured').map(({ data }) => data.measuredOn)).toEqual([
      '2013-12-31',
      '2014-01-02',
    ]);
  });

  it('cannot be returned: nothing in it could be done again', () => {
    const run = pass(measuring(count), OPENED, met);
    const decision = tryAct(
      run.state,
      { type: 'ReturnPhase', phase: 'agencies@2013', returnTo: 'agencies@2013', reason: 'why' },
      { by: holder('clerk'), at: OPENED, definition: run.definition },
    );
    expect(decision).toMatchObject({ ok: false, rejection: { code: 'return-target-invalid' } });
  });

  it('stands on the units of a roll-out that are done', () => {
    const run = pass(measuring(share), DUE, () => done('a1', 'a2', 'b1'));
    expect(phaseOf(run, 'built@2013')?.status).toBe('closed');
  });

  it('names fifty units that fall short and counts the rest', () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      key: `v${String(index)}`,
      title: { zh: '村', en: 'village' },
      within: 'a',
    }));
    const run = measuring(ratio);
    const state = { ...run.state, unitSets: [{ key: 'villages', units: many, gone: [] }] };
    const later = pass({ ...run, state }, DUE, () => reported());
    const last = ofType(later.events, 'IndicatorMeasured').at(-1);
    expect(last?.data.unmet).toHaveLength(50);
    expect(last?.data).toMatchObject({ unmetCount: 60, missing: 60 });
  });
});

describe('the even pace of a target', () => {
  const every = (part: number): FactsOf => {
    const facts = reported(...villages.map(({ key }) => [key, part, 100] as const));
    return () => facts;
  };

  it('is looked at when each interval is over, and not at the date itself', () => {
    const run = pass(measuring(ratio), DUE, every(80));
    expect(ofType(run.events, 'IndicatorMeasured').map(({ data }) => data.occasion)).toEqual([
      'pace-2013-09-30',
      'pace-2013-10-31',
      'pace-2013-11-30',
      'target',
    ]);
  });

  it('tells nobody while it is kept, and closes nothing before the date', () => {
    const run = pass(measuring(ratio), local('2013-12-02 00:00'), every(100));
    const measured = ofType(run.events, 'IndicatorMeasured');
    expect(measured.map(({ data }) => data.recipients)).toEqual([[], [], []]);
    expect(measured.map(({ data }) => data.pace?.behind)).toEqual([false, false, false]);
    expect(phaseOf(run, 'coverage@2013')?.status).toBe('open');
  });

  it('presses by progress when the value is behind: who is responsible and the superior are told', () => {
    const run = pass(measuring(ratio), local('2013-12-02 00:00'), every(40));
    const last = ofType(run.events, 'IndicatorMeasured').at(-1);
    expect(last?.data.pace).toEqual({ expected: 57.03, behind: true });
    expect(last?.data.recipients.map(({ office }) => office)).toEqual(['alpha', 'head']);
  });

  it('tells the audience of the rung that presses by progress, where the paper has one', () => {
    const run = measuring(ratio);
    const [first, ...rest] = run.definition.ladder.rungs;
    if (first === undefined) throw new Error('no rung');
    const pressing = {
      ...first,
      pressure: 'progress' as const,
      audience: { responsible: true, superiorLevels: 0, offices: ['watch'] },
    };
    const ladder = { ...run.definition.ladder, rungs: [pressing, ...rest] };
    const definition = { ...run.definition, ladder };
    const later = pass({ ...run, definition }, local('2013-10-01 00:00'), every(0));
    expect(
      ofType(later.events, 'IndicatorMeasured')[0]?.data.recipients.map(({ office }) => office),
    ).toEqual(['alpha', 'watch']);
  });

  it('plans only the next check, and none twice', () => {
    const before = pass(measuring(ratio), OPENED, every(80));
    const planned = planMoments(before.state, before.definition, calendar);
    expect(planned.filter(({ kind }) => kind === 'measure').map(({ at }) => at)).toEqual([
      local('2013-10-01 00:00'),
      ...planned
        .filter(({ kind }) => kind === 'missDeadline' || kind === 'escalate')
        .flatMap(({ phase, at }) => (phase === 'coverage@2013' ? [at] : [])),
    ]);
    const repeated = planned.find(({ kind }) => kind === 'measure');
    if (repeated === undefined) throw new Error('nothing is planned');
    const once = pass(before, local('2013-10-01 00:00'), every(80));
    const twice = tryAct(
      once.state,
      { type: 'PerformMoment', moment: repeated },
      { by: clock, at: local('2013-10-02 00:00'), definition: once.definition },
    );
    expect(twice).toEqual({ ok: true, events: [] });
  });
});

const AT = local('2013-11-05 10:00');
const NEW: ReportFacts = { kind: 'report', replaces: null };

const report: ReportIndicator = {
  type: 'ReportIndicator',
  indicator: 'coverage',
  unit: 'a1',
  numerator: 40,
  denominator: 50,
  asOf: '2013-10-31',
  note: 'from the register',
  files: [],
  reason: null,
};

describe('reporting a value', () => {
  const run = pass(measuring(ratio, count, share), AT, () => reported());
  const by: ActOptions = { by: holder('alpha'), at: AT, facts: NEW };
  const attempt = (command: Partial<ReportIndicator>, options: Partial<ActOptions> = {}) =>
    tryAct(
      run.state,
      { ...report, ...command },
      {
        ...by,
        definition: run.definition,
        ...options,
      },
    );

  it('is recorded with its evidence and changes nothing in the state', () => {
    const after = perform(run, report, by);
    expect(after.events.at(-1)).toEqual({
      type: 'IndicatorReported',
      at: AT,
      data: {
        indicator: 'coverage',
        unit: 'a1',
        numerator: 40,
        denominator: 50,
        asOf: '2013-10-31',
        note: 'from the register',
        files: [],
        office: 'alpha',
        by: 'person-alpha',
        replaces: null,
        reason: null,
      },
    });
    expect({ ...after.state, position: 0 }).toEqual({ ...run.state, position: 0 });
  });

  it('corrects an earlier report of the day only with a reason, and names it', () => {
    const facts: ReportFacts = { kind: 'report', replaces: 17 };
    expect(attempt({}, { facts })).toMatchObject({
      ok: false,
      rejection: { code: 'report-reason-missing', params: { replaces: 17 } },
    });
    const decision = attempt({ reason: ' miscounted ' }, { facts });
    expect(decision.ok && decision.events[0]?.data).toMatchObject({
      replaces: 17,
      reason: 'miscounted',
    });
  });

  it('takes none of none from a unit that has nothing of what is counted', () => {
    expect(attempt({ numerator: 0, denominator: 0 }).ok).toBe(true);
  });

  const whole: IndicatorDefinition['key'] = 'agencies';
  it.each<[string, Partial<ReportIndicator>, Partial<ActOptions>]>([
    ['unknown-indicator', { indicator: 'nothing' }, {}],
    ['indicator-not-reported', { indicator: 'built' }, {}],
    ['not-office-holder', {}, { by: holder('gamma') }],
    ['not-office-holder', {}, { by: clock }],
    ['report-unit-invalid', { unit: 'elsewhere' }, {}],
    ['report-unit-invalid', { unit: null }, {}],
    ['report-unit-invalid', { indicator: whole }, { by: holder('beta') }],
    ['report-number-invalid', { numerator: -1 }, {}],
    ['report-number-invalid', { numerator: NaN }, {}],
    ['report-number-invalid', { denominator: Infinity }, {}],
    ['report-number-invalid', { numerator: 0.12345 }, {}],
    ['report-denominator-missing', { denominator: null }, {}],
    ['report-denominator-missing', { numerator: 1, denominator: 0 }, {}],
    ['report-denominator-unexpected', { indicator: whole, unit: null }, { by: holder('beta') }],
    ['report-above-whole', { numerator: 51 }, {}],
    ['report-date-invalid', { asOf: '2013-11-06' }, {}],
    ['report-date-invalid', { asOf: '2013-09-14' }, {}],
    ['report-date-invalid', { asOf: '2013-02-30' }, {}],
    ['report-evidence-missing', { note: ' ' }, {}],
  ])('is refused as %s', (code, command, options) => {
    expect(attempt(command, options)).toMatchObject({ ok: false, rejection: { code } });
  });
});

describe('measuring on request', () => {
  const measureNow = { type: 'MeasureIndicator', indicator: 'agencies', target: '2013' } as const;
  const enough = reported([null, 15, null]);

  it('records a value before the date and closes nothing', () => {
    const run = perform(pass(measuring(count), AT, met), measureNow, {
      by: holder('beta'),
      at: AT,
      facts: enough,
    });
    expect(run.events.at(-1)).toMatchObject({
      type: 'IndicatorMeasured',
      data: { occasion: 'asked', by: 'person-beta', met: true, measuredOn: '2013-11-05' },
    });
    expect(phaseOf(run, 'agencies@2013')?.status).toBe('open');
    expect(
      pass(run, DUE, met).events.filter(({ type }) => type === 'IndicatorMeasured'),
    ).toHaveLength(2);
  });

  it('closes an overdue target that is met by then, late', () => {
    const late = local('2014-01-02 15:00');
    const run = perform(pass(measuring(count), late, short), measureNow, {
      by: holder('clerk'),
      at: late,
      facts: enough,
    });
    expect(run.events.at(-1)).toMatchObject({ type: 'PhaseClosed', data: { late: true } });
    expect(
      planMoments(run.state, run.definition, calendar).some(
        ({ phase }) => phase === 'agencies@2013',
      ),
    ).toBe(false);
  });

  it.each<[string, string, ActOptions]>([
    ['unknown-target', '2014', { by: holder('beta'), at: AT, facts: enough }],
    ['not-office-holder', '2013', { by: holder('gamma'), at: AT, facts: enough }],
  ])('is refused as %s', (code, target, options) => {
    const run = pass(measuring(count), AT, met);
    const decision = tryAct(
      run.state,
      { ...measureNow, target },
      {
        ...options,
        definition: run.definition,
      },
    );
    expect(decision).toMatchObject({ ok: false, rejection: { code } });
  });

  it('is refused once the target is closed', () => {
    const run = pass(measuring(count), DUE, met);
    const decision = tryAct(run.state, measureNow, {
      by: holder('beta'),
      at: DUE,
      facts: enough,
      definition: run.definition,
    });
    expect(decision).toMatchObject({ ok: false, rejection: { code: 'phase-not-open' } });
  });
});
