/** A running programme moved to another version of its definition. The commands. */

export type MigrationCommand = never;
