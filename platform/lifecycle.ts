/** Owns what a process has opened and closes it in reverse order, once, within a deadline, whatever ends the process. */
import type { Logger } from './logger.ts';

const DEFAULT_DEADLINE_MS = 20_000;

export interface LifecycleDeps {
  readonly log: Pick<Logger, 'info' | 'warn' | 'error' | 'fatal'>;
  readonly deadlineMs?: number;
}

export interface Lifecycle {
  /** Puts a resource under care; the last one put is the first one closed. */
  own(name: string, close: () => Promise<void> | void): void;
  /** Closes everything. Later calls return the same promise. Resolves to whether all closed in time. */
  close(): Promise<boolean>;
  /** Closes and exits on SIGTERM and SIGINT (0), on an uncaught error (1), and when the parent process is gone (0). */
  listen(): void;
}

interface Owned {
  readonly name: string;
  readonly close: () => Promise<void> | void;
}

export function createLifecycle(deps: LifecycleDeps): Lifecycle {
  const owned: Owned[] = [];
  let closing: Promise<boolean> | undefined;

  const closeAll = async (): Promise<boolean> => {
    let clean = true;
    for (let resource = owned.pop(); resource !== undefined; resource = owned.pop()) {
      clean = (await closeOne(resource, deps)) && clean;
    }
    return clean;
  };

  const lifecycle: Lifecycle = {
    own: (name, close) => {
      owned.push({ name, close });
    },
    close: () => (closing ??= withDeadline(closeAll(), deps)),
    listen: () => {
      listenForTheEnd(lifecycle, deps.log);
    },
  };
  return lifecycle;
}

function listenForTheEnd(lifecycle: Lifecycle, log: LifecycleDeps['log']): void {
  const end = (reason: string, code: number): void => {
    log.info({ reason }, 'stopping');
    void lifecycle.close().then((clean) => process.exit(clean ? code : 1));
  };
  process.on('SIGTERM', () => {
    end('SIGTERM', 0);
  });
  process.on('SIGINT', () => {
    end('SIGINT', 0);
  });
  process.on('disconnect', () => {
    end('the parent process is gone', 0);
  });
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'uncaught error');
    end('uncaught error', 1);
  });
}

async function closeOne(resource: Owned, deps: LifecycleDeps): Promise<boolean> {
  try {
    await resource.close();
    return true;
  } catch (err) {
    deps.log.error({ err, resource: resource.name }, 'a resource did not close');
    return false;
  }
}

async function withDeadline(work: Promise<boolean>, deps: LifecycleDeps): Promise<boolean> {
  const deadlineMs = deps.deadlineMs ?? DEFAULT_DEADLINE_MS;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => {
      deps.log.error({ deadlineMs }, 'closing took too long');
      resolve(false);
    }, deadlineMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
