/** The rehearsal clock: one pure function each way between real time and the time of a programme that runs fast. */
import type { Instant } from './types.ts';

/** At `startedAt` (real) the programme's clock shows `anchor`, where it stands until `runsFrom`; from there it runs `speed` times as fast. */
export interface ProgrammeClock {
  readonly anchor: Instant;
  readonly startedAt: Instant;
  /** Real, not before `startedAt`, which it is where it is left out. */
  readonly runsFrom?: Instant;
  /** Programme time per real time, 1 or more. */
  readonly speed: number;
}

// A fast clock left alone for a week is past the year 9999; standing still there keeps instants comparable as strings.
const FIRST_MS = Date.parse('0001-01-01T00:00:00.000Z');
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');

/** What the programme's clock shows at a real instant; null is a live programme, whose time is real time. */
export function toProgrammeTime(clock: ProgrammeClock | null, real: Instant): Instant {
  if (clock === null) return real;
  const sinceStart = msOf(real) - msOf(clock.startedAt);
  const ran = sinceStart < 0 ? sinceStart : Math.max(0, sinceStart - standsMs(clock));
  return instantOf(msOf(clock.anchor) + elapsed(clock, ran));
}

/** The first real millisecond at which the programme's clock shows the instant or a later one: never early. */
export function toRealTime(clock: ProgrammeClock | null, programme: Instant): Instant {
  if (clock === null) return programme;
  const wanted = msOf(programme) - msOf(clock.anchor);
  let real = Math.ceil(wanted / speedOf(clock));
  // Division and multiplication round; the way back decides by which millisecond.
  while (elapsed(clock, real - 1) >= wanted) real -= 1;
  while (elapsed(clock, real) < wanted) real += 1;
  return instantOf(msOf(clock.startedAt) + (real > 0 ? standsMs(clock) + real : real));
}

function standsMs({ startedAt, runsFrom }: ProgrammeClock): number {
  if (runsFrom === undefined) return 0;
  const stands = msOf(runsFrom) - msOf(startedAt);
  if (stands < 0) throw new RangeError(`A clock cannot run from ${runsFrom}, before its start`);
  return stands;
}

function elapsed(clock: ProgrammeClock, realMs: number): number {
  return Math.floor(realMs * speedOf(clock));
}

function speedOf(clock: ProgrammeClock): number {
  // Below 1 the real milliseconds of a long plan would leave the integers that a number holds exactly.
  if (!(clock.speed >= 1 && clock.speed < Infinity)) {
    throw new RangeError(`Not a speed: ${clock.speed}`);
  }
  return clock.speed;
}

function msOf(instant: Instant): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`Not an instant: ${JSON.stringify(instant)}`);
  return ms;
}

function instantOf(ms: number): Instant {
  return new Date(Math.min(Math.max(ms, FIRST_MS), LAST_MS)).toISOString();
}
