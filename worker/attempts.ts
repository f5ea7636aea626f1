/** Counts failures in a row: one log line when something goes away, one when it is back, and ever longer pauses in between. */
import type { Logger } from '../platform/logger.ts';

export interface Attempts {
  succeeded(): void;
  failed(error: unknown): void;
  /** Doubles with each failure in a row, from the shortest up to the longest. */
  pauseMs(shortestMs: number, longestMs: number): number;
}

export interface AttemptsDeps {
  readonly log: Pick<Logger, 'info' | 'warn'>;
  /** Subject of the log lines, e.g. `the outbox relay`. */
  readonly what: string;
}

const MOST_DOUBLINGS = 20;

export function createAttempts(deps: AttemptsDeps): Attempts {
  let failures = 0;
  return {
    succeeded: () => {
      if (failures > 0) deps.log.info({ failures }, `${deps.what} is working again`);
      failures = 0;
    },
    failed: (err) => {
      if (failures === 0)
        deps.log.warn({ err }, `${deps.what} cannot go on for now and keeps trying`);
      failures += 1;
    },
    pauseMs: (shortestMs, longestMs) =>
      Math.min(longestMs, shortestMs * 2 ** Math.min(failures, MOST_DOUBLINGS)),
  };
}
