/** A running programme moved to another version of its definition. How a rehearsal tells of the events. */
import type { MigrationEvents } from '../../../domain/programme/migration/events.ts';
import type { Tellers } from './teller.ts';

export const migrationTellers: Tellers<keyof MigrationEvents> = {};
