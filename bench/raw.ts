/** Raw Temporal, without rules and without HTTP: its worker, its caller, its table. */
import { randomUUID } from 'node:crypto';
import { bundleWorkflowCode } from '@temporalio/worker';
import { projectPath } from '../platform/paths.ts';
import type { Helper } from './helper.ts';
import type { CallerReport } from './processes/http-caller.ts';
import type { RawStart, RawUpdates } from './processes/raw-caller.ts';
import type { RawWorkerJob } from './processes/raw-worker.ts';
import type { Surroundings } from './surroundings.ts';

const TASK_QUEUE = 'bench-raw';
const PROGRAMMES = 100;
const START_AT_ONCE = 16;

const CREATE_TABLE = `
  CREATE TABLE IF NOT EXISTS raw_records (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, kind text NOT NULL, workflow_id text NOT NULL,
    number integer NOT NULL, recorded_at timestamptz NOT NULL)`;

const SELECT_REMINDED = `
  SELECT min(raw_records.recorded_at) AS at FROM raw_records WHERE raw_records.workflow_id = ANY($1::text[])
   GROUP BY raw_records.workflow_id`;

export interface Raw {
  readonly workerPid: number;
  /** So many updates, spread over a hundred workflows. */
  update(callers: number, count: number): Promise<CallerReport>;
  /** Workflows that sleep until then. */
  startReminders(count: number, dueMs: number): Promise<void>;
  /** When each reminder of the last start that is recorded so far was recorded. */
  reminded(): Promise<readonly Date[]>;
}

const quiet = (): void => undefined;
const noLog = { log: quiet, trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet };

export async function createRaw(around: Surroundings): Promise<Raw> {
  const { temporalAddress: address } = around;
  const { namespace } = around.config.temporal;
  const { bare: records } = around;
  await records.query(CREATE_TABLE);
  const worker = await startWorker(around);
  const caller = await around.helper('raw-caller');
  await caller.ask('connect', { address, namespace });
  const start = (type: RawStart['type'], ids: readonly string[], args: RawStart['args']) =>
    caller.ask<null>('startAll', { type, ids, args, taskQueue: TASK_QUEUE, atOnce: START_AT_ONCE });
  const programmes = newIds('raw-programme', PROGRAMMES);
  await start('rawProgramme', programmes, []);
  let reminders: readonly string[] = [];
  return {
    workerPid: worker.pid,
    update: (callers, count) => {
      const job: RawUpdates = { ids: programmes, callers, count };
      return caller.ask<CallerReport>('update', job);
    },
    startReminders: async (count, dueMs) => {
      reminders = newIds('raw-reminder', count);
      await start('rawReminder', reminders, [dueMs]);
    },
    reminded: async () => {
      const { rows } = await records.query<{ at: Date }>(SELECT_REMINDED, [reminders]);
      return rows.map(({ at }) => at);
    },
  };
}

async function startWorker(around: Surroundings): Promise<Helper> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: projectPath('dist', 'bench', 'processes', 'raw-workflows.js'),
    logger: noLog,
  });
  const worker = await around.helper('raw-worker');
  const { config } = around;
  const job: RawWorkerJob = {
    code,
    address: around.temporalAddress,
    namespace: config.temporal.namespace,
    taskQueue: TASK_QUEUE,
    databaseUrl: around.bareUrl,
    poolSize: config.database.poolSize,
    maxCachedWorkflows: config.worker.maxCachedWorkflows,
    maxConcurrentActivities: config.worker.maxConcurrentActivities,
  };
  await worker.ask('start', job);
  return worker;
}

function newIds(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, () => `${prefix}/${randomUUID()}`);
}
