/** Mends Temporal from the ledger: every programme under way whose workflow is missing, closed or of another mind is told once more. */
import { createOutbox } from '../db/outbox.ts';
import { createPool } from '../db/pool.ts';
import { findTimedProgrammes, listProgrammesUnderWay } from '../db/read-models/timekeeping.ts';
import { loadConfig } from '../platform/config.ts';
import { createLifecycle, type Lifecycle } from '../platform/lifecycle.ts';
import { createLogger } from '../platform/logger.ts';
import { runMain, StartupError } from '../platform/startup-error.ts';
import { createTemporalClient } from '../platform/temporal-client.ts';
import { createTemporalInspector } from '../platform/temporal-inspector.ts';
import { createCatalogue } from '../programmes/catalogue.ts';
import { createProgrammeSignals } from '../worker/programme-signals.ts';
import { reconcile } from '../worker/reconcile.ts';
import { createRelay } from '../worker/relay.ts';
import { createTitles } from '../worker/titles.ts';

async function main(): Promise<void> {
  const log = createLogger({ name: 'reconcile', level: 'warn' });
  const lifecycle = createLifecycle({ log });
  lifecycle.listen();
  try {
    await mend(lifecycle);
  } finally {
    await lifecycle.close();
  }
}

async function mend(lifecycle: Lifecycle): Promise<void> {
  const config = loadConfig();
  const { url } = config.database;
  const { address, namespace } = config.temporal;
  if (url === undefined || address === undefined) {
    throw new StartupError('DATABASE_URL and TEMPORAL_ADDRESS must both be set to reconcile them.');
  }
  const log = createLogger({ name: 'reconcile', level: config.log.level });
  const pool = createPool(url, { size: 4, applicationName: 'milepost-reconcile', log });
  lifecycle.own('database pool', () => pool.end());
  const temporal = createTemporalClient({ address, namespace });
  lifecycle.own('Temporal client', () => temporal.close());
  const outbox = createOutbox(pool);
  const relay = createRelay({
    outbox,
    describe: (ids) => findTimedProgrammes(pool, ids),
    signals: createProgrammeSignals({ temporal, titleOf: createTitles(createCatalogue()) }),
    log,
  });
  const { looked, mended } = await reconcile({
    list: (afterId, limit) => listProgrammesUnderWay(pool, afterId, limit),
    inspector: createTemporalInspector({ temporal }),
    nudge: (programmeId) => outbox.nudge(programmeId),
    drain: () => relay.drain(),
    onMended: ({ programmeId, title }, differences) => {
      const reasons = differences.map(({ zh, en }) => `${zh} ${en}`).join(' ');
      process.stdout.write(`${programmeId} ${title}: ${reasons}\n`);
    },
  });
  process.stdout.write(
    `检查 ${looked} 个进行中的方案，修复 ${mended} 个 · ` +
      `looked at ${looked} programmes under way, mended ${mended}\n`,
  );
}

await runMain(main);
