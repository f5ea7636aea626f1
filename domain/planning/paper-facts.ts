/** What a target stands on in a run on paper or in a rehearsal: values that meet it, unless the scenario says that it is missed. */
import { targetOf, type IndicatorTarget } from '../definition/indicator-phase.ts';
import { isReckonable } from '../indicators/exact.ts';
import { needsDenominator } from '../indicators/measure.ts';
import { unitsOfIndicator } from '../indicators/unit-set.ts';
import type { MeasurementFacts, ReportedValue } from '../programme/facts.ts';
import type { ProgrammeState } from '../programme/state.ts';
import { reachesTarget, type Conduct } from './conduct.ts';
import type { AreaMoment, PlanningContext } from './moments.ts';

/** The least step between two values. */
const STEP = 0.0001;
const DECIMALS = 10_000;
const WHOLES = { percent: 100, 'per-10000': 10_000, count: 1, hours: 1 } as const;

/** @throws Error when the moment is of no target. */
export function paperFacts(
  state: ProgrammeState,
  moment: Pick<AreaMoment, 'phase' | 'qualifier'>,
  { definition, conduct }: PlanningContext & { readonly conduct: Conduct },
): MeasurementFacts {
  const found = targetOf(definition, moment.phase);
  if (found === null) throw new Error(`${moment.phase} is no target and cannot be measured`);
  const { indicator } = found;
  const isReached = reachesTarget(moment.phase, moment.qualifier, conduct);
  const units = unitsOfIndicator(state.unitSets, definition, indicator);
  const keys = units === null ? [null] : units.map(({ key }) => key);
  if (indicator.source.kind === 'units') {
    const done = isReached ? keys.flatMap((key) => key ?? []) : [];
    return { kind: 'measurement', source: 'units', done };
  }
  const values = isReached ? valuesThatMeet(found, keys) : [];
  return {
    kind: 'measurement',
    source: 'reported',
    values: values.map((value) => ({ ...value, asOf: state.startsOn })),
  };
}

/** One value for each unit, which together meet the target. */
export function valuesThatMeet(
  { indicator, target }: IndicatorTarget,
  units: readonly (string | null)[],
): readonly Omit<ReportedValue, 'asOf'>[] {
  const value = satisfying(indicator.comparator, target.value);
  const addsUp = indicator.source.kind === 'reported' && indicator.source.rollUp === 'sum';
  const denominator = needsDenominator(indicator) ? WHOLES[indicator.unit] : null;
  return units.map((unit, index) => ({
    unit,
    // Where units add up, one of them stands for all.
    numerator: addsUp && index > 0 ? 0 : value,
    denominator,
  }));
}

function satisfying(comparator: IndicatorTarget['indicator']['comparator'], value: number): number {
  if (comparator === 'more-than') return nearest(value + STEP, value);
  if (comparator === 'less-than') return nearest(value - STEP, value);
  return value;
}

function nearest(wanted: number, otherwise: number): number {
  const rounded = Math.round(wanted * DECIMALS) / DECIMALS;
  return isReckonable(rounded) ? rounded : otherwise;
}
