/** Runs an embedded PostgreSQL in a data folder: made on first use, on the loopback only, under a random password, recovered after any kind of end. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import { chooseAccount, type RunAs } from './postgres-account.ts';
import { findFreePort } from './ports.ts';
import {
  commandLineOf,
  isAlive,
  lastLines,
  spawnServer,
  stopProcess,
  type ServerProcess,
} from './processes.ts';
import { StartupError } from './startup-error.ts';

const SUPERUSER = 'milepost_owner';
const START_DEADLINE_MS = 60_000;
const STOP_DEADLINE_MS = 30_000;
const PORT_ATTEMPTS = 5;
const POLL_MS = 50;

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  wal_compression: 'on',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
} as const;

/** For data that a crash may lose, as in tests. */
const FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } as const;

export interface PostgresOptions {
  /** The folder that holds `postgres/` (data), `postgres.password` and `logs/`. */
  readonly home: string;
  /** A fixed port; left out, any free one. */
  readonly port?: number | undefined;
  /** False only where the data may be lost in a crash. */
  readonly durable?: boolean;
  /** Told in words what takes time. */
  readonly progress?: (message: string) => void;
}

export interface EmbeddedPostgres {
  /** The superuser's address of the database `postgres`. */
  readonly adminUrl: string;
  readonly port: number;
  readonly pid: number;
  /** Settles when the server has ended, for whatever reason. */
  readonly exited: Promise<void>;
  /** Fast shutdown: open transactions are rolled back, nothing acknowledged is lost. */
  close(): Promise<void>;
}

interface Cluster {
  readonly home: string;
  readonly folder: string;
  readonly logFile: string;
  readonly password: string;
  readonly binaries: PostgresBinaries;
  readonly runAs: RunAs;
}

/** @throws StartupError when the data folder is in use or the server does not come up. */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(options);
  await refuseLiveServer(cluster.folder);
  for (let attempt = 1; attempt <= PORT_ATTEMPTS; attempt += 1) {
    const port = options.port ?? (await findFreePort());
    const server = await launch(cluster, port, options.durable ?? true);
    const adminUrl = `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/postgres`;
    if (await becomesReady(server, adminUrl)) {
      const close = (): Promise<void> => server.stop('SIGINT', STOP_DEADLINE_MS);
      return { adminUrl, port, pid: server.pid, exited: server.exited, close };
    }
    await server.stop('SIGINT', STOP_DEADLINE_MS);
    if (!lastLines(cluster.logFile, 6).includes('could not bind')) break;
  }
  throw new StartupError(
    `The embedded PostgreSQL did not start; its log is ${cluster.logFile}: ${lastLines(cluster.logFile, 1)}`,
  );
}

/** Ends a server that a killed Milepost has left behind in this home. Only the holder of the home's lock may call it. */
export async function stopOrphanedPostgres(home: string): Promise<boolean> {
  const pid = await livePostmaster(join(home, 'postgres'));
  if (pid === undefined) return false;
  await stopProcess(pid, 'SIGINT', STOP_DEADLINE_MS);
  return true;
}

async function openCluster(options: PostgresOptions): Promise<Cluster> {
  const { home } = options;
  mkdirSync(home, { recursive: true });
  const binaries = findPostgresBinaries();
  const cluster: Cluster = {
    home,
    folder: join(home, 'postgres'),
    logFile: join(home, 'logs', 'postgres.log'),
    password: readOrMakePassword(join(home, 'postgres.password')),
    binaries,
    runAs: await chooseAccount([home, binaries.postgres]),
  };
  if (!existsSync(join(cluster.folder, 'PG_VERSION'))) {
    options.progress?.('creating the database');
    await createCluster(cluster);
  }
  return cluster;
}

/** Made aside and moved into place, so that an interrupted first start leaves nothing half made. */
async function createCluster(cluster: Cluster): Promise<void> {
  const aside = join(cluster.home, 'postgres.new');
  const passwordFile = join(aside, 'password');
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside);
  writeFileSync(passwordFile, `${cluster.password}\n`, { mode: 0o600 });
  giveTo(aside, cluster.runAs);
  giveTo(passwordFile, cluster.runAs);
  const { command, args, account } = cluster.runAs.wrap(cluster.binaries.initdb, [
    `--pgdata=${join(aside, 'data')}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]);
  try {
    await promisify(execFile)(command, args, { cwd: aside, ...account });
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n').at(-2) ?? '') : '';
    throw new StartupError(`The embedded PostgreSQL could not create its data folder: ${reason}`, {
      cause,
    });
  }
  renameSync(join(aside, 'data'), cluster.folder);
  rmSync(aside, { recursive: true, force: true });
}

function launch(cluster: Cluster, port: number, durable: boolean): Promise<ServerProcess> {
  const settings = Object.entries({ ...SETTINGS, ...(durable ? {} : FORGETFUL) });
  const flags = settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const wrapped = cluster.runAs.wrap(cluster.binaries.postgres, [
    '-D',
    cluster.folder,
    '-p',
    String(port),
    ...flags,
  ]);
  return spawnServer({ ...wrapped, logFile: cluster.logFile, workingDirectory: cluster.folder });
}

async function becomesReady(server: ServerProcess, adminUrl: string): Promise<boolean> {
  const attempts = START_DEADLINE_MS / POLL_MS;
  for (let attempt = 0; attempt < attempts && server.isRunning(); attempt += 1) {
    if (await answers(adminUrl)) return server.isRunning();
    await delay(POLL_MS);
  }
  return false;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function refuseLiveServer(folder: string): Promise<void> {
  const pid = await livePostmaster(folder);
  if (pid !== undefined) {
    throw new StartupError(`The database in ${folder} is already in use by process ${pid}.`);
  }
  // What is left is stale; its number may by now belong to a stranger, which PostgreSQL would take for a server.
  rmSync(join(folder, 'postmaster.pid'), { force: true });
}

async function livePostmaster(folder: string): Promise<number | undefined> {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
  return (await commandLineOf(pid)).includes(folder) ? pid : undefined;
}

function readOrMakePassword(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = randomBytes(24).toString('base64url');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

function giveTo(path: string, { account }: RunAs): void {
  if (account !== undefined) chownSync(path, account.uid, account.gid);
}
