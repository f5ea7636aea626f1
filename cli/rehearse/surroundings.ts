/** What a rehearsal runs on: servers of its own in a temporary folder, or those that the environment names, and a worker and an API. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../db/migrate.ts';
import { childEnvironment, loadConfig } from '../../platform/config.ts';
import type { Lifecycle } from '../../platform/lifecycle.ts';
import { createLogger } from '../../platform/logger.ts';
import { projectPath } from '../../platform/paths.ts';
import { startChild, type RunningChild } from '../start-children.ts';
import {
  appPasswordOf,
  providePostgres,
  provideTemporal,
  type ServerDeps,
} from '../start-servers.ts';
import type { Words } from '../start-words.ts';

export interface Surroundings {
  /** Address of the API. */
  readonly address: string;
  /** The application's address of the database. */
  readonly appUrl: string;
}

interface Started extends ServerDeps {
  readonly home: string;
  /** What the children are told beside this process's own environment. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Everything that was started is owned by the lifecycle, the temporary folder included. */
export async function provideSurroundings(
  lifecycle: Lifecycle,
  words: Words,
): Promise<Surroundings> {
  const home = mkdtempSync(join(tmpdir(), 'milepost-rehearsal-'));
  lifecycle.own('temporary folder', () => {
    rmSync(home, { recursive: true, force: true });
  });
  // PostgreSQL may run under another account.
  chmodSync(home, 0o755);
  const config = loadConfig(childEnvironment({ MILEPOST_HOME: home, MILEPOST_DEMO: 'off' }));
  const deps: ServerDeps = { config, lifecycle, words };
  const [postgres, temporal] = await Promise.allSettled([
    providePostgres(deps),
    provideTemporal(deps),
  ]);
  const adminUrl = valueOf(postgres);
  const log = createLogger({ name: 'rehearse', level: 'error' });
  const { appUrl } = await migrate({ adminUrl, ...appPasswordOf(config), log });
  const environment = {
    DATABASE_URL: appUrl,
    DATABASE_MIGRATION_URL: '',
    TEMPORAL_ADDRESS: valueOf(temporal).address,
    MILEPOST_HOME: home,
    MILEPOST_DEMO: 'off',
    PORT: '0',
    // A rehearsal sends nothing outside.
    SMTP_URL: '',
  };
  return { address: await startChildren({ ...deps, home, environment }), appUrl };
}

/** The address of the API, once worker and API both serve. */
async function startChildren(started: Started): Promise<string> {
  const { lifecycle } = started;
  const children = await Promise.allSettled([
    startOne(started, 'worker', 'worker/main.js'),
    startOne(started, 'api', 'api/server.js'),
  ]);
  for (const child of children) {
    if (child.status === 'fulfilled') lifecycle.own('child', () => child.value.close());
  }
  const [worker, api] = children;
  valueOf(worker);
  const { port } = valueOf(api).message;
  if (port === undefined) throw new Error('the API did not say where it listens');
  return `http://127.0.0.1:${port}`;
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

function valueOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
}
