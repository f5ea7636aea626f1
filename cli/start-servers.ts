/** Provides PostgreSQL and Temporal for a start: those that the environment names, or local ones in the data folder, kept running. */
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Config } from '../platform/config.ts';
import type { Lifecycle } from '../platform/lifecycle.ts';
import { startPostgres, stopOrphanedPostgres } from '../platform/postgres.ts';
import { findTemporalCli } from '../platform/temporal-cli.ts';
import { prepareTemporal } from '../platform/temporal-external.ts';
import { startTemporal, stopOrphanedTemporal } from '../platform/temporal.ts';
import type { Words } from './start-words.ts';

const DATABASE = 'milepost';
const RESTART_PAUSE_MS = 1_000;

export interface ServerDeps {
  readonly config: Config;
  readonly lifecycle: Lifecycle;
  readonly words: Words;
}

export interface TemporalPlace {
  readonly address: string;
  readonly uiUrl: string | undefined;
}

interface Server {
  readonly exited: Promise<void>;
  close(): Promise<void>;
}

/** A place in the order of closing, taken before the server that fills it is up. */
interface Slot {
  close: () => Promise<void>;
}

interface KeptServer<T extends Server> {
  readonly name: string;
  readonly slot: Slot;
  readonly first: T;
  readonly again: () => Promise<T>;
}

/** The address of a role that owns Milepost's database. */
export async function providePostgres(deps: ServerDeps): Promise<string> {
  const { config, words } = deps;
  const given = config.database.migrationUrl ?? config.database.url;
  if (given !== undefined) return given;
  const slot = reserveSlot(deps.lifecycle, 'PostgreSQL');
  if (await stopOrphanedPostgres(config.home)) {
    words.say('已停止上次遗留的数据库', 'stopped a database left behind by the last run');
  }
  const progress = (): void => {
    words.say('正在创建数据库', 'creating the database');
  };
  const first = await startPostgres({ home: config.home, progress });
  const again = (): ReturnType<typeof startPostgres> =>
    startPostgres({ home: config.home, port: first.port });
  keepRunning(deps, { name: 'PostgreSQL', slot, first, again });
  const url = new URL(first.adminUrl);
  url.pathname = `/${DATABASE}`;
  await ensureDatabase(first.adminUrl);
  words.say('数据库已就绪', 'database ready');
  return url.href;
}

/** Where an administrator migrates, the application's own address says which password its role is to have. */
export function appPasswordOf(config: Config): { readonly appPassword?: string } {
  const { url, migrationUrl } = config.database;
  if (url === undefined || migrationUrl === undefined) return {};
  const { password } = new URL(url);
  return password === '' ? {} : { appPassword: decodeURIComponent(password) };
}

export async function provideTemporal(deps: ServerDeps): Promise<TemporalPlace> {
  const { config, words } = deps;
  const { address, namespace } = config.temporal;
  if (address !== undefined) {
    await prepareTemporal(address, namespace);
    return { address, uiUrl: undefined };
  }
  const slot = reserveSlot(deps.lifecycle, 'Temporal');
  if (await stopOrphanedTemporal(config.home)) {
    words.say('已停止上次遗留的 Temporal', 'stopped a Temporal server left behind by the last run');
  }
  const cli = await findTemporalCli({
    cliPath: config.temporal.cliPath,
    cacheDirectory: config.cacheDirectory,
    progress: (message) => {
      words.say('正在下载 Temporal 服务器', message);
    },
  });
  const options = { home: config.home, cli, namespace };
  const first = await startTemporal(options);
  const again = (): ReturnType<typeof startTemporal> =>
    startTemporal({ ...options, port: first.port, uiPort: first.uiPort });
  keepRunning(deps, { name: 'Temporal', slot, first, again });
  words.say('Temporal 已就绪', 'Temporal ready');
  return first;
}

/** A server that ends by itself is started again on its port, so that those who use it find it where it was. */
function keepRunning<T extends Server>(deps: ServerDeps, kept: KeptServer<T>): void {
  let current = kept.first;
  let closing = false;
  let restart = Promise.resolve();
  const again = async (): Promise<void> => {
    if (closing) return;
    deps.words.say(
      `${kept.name} 意外停止，正在重启`,
      `${kept.name} stopped unexpectedly, restarting`,
    );
    await delay(RESTART_PAUSE_MS);
    try {
      current = await kept.again();
      watch(current);
    } catch {
      restart = again();
    }
  };
  const watch = (server: T): void => {
    void server.exited.then(() => {
      if (!closing) restart = again();
    });
  };
  watch(current);
  kept.slot.close = async () => {
    closing = true;
    await restart;
    await current.close();
  };
}

function reserveSlot(lifecycle: Lifecycle, name: string): Slot {
  const slot: Slot = { close: () => Promise.resolve() };
  lifecycle.own(name, () => slot.close());
  return slot;
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [
      DATABASE,
    ]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
