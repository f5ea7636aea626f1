/** Governance of time: extensions, suspensions, good cause, reviews, accountability. The rules, by command. */
import type { Deciders } from '../deciders.ts';
import type { TimeCommand } from './commands.ts';

export const timeDeciders: Deciders<TimeCommand> = {};
