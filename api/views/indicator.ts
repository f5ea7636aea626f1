/** Indicators as people see them: values as they stand, held against their targets and the even pace. */
import { derivedKey } from '../../domain/definition/phase-key.ts';
import type {
  IndicatorDefinition,
  TargetDefinition,
} from '../../domain/definition/indicator-types.ts';
import type { Definition, Localised } from '../../domain/definition/types.ts';
import type { Unit } from '../../domain/definition/unit-types.ts';
import { elapsedShare } from '../../domain/indicators/even-pace.ts';
import { explainMeasurement } from '../../domain/indicators/explain.ts';
import {
  holdAgainstPace,
  measure,
  standingsOf,
  type Measurement,
  type MeasuringScene,
  type PaceFound,
  type Standing,
} from '../../domain/indicators/measure.ts';
import { unitSetOf, unitsOfIndicator } from '../../domain/indicators/unit-set.ts';
import type { MeasurementFacts } from '../../domain/programme/facts.ts';
import type { PhaseState, ProgrammeState } from '../../domain/programme/state.ts';
import type { LatestValueRow, MeasurementRow } from '../reads.ts';
import { isOverdue } from './programme.ts';
import { personRef, type Names, type PersonName } from './rows.ts';
import { officeTitle } from './office-title.ts';

/** Everything that the indicators of one programme are shown from. */
export interface IndicatorScene {
  readonly state: ProgrammeState;
  readonly definition: Definition;
  /** Programme time. */
  readonly now: string;
  /** The day for which values are looked at. */
  readonly day: string;
  readonly values: readonly LatestValueRow[];
  readonly measurements: readonly MeasurementRow[];
  /** Phase key of a target → units that are done; a target is absent where nobody can tell. */
  readonly done: ReadonlyMap<string, readonly string[]>;
  readonly names: Names;
}

/** A target held against the value of the day. */
export interface TargetToday {
  readonly phase: PhaseState;
  readonly indicator: IndicatorDefinition;
  readonly target: TargetDefinition;
  readonly found: Measurement | null;
  /** Null where more is not better. */
  readonly pace: PaceFound | null;
}

export function indicatorView(indicator: IndicatorDefinition, scene: IndicatorScene): object {
  const { definition, state } = scene;
  const { key, title, clause, unit, comparator, office, source } = indicator;
  const units = unitsOfIndicator(state.unitSets, definition, indicator);
  return {
    key,
    title,
    clause,
    unit,
    comparator,
    office,
    officeTitle: officeTitle(definition, office),
    source: {
      kind: source.kind,
      unitSet: unitSetOf(definition, source),
      ...(source.kind === 'reported' ? { rollUp: source.rollUp } : {}),
      ...(source.kind === 'units' && source.each !== undefined ? { each: source.each } : {}),
    },
    coverage: units === null ? null : coverageOf(indicator, units, scene),
    targets: targetsToday(indicator, scene).map((today) => targetView(today, scene)),
    measurements: scene.measurements
      .filter((row) => row.indicator === key)
      .map((row) => measurementView(row, indicator, scene)),
  };
}

/** The targets of an indicator that the programme runs. */
export function targetsToday(
  indicator: IndicatorDefinition,
  scene: IndicatorScene,
): readonly TargetToday[] {
  return indicator.targets.flatMap((target): readonly TargetToday[] => {
    const phaseKey = derivedKey(indicator.key, target.key);
    const phase = scene.state.phases.find((candidate) => candidate.key === phaseKey);
    if (phase === undefined) return [];
    const measuring = measuringScene(indicator, target, scene);
    if (measuring === null) return [{ phase, indicator, target, found: null, pace: null }];
    return [
      {
        phase,
        indicator,
        target,
        found: measure(measuring),
        pace: paceOf(measuring, phase, scene),
      },
    ];
  });
}

/** The units behind the value of a target; null where nobody can tell. */
export function unitStandings(
  indicator: IndicatorDefinition,
  target: TargetDefinition,
  scene: IndicatorScene,
): readonly Standing[] | null {
  const measuring = measuringScene(indicator, target, scene);
  return measuring === null ? null : standingsOf(measuring);
}

export function standingView(
  { unit, report, met }: Standing,
  units: readonly Unit[] | null,
): object {
  const found = units?.find(({ key }) => key === unit);
  return {
    unit: found === undefined ? null : { key: found.key, title: found.title, within: found.within },
    met,
    numerator: report?.numerator ?? null,
    denominator: report?.denominator ?? null,
    asOf: report?.asOf ?? null,
  };
}

export function wordsOf(today: TargetToday, definition: Definition): Localised | null {
  const { found, pace, indicator, target } = today;
  if (found === null) return null;
  const said = { ...found, required: target.value, unmetCount: found.unmet.length };
  return explainMeasurement({ ...said, ...(pace === null ? {} : { pace }) }, indicator, definition);
}

function targetView(today: TargetToday, scene: IndicatorScene): object {
  const { phase, target, found, pace } = today;
  return {
    key: target.key,
    phase: phase.key,
    required: target.value,
    from: phase.opensOn,
    on: phase.dueOn,
    status: phase.status,
    overdue: isOverdue(phase, scene.state, scene.now),
    current:
      found === null
        ? null
        : {
            numerator: found.numerator,
            denominator: found.denominator,
            value: found.value,
            met: found.met,
            missing: found.missing,
            unmetCount: found.unmet.length,
            ...(pace === null ? {} : { pace }),
            words: wordsOf(today, scene.definition),
          },
  };
}

function measurementView(
  row: MeasurementRow,
  indicator: IndicatorDefinition,
  scene: IndicatorScene,
): object {
  const {
    indicator: _indicator,
    phase: _phase,
    round: _round,
    by,
    expected,
    behind,
    ...rest
  } = row;
  const pace = expected === null || behind === null ? undefined : { expected, behind };
  return {
    ...rest,
    ...(by === null ? {} : { by: personRef(by, scene.names) satisfies PersonName }),
    ...(pace === undefined ? {} : { pace }),
    words: explainMeasurement({ ...rest, pace }, indicator, scene.definition),
  };
}

function measuringScene(
  indicator: IndicatorDefinition,
  target: TargetDefinition,
  scene: IndicatorScene,
): MeasuringScene | null {
  const facts = factsOf(indicator, target, scene);
  const units = unitsOfIndicator(scene.state.unitSets, scene.definition, indicator);
  return facts === null ? null : { indicator, target, units, facts };
}

function factsOf(
  { key, source }: IndicatorDefinition,
  target: TargetDefinition,
  { values, done }: IndicatorScene,
): MeasurementFacts | null {
  if (source.kind === 'reported') {
    const own = values.filter(({ indicator }) => indicator === key);
    return { kind: 'measurement', source: 'reported', values: own };
  }
  const keys = done.get(derivedKey(key, target.key));
  return keys === undefined ? null : { kind: 'measurement', source: 'units', done: keys };
}

function paceOf(
  measuring: MeasuringScene,
  phase: PhaseState,
  { day }: IndicatorScene,
): PaceFound | null {
  const { comparator } = measuring.indicator;
  if (comparator !== 'at-least' && comparator !== 'more-than') return null;
  if (day < phase.opensOn) return null;
  return holdAgainstPace(measuring, elapsedShare({ from: phase.opensOn, to: phase.dueOn }, day));
}

function coverageOf(
  indicator: IndicatorDefinition,
  units: readonly Unit[],
  scene: IndicatorScene,
): { readonly units: number; readonly reported: number } {
  const keys = new Set(units.map(({ key }) => key));
  if (indicator.source.kind === 'reported') {
    const own = scene.values.filter(
      ({ indicator: of, unit }) => of === indicator.key && unit !== null && keys.has(unit),
    );
    return { units: units.length, reported: own.length };
  }
  const first = indicator.targets[0];
  const done = first === undefined ? [] : scene.done.get(derivedKey(indicator.key, first.key));
  return { units: units.length, reported: (done ?? []).filter((unit) => keys.has(unit)).length };
}
