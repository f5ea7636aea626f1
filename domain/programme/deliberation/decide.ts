/** Bodies that meet and vote. The rules, by command. */
import type { Deciders } from '../deciders.ts';
import type { DeliberationCommand } from './commands.ts';

export const deliberationDeciders: Deciders<DeliberationCommand> = {};
