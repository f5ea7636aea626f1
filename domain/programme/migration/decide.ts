/** A running programme moved to another version of its definition. The rules, by command. */
import type { Deciders } from '../deciders.ts';
import type { MigrationCommand } from './commands.ts';

export const migrationDeciders: Deciders<MigrationCommand> = {};
