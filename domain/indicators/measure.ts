/** Rolls the values of units up to one, by the rule of the indicator, and holds it against a target or the even pace. */
import type { IndicatorDefinition, TargetDefinition } from '../definition/indicator-types.ts';
import type { Unit } from '../definition/unit-types.ts';
import type { MeasurementFacts, ReportedValue } from '../programme/facts.ts';
import {
  decimal,
  fractionOf,
  product,
  quotient,
  satisfies,
  sumOf,
  times,
  wholeOf,
  type Fraction,
} from './exact.ts';

/** What a measurement is made of. */
export interface MeasuringScene {
  readonly indicator: IndicatorDefinition;
  readonly target: TargetDefinition;
  /** The frozen units of the indicator; null where one value stands for the whole programme. */
  readonly units: readonly Unit[] | null;
  readonly facts: MeasurementFacts;
}

/** What was found, in the numbers of JSON. */
export interface Measurement {
  /** What was added up; with `each-unit` the units that reach the target by themselves. */
  readonly numerator: number;
  /** Null where the rule asks for none. */
  readonly denominator: number | null;
  /** In the unit of the indicator, two decimals, cut off; null where nothing can be computed. */
  readonly value: number | null;
  readonly met: boolean;
  /** Units without a report. */
  readonly missing: number;
  /** Keys of the units, or of the groups of units, that fall short or have not reported. */
  readonly unmet: readonly string[];
}

export interface PaceFound {
  /** What the even pace asks for; with `each-unit` in percent of the units. */
  readonly expected: number;
  readonly behind: boolean;
}

/** A unit's place behind the value. */
export interface Standing {
  readonly unit: string | null;
  /** Null without a report. */
  readonly report: ReportedValue | null;
  /** Whether it reaches the target by itself; where units only add up, whether it has reported. */
  readonly met: boolean;
}

const FACTORS: Readonly<Record<IndicatorDefinition['unit'], number>> = {
  percent: 100,
  'per-10000': 10_000,
  count: 1,
  hours: 1,
};

const PERCENT = 100;

/** Whether a report of this indicator has a denominator. */
export function needsDenominator({ unit, source }: IndicatorDefinition): boolean {
  const isShare = unit === 'percent' || unit === 'per-10000';
  return isShare || (source.kind === 'reported' && source.rollUp === 'ratio');
}

/** Silence never meets a target: a unit without a report adds nothing, and where that could help it fails the whole. */
export function measure(scene: MeasuringScene): Measurement {
  const required = fractionOf(scene.target.value);
  const unmet = shortOf(scene, required);
  const value = valueOf(scene);
  return {
    ...addedUp(scene),
    value: value === null ? null : decimal(value),
    met: reaches(scene, required, unmet),
    missing: missingOf(scene).length,
    unmet,
  };
}

/**
 * Things that are counted are whole: the even pace asks for as many as are whole by then.
 * @param elapsed the share of the way that should have been gone
 */
export function holdAgainstPace(scene: MeasuringScene, elapsed: Fraction): PaceFound {
  const { indicator, target } = scene;
  if (asksEachUnit(indicator)) {
    const expected = times(elapsed, PERCENT);
    const share = valueOf(scene);
    const isThere = share !== null && satisfies(share, 'at-least', expected);
    return { expected: decimal(expected), behind: !isThere };
  }
  const linear = product(fractionOf(target.value), elapsed);
  const expected = indicator.unit === 'count' ? wholeOf(linear) : linear;
  return { expected: decimal(expected), behind: !isAtPace(scene, expected) };
}

/** Every unit with what it reported last, in the order of the set. */
export function standingsOf({
  indicator,
  target,
  units,
  facts,
}: MeasuringScene): readonly Standing[] {
  const required = fractionOf(target.value);
  const keys = units === null ? [null] : units.map(({ key }) => key);
  if (facts.source === 'units') {
    const done = new Set(facts.done);
    return keys.map((unit) => ({ unit, report: null, met: unit !== null && done.has(unit) }));
  }
  const reports = new Map(facts.values.map((value) => [value.unit, value]));
  return keys.map((unit) => {
    const report = reports.get(unit) ?? null;
    return { unit, report, met: report !== null && unitReaches(indicator, report, required) };
  });
}

function unitReaches(
  indicator: IndicatorDefinition,
  report: ReportedValue,
  required: Fraction,
): boolean {
  const isSum = indicator.source.kind === 'reported' && indicator.source.rollUp === 'sum';
  const hasNothing = report.denominator === 0;
  if ((isSum && report.unit !== null) || hasNothing) return true;
  const own = ownValue(indicator, [report]);
  return own !== null && satisfies(own, indicator.comparator, required);
}

/** The value of these reports together. */
function ownValue(
  indicator: IndicatorDefinition,
  reports: readonly ReportedValue[],
): Fraction | null {
  const numerator = sumOf(reports.map((report) => report.numerator));
  if (!needsDenominator(indicator)) return fractionOf(numerator);
  const value = quotient(numerator, sumOf(reports.map(({ denominator }) => denominator ?? 0)));
  return value === null ? null : times(value, FACTORS[indicator.unit]);
}

function valueOf(scene: MeasuringScene): Fraction | null {
  const { indicator, units, facts } = scene;
  if (facts.source === 'reported' && !asksEachUnit(indicator)) {
    const reports = known(scene, facts.values);
    return reports.length === 0 ? null : ownValue(indicator, reports);
  }
  const reached = standingsOf(scene).filter(({ met }) => met).length;
  if (facts.source === 'units' && indicator.unit !== 'percent') return fractionOf(reached);
  const share = quotient(reached, units?.length ?? 0);
  return share === null ? null : times(share, PERCENT);
}

function addedUp(scene: MeasuringScene): Pick<Measurement, 'numerator' | 'denominator'> {
  const { indicator, units, facts } = scene;
  if (facts.source === 'units' || asksEachUnit(indicator)) {
    const reached = standingsOf(scene).filter(({ met }) => met).length;
    return { numerator: reached, denominator: units?.length ?? 0 };
  }
  const reports = known(scene, facts.values);
  return {
    numerator: sumOf(reports.map(({ numerator }) => numerator)),
    denominator: needsDenominator(indicator)
      ? sumOf(reports.map(({ denominator }) => denominator ?? 0))
      : null,
  };
}

function isAtPace(scene: MeasuringScene, expected: Fraction): boolean {
  const { facts, units } = scene;
  if (facts.source === 'reported') return reaches(scene, expected, []);
  const done = new Set(facts.done);
  const groups = asksEachGroup(scene.indicator)
    ? [...groupsOf(units ?? []).values()]
    : [units ?? []];
  return groups.every((members) => {
    const asked =
      scene.indicator.unit === 'percent'
        ? wholeOf(product(expected, { numerator: BigInt(members.length), denominator: 100n }))
        : wholeOf(expected);
    const reached = members.filter(({ key }) => done.has(key)).length;
    return satisfies(fractionOf(reached), 'at-least', asked);
  });
}

function reaches(scene: MeasuringScene, required: Fraction, unmet: readonly string[]): boolean {
  const { indicator, units } = scene;
  if (asksEachUnit(indicator) || asksEachGroup(indicator)) {
    return unmet.length === 0 && (units?.length ?? 0) > 0;
  }
  const value = valueOf(scene);
  if (value === null || !satisfies(value, indicator.comparator, required)) return false;
  return missingOf(scene).length === 0 || onlyGains(indicator);
}

/** Whether a missing report could only raise the value. */
function onlyGains({ source, comparator }: IndicatorDefinition): boolean {
  if (source.kind === 'units') return true;
  const isFloor = comparator === 'at-least' || comparator === 'more-than';
  return source.rollUp === 'sum' && isFloor;
}

function shortOf(scene: MeasuringScene, required: Fraction): readonly string[] {
  const { indicator, units } = scene;
  if (units === null) return [];
  if (asksEachGroup(indicator)) return shortGroups(scene, units, required);
  return standingsOf(scene)
    .filter(({ met }) => !met)
    .flatMap(({ unit }) => (unit === null ? [] : [unit]));
}

/** Groups without a unit of this set owe nothing. */
function shortGroups(
  { indicator, facts }: MeasuringScene,
  units: readonly Unit[],
  required: Fraction,
): readonly string[] {
  const done = new Set(facts.source === 'units' ? facts.done : []);
  return [...groupsOf(units)].flatMap(([group, members]) => {
    const reached = members.filter(({ key }) => done.has(key)).length;
    const share = quotient(reached, members.length);
    if (share === null) return [];
    const value = indicator.unit === 'percent' ? times(share, PERCENT) : fractionOf(reached);
    return satisfies(value, indicator.comparator, required) ? [] : [group];
  });
}

function groupsOf(units: readonly Unit[]): ReadonlyMap<string, readonly Unit[]> {
  const groups = new Map<string, Unit[]>();
  for (const unit of units) {
    const group = unit.within ?? '';
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [unit]);
    else members.push(unit);
  }
  return groups;
}

function missingOf({ units, facts }: MeasuringScene): readonly (string | null)[] {
  if (facts.source === 'units') return [];
  const reported = new Set(facts.values.map(({ unit }) => unit));
  const keys = units === null ? [null] : units.map(({ key }) => key);
  return keys.filter((key) => !reported.has(key));
}

/** Reports of the units of the set; what was reported for any other counts for nothing. */
function known(
  { units }: MeasuringScene,
  values: readonly ReportedValue[],
): readonly ReportedValue[] {
  if (units === null) return values.filter(({ unit }) => unit === null);
  const keys = new Set(units.map(({ key }) => key));
  return values.filter(({ unit }) => unit !== null && keys.has(unit));
}

function asksEachUnit({ source }: IndicatorDefinition): boolean {
  return source.kind === 'reported' && source.rollUp === 'each-unit';
}

function asksEachGroup({ source }: IndicatorDefinition): boolean {
  return source.kind === 'units' && source.each === 'group';
}
