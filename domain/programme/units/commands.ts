/** Roll-outs: unit programmes, the frozen set of units, and samples. The commands. */
import type { Unit } from '../../definition/unit-types.ts';

/** Changes the frozen set after activation, by the owner and with a reason: the denominator changes with it. */
export interface ChangeUnits {
  readonly type: 'ChangeUnits';
  readonly set: string;
  /** Their offices name accounts when they come to the door, and persons when they come to the rules. */
  readonly add: readonly Unit[];
  readonly remove: readonly string[];
  readonly reason: string;
}

/** Draws units for inspection 抽查 out of those that have finished the phase. */
export interface DrawSample {
  readonly type: 'DrawSample';
  readonly rollout: string;
  /** Of the unit programmes. */
  readonly phase: string;
}

export interface RecordInspection {
  readonly type: 'RecordInspection';
  readonly sample: string;
  readonly unit: string;
  readonly passed: boolean;
  readonly note: string;
}

export type UnitCommand = ChangeUnits | DrawSample | RecordInspection;
