/** Standing duties: periods that open one after another. The rules, by command. */
import type { Deciders } from '../deciders.ts';
import type { DutyCommand } from './commands.ts';

export const dutyDeciders: Deciders<DutyCommand> = {};
