/** Looks now and then for moments that should have been performed by now, counts them, and nudges programmes that seem forgotten. */
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { createAttempts } from './attempts.ts';
import { createPacer } from './pacer.ts';

const PERIOD_MS = 30_000;
const TOLERANCE_MS = 20_000;
/** A workflow that is only behind, as when thousands of moments fall due together, gets there by itself; a nudge would hold it up. */
const FORGOTTEN_MS = 120_000;
const MOST_NUDGED = 500;

export interface OverdueProgramme {
  readonly programmeId: string;
  /** Real instant of the moment that is late. */
  readonly nextAt: string;
}

export interface OverdueSweepDeps {
  /** Programmes under way whose next moment was due before this instant, the longest overdue first. */
  readonly findOverdue: (before: Date, limit: number) => Promise<readonly OverdueProgramme[]>;
  readonly nudge: (programmeId: string) => Promise<void>;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'warn'>;
  readonly onCount?: (overdue: number) => void;
}

export interface OverdueSweep {
  start(): void;
  close(): Promise<void>;
  /** Looks once; the number found, at most 500. */
  sweep(): Promise<number>;
}

export function createOverdueSweep(deps: OverdueSweepDeps): OverdueSweep {
  const attempts = createAttempts({ log: deps.log, what: 'the sweep for overdue moments' });
  const sweep = async (): Promise<number> => {
    const nowMs = deps.clock.now().getTime();
    const overdue = await deps.findOverdue(new Date(nowMs - TOLERANCE_MS), MOST_NUDGED);
    deps.onCount?.(overdue.length);
    const forgotten = overdue.filter(({ nextAt }) => Date.parse(nextAt) <= nowMs - FORGOTTEN_MS);
    for (const { programmeId } of forgotten) await deps.nudge(programmeId);
    if (forgotten.length > 0) deps.log.warn({ nudged: forgotten.length }, 'nudged late programmes');
    return overdue.length;
  };
  const pacer = createPacer(async () => {
    try {
      await sweep();
      attempts.succeeded();
    } catch (error) {
      attempts.failed(error);
    }
    return PERIOD_MS;
  });
  return {
    sweep,
    start: () => {
      pacer.start();
    },
    close: () => pacer.close(),
  };
}
