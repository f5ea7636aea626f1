/** Roll-outs: unit programmes, the frozen set of units, and samples. The events. */
import type { Unit } from '../../definition/unit-types.ts';
import type { ClockData } from '../events.ts';

export interface UnitEvents {
  /** The denominator changed; `before` and `after` count the units of the set. */
  readonly UnitsChanged: {
    readonly set: string;
    readonly added: readonly Unit[];
    readonly removed: readonly string[];
    readonly reason: string;
    readonly by: string;
    readonly before: number;
    readonly after: number;
  };
  /** The unit programmes follow the sets and the programme again. */
  readonly UnitProgrammesAligned: ClockData & {
    readonly generation: number;
    /** Unit programmes that stand for a unit of a set, whenever they were started. */
    readonly started: number;
    /** Unit programmes that were ended, as their unit left the set or the programme ended. */
    readonly ended: number;
    /** Of those started, how many stand still; left out where none does. */
    readonly suspended?: number;
  };
  /** The seed is the hash of the entry before this one, so that anyone can draw again; see `drawFrom`. */
  readonly SampleDrawn: {
    readonly sample: string;
    readonly rollout: string;
    readonly phase: string;
    readonly seed: string;
    /** How many units could have been drawn. */
    readonly from: number;
    /** Keys of those that could have been drawn, so that the draw can be made again. */
    readonly candidates: readonly string[];
    readonly units: readonly string[];
    readonly by: string;
  };
  readonly UnitInspected: {
    readonly sample: string;
    readonly rollout: string;
    readonly phase: string;
    /** Round of the unit programme's phase that was inspected. */
    readonly round: number;
    readonly unit: string;
    readonly passed: boolean;
    readonly note: string;
    readonly by: string;
  };
}
