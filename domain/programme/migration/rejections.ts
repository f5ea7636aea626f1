/** A running programme moved to another version of its definition. The refusals. */

export type MigrationRejectionCode =
  | 'migration-target-unknown'
  | 'migration-target-invalid'
  | 'migration-choice-invalid'
  | 'migration-impossible'
  | 'migration-outdated'
  | 'migration-not-pending'
  | 'migration-same-person';
