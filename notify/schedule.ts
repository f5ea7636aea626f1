/** When an e-mail is tried again, and how long the mailer waits for what. */

export interface MailSchedule {
  /** Pause after the 1st, 2nd, … failed attempt at one e-mail; after the last of them it is given up. Milliseconds, like all here. */
  readonly retryMs: readonly number[];
  /** Pause after the server was found away once, twice, …; the last value repeats. */
  readonly outageMs: readonly number[];
  /** An e-mail older than this is given up even if the server was away all the time. */
  readonly giveUpAfterMs: number;
  /** Longest time for one delivery. */
  readonly sendMs: number;
  /** Longer than a batch can take, so that nobody else takes up what is being sent. */
  readonly leaseMs: number;
  readonly batchSize: number;
  readonly pollMs: number;
  /** How long `close` lets a delivery go on before it cuts the connection. */
  readonly closeGraceMs: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export const DEFAULT_SCHEDULE: MailSchedule = {
  retryMs: [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR],
  outageMs: [MINUTE, 5 * MINUTE, 15 * MINUTE],
  // RFC 5321 §4.5.4.1 has a sender give up after four to five days.
  giveUpAfterMs: 5 * 24 * HOUR,
  sendMs: MINUTE,
  leaseMs: 10 * MINUTE,
  batchSize: 20,
  pollMs: 2_000,
  closeGraceMs: 5_000,
};

/** Up to a fifth more than the pause of the schedule, so that a crowd does not come back at once. */
const JITTER = 0.2;

/** @param nth counts from 1; beyond the end the last pause repeats. */
export function pauseAfter(pauses: readonly number[], nth: number, random: () => number): number {
  const base = pauses[Math.min(nth, pauses.length) - 1] ?? 0;
  return Math.round(base * (1 + JITTER * random()));
}
