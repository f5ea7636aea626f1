/** Roll-outs: unit programmes, the frozen set of units, and samples. The events. */

// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface UnitEvents {}
