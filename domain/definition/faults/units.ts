/** Faults of unit sets and roll-outs. Whether there is a definition for the unit programmes is judged where the catalogue is at hand. */
import { fault, shown, type Fault } from '../fault.ts';
import type { Localised } from '../localised.ts';
import type { Definition } from '../types.ts';
import type { InspectionRule, RolloutDefinition, UnitSetDefinition } from '../unit-types.ts';
import { keyFaults, officeFaults, repetitions } from './common.ts';

const MOST_UNITS = 2000;

const MESSAGES = {
  'unit-set-repeated': { zh: '单位名册重复', en: 'The set of units is listed twice' },
  'unit-set-unknown': { zh: '没有这个单位名册', en: 'There is no such set of units' },
  'unit-set-cycle': {
    zh: '单位名册互相包含',
    en: 'The sets of units lie within one another in a circle',
  },
  'unit-count': {
    zh: `单位数须为 1 至 ${String(MOST_UNITS)} 的整数`,
    en: `The count must be a whole number from 1 to ${String(MOST_UNITS)}`,
  },
  'rollout-repeated': { zh: '推开事项重复', en: 'The roll-out is listed twice' },
  'inspection-share': {
    zh: '抽查比例须在 1 至 100 之间',
    en: 'The share must be from 1 to 100 percent',
  },
  'inspection-least': {
    zh: '最少抽查数须为 1 至 2000 的整数',
    en: 'The least number must be a whole number from 1 to 2000',
  },
} as const satisfies Record<string, Localised>;

type Code = keyof typeof MESSAGES;

export function unitsFaults({
  unitSets = [],
  rollouts = [],
  offices,
}: Definition): readonly Fault[] {
  const sets = new Set(unitSets.map(({ key }) => key));
  const known = new Set(offices.map(({ key }) => key));
  return [
    ...keyedFaults(
      '/unitSets',
      unitSets.map(({ key }) => key),
      'unit-set-repeated',
    ),
    ...unitSets.flatMap((set, index) => setFaults(set, `/unitSets/${String(index)}`, unitSets)),
    ...keyedFaults(
      '/rollouts',
      rollouts.map(({ key }) => key),
      'rollout-repeated',
    ),
    ...rollouts.flatMap((rollout, index) =>
      rolloutFaults(rollout, `/rollouts/${String(index)}`, { sets, offices: known }),
    ),
  ];
}

function keyedFaults(pointer: string, keys: readonly string[], code: Code): readonly Fault[] {
  return [
    ...keys.flatMap((key, index) => keyFaults(`${pointer}/${String(index)}/key`, key)),
    ...repetitions(keys).map((index) =>
      faultOf(`${pointer}/${String(index)}/key`, code, keys[index]),
    ),
  ];
}

function setFaults(
  set: UnitSetDefinition,
  pointer: string,
  sets: readonly UnitSetDefinition[],
): readonly Fault[] {
  const { within, madeUp } = set;
  const count = isWhole(madeUp.count, 1, MOST_UNITS)
    ? []
    : [faultOf(`${pointer}/madeUp/count`, 'unit-count', madeUp.count)];
  if (within === null) return count;
  const at = `${pointer}/within`;
  if (!sets.some(({ key }) => key === within)) {
    return [...count, faultOf(at, 'unit-set-unknown', within)];
  }
  return isWithinItself(set, sets) ? [...count, faultOf(at, 'unit-set-cycle', within)] : count;
}

function isWithinItself(set: UnitSetDefinition, sets: readonly UnitSetDefinition[]): boolean {
  const seen = new Set<string>();
  for (let wider = set.within; wider !== null && !seen.has(wider);) {
    if (wider === set.key) return true;
    seen.add(wider);
    const key: string = wider;
    wider = sets.find((candidate) => candidate.key === key)?.within ?? null;
  }
  return false;
}

function rolloutFaults(
  { unitSet, definition, inspection }: RolloutDefinition,
  pointer: string,
  known: { readonly sets: ReadonlySet<string>; readonly offices: ReadonlySet<string> },
): readonly Fault[] {
  return [
    ...(known.sets.has(unitSet)
      ? []
      : [faultOf(`${pointer}/unitSet`, 'unit-set-unknown', unitSet)]),
    ...keyFaults(`${pointer}/definition/key`, definition.key),
    ...(inspection === undefined
      ? []
      : inspectionFaults(inspection, `${pointer}/inspection`, known.offices)),
  ];
}

function inspectionFaults(
  { office, sharePercent, least }: InspectionRule,
  pointer: string,
  offices: ReadonlySet<string>,
): readonly Fault[] {
  return [
    ...officeFaults(`${pointer}/office`, office, offices),
    ...(sharePercent >= 1 && sharePercent <= 100
      ? []
      : [faultOf(`${pointer}/sharePercent`, 'inspection-share', sharePercent)]),
    ...(isWhole(least, 1, MOST_UNITS)
      ? []
      : [faultOf(`${pointer}/least`, 'inspection-least', least)]),
  ];
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}

function faultOf(pointer: string, code: Code, value: unknown): Fault {
  const { zh, en } = MESSAGES[code];
  return fault(pointer, code, { zh: `${zh}：${shown(value)}`, en: `${en}: ${shown(value)}` });
}
