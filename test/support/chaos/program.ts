/** A part of the built program as a process of its own, which can be killed at any instant and started again in the same place. */
import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { childEnvironment } from '../../../platform/config.ts';
import { projectPath } from '../../../platform/paths.ts';
import { isAlive, lastLines } from '../../../platform/processes.ts';

const READY_MS = 90_000;
const STOP_MS = 15_000;

export interface ProgramOptions {
  readonly name: string;
  /** Below dist/, e.g. `api/server.js`. */
  readonly module: string;
  readonly logFile: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface Program {
  readonly name: string;
  /** Address of the API; the same after every start. */
  address(): string;
  pid(): number;
  isRunning(): boolean;
  /** Resolves once it says that it serves. */
  start(): Promise<void>;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
  /** Lines that it has logged as errors: defects, as what is merely away is a warning. */
  errors(): readonly string[];
  /** SIGTERM and, if that does not help, SIGKILL. */
  close(): Promise<void>;
}

/** Not started yet. */
export function createProgram(options: ProgramOptions): Program {
  let child: ChildProcess | undefined;
  let port = 0;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child === undefined || hasEnded(child)) return;
    const gone = goneOf(child);
    child.kill(signal);
    const timer = setTimeout(() => child?.kill('SIGKILL'), STOP_MS);
    await gone;
    clearTimeout(timer);
  };
  return {
    name: options.name,
    address: () => `http://127.0.0.1:${port}`,
    pid: () => child?.pid ?? 0,
    isRunning: () => child?.pid !== undefined && !hasEnded(child) && isAlive(child.pid),
    start: async () => {
      child = launch(options, port);
      port = await readyPort(child, options);
    },
    kill: () => end('SIGKILL'),
    errors: () => errorsIn(options.logFile),
    close: () => end('SIGTERM'),
  };
}

function launch({ module, logFile, environment }: ProgramOptions, port: number): ChildProcess {
  const path = projectPath('dist', module);
  if (!existsSync(path)) throw new Error(`${path} is not there: run \`npm run build\` first`);
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a');
  const child = fork(path, [], {
    env: childEnvironment({ NODE_OPTIONS: '', ...environment, PORT: String(port) }),
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  return child;
}

function readyPort(child: ChildProcess, { name, logFile }: ProgramOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (what: string): void => {
      clearTimeout(timer);
      reject(new Error(`the ${name} ${what}: ${lastLines(logFile, 3)}`));
    };
    const timer = setTimeout(() => {
      fail('was not ready in time');
    }, READY_MS);
    child.once('exit', () => {
      fail('ended while starting');
    });
    child.once('message', (message: unknown) => {
      clearTimeout(timer);
      child.removeAllListeners('exit');
      const said: Readonly<Record<string, unknown>> = { ...(message as object) }; // what is sent is an object
      resolve(typeof said['port'] === 'number' ? said['port'] : 0);
    });
  });
}

const ERROR_LEVEL = 50;

function errorsIn(logFile: string): readonly string[] {
  const lines = readFileSync(logFile, 'utf8').trim().split('\n');
  return lines.filter((line) => {
    const [, level] = /"level":(\d+)/.exec(line) ?? [];
    // What is no log line of the program is a crash.
    return line !== '' && (level === undefined || Number(level) >= ERROR_LEVEL);
  });
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function goneOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
}
