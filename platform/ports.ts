/** Finds ports on the loopback that nothing listens on at this moment. */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

const LOOPBACK = '127.0.0.1';
/** Linux gives outgoing connections ports from 32768 on. */
const LOWEST_PORT = 18_000;
const HIGHEST_PORT = 32_000;
const ATTEMPTS = 100;

/**
 * A port that was free a moment ago; another process may still take it first, so a caller tries again with the next. It lies below
 * the range from which the system gives ports to outgoing connections: one of those would sooner or later sit on a port that is
 * chosen now and listened on, or listened on again, only later.
 */
export async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = randomInt(LOWEST_PORT, HIGHEST_PORT);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`no free port was found between ${LOWEST_PORT} and ${HIGHEST_PORT}`);
}

/** Whether a server could listen here now; with port 0 always. */
export function isPortFree(port: number, host: string = LOOPBACK): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen(port, host, () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}
