/** Dates that move, of what is derived from duties and indicators, and of optional phases: by extensions, suspensions and good cause. */
import { describe, expect, it } from '@jest/globals';
import type { Definition } from '../../../domain/definition/types.ts';
import { planMoments } from '../../../domain/planning/moments.ts';
import type { ProgrammeCommand } from '../../../domain/programme/commands.ts';
import { local } from '../../support/acts.ts';
import { planWith, posting } from '../../support/duty-plan.ts';
import { activated, at as dutyAt } from '../../support/duty-runs.ts';
import { act, holder, ofType, passTime, type Run } from '../../support/given.ts';
import { measuring, pass, ratio, reported, villages } from '../../support/indicator-plan.ts';
import type { FactsOf, MeasuredRun } from '../../support/indicator-plan.ts';
import { calendar } from '../../support/plan.ts';
import { askFor, goodCause, governed, lastExtension, rule } from '../../support/time-acts.ts';

const { governance = {} } = governed;
const duties: Definition = { ...planWith(posting), governance };
const OCTOBER = 'posting@2013-10';
const TARGET = 'coverage@2013';

const begun = activated(duties);

function moves(
  run: Run,
  command: ProgrammeCommand,
  by: readonly [string, string, Definition],
): Run {
  const [office, time, definition] = by;
  return act(run, command, { by: holder(office), at: local(time), definition });
}

/** Asked for by the responsible office and granted by `watch`. */
function extend(
  run: Run,
  {
    phase,
    office,
    dueOn,
  }: { readonly phase: string; readonly office: string; readonly dueOn: string },
  [time, definition]: readonly [string, Definition],
): Run {
  const pending = moves(run, askFor(dueOn, { phase }), [office, time, definition]);
  return moves(pending, rule(lastExtension(pending)), ['watch', time, definition]);
}

function pause(run: Run, [from, to]: readonly [string, string], definition: Definition): Run {
  const stop = { type: 'SuspendProgramme', reason: 'a flood' } as const;
  const stopped = moves(run, stop, ['head', from, definition]);
  return moves(stopped, { type: 'ResumeProgramme', reason: 'over' }, ['head', to, definition]);
}

function planned(run: Run, phase: string, definition: Definition): readonly unknown[] {
  return planMoments(run.state, definition, calendar)
    .filter((moment) => moment.phase === phase && moment.kind !== 'escalate')
    .map((moment) => [moment.kind, moment.at]);
}

const phaseIn = (run: Run, key: string) => run.state.phases.find((phase) => phase.key === key);

describe('an extension', () => {
  it('of a period moves its due day and reminders, and its lapse once it goes beyond that', () => {
    const run = dutyAt('2013-10-02 10:00', duties, begun);
    const little = { phase: OCTOBER, office: 'clerk', dueOn: '2013-10-18' };
    const once = extend(run, little, ['2013-10-02 10:00', duties]);
    expect(planned(once, OCTOBER, duties)).toEqual([
      ['remind', local('2013-10-12 09:00')],
      ['remind', local('2013-10-16 09:00')],
      ['remind', local('2013-10-18 09:00')],
      ['missDeadline', local('2013-10-19 00:00')],
      ['lapse', local('2013-11-11 00:00')],
    ]);
    const twice = extend(once, { ...little, dueOn: '2013-11-20' }, ['2013-10-03 10:00', duties]);
    expect(phaseIn(twice, OCTOBER)).toMatchObject({ dueOn: '2013-11-20' });
    const later = passTime(twice, local('2013-11-30 00:00'), duties);
    expect(
      later.events
        .filter(({ data }) => 'phase' in data && data.phase === OCTOBER)
        .map(({ type, at }) => [type, at])
        .slice(-2),
    ).toEqual([
      ['DeadlineMissed', local('2013-11-21 00:00')],
      ['PhaseLapsed', local('2013-11-21 00:00')],
    ]);
  });

  it('of an optional phase moves the instant at which it lapses', () => {
    const why = { zh: '鼓励开展', en: 'encouraged' };
    const [first, ...rest] = governed.phases;
    if (first === undefined) throw new Error('no phase');
    const definition = { ...governed, phases: [{ ...first, optional: why }, ...rest] };
    const run = passTime(activated(definition), local('2013-09-20 10:00'), definition);
    const grant = { phase: 'first', office: 'clerk', dueOn: '2013-10-10' };
    const later = extend(run, grant, ['2013-09-20 10:00', definition]);
    expect(planned(later, 'first', definition)).toEqual([['lapse', local('2013-10-11 00:00')]]);
  });

  it('of a target moves its due day and the day for which it is measured', () => {
    const { run, definition } = target();
    const grant = { phase: TARGET, office: 'alpha', dueOn: '2014-01-20' };
    const later = { ...run, ...extend(run, grant, ['2013-12-05 10:00', definition]) };
    expect(measurements(later, definition)).toEqual([
      ['pace-2013-12-31', local('2014-01-01 00:00')],
      ['target', local('2014-01-21 00:00')],
    ]);
    const missed = pass(later, local('2014-01-21 00:00'), few);
    const at = ofType(missed.events, 'IndicatorMeasured').at(-1)?.data;
    expect(at).toMatchObject({ occasion: 'target', measuredOn: '2014-01-20', met: false });
    expect(phaseIn(missed, TARGET)).toMatchObject({ missed: true });
  });
});

describe('a suspension over a duty', () => {
  it('moves an open period, skips those whose due day it swallowed, and opens the next', () => {
    const run = dutyAt('2013-10-02 10:00', duties, begun);
    const after = pause(run, ['2013-10-02 10:00', '2013-11-15 10:00'], duties);
    expect(ofType(after.events, 'ProgrammeResumed')[0]?.data).toMatchObject({
      days: 44,
      skipped: [{ duty: 'posting', period: '2013-11' }],
    });
    expect(planned(after, OCTOBER, duties)).toEqual([
      ['remind', local('2013-11-18 09:00')],
      ['remind', local('2013-11-21 09:00')],
      ['remind', local('2013-11-23 09:00')],
      ['missDeadline', local('2013-11-24 00:00')],
      ['lapse', local('2013-12-25 00:00')],
    ]);
    expect(planned(after, 'posting@2013-12', duties)).toEqual([
      ['openPeriod', local('2013-12-01 00:00')],
    ]);
    expect(phaseIn(passTime(after, local('2013-12-02 00:00'), duties), 'posting@2013-11')).toBe(
      undefined,
    );
  });

  it('leaves a missed period the days in which it could still be made good', () => {
    const run = dutyAt('2013-10-21 10:00', duties, begun);
    const after = pause(run, ['2013-10-21 10:00', '2013-11-15 10:00'], duties);
    expect(phaseIn(after, OCTOBER)).toMatchObject({ status: 'open', missed: true });
    expect(planned(after, OCTOBER, duties)).toContainEqual(['lapse', local('2013-12-06 00:00')]);
  });

  it('keeps a period whose due day is moved by its rule to the day of the resumption', () => {
    // 10 November 2013 is a Sunday.
    const ruled = { ...planWith({ ...posting, dueRule: 'next-workday' as const }), governance };
    const run = dutyAt('2013-10-20 10:00', ruled, activated(ruled));
    const after = pause(run, ['2013-10-20 10:00', '2013-11-11 08:00'], ruled);
    expect(ofType(after.events, 'ProgrammeResumed')[0]?.data.skipped).toEqual([]);
    const later = passTime(after, local('2013-11-11 08:00'), ruled);
    expect(phaseIn(later, 'posting@2013-11')).toMatchObject({
      status: 'open',
      dueOn: '2013-11-11',
    });
  });
});

describe('a suspension over a target', () => {
  it('moves its measuring, and asks about no interval that was over meanwhile', () => {
    const { run, definition } = target('2013-10-20 10:00');
    const span = ['2013-10-20 10:00', '2013-12-09 10:00'] as const;
    const after = { ...run, ...pause(run, span, definition) };
    expect(phaseIn(after, TARGET)).toMatchObject({ dueOn: '2014-02-19' });
    expect(measurements(after, definition)).toEqual([
      ['pace-2013-12-31', local('2014-01-01 00:00')],
      ['target', local('2014-02-20 00:00')],
    ]);
    const later = pass(after, local('2014-02-20 00:00'), few);
    expect(ofType(later.events, 'IndicatorMeasured').map(({ data }) => data.occasion)).toEqual([
      'pace-2013-09-30',
      'pace-2013-12-31',
      'pace-2014-01-31',
      'target',
    ]);
  });
});

describe('a good cause for a missed target', () => {
  const climbing = (): { readonly run: MeasuredRun; readonly definition: Definition } => {
    const { run, definition } = target();
    const missed = pass(run, local('2014-01-01 10:00'), few);
    const cause = goodCause({ phase: TARGET });
    const accepted = moves(missed, cause, ['watch', '2014-01-01 10:00', definition]);
    return { run: { ...missed, ...accepted }, definition };
  };

  it('stops its rungs, and it is measured at their instants all the same', () => {
    const { run } = climbing();
    const later = pass(run, local('2014-03-31 00:00'), few);
    const ofTarget = ofType(later.events, 'EscalationRaised').filter(
      ({ data }) => data.phase === TARGET,
    );
    expect(ofTarget).toEqual([]);
    const occasions = ofType(later.events, 'IndicatorMeasured').map(({ data }) => data.occasion);
    expect(occasions.slice(-5)).toEqual([
      'target',
      'urge',
      'supervise',
      'circulate',
      'accountability',
    ]);
  });

  it('lets it close late once it is met', () => {
    const { run } = climbing();
    const later = pass(run, local('2014-03-31 00:00'), (moment) =>
      moment.kind === 'measure' && moment.qualifier === 'supervise' ? enough : scarce,
    );
    expect(phaseIn(later, TARGET)).toMatchObject({ status: 'closed', missed: true });
    expect(ofType(later.events, 'PhaseClosed').at(-1)?.data).toMatchObject({
      phase: TARGET,
      late: true,
    });
  });
});

const scarce = reported(...villages.map(({ key }) => [key, 40, 100] as const));
const enough = reported(...villages.map(({ key }) => [key, 90, 100] as const));
const few: FactsOf = () => scarce;

/** A ratio with a monthly pace, due on 31 December, too low all along. */
function target(until = '2013-12-05 10:00'): {
  readonly run: MeasuredRun;
  readonly definition: Definition;
} {
  const begunToMeasure = measuring(ratio);
  const definition = { ...begunToMeasure.definition, governance };
  const run = pass({ ...begunToMeasure, definition }, local(until), few);
  return { run, definition };
}

function measurements(run: Run, definition: Definition): readonly unknown[] {
  return planMoments(run.state, definition, calendar).flatMap((moment) =>
    moment.kind === 'measure' &&
    !['urge', 'supervise', 'circulate', 'accountability'].includes(moment.qualifier)
      ? [[moment.qualifier, moment.at]]
      : [],
  );
}
