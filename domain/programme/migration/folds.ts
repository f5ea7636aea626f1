/** A running programme moved to another version of its definition. What the events do to the state. */
import type { Folds } from '../folds.ts';
import type { MigrationEvents } from './events.ts';

export const migrationFolds: Folds<keyof MigrationEvents> = {};
