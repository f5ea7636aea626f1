/** The worker of the raw workflows, with the same settings as Milepost's own. */
import pg from 'pg';
import { createLogger } from '../../platform/logger.ts';
import { installSdkRuntime } from '../../worker/sdk-runtime.ts';
import { createTemporalWorker } from '../../worker/temporal-worker.ts';
import { serve } from './serve.ts';

export interface RawRecord {
  readonly kind: 'sign' | 'remind';
  readonly workflowId: string;
  readonly number: number;
}

export interface RawActivities {
  record(entry: RawRecord): Promise<void>;
}

export interface RawWorkerJob {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly code: string;
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly maxCachedWorkflows: number;
  readonly maxConcurrentActivities: number;
}

const INSERT = {
  name: 'record',
  text: 'INSERT INTO raw_records (kind, workflow_id, number, recorded_at) VALUES ($1, $2, $3, $4)',
};

const log = createLogger({ name: 'raw-worker', level: 'error' });
installSdkRuntime(log);
serve({ start });

async function start(job: RawWorkerJob): Promise<void> {
  const { databaseUrl, poolSize, code, ...settings } = job;
  const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize });
  const activities: RawActivities = {
    record: async ({ kind, workflowId, number }) => {
      // As the ledger does: the instant just before the write.
      const values = [kind, workflowId, number, new Date().toISOString()];
      await pool.query({ ...INSERT, values });
    },
  };
  await new Promise<void>((resolve) => {
    const worker = createTemporalWorker({
      ...settings,
      activities,
      bundle: { code },
      log,
      shutdownGraceMs: 1_000,
      onRunning: resolve,
    });
    worker.start();
  });
}
