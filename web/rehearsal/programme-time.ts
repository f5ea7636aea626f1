/** What a rehearsal's clock shows between two answers of the API. Pure: the API says what it showed and when that was read. */

export interface ClockReading {
  /** Programme time as the API gave it. */
  readonly now: string;
  /** Seconds of the programme per real second; null for a clock of real time. */
  readonly speed: number | null;
  /** By the clock of this machine, milliseconds, which need not agree with the server's. */
  readonly readAtMs: number;
}

const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');

/** Programme time, milliseconds, at an instant of this machine; never before what was read. */
export function programmeMsAt({ now, speed, readAtMs }: ClockReading, atMs: number): number {
  const passed = Math.max(0, atMs - readAtMs) * (speed ?? 1);
  return Math.min(Date.parse(now) + passed, LAST_MS);
}

/** Real seconds until the clock shows an instant; 0 when it is past. */
export function secondsUntil(reading: ClockReading, instant: string, atMs: number): number {
  const away = Date.parse(instant) - programmeMsAt(reading, atMs);
  return Math.max(0, away) / (reading.speed ?? 1) / 1_000;
}

/** How far a place lies between two instants, in per cent, and never outside. */
export function percentOf(atMs: number, [fromMs, toMs]: readonly [number, number]): number {
  if (toMs <= fromMs) return 0;
  return Math.min(100, Math.max(0, ((atMs - fromMs) / (toMs - fromMs)) * 100));
}
