/** Days and instants of the place, as fields take them and as the record shows them. */
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.extend(timezone);

const ZONE = 'Asia/Shanghai';

/** To the second: entries of one act differ by no more. */
export function secondText(at: string): string {
  return dayjs(at).tz(ZONE).format('YYYY-MM-DD HH:mm:ss');
}

/** The first instant of a day, YYYY-MM-DD. */
export function startOfDayInstant(day: string): string {
  return dayjs.tz(day, ZONE).toISOString();
}

export function dayAfter(day: string): string {
  return dayjs.utc(day).add(1, 'day').format('YYYY-MM-DD');
}

/** An instant as a field for date and time takes it. */
export function fieldOfInstant(at: string): string {
  return dayjs(at).tz(ZONE).format('YYYY-MM-DDTHH:mm');
}

export function instantOfField(text: string): string {
  return dayjs.tz(text, ZONE).toISOString();
}
