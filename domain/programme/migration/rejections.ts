/** A running programme moved to another version of its definition. The refusals. */

export type MigrationRejectionCode = never;
