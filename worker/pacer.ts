/** Repeats a piece of work until it is told to stop; the work itself says how long to rest before the next time. */

export interface Pacer {
  start(): void;
  /** Ends the rest at once and waits for the work that is under way. */
  close(): Promise<void>;
}

/** @param work resolves to the milliseconds of rest; must not reject. */
export function createPacer(work: () => Promise<number>): Pacer {
  const stop = new AbortController();
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    while (!stop.signal.aborted) await rest(await work(), stop.signal);
  };

  return {
    start: () => {
      running ??= run();
    },
    close: async () => {
      stop.abort();
      await running;
    },
  };
}

function rest(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
