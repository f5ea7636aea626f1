/** Starts and stops long-running programs that are not ours, each in a process group of its own so that a terminal's Ctrl-C does not reach it before its users have stopped. */
import { spawn, execFile } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const LOG_LIMIT_BYTES = 20 * 1024 * 1024;
const POLL_MS = 25;

export interface ServerCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly logFile: string;
  readonly workingDirectory: string;
  readonly account?: { readonly uid: number; readonly gid: number } | undefined;
}

export interface ServerProcess {
  readonly pid: number;
  /** Settles when the program has ended, for whatever reason. */
  readonly exited: Promise<void>;
  isRunning(): boolean;
  /** Asks with the signal, and kills after the deadline. */
  stop(signal: NodeJS.Signals, deadlineMs: number): Promise<void>;
}

/** Starts a program with its output in a log file. */
export function spawnServer(server: ServerCommand): Promise<ServerProcess> {
  const log = openLog(server.logFile);
  const child = spawn(server.command, server.args, {
    cwd: server.workingDirectory,
    detached: true,
    stdio: ['ignore', log, log],
    ...server.account,
  });
  closeSync(log);
  let running = true;
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      running = false;
      resolve();
    });
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => {
      const pid = child.pid ?? 0;
      const stop = (signal: NodeJS.Signals, deadlineMs: number): Promise<void> =>
        running ? stopProcess(pid, signal, deadlineMs) : Promise.resolve();
      resolve({ pid, exited, isRunning: () => running, stop });
    });
  });
}

/** Asks a process to end, waits until it is gone, and kills it after the deadline. */
export async function stopProcess(
  pid: number,
  signal: NodeJS.Signals,
  deadlineMs: number,
): Promise<void> {
  signalProcess(pid, signal);
  const attempts = Math.ceil(deadlineMs / POLL_MS);
  for (let attempt = 0; attempt < attempts && isAlive(pid); attempt += 1) await delay(POLL_MS);
  if (isAlive(pid)) signalProcess(pid, 'SIGKILL');
  while (isAlive(pid)) await delay(POLL_MS);
}

/** Whether a process with this id exists and is not merely waiting to be reaped. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EPERM';
  }
  return processState(pid) !== 'Z';
}

/** The command line of a process, or an empty text where it cannot be seen. */
export function commandLineOf(pid: number): Promise<string> {
  return new Promise((resolve) => {
    execFile('ps', ['-ww', '-o', 'args=', '-p', String(pid)], (error, stdout) => {
      resolve(error === null ? stdout.trim() : readCommandLine(pid));
    });
  });
}

/** Something that tells this process from a later one with the same id; undefined where the system does not say. */
export function processBirthmark(pid: number): string | undefined {
  return processFields(pid)?.[19];
}

/** The last lines of a log, for a sentence about why a program did not start. */
export function lastLines(file: string, count: number): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself in the meantime.
  }
}

function processState(pid: number): string | undefined {
  return processFields(pid)?.[0];
}

/** The fields after the command's name in /proc/<pid>/stat: state, parent, …, start time (the 20th). */
function processFields(pid: number): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function readCommandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  const log = openSync(file, 'a', 0o600);
  if (statSync(file).size > LOG_LIMIT_BYTES) truncateSync(file);
  return log;
}
