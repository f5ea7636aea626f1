/** The working-day calendars that ship with the program, each as its first version. */
import { CN_PUBLIC } from '../domain/calendar/cn-public.ts';
import type { WorkCalendar } from '../domain/calendar/types.ts';

export const SHIPPED_CALENDARS: readonly WorkCalendar[] = [CN_PUBLIC];
