/** Everything that the API does with calendars: reading versions, publishing one, and seeing beforehand what it would move. */
import type { Pool } from 'pg';
import type { Clock } from '../platform/clock.ts';
import { createCalendarStore, type CalendarStore } from './calendar-store.ts';
import { createDefinitionStore, type DefinitionSource } from './definition-store.ts';
import { createCalendarPreviewer, type CalendarPreviewer } from './preview-calendar.ts';
import { createCalendarPublisher, type CalendarPublisher } from './publish-calendar.ts';

export interface Calendars {
  readonly store: CalendarStore;
  readonly publisher: CalendarPublisher;
  readonly previewer: CalendarPreviewer;
}

export function createCalendars(deps: {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly catalogue: DefinitionSource;
}): Calendars {
  const { pool, clock } = deps;
  const calendars = createCalendarStore({ pool, clock });
  const definitions = createDefinitionStore(deps);
  return {
    store: calendars,
    publisher: createCalendarPublisher({ pool, clock, calendars }),
    previewer: createCalendarPreviewer({ pool, clock, calendars, definitions }),
  };
}
