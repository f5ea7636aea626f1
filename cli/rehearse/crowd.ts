/** Plays the people of many unit programmes beside each other: each job when the common clock reaches its day. */
import { setTimeout as delay } from 'node:timers/promises';
import { startOfDay } from '../../domain/calendar/dates.ts';
import { toRealTime } from '../../domain/calendar/rehearsal-clock.ts';
import type { ProgrammeClock } from '../../domain/calendar/rehearsal-clock.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Desk, ProgrammeSeen } from './desk.ts';
import { createGate, type Gate } from './gate.ts';
import type { UnitJob } from './unit-jobs.ts';

export interface CrowdDeps {
  readonly jobs: readonly UnitJob[];
  /** The desk of a unit's programme. */
  readonly deskOf: (unit: string) => Desk;
  /** Everything that the people of the programme can do in the phase now, whatever the hour. */
  readonly actsIn: (phase: string, seen: ProgrammeSeen, desk: Desk) => readonly Act[];
  readonly programmeClock: ProgrammeClock;
  readonly zone: string;
  /** Real time. */
  readonly clock: Clock;
  /** Ends the crowd when the parent is over. */
  readonly signal: AbortSignal;
}

export type Act = () => Promise<void>;

export interface CrowdOutcome {
  readonly closed: number;
  /** Jobs that did not come to an end; each says why. */
  readonly unfinished: readonly string[];
}

/** Units that are at work at the same time; the others wait. */
const AT_WORK = 8;
/** How long a unit waits for its phase to open, and for others to have acted. */
const PATIENCE_MS = 30_000;
const LEAST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1_000;
const LONGEST_NAP_MS = 200;

/** Returns once every job is done or given up, or the parent is over. */
export async function playCrowd(deps: CrowdDeps): Promise<CrowdOutcome> {
  const gate = createGate(AT_WORK);
  const begun: Promise<string | null>[] = [];
  for (const job of deps.jobs) {
    await untilDay(job, deps);
    if (deps.signal.aborted) break;
    begun.push(settle(job, gate, deps));
  }
  const faults = await Promise.all(begun);
  const unbegun = deps.jobs.slice(begun.length).map((job) => told(job, 'the programme was over'));
  const unfinished = faults.filter((fault) => fault !== null);
  return { closed: faults.length - unfinished.length, unfinished: [...unfinished, ...unbegun] };
}

async function untilDay(job: UnitJob, deps: CrowdDeps): Promise<void> {
  const at = toRealTime(deps.programmeClock, startOfDay(job.on, deps.zone));
  for (;;) {
    const waitMs = Date.parse(at) - deps.clock.now().getTime();
    if (waitMs <= 0 || deps.signal.aborted) return;
    await delay(Math.min(waitMs, LONGEST_NAP_MS));
  }
}

/** Does what the phase asks for until it is closed; null when it is, else why not. */
async function settle(job: UnitJob, gate: Gate, deps: CrowdDeps): Promise<string | null> {
  const desk = deps.deskOf(job.unit);
  const until = deps.clock.now().getTime() + PATIENCE_MS;
  let pauseMs = LEAST_PAUSE_MS;
  let status = 'unknown';
  while (deps.clock.now().getTime() < until) {
    if (deps.signal.aborted) return told(job, 'the programme was over');
    const turn = await gate(() => takeTurn(job.phase, desk, deps));
    status = turn.status;
    if (status === 'closed') return null;
    if (status === 'lapsed') break;
    if (turn.acts > 0) {
      pauseMs = LEAST_PAUSE_MS;
      continue;
    }
    await delay(pauseMs);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
  return told(job, `still ${status}`);
}

/** One look and whatever it calls for. */
async function takeTurn(
  key: string,
  desk: Desk,
  { actsIn }: CrowdDeps,
): Promise<{ readonly status: string; readonly acts: number }> {
  const seen = await desk.look();
  const status = seen.phases.find((phase) => phase.key === key)?.status ?? 'not there';
  const acts = status === 'closed' || status === 'lapsed' ? [] : actsIn(key, seen, desk);
  for (const act of acts) await act();
  return { status, acts: acts.length };
}

function told({ on, unit, phase }: UnitJob, why: string): string {
  return `${on} ${unit} ${phase}: ${why}`;
}
