/** Finds ports on the loopback that nothing listens on at this moment. */
import { createServer } from 'node:net';

const LOOPBACK = '127.0.0.1';

/** A port that was free a moment ago; another process may still take it first, so a caller tries again with the next. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, LOOPBACK, () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('the probe has no port'));
      });
    });
  });
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
