/** The Temporal SDK's own logs go to the project's log, and its signal handlers are left out: the process closes in its own order. */
import { Runtime } from '@temporalio/worker';
import type { Logger } from '../platform/logger.ts';

type SdkLogger = NonNullable<Parameters<typeof Runtime.install>[0]['logger']>;
type Meta = Parameters<SdkLogger['info']>[1];

/** Once a process, before anything else of the SDK is used. */
export function installSdkRuntime(log: Logger): void {
  Runtime.install({
    logger: toSdkLogger(log),
    shutdownSignals: [],
    telemetryOptions: { logging: { forward: {}, filter: { core: 'WARN', other: 'ERROR' } } },
  });
}

function toSdkLogger(log: Logger): SdkLogger {
  const write = (level: string, message: string, meta: Meta): void => {
    const { error, ...rest } = meta ?? {};
    const fields: Record<string, unknown> =
      error === undefined ? rest : { ...rest, err: error as unknown };
    switch (level) {
      case 'ERROR':
        log.error(fields, message);
        return;
      case 'WARN':
        log.warn(fields, message);
        return;
      // What the SDK calls informative (each start of a worker, each retry) is of use only when looking for a fault.
      default:
        log.debug(fields, message);
    }
  };
  return {
    log: write,
    trace: (message, meta) => {
      write('TRACE', message, meta);
    },
    debug: (message, meta) => {
      write('DEBUG', message, meta);
    },
    info: (message, meta) => {
      write('INFO', message, meta);
    },
    warn: (message, meta) => {
      write('WARN', message, meta);
    },
    error: (message, meta) => {
      write('ERROR', message, meta);
    },
  };
}
