/** The calendar by which a rehearsal's people count their working days: the one that the server has. */
import type { WorkCalendar } from '../../domain/calendar/types.ts';
import { callApi } from './http-desk.ts';

type CalendarAnswer = Omit<WorkCalendar, 'publishedThrough'> & { readonly horizon: string };

export async function readCalendar(
  address: string,
  from: { readonly key: string; readonly token: string },
): Promise<WorkCalendar> {
  const path = `/v1/calendars/${from.key}`;
  const answer = await callApi<CalendarAnswer>(address, { method: 'GET', path, token: from.token });
  const { key, version, zone, weekend, years, overrides = [], horizon } = answer;
  return { key, version, zone, weekend, years, overrides, publishedThrough: horizon };
}
