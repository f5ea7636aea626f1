/** Runs a local Temporal server: durable in a file or in memory, on the loopback only, with the settings that Milepost needs. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findFreePort } from './ports.ts';
import {
  commandLineOf,
  isAlive,
  lastLines,
  processBirthmark,
  spawnServer,
  stopProcess,
  type ServerProcess,
} from './processes.ts';
import { StartupError } from './startup-error.ts';
import { SEARCH_ATTRIBUTES } from './temporal-search-attributes.ts';

const run = promisify(execFile);
const START_DEADLINE_MS = 60_000;
const STOP_DEADLINE_MS = 20_000;
const PORT_ATTEMPTS = 5;
const POLL_MS = 50;
/** How long the history of a closed run can be read; the ledger keeps it for good. */
const RETENTION = '90d';

const DYNAMIC_CONFIG = {
  // A timer of less than a second would otherwise fire up to a second late.
  'history.timerProcessorMaxTimeShift': '50ms',
} as const;

export interface TemporalOptions {
  /** The folder that holds the server's file, log and process id. */
  readonly home: string;
  readonly cli: string;
  readonly namespace?: string;
  /** In memory nothing outlives the server; for tests. */
  readonly storage?: 'file' | 'memory';
  /** Fixed ports; left out, any free ones. */
  readonly port?: number | undefined;
  readonly uiPort?: number | undefined;
  readonly headless?: boolean;
}

export interface LocalTemporal {
  readonly address: string;
  readonly port: number;
  readonly uiUrl: string | undefined;
  readonly uiPort: number | undefined;
  readonly pid: number;
  /** Settles when the server has ended, for whatever reason. */
  readonly exited: Promise<void>;
  close(): Promise<void>;
}

interface Ports {
  readonly port: number;
  readonly uiPort: number | undefined;
}

/** @throws StartupError when the server does not come up. */
export async function startTemporal(options: TemporalOptions): Promise<LocalTemporal> {
  mkdirSync(options.home, { recursive: true });
  const logFile = join(options.home, 'logs', 'temporal.log');
  for (let attempt = 1; attempt <= PORT_ATTEMPTS; attempt += 1) {
    const ports = await choosePorts(options);
    const server = await launch(options, ports, logFile);
    writeFileSync(pidFile(options.home), identityOf(server.pid));
    if (await becomesReady(server, options, ports.port)) {
      return present(options.home, server, ports);
    }
    await server.stop('SIGTERM', STOP_DEADLINE_MS);
    if (!/address already in use|can't set frontend port/i.test(lastLines(logFile, 20))) break;
  }
  throw new StartupError(
    `The Temporal server did not start; its log is ${logFile}: ${lastLines(logFile, 1)}`,
  );
}

/** Ends a server that a killed Milepost has left behind in this home. Only the holder of the home's lock may call it. */
export async function stopOrphanedTemporal(home: string): Promise<boolean> {
  const file = pidFile(home);
  if (!existsSync(file)) return false;
  const identity = readFileSync(file, 'utf8');
  const pid = Number(identity.split(' ')[0]);
  const ours =
    Number.isInteger(pid) &&
    pid > 0 &&
    isAlive(pid) &&
    identityOf(pid) === identity &&
    (await commandLineOf(pid)).includes('start-dev');
  if (ours) await stopProcess(pid, 'SIGTERM', STOP_DEADLINE_MS);
  rmSync(file, { force: true });
  return ours;
}

function present(home: string, server: ServerProcess, ports: Ports): LocalTemporal {
  const close = async (): Promise<void> => {
    await server.stop('SIGTERM', STOP_DEADLINE_MS);
    rmSync(pidFile(home), { force: true });
  };
  return {
    ...ports,
    address: `127.0.0.1:${ports.port}`,
    uiUrl: ports.uiPort === undefined ? undefined : `http://127.0.0.1:${ports.uiPort}`,
    pid: server.pid,
    exited: server.exited,
    close,
  };
}

async function choosePorts(options: TemporalOptions): Promise<Ports> {
  const port = options.port ?? (await findFreePort());
  if (options.headless === true) return { port, uiPort: undefined };
  return { port, uiPort: options.uiPort ?? (await findFreePort()) };
}

function launch(options: TemporalOptions, ports: Ports, logFile: string): Promise<ServerProcess> {
  const ui =
    ports.uiPort === undefined
      ? ['--headless']
      : ['--ui-port', String(ports.uiPort), '--ui-ip', '127.0.0.1', '--ui-disable-news-fetch'];
  const args = [
    'server',
    'start-dev',
    ...['--ip', '127.0.0.1', '--port', String(ports.port)],
    ...ui,
    ...['--namespace', options.namespace ?? 'default'],
    ...['--log-level', 'warn', '--log-format', 'json'],
    ...storageFlags(options),
    ...Object.entries(DYNAMIC_CONFIG).flatMap(([key, value]) => [
      '--dynamic-config-value',
      `${key}=${JSON.stringify(value)}`,
    ]),
    ...Object.entries(SEARCH_ATTRIBUTES).flatMap(([name, type]) => [
      '--search-attribute',
      `${name}=${type}`,
    ]),
  ];
  return spawnServer({ command: options.cli, args, logFile, workingDirectory: options.home });
}

function storageFlags(options: TemporalOptions): readonly string[] {
  if (options.storage === 'memory') return [];
  return [
    ...['--db-filename', databaseFile(options.home)],
    ...['--sqlite-pragma', 'journal_mode=WAL'],
    ...['--sqlite-pragma', 'synchronous=FULL'],
  ];
}

/** Raising the retention succeeds as soon as the server and its namespace are there, so it is also the question whether they are. */
async function becomesReady(
  server: ServerProcess,
  options: TemporalOptions,
  port: number,
): Promise<boolean> {
  const args = [
    ...['operator', 'namespace', 'update'],
    ...['--namespace', options.namespace ?? 'default', '--retention', RETENTION],
    ...['--address', `127.0.0.1:${port}`, '--disable-config-env', '--disable-config-file'],
  ];
  let waitedMs = 0;
  while (waitedMs < START_DEADLINE_MS && server.isRunning()) {
    try {
      await run(options.cli, args, { timeout: 10_000 });
      return server.isRunning();
    } catch {
      await delay(POLL_MS);
      waitedMs += POLL_MS;
    }
  }
  return false;
}

function identityOf(pid: number): string {
  return `${pid} ${processBirthmark(pid) ?? 'unknown'}`;
}

function databaseFile(home: string): string {
  return join(home, 'temporal.db');
}

function pidFile(home: string): string {
  return join(home, 'temporal.pid');
}
