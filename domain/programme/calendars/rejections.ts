/** A new calendar for a programme that runs. The refusals. */

export type CalendarRejectionCode =
  'calendar-by-clock-only' | 'calendar-version-unknown' | 'calendar-not-newer';
