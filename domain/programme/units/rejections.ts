/** Roll-outs: unit programmes, the frozen set of units, and samples. The refusals. */

export type UnitRejectionCode = never;
