/** The small plan with indicators: a ratio over villages, a count for the whole, villages each by itself, and a share of unit programmes. */
import type { IndicatorDefinition } from '../../domain/definition/indicator-types.ts';
import type { Definition } from '../../domain/definition/types.ts';
import type { Unit } from '../../domain/definition/unit-types.ts';
import type { MeasurementFacts, ReportedValue } from '../../domain/programme/facts.ts';
import type { ProgrammeCommand } from '../../domain/programme/commands.ts';
import { evolve } from '../../domain/programme/evolve.ts';
import type { ProgrammeEvent } from '../../domain/programme/events.ts';
import type { ProgrammeState } from '../../domain/programme/state.ts';
import { planMoments, type Moment } from '../../domain/planning/moments.ts';
import { local, PROGRAMME_ID } from './acts.ts';
import { clock, holder, tryAct, type ActOptions, type Run } from './given.ts';
import { calendar, plan } from './plan.ts';

const text = (name: string): { zh: string; en: string } => ({ zh: `${name}(中)`, en: name });

const TARGET = { key: '2013', value: 80, from: '2013-09-15', on: '2013-12-31' } as const;

export const ratio: IndicatorDefinition = {
  key: 'coverage',
  title: text('coverage'),
  clause: '8',
  unit: 'percent',
  comparator: 'at-least',
  source: { kind: 'reported', unitSet: 'villages', rollUp: 'ratio' },
  office: 'alpha',
  targets: [{ ...TARGET, pace: 'month' }],
};

export const count: IndicatorDefinition = {
  key: 'agencies',
  title: text('agencies'),
  clause: '9',
  unit: 'count',
  comparator: 'at-least',
  source: { kind: 'reported', unitSet: null, rollUp: 'sum' },
  office: 'beta',
  targets: [{ ...TARGET, value: 15 }],
};

export const each: IndicatorDefinition = {
  ...ratio,
  key: 'each-village',
  title: text('each village'),
  unit: 'count',
  source: { kind: 'reported', unitSet: 'villages', rollUp: 'each-unit' },
  targets: [{ ...TARGET, value: 3 }],
};

export const share: IndicatorDefinition = {
  ...ratio,
  key: 'built',
  title: text('built'),
  source: { kind: 'units', rollout: 'centres', phase: 'build' },
  targets: [{ ...TARGET, value: 50, counting: 'within' }],
};

export const grouped: IndicatorDefinition = {
  ...share,
  key: 'built-in-each-town',
  source: { kind: 'units', rollout: 'centres', phase: 'build', each: 'group' },
  targets: [{ ...TARGET, value: 15 }],
};

export const villages: readonly Unit[] = [
  ...['a1', 'a2', 'a3'].map((key) => ({ key, title: text(key), within: 'a' })),
  ...['b1', 'b2'].map((key) => ({ key, title: text(key), within: 'b' })),
];

export const measuredPlan: Definition = {
  ...plan,
  key: 'measured-plan',
  unitSets: [
    {
      key: 'towns',
      title: text('Towns'),
      within: null,
      madeUp: { count: 2, title: text('town') },
    },
    {
      key: 'villages',
      title: text('Villages'),
      within: 'towns',
      madeUp: { count: 5, title: text('village') },
    },
  ],
  rollouts: [
    {
      key: 'centres',
      title: text('centres'),
      clause: '5',
      unitSet: 'villages',
      definition: { key: 'village-centre', version: 1 },
    },
  ],
  indicators: [ratio, count, each, share, grouped],
};

export const towns: readonly Unit[] = ['a', 'b'].map((key) => ({
  key,
  title: text(key),
  within: null,
}));

/** What reports come to, each `[unit, numerator, denominator]`. */
export function reported(
  ...values: readonly (readonly [string | null, number, number | null])[]
): MeasurementFacts {
  const found = values.map(([unit, numerator, denominator]): ReportedValue => ({
    unit,
    numerator,
    denominator,
    asOf: '2013-12-01',
  }));
  return { kind: 'measurement', source: 'reported', values: found };
}

export function done(...keys: readonly string[]): MeasurementFacts {
  return { kind: 'measurement', source: 'units', done: keys };
}

/** The plan with only these indicators, active from its first day, its units frozen. */
export function measuring(...indicators: readonly IndicatorDefinition[]): MeasuredRun {
  const definition = { ...measuredPlan, indicators };
  const at = local('2013-09-15 00:00');
  const command = {
    type: 'ActivateProgramme',
    id: PROGRAMME_ID,
    title: 'A measured plan',
    startsOn: '2013-09-15',
    clock: null,
    unitSets: { towns, villages },
  } as const;
  const decision = tryAct(null, command, { by: holder('clerk'), at, definition });
  const [first] = decision.ok ? decision.events : [];
  if (first?.type !== 'ProgrammeActivated') throw new Error('it cannot be activated');
  return { definition, state: evolve(null, first, 1), events: [first] };
}

export interface MeasuredRun extends Run {
  readonly definition: Definition;
}

const NO_UNITS_STARTED = { kind: 'units', started: [], ended: [], suspended: [] } as const;

export type FactsOf = (moment: Moment) => MeasurementFacts | undefined;

/** Performs every planned moment up to and at `until`, with the facts that are found for each. */
export function pass(run: MeasuredRun, until: string, factsOf: FactsOf): MeasuredRun {
  let current = run;
  for (;;) {
    const moment = planMoments(current.state, run.definition, calendar)[0];
    if (moment === undefined || moment.at > until) return current;
    const facts = moment.kind === 'alignUnits' ? NO_UNITS_STARTED : factsOf(moment);
    current = perform(
      current,
      { type: 'PerformMoment', moment },
      {
        by: clock,
        at: moment.at,
        ...(facts === undefined ? {} : { facts }),
      },
    );
  }
}

/** Acts, or fails the test with the refusal. */
export function perform(
  run: MeasuredRun,
  command: ProgrammeCommand,
  options: ActOptions,
): MeasuredRun {
  const { definition } = run;
  const decision = tryAct(run.state, command, { ...options, definition });
  if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.rejection)}`);
  if (decision.events.length === 0) throw new Error('nothing happened');
  const state = decision.events.reduce<ProgrammeState>(
    (before, event: ProgrammeEvent) => evolve(before, event, before.position + 1),
    run.state,
  );
  return { definition, state, events: [...run.events, ...decision.events] };
}
