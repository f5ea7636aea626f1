/** One PostgreSQL and one Temporal server for a whole test run, with a migrated template database to clone from. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../db/migrate.ts';
import { loadConfig } from '../../platform/config.ts';
import { createLogger } from '../../platform/logger.ts';
import {
  startPostgres,
  stopOrphanedPostgres,
  type EmbeddedPostgres,
} from '../../platform/postgres.ts';
import { isAlive } from '../../platform/processes.ts';
import { findTemporalCli } from '../../platform/temporal-cli.ts';
import {
  startTemporal,
  stopOrphanedTemporal,
  type LocalTemporal,
} from '../../platform/temporal.ts';

const HOME_PREFIX = 'milepost-test-';
const TEMPLATE = 'milepost_template';

export interface TestServers {
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** The servers also stop when the run is interrupted; what a killed run has left behind is stopped by the next one. */
export async function startTestServers(): Promise<TestServers> {
  await sweepKilledRuns();
  const home = mkdtempSync(join(tmpdir(), HOME_PREFIX));
  writeFileSync(join(home, 'owner.pid'), String(process.pid));
  // PostgreSQL may run under another account than the tests.
  chmodSync(home, 0o755);
  const [postgres, temporal] = await Promise.all([
    startPostgres({ home: makeHome(home, 'postgres-server'), durable: false }),
    startMemoryTemporal(makeHome(home, 'temporal-server')),
  ]);
  const close = createClose(home, postgres, temporal);
  stopWhenInterrupted(close);
  const appUrl = await createTemplate(postgres.adminUrl);
  return {
    environment: {
      MILEPOST_TEST_ADMIN_URL: postgres.adminUrl,
      MILEPOST_TEST_APP_URL: appUrl,
      MILEPOST_TEST_TEMPLATE: TEMPLATE,
      MILEPOST_TEST_TEMPORAL: temporal.address,
    },
    close,
  };
}

function makeHome(home: string, name: string): string {
  const folder = join(home, name);
  mkdirSync(folder, { mode: 0o755 });
  return folder;
}

async function startMemoryTemporal(home: string): Promise<LocalTemporal> {
  const { temporal, cacheDirectory } = loadConfig();
  const cli = await findTemporalCli({ cliPath: temporal.cliPath, cacheDirectory });
  return startTemporal({ home, cli, storage: 'memory', headless: true });
}

async function createTemplate(adminUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${TEMPLATE}`);
  } finally {
    await client.end();
  }
  const template = new URL(adminUrl);
  template.pathname = `/${TEMPLATE}`;
  const log = createLogger({ name: 'test-servers', level: 'warn' });
  const { appUrl } = await migrate({ adminUrl: template.href, log });
  return appUrl;
}

function createClose(
  home: string,
  postgres: EmbeddedPostgres,
  temporal: LocalTemporal,
): () => Promise<void> {
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await Promise.all([postgres.close(), temporal.close()]);
    rmSync(home, { recursive: true, force: true });
  };
  return () => (closing ??= close());
}

function stopWhenInterrupted(close: () => Promise<void>): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => {
      void close().finally(() => process.exit(code));
    });
  }
}

async function sweepKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(HOME_PREFIX)) continue;
    const home = join(tmpdir(), name);
    if (isOwned(home)) continue;
    await stopOrphanedPostgres(join(home, 'postgres-server'));
    await stopOrphanedTemporal(join(home, 'temporal-server'));
    rmSync(home, { recursive: true, force: true });
  }
}

function isOwned(home: string): boolean {
  try {
    return isAlive(Number(readFileSync(join(home, 'owner.pid'), 'utf8')));
  } catch {
    // Another run may be between making the folder and signing it.
    return true;
  }
}
