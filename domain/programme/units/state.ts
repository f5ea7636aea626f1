/** What a programme keeps of its units: the frozen sets, the roll-outs, how far unit programmes are in line, and the samples. */
import type { Instant } from '../../calendar/types.ts';
import type { Unit } from '../../definition/unit-types.ts';

/** A set of units as it was frozen, with the changes since. */
export interface FrozenUnits {
  readonly key: string;
  readonly units: readonly Unit[];
  /** Keys of units that left the set; none of them comes back. */
  readonly gone: readonly string[];
}

export interface RolloutState {
  readonly key: string;
  /** Units whose unit programmes are started in a rehearsal; null for all. The others still count. */
  readonly only: readonly string[] | null;
}

/** Where a unit programme belongs. */
export interface UnitParent {
  /** Id of the programme that started it. */
  readonly programme: string;
  readonly rollout: string;
  readonly unit: string;
}

export interface Alignment {
  /** How often unit programmes were brought in line. */
  readonly generation: number;
  /** Since when they are not; null while they are. */
  readonly since: Instant | null;
}

export interface SampleState {
  /** Unique within the programme, e.g. `s1`. */
  readonly sample: string;
  readonly rollout: string;
  readonly phase: string;
  readonly drawnAt: Instant;
  /** Hash (hex) by which anyone can draw again. */
  readonly seed: string;
  /** How many units could have been drawn. */
  readonly from: number;
  readonly units: readonly InspectedUnit[];
}

export interface InspectedUnit {
  readonly unit: string;
  /** Null until it is inspected. */
  readonly passed: boolean | null;
  /** Round of the unit programme's phase that was inspected; 0 before. */
  readonly round: number;
}

/** What a programme without units has. */
export interface UnitsOfProgramme {
  /** In the order of the definition. */
  readonly unitSets: readonly FrozenUnits[];
  /** In the order of the definition. */
  readonly rollouts: readonly RolloutState[];
  /** Null unless it is a unit programme. */
  readonly parent: UnitParent | null;
  readonly alignment: Alignment;
  /** Oldest first. */
  readonly samples: readonly SampleState[];
}

export const NO_UNITS: UnitsOfProgramme = {
  unitSets: [],
  rollouts: [],
  parent: null,
  alignment: { generation: 0, since: null },
  samples: [],
};
