/** The worker process: Temporal worker, outbox relay, sweep and mailer, put together here and taken apart in reverse order. */
import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import type { Pool } from 'pg';
import type { Registry } from 'prom-client';
import { createActivities } from '../activities/create-activities.ts';
import { createOutbox, type Outbox } from '../db/outbox.ts';
import { createPool } from '../db/pool.ts';
import { findOverdueProgrammes, findTimedProgrammes } from '../db/read-models/timekeeping.ts';
import { listProgrammesBehind } from '../db/read-models/calendars.ts';
import { applyCalendarRequest, isSettled } from '../engine/apply-calendar.ts';
import { createEngine } from '../engine/execute.ts';
import type { Engine } from '../engine/types.ts';
import { createMailer } from '../notify/mailer.ts';
import { systemClock } from '../platform/clock.ts';
import { loadConfig, type Config } from '../platform/config.ts';
import { createLifecycle, type Lifecycle } from '../platform/lifecycle.ts';
import { createLogger, type Logger } from '../platform/logger.ts';
import { createMetrics } from '../platform/metrics.ts';
import { runMain, StartupError } from '../platform/startup-error.ts';
import { createTemporalClient } from '../platform/temporal-client.ts';
import { createCatalogue } from '../programmes/catalogue.ts';
import { bundleWorkflows, workflowBundlePath } from './bundle.ts';
import { createCalendarSweep } from './calendar-sweep.ts';
import { createWorkerMetrics, type WorkerMetrics } from './metrics.ts';
import { createOverdueSweep } from './overdue-sweep.ts';
import { createProgrammeSignals } from './programme-signals.ts';
import { createRelay } from './relay.ts';
import { installSdkRuntime } from './sdk-runtime.ts';
import { startStatusServer } from './status-server.ts';
import { createTemporalWorker, type TemporalWorker } from './temporal-worker.ts';
import { createTitles } from './titles.ts';

/** Time for everything but the activities to close. */
const CLOSE_MARGIN_MS = 10_000;

interface Parts {
  readonly config: Config;
  readonly log: Logger;
  readonly lifecycle: Lifecycle;
  readonly pool: Pool;
  readonly outbox: Outbox;
  readonly registry: Registry;
  readonly metrics: WorkerMetrics;
}

async function main(): Promise<void> {
  const config = loadConfig();
  const log = createLogger({ name: 'worker', level: config.log.level });
  const deadlineMs = config.worker.shutdownGraceMs + CLOSE_MARGIN_MS;
  const lifecycle = createLifecycle({ log, deadlineMs });
  lifecycle.listen();
  installSdkRuntime(log);
  const parts = createParts({ config, log, lifecycle });
  startMailer(parts);
  const engine = createWorkerEngine(parts);
  const worker = await startTemporalWorker(parts, engine);
  startRelay(parts);
  startSweep(parts);
  startCalendarSweep(parts, engine);
  await startStatus(parts, worker);
}

function createParts(around: Pick<Parts, 'config' | 'log' | 'lifecycle'>): Parts {
  const { config, log, lifecycle } = around;
  const { url, poolSize } = config.database;
  if (url === undefined) throw new StartupError('DATABASE_URL must be set for the worker.');
  const pool = createPool(url, { size: poolSize, applicationName: 'milepost-worker', log });
  lifecycle.own('database pool', () => pool.end());
  const outbox = createOutbox(pool);
  const registry = createMetrics('worker');
  const metrics = createWorkerMetrics(registry, async () => (await outbox.health()).waiting);
  return { ...around, pool, outbox, registry, metrics };
}

function startMailer({ config, log, lifecycle, pool, registry }: Parts): void {
  const { url, from } = config.smtp;
  if (url === undefined) return;
  const mailer = createMailer({
    pool,
    smtp: { url, from },
    clock: systemClock,
    log,
    metrics: registry,
    publicUrl: config.http.publicUrl,
  });
  lifecycle.own('mailer', () => mailer.close());
  mailer.start();
}

function createWorkerEngine({ config, log, pool }: Parts): Engine {
  return createEngine({
    pool,
    clock: systemClock,
    catalogue: createCatalogue(),
    email: config.smtp.url !== undefined,
    log,
  });
}

async function startTemporalWorker(parts: Parts, engine: Engine): Promise<TemporalWorker> {
  const { config, log, lifecycle } = parts;
  const worker = createTemporalWorker({
    ...temporalOf(config),
    activities: createActivities({ engine }),
    bundle: await loadBundle(),
    log,
    ...config.worker,
    onRunning: () => {
      log.info('ready');
      process.send?.({ ready: true });
    },
  });
  lifecycle.own('Temporal worker', () => worker.close());
  worker.start();
  return worker;
}

function startRelay({ config, log, lifecycle, pool, outbox, metrics }: Parts): void {
  const temporal = createTemporalClient(temporalOf(config));
  lifecycle.own('Temporal client', () => temporal.close());
  const relay = createRelay({
    outbox,
    describe: (ids) => findTimedProgrammes(pool, ids),
    signals: createProgrammeSignals({ temporal, titleOf: createTitles(createCatalogue()) }),
    log,
    onTold: (rows) => {
      metrics.told(rows);
    },
  });
  lifecycle.own('relay', () => relay.close());
  relay.start();
}

function startSweep({ log, lifecycle, pool, outbox, metrics }: Parts): void {
  const sweep = createOverdueSweep({
    findOverdue: (before, limit) => findOverdueProgrammes(pool, before, limit),
    nudge: async (programmeId) => {
      await outbox.nudge(programmeId);
    },
    clock: systemClock,
    log,
    onCount: (overdue) => {
      metrics.overdue(overdue);
    },
  });
  lifecycle.own('sweep', () => sweep.close());
  sweep.start();
}

function startCalendarSweep({ log, lifecycle, pool, metrics }: Parts, engine: Engine): void {
  const sweep = createCalendarSweep({
    findBehind: (afterId, limit) => listProgrammesBehind(pool, afterId, limit),
    apply: async ({ programmeId, ...ref }) =>
      isSettled(await engine.execute(applyCalendarRequest(programmeId, ref))),
    log,
    onBehind: (programmes) => {
      metrics.behind(programmes);
    },
  });
  lifecycle.own('calendar sweep', () => sweep.close());
  sweep.start();
}

async function startStatus(parts: Parts, worker: TemporalWorker): Promise<void> {
  const { config, lifecycle, registry } = parts;
  const port = config.worker.metricsPort;
  if (port === undefined) return;
  const server = await startStatusServer({
    host: config.http.host,
    port,
    metrics: registry,
    isReady: () => worker.isRunning(),
  });
  lifecycle.own('status server', () => server.close());
}

function temporalOf({ temporal }: Config): { address: string; namespace: string } {
  const { address, namespace } = temporal;
  if (address === undefined) throw new StartupError('TEMPORAL_ADDRESS must be set for the worker.');
  return { address, namespace };
}

/** What the build left, or, when this runs from its sources, what they say now. */
async function loadBundle(): Promise<{ codePath: string } | { code: string }> {
  const isBuilt = fileURLToPath(import.meta.url).endsWith('.js');
  if (isBuilt && existsSync(workflowBundlePath)) return { codePath: workflowBundlePath };
  return { code: await bundleWorkflows() };
}

await runMain(main);
