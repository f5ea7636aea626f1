/** Milepost as it is deployed: the built API and worker, a PostgreSQL and a Temporal server of their own, each of which can be made to fail. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../../db/migrate.ts';
import { createPool, type Pool } from '../../../db/pool.ts';
import { loadConfig } from '../../../platform/config.ts';
import { createLogger } from '../../../platform/logger.ts';
import { startPostgres, type EmbeddedPostgres } from '../../../platform/postgres.ts';
import { findTemporalCli } from '../../../platform/temporal-cli.ts';
import { startTemporal, type LocalTemporal } from '../../../platform/temporal.ts';
import { createProgram, type Program } from './program.ts';
import { until } from '../until.ts';

const DATABASE = 'milepost';

export interface Stack {
  readonly api: Program;
  readonly worker: Program;
  /** The application's address of the database. */
  readonly appUrl: string;
  /** For the test itself, as the application's role. */
  readonly pool: Pool;
  readonly environment: Readonly<Record<string, string>>;
  readonly postgres: FaultyServer;
  readonly temporal: FaultyTemporal;
  /** Another API process on the same servers, started. */
  anotherApi(): Promise<Program>;
  close(): Promise<void>;
}

export interface FaultyServer {
  /** In order: what is under way is broken off, nothing acknowledged is lost. */
  stop(): Promise<void>;
  /** SIGKILL of the server's process. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data. */
  restart(): Promise<void>;
}

export interface FaultyTemporal extends FaultyServer {
  readonly address: string;
  /** It stays where it is and answers nothing any more. */
  freeze(): Promise<void>;
  thaw(): Promise<void>;
  /** With the server stopped: everything it knew is gone. */
  wipe(): void;
}

/** Programs are not started yet. */
export async function createStack(): Promise<Stack> {
  const home = makeHome();
  const opened: (() => Promise<void> | void)[] = [
    () => {
      rmSync(home, { recursive: true, force: true });
    },
  ];
  const close = async (): Promise<void> => {
    for (let next = opened.pop(); next !== undefined; next = opened.pop()) await next();
  };
  try {
    return await open(home, opened, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  home: string,
  opened: (() => Promise<void> | void)[],
  close: () => Promise<void>,
): Promise<Stack> {
  const [postgres, temporal] = await Promise.all([
    createFaultyPostgres(folder(home, 'postgres-server'), opened),
    createFaultyTemporal(folder(home, 'temporal-server'), opened),
  ]);
  const appUrl = await createDatabase(postgres.adminUrl);
  const pool = createPool(appUrl, { size: 4, applicationName: 'chaos' });
  opened.push(() => pool.end());
  const environment = {
    DATABASE_URL: appUrl,
    DATABASE_MIGRATION_URL: '',
    TEMPORAL_ADDRESS: temporal.address,
    MILEPOST_HOME: folder(home, 'data'),
    MILEPOST_DEMO: 'off',
    MILEPOST_WORKER_GRACE_MS: '2000',
    SMTP_URL: '',
    LOG_LEVEL: 'warn',
  };
  const program = (name: string, module: string): Program => {
    const made = createProgram({
      name,
      module,
      logFile: join(home, 'logs', `${name}.log`),
      environment,
    });
    opened.push(() => made.close());
    return made;
  };
  return {
    api: program('api', 'api/server.js'),
    worker: program('worker', 'worker/main.js'),
    anotherApi: async () => {
      const api = program('another-api', 'api/server.js');
      await api.start();
      return api;
    },
    appUrl,
    pool,
    environment,
    postgres,
    temporal,
    close,
  };
}

/** Named and signed as the run's own servers are, so that what a killed run leaves behind is ended by the next one. */
function makeHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'milepost-test-'));
  writeFileSync(join(home, 'owner.pid'), String(process.pid));
  // PostgreSQL may run under another account than the tests.
  chmodSync(home, 0o755);
  return home;
}

function folder(home: string, name: string): string {
  const path = join(home, name);
  mkdirSync(path, { mode: 0o755 });
  return path;
}

async function createFaultyPostgres(
  home: string,
  opened: (() => Promise<void> | void)[],
): Promise<FaultyServer & { readonly adminUrl: string }> {
  let current: EmbeddedPostgres = await startPostgres({ home });
  opened.push(() => current.close());
  const { adminUrl, port } = current;
  return {
    adminUrl,
    stop: () => current.close(),
    kill: async () => {
      process.kill(current.pid, 'SIGKILL');
      await current.exited;
    },
    // After a SIGKILL the last sessions hold the shared memory for a moment longer.
    restart: () =>
      until('PostgreSQL is up again', async () => {
        current = await startPostgres({ home, port });
        return true;
      }),
  };
}

async function createFaultyTemporal(
  home: string,
  opened: (() => Promise<void> | void)[],
): Promise<FaultyTemporal> {
  const { temporal, cacheDirectory } = loadConfig();
  const cli = await findTemporalCli({ cliPath: temporal.cliPath, cacheDirectory });
  const options = { home, cli, headless: true } as const;
  let current: LocalTemporal = await startTemporal(options);
  const signal = (name: NodeJS.Signals): Promise<void> => {
    process.kill(current.pid, name);
    return Promise.resolve();
  };
  opened.push(() => {
    signalIfThere(current.pid, 'SIGCONT');
    return current.close();
  });
  const { address, port } = current;
  return {
    address,
    stop: () => current.close(),
    kill: async () => {
      await signal('SIGKILL');
      await current.exited;
    },
    restart: async () => {
      current = await startTemporal({ ...options, port });
    },
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    wipe: () => {
      for (const part of ['', '-wal', '-shm']) {
        rmSync(join(home, `temporal.db${part}`), { force: true });
      }
    },
  };
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}

async function createDatabase(adminUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
  const url = new URL(adminUrl);
  url.pathname = `/${DATABASE}`;
  const log = createLogger({ name: 'chaos', level: 'warn' });
  return (await migrate({ adminUrl: url.href, log })).appUrl;
}
