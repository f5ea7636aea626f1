/** Plays the people of many unit programmes beside each other: each job when the common clock reaches its day. */
import { setTimeout as delay } from 'node:timers/promises';
import { startOfDay } from '../../domain/calendar/dates.ts';
import { toRealTime } from '../../domain/calendar/rehearsal-clock.ts';
import type { ProgrammeClock } from '../../domain/calendar/rehearsal-clock.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Desk, PhaseSeen, ProgrammeSeen } from './desk.ts';
import type { UnitJob } from './unit-jobs.ts';

export interface CrowdDeps {
  readonly jobs: readonly UnitJob[];
  /** The desk of a unit's programme. */
  readonly deskOf: (unit: string) => Desk;
  /** Everything that the people of the programme can do in the phase now, whatever the hour. */
  readonly actsIn: (
    phase: PhaseSeen,
    seen: ProgrammeSeen,
    desk: Desk,
  ) => readonly (() => Promise<void>)[];
  readonly programmeClock: ProgrammeClock;
  readonly zone: string;
  /** Real time. */
  readonly clock: Clock;
  /** Ends the crowd when the parent is over. */
  readonly signal: AbortSignal;
}

export interface CrowdOutcome {
  readonly closed: number;
  /** Jobs that did not come to an end; each says why. */
  readonly unfinished: readonly string[];
}

const HANDS = 6;
/** How long a unit waits for its phase to open, and for others to have acted. */
const PATIENCE_MS = 20_000;
const LOOK_AGAIN_MS = 120;
const LONGEST_NAP_MS = 200;

/** Returns once every job is done or given up, or the parent is over. */
export async function playCrowd(deps: CrowdDeps): Promise<CrowdOutcome> {
  const waiting = [...deps.jobs];
  const unfinished: string[] = [];
  let closed = 0;
  const work = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      await untilDay(job, deps);
      if (deps.signal.aborted) return;
      const fault = await settle(job, deps);
      if (fault === null) closed += 1;
      else unfinished.push(`${job.on} ${job.unit} ${job.phase}: ${fault}`);
    }
  };
  await Promise.all(Array.from({ length: HANDS }, work));
  return { closed, unfinished };
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
async function settle({ unit, phase }: UnitJob, deps: CrowdDeps): Promise<string | null> {
  const desk = deps.deskOf(unit);
  const until = deps.clock.now().getTime() + PATIENCE_MS;
  let status = 'unknown';
  while (deps.clock.now().getTime() < until) {
    if (deps.signal.aborted) return 'the programme was over';
    status = await advance(phase, desk, deps);
    if (status === 'closed') return null;
    if (status === 'lapsed') break;
  }
  return `still ${status}`;
}

/** One look and whatever it calls for; the status that was seen. */
async function advance(key: string, desk: Desk, { actsIn }: CrowdDeps): Promise<string> {
  const seen = await desk.look();
  const phase = seen.phases.find((candidate) => candidate.key === key);
  if (phase === undefined) {
    await delay(LOOK_AGAIN_MS);
    return 'not there';
  }
  const acts = phase.status === 'open' ? actsIn(phase, seen, desk) : [];
  for (const act of acts) await act();
  if (acts.length === 0 && phase.status !== 'closed') await delay(LOOK_AGAIN_MS);
  return phase.status;
}
