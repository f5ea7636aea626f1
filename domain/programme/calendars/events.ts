/** A new calendar for a programme that runs. The events. */

// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface CalendarEvents {}
