/** A new calendar for a programme that runs. What the events do to the state. */
import type { Folds } from '../folds.ts';
import type { CalendarEvents } from './events.ts';
import { applyRecount } from './apply-recount.ts';

export const calendarFolds: Folds<keyof CalendarEvents> = {
  CalendarApplied: (state, { data }) => ({
    ...applyRecount(state, data),
    calendar: { key: data.key, version: data.to },
  }),
};
