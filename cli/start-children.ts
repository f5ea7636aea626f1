/** Runs the worker and the API as child processes: waits until one says that it serves, and starts it again when it dies. */
import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { childEnvironment } from '../platform/config.ts';
import { lastLines } from '../platform/processes.ts';
import { StartupError } from '../platform/startup-error.ts';
import type { Words } from './start-words.ts';

const READY_DEADLINE_MS = 60_000;
const STOP_DEADLINE_MS = 30_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** A child that has lived so long starts again without a pause. */
const SETTLED_MS = 60_000;

export interface ChildOptions {
  readonly name: string;
  /** The module to run, in the build. */
  readonly module: string;
  readonly logFile: string;
  /** Where its process id stands while it runs. */
  readonly pidFile: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly words: Words;
}

export interface ReadyMessage {
  readonly ready: true;
  /** Where the child listens, if it does. */
  readonly port?: number;
}

export interface RunningChild {
  readonly message: ReadyMessage;
  close(): Promise<void>;
}

interface Watch {
  child: ChildProcess;
  /** Aborted when the child must not be started again. */
  readonly closing: AbortController;
  /** The restart under way, which closing waits for. */
  restart: Promise<void>;
}

/** @throws StartupError when it ends or stays silent instead of serving, with the reason that it gave. */
export async function startChild(options: ChildOptions): Promise<RunningChild> {
  const child = launch(options);
  const watch: Watch = { child, closing: new AbortController(), restart: Promise.resolve() };
  const message = await becomesReady(child, options);
  keepAlive(watch, withPort(options, message));
  return {
    message,
    close: async () => {
      watch.closing.abort();
      await stop(watch.child);
      await watch.restart;
      rmSync(options.pidFile, { force: true });
    },
  };
}

function launch(options: ChildOptions): ChildProcess {
  mkdirSync(dirname(options.logFile), { recursive: true });
  const log = openSync(options.logFile, 'a', 0o600);
  const child = fork(options.module, [], {
    env: childEnvironment(options.environment),
    execArgv: ['--enable-source-maps'],
    // A terminal's Ctrl-C must not reach the children before the supervisor stops them in order.
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  writeFileSync(options.pidFile, String(child.pid ?? ''));
  return child;
}

async function becomesReady(child: ChildProcess, options: ChildOptions): Promise<ReadyMessage> {
  try {
    return await firstMessage(child, options);
  } catch (error) {
    await stop(child);
    throw error;
  }
}

function firstMessage(child: ChildProcess, options: ChildOptions): Promise<ReadyMessage> {
  return new Promise((resolve, reject) => {
    const fail = (what: string): void => {
      const reason = lastLines(options.logFile, 1);
      reject(
        new StartupError(`The ${options.name} ${what}; its log is ${options.logFile}: ${reason}`),
      );
    };
    const timer = setTimeout(() => {
      fail('did not become ready in time');
    }, READY_DEADLINE_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      fail('ended while starting');
    });
    child.on('message', (message) => {
      if (!isReady(message)) return;
      clearTimeout(timer);
      resolve(message);
    });
  });
}

function isReady(message: unknown): message is ReadyMessage {
  return (
    typeof message === 'object' && message !== null && 'ready' in message && message.ready === true
  );
}

/** A restarted API takes the port that people already use. */
function withPort(options: ChildOptions, message: ReadyMessage): ChildOptions {
  if (message.port === undefined) return options;
  return { ...options, environment: { ...options.environment, PORT: String(message.port) } };
}

function keepAlive(watch: Watch, options: ChildOptions): void {
  let bornAt = performance.now();
  let pauseMs = FIRST_PAUSE_MS;
  const onExit = (code: number | null, signal: NodeJS.Signals | null): void => {
    if (watch.closing.signal.aborted) return;
    pauseMs = performance.now() - bornAt > SETTLED_MS ? FIRST_PAUSE_MS : pauseMs;
    watch.restart = again(signal ?? `exit code ${String(code)}`);
  };
  const again = async (reason: string): Promise<void> => {
    const seconds = pauseMs / 1000;
    options.words.say(
      `${options.name} 意外停止（${reason}），${seconds} 秒后重启`,
      `${options.name} stopped unexpectedly (${reason}), starting again in ${seconds} s`,
    );
    await delay(pauseMs, undefined, watch.closing).catch(() => undefined);
    if (watch.closing.signal.aborted) return;
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    bornAt = performance.now();
    watch.child = launch(options);
    watch.child.once('exit', onExit);
  };
  watch.child.once('exit', onExit);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS);
  await exited;
  clearTimeout(timer);
}
