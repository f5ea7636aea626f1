/** The working-day calendars that ship with the program, by key. */
import { CN_PUBLIC } from '../domain/calendar/cn-public.ts';
import type { WorkCalendar } from '../domain/calendar/types.ts';

const CALENDARS: readonly WorkCalendar[] = [CN_PUBLIC];

/** @throws Error for an unknown key: definitions are judged before they are published. */
export function calendarOf(key: string): WorkCalendar {
  const found = CALENDARS.find((calendar) => calendar.key === key);
  if (found === undefined) throw new Error(`no calendar ${key}`);
  return found;
}
