/** The supervisor behind `npm start`: servers, schema, worker, API and demo, in that order, and all of them down again on one signal. */
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { migrate } from '../db/migrate.ts';
import { loadConfig, type Config } from '../platform/config.ts';
import { lockHome } from '../platform/home.ts';
import { createLifecycle } from '../platform/lifecycle.ts';
import { createLogger, type Logger } from '../platform/logger.ts';
import { isPortFree } from '../platform/ports.ts';
import { runMain, StartupError } from '../platform/startup-error.ts';
import { startChild, type ChildOptions } from './start-children.ts';
import { announceDemo } from './start-demo.ts';
import {
  appPasswordOf,
  providePostgres,
  provideTemporal,
  type ServerDeps,
} from './start-servers.ts';
import { createWords } from './start-words.ts';

const CLOSE_DEADLINE_MS = 90_000;
const SERVING_DEADLINE_MS = 60_000;
const POLL_MS = 50;

interface Surroundings extends ServerDeps {
  readonly log: Logger;
}

async function main(): Promise<void> {
  const config = loadConfig();
  const words = createWords((text) => process.stdout.write(text));
  const log = createLogger({ name: 'start', level: 'error' });
  const lifecycle = createLifecycle({ log, deadlineMs: CLOSE_DEADLINE_MS });
  try {
    lifecycle.own('lock', lockHome(config.home));
    await requirePort(config);
    lifecycle.listen();
    await start({ config, words, log, lifecycle });
  } catch (error) {
    await lifecycle.close();
    throw error;
  }
}

async function start(around: Surroundings): Promise<void> {
  const { config, words, log } = around;
  words.line(`数据目录 · data folder: ${config.home}`);
  const [adminUrl, temporal] = await bothOrNeither(
    providePostgres(around),
    provideTemporal(around),
  );
  const { appUrl } = await migrate({ adminUrl, ...appPasswordOf(config), log });
  const places = { DATABASE_URL: appUrl, TEMPORAL_ADDRESS: temporal.address };
  const worker = await startChild(childOptions(around, 'worker', places));
  around.lifecycle.own('worker', () => worker.close());
  const api = await startChild(childOptions(around, 'api', places));
  around.lifecycle.own('api', () => api.close());
  const address = `http://127.0.0.1:${api.message.port ?? config.http.port}`;
  await waitUntilServing(address);
  await announceDemo({ config, words, log, appUrl });
  if (temporal.uiUrl !== undefined) {
    words.line(`Temporal 界面 · Temporal UI: ${temporal.uiUrl}`);
  }
  words.line(`ready: ${address}`);
}

/** Waits for both even if one fails, so that whatever did start is owned and can be closed. */
async function bothOrNeither<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  const [first, second] = await Promise.allSettled([one, other]);
  if (first.status === 'rejected') throw first.reason;
  if (second.status === 'rejected') throw second.reason;
  return [first.value, second.value];
}

function childOptions(
  around: Surroundings,
  name: 'api' | 'worker',
  places: Readonly<Record<string, string>>,
): ChildOptions {
  const { config, words } = around;
  const modules = { api: '../api/server.js', worker: '../worker/main.js' } as const;
  return {
    name,
    words,
    module: fileURLToPath(new URL(modules[name], import.meta.url)),
    logFile: join(config.home, 'logs', `${name}.log`),
    pidFile: join(config.home, `${name}.pid`),
    environment: {
      ...places,
      DATABASE_MIGRATION_URL: '',
      MILEPOST_HOME: config.home,
      MILEPOST_DEMO: config.demo.enabled ? 'on' : 'off',
      PORT: String(config.http.port),
    },
  };
}

async function requirePort(config: Config): Promise<void> {
  const { port, host } = config.http;
  if (await isPortFree(port, host)) return;
  throw new StartupError(
    `Port ${port} on ${host} is already in use or may not be used; set PORT to another one.`,
  );
}

/** The pages, the API and everything behind it answer. */
async function waitUntilServing(address: string): Promise<void> {
  let answer = 'no answer';
  for (let attempt = 0; attempt < SERVING_DEADLINE_MS / POLL_MS; attempt += 1) {
    try {
      const response = await fetch(`${address}/readyz`);
      answer = await response.text();
      if (response.ok) return;
    } catch (error) {
      answer = String(error);
    }
    await delay(POLL_MS);
  }
  throw new StartupError(`Milepost did not become ready: ${answer}`);
}

await runMain(main);
