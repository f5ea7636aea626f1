/** Finds what an indicator stands on: the values that its units reported last, or the units of a roll-out that are done. */
import type { Pool } from 'pg';
import { localDateOf, startOfDay } from '../domain/calendar/dates.ts';
import type { Instant, LocalDate } from '../domain/calendar/types.ts';
import { targetOf, type IndicatorTarget } from '../domain/definition/indicator-phase.ts';
import type { Definition } from '../domain/definition/types.ts';
import { AT_TARGET, paceDay } from '../domain/indicators/occasions.ts';
import { unitsOfIndicator } from '../domain/indicators/unit-set.ts';
import type { MeasurementFacts } from '../domain/programme/facts.ts';
import { requirePhase } from '../domain/programme/lookups.ts';
import type { ProgrammeState } from '../domain/programme/state.ts';
import type { Moment } from '../domain/planning/moments.ts';
import { listLatestValues } from '../db/read-models/indicators.ts';

/** Asks which units of a roll-out have finished a phase of their own programme, or all of it. */
export type UnitsDone = (query: UnitsDoneQuery) => Promise<readonly string[]>;

export interface UnitsDoneQuery {
  /** Id of the programme whose roll-out it is. */
  readonly parent: string;
  /** That programme as it stands: a unit that failed its inspection is not done. */
  readonly state: ProgrammeState;
  readonly rollout: string;
  /** Null for the whole unit programme. */
  readonly phase: string | null;
  /** Only what was finished at or after this instant; null for everything. */
  readonly since: Instant | null;
  /** Only what was finished before this instant. */
  readonly before: Instant;
}

export interface MeasureDeps {
  readonly pool: Pool;
  readonly unitsDone: UnitsDone;
}

export interface MeasuredProgramme {
  readonly state: ProgrammeState;
  readonly definition: Definition;
}

export interface MeasuringPoint {
  readonly phase: string;
  /** Reports up to and of this day count. */
  readonly day: LocalDate;
  /** What was finished before this instant counts. */
  readonly before: Instant;
}

/** The facts of a moment. @throws Error when the phase is no target: a defect of the planner. */
export function factsOfMeasuring(
  deps: MeasureDeps,
  programme: MeasuredProgramme,
  moment: Moment,
): Promise<MeasurementFacts> {
  const { state, definition } = programme;
  const qualifier = 'qualifier' in moment ? moment.qualifier : '';
  const { dueOn } = requirePhase(state, definition, moment.phase).state;
  const onTheDay = qualifier === AT_TARGET ? dueOn : paceDay(qualifier);
  const day = onTheDay ?? localDateOf(moment.at, definition.zone);
  return findMeasurement(deps, programme, { phase: moment.phase, day, before: moment.at });
}

/** @throws Error when the phase is no target. */
export async function findMeasurement(
  deps: MeasureDeps,
  programme: MeasuredProgramme,
  point: MeasuringPoint,
): Promise<MeasurementFacts> {
  const { state, definition } = programme;
  const found = targetOf(definition, point.phase);
  if (found === null) throw new Error(`${point.phase} is no target and cannot be measured`);
  if (found.indicator.source.kind === 'units')
    return countDone(deps, programme, { ...found, point });
  const { indicator } = found;
  const units = unitsOfIndicator(state.unitSets, definition, indicator);
  const keys = units === null ? [null] : units.map(({ key }) => key);
  const places = keys.map((unit) => ({ indicator: indicator.key, unit }));
  const rows = await listLatestValues(deps.pool, { programmeId: state.id, places, day: point.day });
  const values = rows.map(({ unit, numerator, denominator, asOf }) => ({
    unit,
    numerator,
    denominator,
    asOf,
  }));
  return { kind: 'measurement', source: 'reported', values };
}

async function countDone(
  { unitsDone }: MeasureDeps,
  { state, definition }: MeasuredProgramme,
  { indicator, target, point }: IndicatorTarget & { readonly point: MeasuringPoint },
): Promise<MeasurementFacts> {
  const { source } = indicator;
  if (source.kind !== 'units') throw new Error(`${indicator.key} is not counted from units`);
  const { opensOn } = requirePhase(state, definition, point.phase).state;
  const done = await unitsDone({
    parent: state.id,
    state,
    rollout: source.rollout,
    phase: source.phase,
    since: target.counting === 'within' ? startOfDay(opensOn, definition.zone) : null,
    before: point.before,
  });
  return { kind: 'measurement', source: 'units', done };
}
