/** Acts on the units of the small plan that rolls out, for tests of the rules. */
import type { ActivateProgramme, ProgrammeCommand } from '../../domain/programme/commands.ts';
import type { UnitsFacts } from '../../domain/programme/facts.ts';
import type { Unit } from '../../domain/definition/unit-types.ts';
import { planMoments } from '../../domain/planning/moments.ts';
import { local, PROGRAMME_ID } from './acts.ts';
import { act, clock, holder, type ActOptions, type Run } from './given.ts';
import { calendar } from './plan.ts';
import { rolloutPlan } from './rollout-plan.ts';

export const AT = local('2013-09-16 10:00');
export const HEAD = 'c'.repeat(64);

export function unit(key: string, within: string | null = null): Unit {
  return { key, title: { zh: `${key}(中)`, en: key }, within };
}

export const TOWNS: readonly Unit[] = [unit('north'), unit('south')];

/** Six communities, the first three in the north. */
export const COMMUNITIES: readonly Unit[] = ['a', 'b', 'c', 'd', 'e', 'f'].map((key, index) =>
  unit(key, index < 3 ? 'north' : 'south'),
);

export function activation(changes: Partial<ActivateProgramme> = {}): ActivateProgramme {
  return {
    type: 'ActivateProgramme',
    id: PROGRAMME_ID,
    title: 'A roll-out',
    startsOn: '2013-09-15',
    clock: null,
    unitSets: { towns: TOWNS, communities: COMMUNITIES },
    ...changes,
  };
}

export const byOwner = {
  by: holder('clerk'),
  at: local('2013-09-15 00:00'),
  definition: rolloutPlan,
} as const;

/** A live programme of two towns and six communities, its unit programmes not started yet. */
export function rolledOut(changes: Partial<ActivateProgramme> = {}): Run {
  return act(null, activation(changes), byOwner);
}

/** The alignment that is planned now; null when unit programmes are in line. */
export function alignment(run: Run): { readonly at: string; readonly qualifier: string } | null {
  const moment = planMoments(run.state, rolloutPlan, calendar).find(
    ({ kind }) => kind === 'alignUnits',
  );
  return moment === undefined || !('qualifier' in moment) ? null : moment;
}

/** Performs the alignment with what the engine would have found. */
export function aligned(run: Run, facts: Partial<UnitsFacts> = {}): Run {
  const moment = planMoments(run.state, rolloutPlan, calendar).find(
    ({ kind }) => kind === 'alignUnits',
  );
  if (moment === undefined) throw new Error('nothing is to be aligned');
  return act(
    run,
    { type: 'PerformMoment', moment },
    {
      by: clock,
      at: moment.at > AT ? moment.at : AT,
      definition: rolloutPlan,
      facts: { kind: 'units', started: [], ended: [], suspended: [], ...facts },
    },
  );
}

export function withUnits(options: Partial<ActOptions> = {}): ActOptions {
  return { by: holder('watch'), at: AT, definition: rolloutPlan, ...options };
}

/** The draw, with the units that have closed the phase, each in its round. */
export function draw(
  run: Run,
  closed: Readonly<Record<string, number>>,
  options: Partial<ActOptions> = {},
): Run {
  return act(run, DRAW, withUnits({ unitFacts: closedFacts(closed), ...options }));
}

export const DRAW: ProgrammeCommand = { type: 'DrawSample', rollout: 'centres', phase: 'build' };

export function closedFacts(
  closed: Readonly<Record<string, number>>,
): NonNullable<ActOptions['unitFacts']> {
  const units = Object.entries(closed).map(([key, round]) => ({ unit: key, round }));
  return { kind: 'closed', closed: units, headHash: HEAD };
}

export function inspection(
  key: string,
  passed: boolean,
  sample = 's1',
): Extract<ProgrammeCommand, { readonly type: 'RecordInspection' }> {
  return { type: 'RecordInspection', sample, unit: key, passed, note: passed ? '' : 'leaks' };
}

export function inspect(
  run: Run,
  command: ProgrammeCommand,
  {
    round = 1,
    tookPart = false,
  }: { readonly round?: number | null; readonly tookPart?: boolean } = {},
): Run {
  return act(run, command, withUnits({ unitFacts: { kind: 'inspected', round, tookPart } }));
}
