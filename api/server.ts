/** The API process: configuration, database, door and application, put together here and taken apart in reverse order. */
import { createCalendars } from '../engine/calendars.ts';
import { createChangeFeed, type ChangeFeed } from '../engine/change-feed.ts';
import { createOutbox, createPool, type Pool } from '../engine/database.ts';
import { createDefinitionStore } from '../engine/definition-store.ts';
import { createDirectory } from '../engine/directory.ts';
import { createEngine } from '../engine/execute.ts';
import { createFileStore, type FileStore } from '../engine/files.ts';
import { createHistory } from '../engine/history.ts';
import { createPasswords } from '../engine/passwords.ts';
import { createProjector } from '../engine/projector.ts';
import { createDefinitionPublisher } from '../engine/publish-definition.ts';
import { createSessions } from '../engine/sessions.ts';
import { createStandIns } from '../engine/stand-ins.ts';
import { verifyProgramme } from '../engine/verify.ts';
import { schemaFits } from '../db/read-models/schema-status.ts';
import { systemClock } from '../platform/clock.ts';
import { loadConfig, type Config } from '../platform/config.ts';
import { createLifecycle, type Lifecycle } from '../platform/lifecycle.ts';
import { createLogger, type Logger } from '../platform/logger.ts';
import { createMetrics } from '../platform/metrics.ts';
import { projectPath } from '../platform/paths.ts';
import { runMain, StartupError } from '../platform/startup-error.ts';
import { createTemporalClient } from '../platform/temporal-client.ts';
import { createTemporalInspector } from '../platform/temporal-inspector.ts';
import { createCatalogue } from '../programmes/catalogue.ts';
import { createApp } from './app.ts';
import type { AppDeps, ReadinessCheck } from './deps.ts';
import { startHttpServer } from './http-server.ts';
import { createSessionCookie } from './http/session-token.ts';
import { findPages } from './pages/page-files.ts';
import { createReads } from './reads.ts';
import { createSignInLimits } from './sign-in-limits.ts';
import type { WorkflowInspector } from './ports.ts';

/** What waits longer than this has not been told to Temporal in time. */
const OUTBOX_LAG_MS = 60_000;
const SWEEP_MS = 60 * 60_000;

interface Parts {
  readonly config: Config;
  readonly log: Logger;
  readonly lifecycle: Lifecycle;
  readonly pool: Pool;
}

async function main(): Promise<void> {
  const config = loadConfig();
  const log = createLogger({ name: 'api', level: config.log.level });
  const lifecycle = createLifecycle({ log });
  lifecycle.listen();
  const pool = openPool({ config, log, lifecycle });
  const parts = { config, log, lifecycle, pool };
  const files = createFiles(parts);
  await files.sweep();
  const state = { stopping: false };
  const changes = createChangeFeed({ pool, clock: systemClock, log });
  const deps = createDeps(parts, { files, changes, isStopping: () => state.stopping });
  const server = await startHttpServer(createApp(deps), config.http);
  lifecycle.own('HTTP server', () => {
    state.stopping = true;
    changes.close();
    return server.close();
  });
  sweepSessions(parts, deps);
  log.info({ port: server.port }, 'ready');
  process.send?.({ ready: true, port: server.port });
}

function openPool({ config, log, lifecycle }: Omit<Parts, 'pool'>): Pool {
  const { url, poolSize } = config.database;
  if (url === undefined) throw new StartupError('DATABASE_URL must be set for the API.');
  const pool = createPool(url, { size: poolSize, applicationName: 'milepost-api', log });
  lifecycle.own('database pool', () => pool.end());
  return pool;
}

function createFiles({ config, pool, log }: Parts): FileStore {
  const limits = { maxBytes: config.files.maxBytes };
  return createFileStore({ pool, home: config.home, limits, clock: systemClock, log });
}

interface Around {
  readonly files: FileStore;
  readonly changes: ChangeFeed;
  readonly isStopping: () => boolean;
}

function createDeps(parts: Parts, { files, changes, isStopping }: Around): AppDeps {
  const { config, log, pool } = parts;
  const { publicUrl, trustedProxies } = config.http;
  const catalogue = createCatalogue();
  const definitions = createDefinitionStore({ pool, clock: systemClock, catalogue });
  const passwords = createPasswords();
  const inspector = createInspector(parts);
  const email = config.smtp.url !== undefined;
  return {
    engine: createEngine({ pool, clock: systemClock, catalogue, email, log }),
    changes,
    pages: findPages(projectPath('dist', 'web')),
    reads: createReads(pool),
    standIns: createStandIns({ pool, clock: systemClock }),
    sessions: createSessions({ pool, clock: systemClock, passwords, lifetimes: config.sessions }),
    limits: createSignInLimits(pool),
    directory: createDirectory({ pool, clock: systemClock }),
    calendars: createCalendars({ pool, clock: systemClock, catalogue }),
    hashPassword: (password) => passwords.hash(password),
    files,
    catalogue,
    definitions,
    publisher: createDefinitionPublisher({ pool, clock: systemClock, definitions }),
    projector: createProjector({ clock: systemClock }),
    verify: (programmeId) => verifyProgramme(pool, programmeId),
    history: createHistory({ pool }),
    inspector,
    readiness: readinessChecks(pool, inspector, isStopping),
    registry: createMetrics('api'),
    clock: systemClock,
    log,
    filesPerDeliverable: config.files.maxPerDeliverable,
    publicUrl,
    trustedProxies,
    cookie: createSessionCookie(publicUrl),
  };
}

function createInspector({ config, lifecycle }: Parts): WorkflowInspector {
  const { address, namespace } = config.temporal;
  if (address === undefined) throw new StartupError('TEMPORAL_ADDRESS must be set for the API.');
  const temporal = createTemporalClient({ address, namespace });
  lifecycle.own('Temporal client', () => temporal.close());
  return createTemporalInspector({ temporal });
}

function readinessChecks(
  pool: Pool,
  inspector: WorkflowInspector,
  isStopping: () => boolean,
): readonly ReadinessCheck[] {
  const outbox = createOutbox(pool);
  return [
    { name: 'accepting', vital: true, passes: () => Promise.resolve(!isStopping()) },
    { name: 'database', vital: true, passes: async () => (await outbox.health()).oldestMs >= 0 },
    { name: 'migrations', vital: true, passes: () => schemaFits(pool) },
    { name: 'temporal', vital: false, passes: () => inspector.healthy() },
    {
      name: 'outbox',
      vital: false,
      passes: async () => (await outbox.health()).oldestMs < OUTBOX_LAG_MS,
    },
  ];
}

function sweepSessions({ lifecycle, log }: Parts, { sessions }: AppDeps): void {
  const timer = setInterval(() => {
    sessions.sweep().catch((err: unknown) => {
      log.warn({ err }, 'sessions that are over could not be removed');
    });
  }, SWEEP_MS);
  lifecycle.own('session sweep', () => {
    clearInterval(timer);
  });
}

await runMain(main);
