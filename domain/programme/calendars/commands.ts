/** A new calendar for a programme that runs. The commands. */

export type CalendarCommand = never;
