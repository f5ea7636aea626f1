/** A new calendar for a programme that runs. The refusals. */

export type CalendarRejectionCode = never;
