/** Faults of indicators: their keys, offices, units and ways of adding up, and their targets. */
import { isLocalDate } from '../../calendar/dates.ts';
import { isReckonable } from '../../indicators/exact.ts';
import { memberPointer, shown, type Fault } from '../fault.ts';
import type { IndicatorDefinition, TargetDefinition } from '../indicator-types.ts';
import type { Definition } from '../types.ts';
import { dateFaults, keyListFaults, officeFaults } from './common.ts';
import { ladderFaultsAt } from './ladder.ts';
import { definitionFault } from './messages.ts';

const POINTER = '/indicators';
const MOST_PERCENT = 100;

export function indicatorFaults(definition: Definition): readonly Fault[] {
  const indicators = definition.indicators ?? [];
  const keys = indicators.map(({ key }) => key);
  const taken = new Set([
    ...definition.phases.map(({ key }) => key),
    ...(definition.duties ?? []).map(({ key }) => key),
  ]);
  return [
    ...keyListFaults(POINTER, keys, 'indicator-repeated'),
    ...keys.flatMap((key, index) =>
      taken.has(key)
        ? [definitionFault(`${POINTER}/${index}/key`, 'indicator-key-taken', key)]
        : [],
    ),
    ...indicators.flatMap((indicator, index) => [
      ...placeFaults(indicator, `${POINTER}/${index}`, definition),
      ...sourceFaults(indicator, `${POINTER}/${index}/source`, definition),
      ...targetsFaults(indicator, `${POINTER}/${index}/targets`, definition),
    ]),
  ];
}

function placeFaults(
  { office, ladder }: IndicatorDefinition,
  pointer: string,
  { offices }: Definition,
): readonly Fault[] {
  const keys = new Set(offices.map(({ key }) => key));
  return [
    ...officeFaults(`${pointer}/office`, office, keys),
    ...(ladder === undefined ? [] : ladderFaultsAt(ladder, `${pointer}/ladder`, keys)),
  ];
}

function sourceFaults(
  indicator: IndicatorDefinition,
  pointer: string,
  definition: Definition,
): readonly Fault[] {
  const { source, unit } = indicator;
  if (source.kind === 'units') return countedFaults(indicator, pointer, definition);
  const { unitSet, rollUp } = source;
  const isKnown = unitSet === null || hasSet(definition, unitSet);
  const isShare = unit === 'percent' || unit === 'per-10000';
  return [
    ...(isKnown ? [] : [definitionFault(`${pointer}/unitSet`, 'unit-set-unknown', shown(unitSet))]),
    ...(isShare && rollUp === 'sum' ? [definitionFault(`${pointer}/rollUp`, 'roll-up-share')] : []),
    ...(rollUp === 'each-unit' && unitSet === null
      ? [definitionFault(`${pointer}/rollUp`, 'roll-up-no-units')]
      : []),
  ];
}

function countedFaults(
  { source, unit }: IndicatorDefinition,
  pointer: string,
  definition: Definition,
): readonly Fault[] {
  if (source.kind !== 'units') return [];
  const rollout = definition.rollouts?.find(({ key }) => key === source.rollout);
  const set = definition.unitSets?.find(({ key }) => key === rollout?.unitSet);
  const isCountable = unit === 'percent' || unit === 'count';
  return [
    ...(rollout === undefined
      ? [definitionFault(`${pointer}/rollout`, 'rollout-unknown', shown(source.rollout))]
      : []),
    ...(isCountable ? [] : [definitionFault(pointer, 'units-not-countable', unit)]),
    ...(source.each === 'group' && set?.within === null
      ? [definitionFault(`${pointer}/each`, 'group-missing', set.key)]
      : []),
  ];
}

function targetsFaults(
  indicator: IndicatorDefinition,
  pointer: string,
  definition: Definition,
): readonly Fault[] {
  const { targets } = indicator;
  const keys = targets.map((target) => target.key);
  return [
    ...(targets.length === 0 ? [definitionFault(pointer, 'targets-missing')] : []),
    ...keyListFaults(pointer, keys, 'target-repeated'),
    ...targets.flatMap((target, index) => [
      ...dateOrderFaults(target, `${pointer}/${index}`, definition),
      ...valueFaults(target, `${pointer}/${index}`, indicator),
    ]),
  ];
}

function dateOrderFaults(
  { from, on }: TargetDefinition,
  pointer: string,
  { startsOn }: Definition,
): readonly Fault[] {
  const invalid = [
    ...dateFaults(memberPointer(pointer, 'from'), from),
    ...dateFaults(memberPointer(pointer, 'on'), on),
  ];
  if (invalid.length > 0) return invalid;
  return [
    ...(on < from ? [definitionFault(pointer, 'window-backwards', `${from} – ${on}`)] : []),
    ...(isLocalDate(startsOn) && from < startsOn
      ? [definitionFault(`${pointer}/from`, 'window-before-start', from)]
      : []),
  ];
}

function valueFaults(
  { value, counting, pace }: TargetDefinition,
  pointer: string,
  { unit, comparator, source }: IndicatorDefinition,
): readonly Fault[] {
  const isSensible = isReckonable(value) && (unit !== 'percent' || value <= MOST_PERCENT);
  const isFloor = comparator === 'at-least' || comparator === 'more-than';
  return [
    ...(isSensible ? [] : [definitionFault(`${pointer}/value`, 'target-value', String(value))]),
    ...(counting === 'within' && source.kind !== 'units'
      ? [definitionFault(`${pointer}/counting`, 'counting-reported')]
      : []),
    ...(pace !== undefined && !isFloor ? [definitionFault(`${pointer}/pace`, 'pace-ceiling')] : []),
  ];
}

function hasSet({ unitSets }: Definition, key: string): boolean {
  return unitSets?.some((set) => set.key === key) === true;
}
