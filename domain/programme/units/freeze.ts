/** Freezing the sets of units: those that were given, or made up for a rehearsal. Every count has them as its denominator. */
import { makeUpUnits, widestFirst } from '../../definition/made-up-units.ts';
import type { Definition } from '../../definition/types.ts';
import type { Unit, UnitSetDefinition } from '../../definition/unit-types.ts';
import { refuse, type Decision } from '../rejections.ts';

export const MOST_UNITS = 2000;

/** What is asked for at activation. */
export interface UnitsAsked {
  /** By set. */
  readonly unitSets?: Readonly<Record<string, readonly Unit[]>>;
  /** Units to which a roll-out is restricted in a rehearsal, by roll-out. */
  readonly rollouts?: Readonly<Record<string, readonly string[]>>;
  readonly isRehearsal: boolean;
}

export interface FrozenSet {
  readonly key: string;
  readonly units: readonly Unit[];
}

export interface StartedRollout {
  readonly key: string;
  /** Null for all of the set. */
  readonly only: readonly string[] | null;
}

export interface FrozenAtActivation {
  readonly ok: true;
  readonly unitSets: readonly FrozenSet[];
  readonly rollouts: readonly StartedRollout[];
}

type Refused = Extract<Decision<never>, { readonly ok: false }>;

export function freezeUnits(
  definition: Definition,
  asked: UnitsAsked,
): FrozenAtActivation | Refused {
  const sets = definition.unitSets ?? [];
  const unknown = Object.keys(asked.unitSets ?? {}).find(
    (key) => !sets.some((set) => set.key === key),
  );
  if (unknown !== undefined) return refused('unknown-unit-set', { set: unknown });
  const frozen = new Map<string, readonly Unit[]>();
  for (const set of widestFirst(sets)) {
    const wider = set.within === null ? [] : (frozen.get(set.within) ?? []);
    const given = givenUnits(asked, set.key);
    const units = given ?? (asked.isRehearsal ? makeUpUnits(set, wider) : []);
    if (units.length === 0) return refused('units-required', { set: set.key });
    const fault = unitsFault(set, units, wider);
    if (fault !== null) return fault;
    frozen.set(set.key, units);
  }
  const unitSets = sets.map(({ key }) => ({ key, units: frozen.get(key) ?? [] }));
  return startedRollouts(definition, unitSets, asked);
}

function givenUnits({ unitSets }: UnitsAsked, key: string): readonly Unit[] | undefined {
  return unitSets !== undefined && Object.hasOwn(unitSets, key) ? unitSets[key] : undefined;
}

/** Why these cannot be the units of the set; null when they can. */
export function unitsFault(
  set: UnitSetDefinition,
  units: readonly Unit[],
  wider: readonly Unit[],
): Refused | null {
  if (units.length > MOST_UNITS) {
    return refused('too-many-units', { set: set.key, most: MOST_UNITS });
  }
  const groups = new Set(wider.map(({ key }) => key));
  const seen = new Set<string>();
  for (const { key, within } of units) {
    if (seen.has(key)) return refused('unit-repeated', { set: set.key, unit: key });
    seen.add(key);
    const isPlaced = set.within === null ? within === null : within !== null && groups.has(within);
    if (!isPlaced) return refused('unit-group-unknown', { set: set.key, unit: key });
  }
  return null;
}

function startedRollouts(
  definition: Definition,
  unitSets: readonly FrozenSet[],
  { rollouts = {}, isRehearsal }: UnitsAsked,
): FrozenAtActivation | Refused {
  const defined = definition.rollouts ?? [];
  for (const [key, only] of Object.entries(rollouts)) {
    const rollout = defined.find((candidate) => candidate.key === key);
    if (rollout === undefined) return refused('unknown-rollout', { rollout: key });
    if (!isRehearsal) return refused('rollout-not-restrictable', { rollout: key });
    const units = unitSets.find((set) => set.key === rollout.unitSet)?.units ?? [];
    const known = new Set(units.map((unit) => unit.key));
    const unknown = only.find((unit) => !known.has(unit));
    if (unknown !== undefined) return refused('unknown-unit', { rollout: key, unit: unknown });
  }
  return {
    ok: true,
    unitSets,
    rollouts: defined.map(({ key }) => ({
      key,
      only: Object.hasOwn(rollouts, key) ? [...new Set(rollouts[key])] : null,
    })),
  };
}

function refused(...rejection: Parameters<typeof refuse>): Refused {
  // A refusal is never accepted, which the shared type does not say.
  return refuse(...rejection) as Refused;
}
