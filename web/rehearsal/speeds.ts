/** The speeds of a rehearsal by name, and how long things take at them. Pure. */

export const SPEEDS = [
  { name: 'close', speed: 600 },
  { name: 'leisurely', speed: 3_600 },
  { name: 'gentle', speed: 10_800 },
  { name: 'moderate', speed: 21_600 },
  { name: 'brisk', speed: 43_200 },
  { name: 'fast', speed: 86_400 },
  { name: 'veryFast', speed: 259_200 },
  { name: 'flying', speed: 864_000 },
] as const;

export type NamedSpeed = (typeof SPEEDS)[number];

/** A plan of some months then takes a few minutes. */
export const USUAL_SPEED = 3;

export interface Span {
  readonly unit: 's' | 'min' | 'h' | 'd';
  readonly n: number;
}

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/** In the largest unit of which there are at least two, or in which it is whole. */
export function spanOf(seconds: number): Span {
  if (seconds >= 2 * DAY) return { unit: 'd', n: rounded(seconds / DAY) };
  if (seconds >= 2 * HOUR || seconds === HOUR) return { unit: 'h', n: rounded(seconds / HOUR) };
  if (seconds >= 2 * MINUTE || seconds === MINUTE) {
    return { unit: 'min', n: Math.round(seconds / MINUTE) };
  }
  return { unit: 's', n: Math.max(0, Math.round(seconds)) };
}

/** The named speed, or the nearest one, of a rehearsal that was started elsewhere. */
export function nearestSpeed(speed: number): NamedSpeed {
  const distance = (one: NamedSpeed): number => Math.abs(Math.log(one.speed / speed));
  return SPEEDS.reduce((best: NamedSpeed, one) => (distance(one) < distance(best) ? one : best));
}

/** Days from the first to the last, both included. */
export function daysBetween(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / (DAY * 1_000)) + 1;
}

function rounded(count: number): number {
  return count < 10 ? Math.round(count * 10) / 10 : Math.round(count);
}
