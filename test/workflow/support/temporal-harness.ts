/** Workers and a client on the Temporal server that the test run shares, each harness on a task queue of its own. */
import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createActivities } from '../../../activities/create-activities.ts';
import type { Engine } from '../../../engine/types.ts';
import { createTemporalClient, type TemporalClient } from '../../../platform/temporal-client.ts';
import { bundleWorkflows } from '../../../worker/bundle.ts';
import {
  createProgrammeSignals,
  type ProgrammeSignals,
  type ToldProgramme,
} from '../../../worker/programme-signals.ts';
import { workflowIdOf } from '../../../workflows/messages.ts';
import { testTemporalAddress } from '../../support/servers-database.ts';

export type HistoryEvent = NonNullable<
  Awaited<ReturnType<WorkflowHandle['fetchHistory']>>['events']
>[number];

export interface RunningWorker {
  stop(): Promise<void>;
}

export interface TemporalHarness {
  readonly temporal: TemporalClient;
  readonly taskQueue: string;
  signals(historyBound?: number): ProgrammeSignals;
  startWorker(engine: Pick<Engine, 'nextMoment' | 'perform'>): Promise<RunningWorker>;
  history(programmeId: string): Promise<readonly HistoryEvent[]>;
  close(): Promise<void>;
}

let installed = false;
let bundle: Promise<string> | undefined;

export async function createTemporalHarness(
  address = testTemporalAddress(),
): Promise<TemporalHarness> {
  installQuietRuntime();
  const code = await (bundle ??= bundleWorkflows());
  const temporal = createTemporalClient({ address, namespace: 'default' });
  const taskQueue = `test-${randomUUID()}`;
  const workers = new Set<RunningWorker>();

  const startWorker: TemporalHarness['startWorker'] = async (engine) => {
    // Two workers on one connection may not share a task queue.
    const connection = await NativeConnection.connect({ address });
    const worker = await Worker.create({
      connection,
      taskQueue,
      workflowBundle: { code },
      activities: createActivities({ engine }),
      stickyQueueScheduleToStartTimeout: '1 second',
    });
    const running = worker.run();
    const handle: RunningWorker = {
      stop: async () => {
        workers.delete(handle);
        worker.shutdown();
        await running;
        await connection.close();
      },
    };
    workers.add(handle);
    return handle;
  };

  return {
    temporal,
    taskQueue,
    startWorker,
    signals: (historyBound) =>
      createProgrammeSignals({
        temporal,
        taskQueue,
        titleOf: () => ({ zh: '过渡方案', en: 'Transition plan' }),
        ...(historyBound === undefined ? {} : { historyBound }),
      }),
    history: async (programmeId) => {
      const handle = temporal.client.workflow.getHandle(workflowIdOf(programmeId));
      return (await handle.fetchHistory()).events ?? [];
    },
    close: async () => {
      for (const worker of workers) await worker.stop();
      await temporal.close();
    },
  };
}

export function aProgramme(overrides: Partial<ToldProgramme> = {}): ToldProgramme {
  return {
    programmeId: randomUUID(),
    definition: { key: 'langxia-transition', version: 1 },
    rehearsal: true,
    over: false,
    ...overrides,
  };
}

/** Waits for something to become true, and says what it waited for if it does not. */
export async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function installQuietRuntime(): void {
  if (installed) return;
  installed = true;
  Runtime.install({
    shutdownSignals: [],
    telemetryOptions: { logging: { forward: {}, filter: { core: 'ERROR', other: 'ERROR' } } },
    logger: {
      log: ignore,
      trace: ignore,
      debug: ignore,
      info: ignore,
      warn: ignore,
      error: ignore,
    },
  });
}

function ignore(): void {
  // The tests look at what happened, not at logs.
}
