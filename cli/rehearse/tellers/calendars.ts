/** A new calendar for a programme that runs. How a rehearsal tells of the events. */
import type { CalendarEvents } from '../../../domain/programme/calendars/events.ts';
import type { Tellers } from './teller.ts';

export const calendarTellers: Tellers<keyof CalendarEvents> = {};
