/** A Temporal worker that comes up when the server does, and again whenever it has ended without being told to. */
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import type { Logger } from '../platform/logger.ts';
import { TASK_QUEUE } from '../workflows/messages.ts';
import { createAttempts } from './attempts.ts';
import { createPacer } from './pacer.ts';

const SHORTEST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;
const STICKY_MS = 5_000;

export interface TemporalWorkerDeps {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue?: string;
  readonly activities: object;
  readonly bundle: NonNullable<WorkerOptions['workflowBundle']>;
  readonly log: Pick<Logger, 'info' | 'warn'>;
  readonly maxCachedWorkflows: number;
  readonly maxConcurrentActivities: number;
  readonly shutdownGraceMs: number;
  /** Called each time a worker has come up. */
  readonly onRunning?: () => void;
}

export interface TemporalWorker {
  start(): void;
  isRunning(): boolean;
  /** Lets what is under way finish within the grace time. */
  close(): Promise<void>;
}

export function createTemporalWorker(deps: TemporalWorkerDeps): TemporalWorker {
  const attempts = createAttempts({ log: deps.log, what: 'the Temporal worker' });
  const life: Life = { worker: undefined, closing: false };
  const pacer = createPacer(async () => {
    try {
      await runOnce(deps, life, () => {
        attempts.succeeded();
        deps.onRunning?.();
      });
      return 0;
    } catch (error) {
      attempts.failed(error);
      return attempts.pauseMs(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS);
    }
  });
  return {
    isRunning: () => life.worker?.getState() === 'RUNNING',
    start: () => {
      pacer.start();
    },
    close: async () => {
      life.closing = true;
      if (life.worker?.getState() === 'RUNNING') life.worker.shutdown();
      await pacer.close();
    },
  };
}

interface Life {
  worker: Worker | undefined;
  closing: boolean;
}

async function runOnce(deps: TemporalWorkerDeps, life: Life, onRunning: () => void): Promise<void> {
  const connection = await NativeConnection.connect({ address: deps.address });
  try {
    const worker = await Worker.create(optionsOf(deps, connection));
    const running = worker.run();
    life.worker = worker;
    if (life.closing) worker.shutdown();
    else onRunning();
    await running;
  } finally {
    life.worker = undefined;
    await connection.close();
  }
}

function optionsOf(deps: TemporalWorkerDeps, connection: NativeConnection): WorkerOptions {
  return {
    connection,
    namespace: deps.namespace,
    taskQueue: deps.taskQueue ?? TASK_QUEUE,
    workflowBundle: deps.bundle,
    activities: deps.activities,
    maxCachedWorkflows: deps.maxCachedWorkflows,
    maxConcurrentActivityTaskExecutions: deps.maxConcurrentActivities,
    stickyQueueScheduleToStartTimeout: STICKY_MS,
    shutdownGraceTime: deps.shutdownGraceMs,
    shutdownForceTime: deps.shutdownGraceMs + SHORTEST_PAUSE_MS,
    workflowTaskPollerBehavior: { type: 'autoscaling' },
    activityTaskPollerBehavior: { type: 'autoscaling' },
  };
}
