/** What the benchmarks run on: PostgreSQL and Temporal as in production in a temporary folder, a worker, an API, and how busy they are. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { startChild, type RunningChild } from '../cli/start-children.ts';
import { providePostgres, provideTemporal, type ServerDeps } from '../cli/start-servers.ts';
import { createWords } from '../cli/start-words.ts';
import { migrate } from '../db/migrate.ts';
import { createPool, type Pool } from '../db/pool.ts';
import { childEnvironment, loadConfig, type Config } from '../platform/config.ts';
import type { Lifecycle } from '../platform/lifecycle.ts';
import type { Logger } from '../platform/logger.ts';
import { projectPath } from '../platform/paths.ts';
import { startHelper, type Helper } from './helper.ts';

const BARE_DATABASE = 'bench';

export interface Surroundings {
  readonly config: Config;
  readonly log: Logger;
  /** Address of the API. */
  readonly origin: string;
  readonly temporalAddress: string;
  readonly pool: Pool;
  /** The owner's connections to Milepost's database: for bulk rows. */
  readonly owner: pg.Pool;
  /** The owner's address of another database on the same server, for what is compared with. */
  readonly bareUrl: string;
  /** The owner's connections to that one. */
  readonly bare: pg.Pool;
  readonly pids: Readonly<Record<'api' | 'worker' | 'Temporal' | 'PostgreSQL', number>>;
  say(chinese: string, english: string): void;
  /** Puts a resource under care: it is closed with everything else. */
  own: Lifecycle['own'];
  /** A helper process that is ended with everything else. */
  helper(module: string): Promise<Helper>;
}

interface Started extends ServerDeps {
  readonly home: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface SurroundingsOptions {
  readonly lifecycle: Lifecycle;
  readonly log: Logger;
  readonly profile: boolean;
}

export async function provideSurroundings(options: SurroundingsOptions): Promise<Surroundings> {
  const { lifecycle, log } = options;
  const words = createWords((text) => process.stdout.write(text));
  const home = makeHome(lifecycle);
  const config = loadConfig(childEnvironment(ownServers(home)));
  const deps: ServerDeps = { config, lifecycle, words };
  const adminUrl = await providePostgres(deps);
  const { address } = await provideTemporal(deps);
  const { appUrl } = await migrate({ adminUrl, log });
  const environment = {
    ...ownServers(home),
    DATABASE_URL: appUrl,
    TEMPORAL_ADDRESS: address,
    NODE_ENV: 'production',
    ...(options.profile ? { NODE_OPTIONS: profiling() } : {}),
  };
  const origin = await startChildren({ ...deps, home, environment });
  const pool = createPool(appUrl, { size: 20, applicationName: 'milepost-bench', log });
  lifecycle.own('pool', () => pool.end());
  const owner = ownerPool(lifecycle, adminUrl);
  const bareUrl = await createBareDatabase(owner, adminUrl);
  return {
    ...{ config, log, origin, pool, owner, bareUrl, temporalAddress: address },
    bare: ownerPool(lifecycle, bareUrl),
    pids: pidsOf(home),
    say: (chinese, english) => {
      words.say(chinese, english);
    },
    own: (name, close) => {
      lifecycle.own(name, close);
    },
    helper: async (module) => {
      const helper = await startHelper(module);
      lifecycle.own(module, () => helper.close());
      return helper;
    },
  };
}

/** Whatever the environment names, the benchmarks load only servers of their own. */
function ownServers(home: string): Record<string, string> {
  return {
    MILEPOST_HOME: home,
    MILEPOST_HOST: '127.0.0.1',
    MILEPOST_DEMO: 'off',
    DATABASE_URL: '',
    DATABASE_MIGRATION_URL: '',
    TEMPORAL_ADDRESS: '',
    TEMPORAL_NAMESPACE: '',
    SMTP_URL: '',
    PORT: '0',
  };
}

function makeHome(lifecycle: Lifecycle): string {
  const home = mkdtempSync(join(tmpdir(), 'milepost-bench-'));
  lifecycle.own('temporary folder', () => {
    rmSync(home, { recursive: true, force: true });
  });
  // PostgreSQL may run under another account.
  chmodSync(home, 0o755);
  return home;
}

function profiling(): string {
  const module = projectPath('dist', 'bench', 'processes', 'cpu-profile.js');
  return `--import=${pathToFileURL(module).href}`;
}

async function startChildren(started: Started): Promise<string> {
  const worker = await startOne(started, 'worker', 'worker/main.js');
  started.lifecycle.own('worker', () => worker.close());
  const api = await startOne(started, 'api', 'api/server.js');
  started.lifecycle.own('api', () => api.close());
  return `http://127.0.0.1:${api.message.port ?? 0}`;
}

function startOne(started: Started, name: string, module: string): Promise<RunningChild> {
  const { home, words, environment } = started;
  return startChild({
    name,
    words,
    module: projectPath('dist', module),
    logFile: join(home, 'logs', `${name}.log`),
    pidFile: join(home, `${name}.pid`),
    environment,
  });
}

function ownerPool(lifecycle: Lifecycle, connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 4 });
  lifecycle.own('owner', () => pool.end());
  return pool;
}

async function createBareDatabase(owner: pg.Pool, adminUrl: string): Promise<string> {
  await owner.query(`CREATE DATABASE ${BARE_DATABASE}`);
  const url = new URL(adminUrl);
  url.pathname = `/${BARE_DATABASE}`;
  return url.href;
}

function pidsOf(home: string): Surroundings['pids'] {
  const pidIn = (...path: readonly string[]): number =>
    Number.parseInt(readFileSync(join(home, ...path), 'utf8'), 10);
  return {
    api: pidIn('api.pid'),
    worker: pidIn('worker.pid'),
    Temporal: pidIn('temporal.pid'),
    PostgreSQL: pidIn('postgres', 'postmaster.pid'),
  };
}
