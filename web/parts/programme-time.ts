/** What a programme's clock shows between two answers of the API. Pure: the API says what it showed and when that was read. */
import type { Schemas } from '../api/client.ts';

export interface ClockReading {
  /** Programme time as the API gave it. */
  readonly now: string;
  /** Seconds of the programme per real second; null for a clock of real time. */
  readonly speed: number | null;
  /** By the clock of this machine, milliseconds, which need not agree with the server's. */
  readonly readAtMs: number;
  /** By the clock of the server, milliseconds: a fast clock stands until then. */
  readonly runsFromMs: number | null;
}

/** What was read of a programme at `readAtMs`, milliseconds of this machine's clock. */
export function readingOf(
  { now, clock }: { readonly now: string; readonly clock: Schemas['Clock'] | null },
  readAtMs: number,
): ClockReading {
  const runsFromMs = clock?.runsFrom === undefined ? null : Date.parse(clock.runsFrom);
  return { now, speed: clock?.speed ?? null, readAtMs, runsFromMs };
}

/** Real milliseconds until the clock runs; 0 for one that does. Where this machine's clock is wrong, wrong by as much until the next answer. */
export function standsForMs({ runsFromMs }: ClockReading, atMs: number): number {
  return runsFromMs === null ? 0 : Math.max(0, runsFromMs - atMs);
}

const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');

/** Programme time, milliseconds, at an instant of this machine; never before what was read. */
export function programmeMsAt(reading: ClockReading, atMs: number): number {
  const { now, speed, readAtMs, runsFromMs } = reading;
  const ranFromMs = Math.max(readAtMs, runsFromMs ?? readAtMs);
  const passed = Math.max(0, atMs - ranFromMs) * (speed ?? 1);
  return Math.min(Date.parse(now) + passed, LAST_MS);
}

/** Real seconds until the clock shows an instant; 0 when it is past. */
export function secondsUntil(reading: ClockReading, instant: string, atMs: number): number {
  const away = Date.parse(instant) - programmeMsAt(reading, atMs);
  if (away <= 0) return 0;
  return (standsForMs(reading, atMs) + away / (reading.speed ?? 1)) / 1_000;
}

/** How far a place lies between two instants, in per cent, and never outside. */
export function percentOf(atMs: number, [fromMs, toMs]: readonly [number, number]): number {
  if (toMs <= fromMs) return 0;
  return Math.min(100, Math.max(0, ((atMs - fromMs) / (toMs - fromMs)) * 100));
}
