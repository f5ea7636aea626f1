/** Starts a process of its own for what must not share the measuring process: callers, the bare server, the raw worker. */
import { fork, type ChildProcess } from 'node:child_process';
import { childEnvironment } from '../platform/config.ts';
import { projectPath } from '../platform/paths.ts';
import type { Answer } from './processes/serve.ts';

export interface Helper {
  readonly pid: number;
  /** The answer is typed by whoever asks; both sides are built together. */
  ask<T>(name: string, payload: unknown): Promise<T>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** @param module below bench/processes, without an ending */
export async function startHelper(module: string): Promise<Helper> {
  const child = fork(projectPath('dist', 'bench', 'processes', `${module}.js`), [], {
    env: childEnvironment({ NODE_ENV: 'production' }),
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, Waiting>();
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      for (const { reject } of waiting.values()) reject(new Error(`the process ${module} ended`));
      resolve();
    });
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => {
      resolve();
    });
    child.once('exit', () => {
      reject(new Error(`the process ${module} did not start`));
    });
  });
  listen(child, waiting);
  let last = 0;
  return {
    pid: child.pid ?? 0,
    ask: <T>(name: string, payload: unknown) =>
      new Promise<T>((resolve, reject) => {
        const id = (last += 1);
        waiting.set(id, { resolve, reject });
        child.send({ id, name, payload });
      }),
    close: () => {
      if (child.connected) child.disconnect();
      return exited;
    },
  };
}

function listen(child: ChildProcess, waiting: Map<number, Waiting>): void {
  child.on('message', (message) => {
    const answer = message as Answer; // the other side sends nothing else once it is ready
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) asked?.reject(new Error(answer.error));
    else asked?.resolve(answer.value as never); // see Helper.ask
  });
}
