/** Roll-outs: unit programmes, the frozen set of units, and samples. The commands. */

export type UnitCommand = never;
