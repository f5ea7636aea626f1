/** Counting a roll-out: how many units have finished each phase, in all and in each unit of the wider set, and the even pace 序时进度. */
import { daysBetween } from '../../calendar/dates.ts';
import type { LocalDate, WorkCalendar } from '../../calendar/types.ts';
import type { Definition } from '../../definition/types.ts';
import type { RolloutDefinition, Unit } from '../../definition/unit-types.ts';
import { planPhases, unitStartsOn } from '../activate-programme.ts';
import type { ClosedUnit } from '../facts.ts';
import type { ProgrammeState } from '../state.ts';
import { failedUnits, unitsOfSet } from './rollouts.ts';

/** The units that have closed a phase; the whole unit programme where the phase is null. */
export interface ClosedPhase {
  readonly rollout: string;
  readonly phase: string | null;
  readonly units: readonly ClosedUnit[];
}

export interface Count {
  readonly done: number;
  readonly total: number;
  /** Percent with one decimal, rounded down, so that 100 is all of them. */
  readonly percent: number;
}

export interface GroupCount extends Count {
  /** The unit of the wider set. */
  readonly group: Unit;
}

export interface PhaseCount extends Count {
  readonly phase: string;
  /** Units that failed an inspection and have not been put right. */
  readonly failed: number;
  readonly dueOn: LocalDate;
  /** Percent that the even pace asks for today. */
  readonly pace: number;
  readonly behind: boolean;
  readonly groups: readonly GroupCount[];
}

export interface RolloutCount extends Count {
  readonly rollout: RolloutDefinition;
  /** In the order of the unit programmes' definition. */
  readonly phases: readonly PhaseCount[];
}

export interface CountScene {
  readonly state: ProgrammeState;
  readonly definition: Definition;
  /** The definition of the roll-out's unit programmes. */
  readonly unitDefinition: Definition;
  readonly closed: readonly ClosedPhase[];
  readonly calendar: WorkCalendar;
  /** In the zone of the definition. */
  readonly today: LocalDate;
}

/** The denominator is always the set as it is frozen, whether or not every unit has been started. */
export function countRollout(rollout: RolloutDefinition, scene: CountScene): RolloutCount {
  const { state, unitDefinition, calendar } = scene;
  const units = unitsOfSet(state, rollout.unitSet);
  const counted = new Set(units.map(({ key }) => key));
  const completed = finishedIn(rollout, null, scene);
  const started = { definition: scene.definition, startsOn: state.startsOn };
  return {
    rollout,
    ...countOf([...completed].filter((unit) => counted.has(unit)).length, units.length),
    phases: planPhases(
      { definition: unitDefinition, calendar },
      unitStartsOn(unitDefinition, started),
    ).map((plan) => {
      const done = finishedIn(rollout, plan.key, scene);
      const count = countOf(units.filter(({ key }) => done.has(key)).length, units.length);
      const pace = evenPace({ from: plan.opensOn, to: plan.dueOn }, scene.today);
      const failed = standingFailures(rollout, plan.key, scene);
      return {
        phase: plan.key,
        ...count,
        failed: units.filter(({ key }) => failed.has(key)).length,
        dueOn: plan.dueOn,
        pace,
        behind: count.done < count.total && count.percent < pace,
        groups: groupCounts(units, done, groupsOf(rollout, scene)),
      };
    }),
  };
}

/** The share of the window's days that are over, in percent with one decimal; both days of the window count. */
export function evenPace(
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  today: LocalDate,
): number {
  const days = daysBetween(from, to) + 1;
  const over = Math.min(Math.max(daysBetween(from, today), 0), days);
  return percentOf(over, days);
}

function finishedIn(
  { key }: RolloutDefinition,
  phase: string | null,
  { state, closed }: CountScene,
): ReadonlySet<string> {
  const units = closed.find((row) => row.rollout === key && row.phase === phase)?.units ?? [];
  const failures = failedUnits(state, key, phase);
  const rounds = roundsOf(key, closed);
  return new Set(
    units
      .map(({ unit }) => unit)
      .filter(
        (unit) =>
          !failures.some(
            (failed) =>
              failed.unit === unit && (rounds.get(`${failed.phase}/${unit}`) ?? 0) <= failed.round,
          ),
      ),
  );
}

function standingFailures(
  { key }: RolloutDefinition,
  phase: string,
  { state, closed }: CountScene,
): ReadonlySet<string> {
  const rounds = roundsOf(key, closed);
  return new Set(
    failedUnits(state, key, phase)
      .filter(({ unit, round }) => (rounds.get(`${phase}/${unit}`) ?? round + 1) <= round)
      .map(({ unit }) => unit),
  );
}

/** Round in which each unit has closed each phase, by `phase/unit`. */
function roundsOf(rollout: string, closed: readonly ClosedPhase[]): ReadonlyMap<string, number> {
  return new Map(
    closed
      .filter((row) => row.rollout === rollout)
      .flatMap(({ phase, units }) =>
        units.map(({ unit, round }): [string, number] => [`${phase ?? ''}/${unit}`, round]),
      ),
  );
}

function groupsOf(
  { unitSet }: RolloutDefinition,
  { state, definition }: CountScene,
): readonly Unit[] {
  const within = definition.unitSets?.find(({ key }) => key === unitSet)?.within;
  return within === undefined || within === null ? [] : unitsOfSet(state, within);
}

function groupCounts(
  units: readonly Unit[],
  done: ReadonlySet<string>,
  groups: readonly Unit[],
): readonly GroupCount[] {
  const tallies = new Map<string | null, { done: number; total: number }>();
  for (const { key, within } of units) {
    const tally = tallies.get(within) ?? { done: 0, total: 0 };
    tally.total += 1;
    if (done.has(key)) tally.done += 1;
    tallies.set(within, tally);
  }
  return groups.map((group) => {
    const tally = tallies.get(group.key) ?? { done: 0, total: 0 };
    return { group, ...countOf(tally.done, tally.total) };
  });
}

function countOf(done: number, total: number): Count {
  return { done, total, percent: percentOf(done, total) };
}

function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 1000) / whole) / 10;
}
