/** Dates and instants as readers of the place say them. Programme time comes from the API; nothing here reads a clock. */
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import type { ReactElement } from 'react';

dayjs.extend(utc);
dayjs.extend(timezone);

/** The papers are of places that keep one time. */
const ZONE = 'Asia/Shanghai';

export function instantText(at: string): string {
  return dayjs(at).tz(ZONE).format('YYYY-MM-DD HH:mm');
}

/** A deadline is the first instant of the next day; what people call the due day is the day before. */
export function dueDayText(dueAt: string): string {
  return dayjs(dueAt).subtract(1, 'millisecond').tz(ZONE).format('YYYY-MM-DD');
}

/** The day on which an instant lies. */
export function dayText(at: string): string {
  return dayjs(at).tz(ZONE).format('YYYY-MM-DD');
}

/** The first instant of a day. */
export function dayStart(day: string): string {
  return dayjs.tz(day, ZONE).toISOString();
}

/** The first instant after a day: where a span ends that includes it. */
export function dayEnd(day: string): string {
  return dayjs.tz(day, ZONE).add(1, 'day').toISOString();
}

export function When({ at }: { readonly at: string }): ReactElement {
  return <time dateTime={at}>{instantText(at)}</time>;
}

export function DueDay({ dueAt }: { readonly dueAt: string }): ReactElement {
  return <time dateTime={dueAt}>{dueDayText(dueAt)}</time>;
}

/** To the second, for what is looked at again and again. */
export function ClockTime({ at }: { readonly at: string }): ReactElement {
  return <time dateTime={at}>{dayjs(at).tz(ZONE).format('HH:mm:ss')}</time>;
}
