/** A running programme moved to another version of its definition. The events. */

// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface MigrationEvents {}
