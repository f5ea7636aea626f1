/** Trying again when another process was first: a fresh look each time, a growing, jittered pause, and an end. */
import { setTimeout as pause } from 'node:timers/promises';
import { UnavailableError, UniqueViolationError } from '../db/errors.ts';

const MOST_TRIES = 60;
const LONGEST_PAUSE_MS = 40;

/**
 * Runs the attempt until it does not return `clash`. An act already recorded under the same command key counts as a clash: the next
 * look finds its answer.
 * @throws UnavailableError when others were first every time.
 */
export async function untilNoClash<T>(attempt: () => Promise<T | 'clash'>): Promise<T> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const result = await attempt().catch(clashOf);
    if (result !== 'clash') return result;
    await pause(Math.random() * Math.min(LONGEST_PAUSE_MS, 2 + 2 * tries));
  }
  throw new UnavailableError('the programme is being changed by too many at once');
}

function clashOf(error: unknown): 'clash' {
  if (error instanceof UniqueViolationError && error.constraint === 'commands_pk') return 'clash';
  throw error;
}
