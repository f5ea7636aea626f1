/** A new calendar for a programme that runs. The rules, by command. */
import type { Deciders } from '../deciders.ts';
import type { CalendarCommand } from './commands.ts';

export const calendarDeciders: Deciders<CalendarCommand> = {};
