/** Roll-outs: unit programmes, the frozen set of units, and samples. The refusals. */

export type UnitRejectionCode =
  | 'units-required'
  | 'unknown-unit-set'
  | 'unit-repeated'
  | 'unit-group-unknown'
  | 'too-many-units'
  | 'unknown-rollout'
  | 'unknown-unit'
  | 'rollout-not-restrictable'
  | 'unit-key-used'
  | 'unit-in-use'
  | 'units-unchanged'
  | 'not-inspected'
  | 'nothing-to-inspect'
  | 'sample-open'
  | 'unknown-sample'
  | 'unit-not-drawn'
  | 'already-inspected'
  | 'unit-not-finished'
  | 'inspector-took-part';
