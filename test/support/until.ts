/** Waiting for a condition, never for a span of time. */
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 40;
const PATIENCE_MS = 60_000;

/** Resolves once it holds; rejects after the deadline, saying what it waited for. An error while looking counts as not yet. */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const deadline = performance.now() + patienceMs;
  let reason = '';
  for (;;) {
    try {
      if (await holds()) return;
    } catch (error) {
      reason = `: ${String(error)}`;
    }
    if (performance.now() > deadline) throw new Error(`waited in vain until ${what}${reason}`);
    await delay(POLL_MS);
  }
}
