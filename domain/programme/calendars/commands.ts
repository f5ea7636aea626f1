/** A new calendar for a programme that runs. The commands. */
import type { CalendarPublication } from '../../calendar/change.ts';
import type { WorkCalendar } from '../../calendar/types.ts';

/** Moves the programme to a later version of its calendar and counts again what is still ahead; by the clock. */
export interface ApplyCalendar {
  readonly type: 'ApplyCalendar';
  readonly version: number;
}

export type CalendarCommand = ApplyCalendar;

/** The version to be applied, looked up by the engine; only with `ApplyCalendar`. */
export interface NewCalendar {
  readonly calendar: WorkCalendar;
  /** What was published since the version that the programme goes by, oldest first. */
  readonly published: readonly CalendarPublication[];
}
