/** Verifies the ledger, every stream or one programme's, and says where the first bad entry is. Ends with 1 when there is one. */
import { createPool } from '../engine/database.ts';
import { verifyLedger, verifyProgramme, type StreamVerdict } from '../engine/verify.ts';
import { loadConfig } from '../platform/config.ts';
import { createLifecycle } from '../platform/lifecycle.ts';
import { createLogger } from '../platform/logger.ts';
import { runMain, StartupError } from '../platform/startup-error.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function main(): Promise<void> {
  const config = loadConfig();
  const { url } = config.database;
  if (url === undefined)
    throw new StartupError('Set DATABASE_URL to the database that is to be verified.');
  const [programmeId] = process.argv.slice(2);
  if (programmeId !== undefined && !UUID.test(programmeId)) {
    throw new StartupError(`${programmeId} is not the id of a programme.`);
  }
  const log = createLogger({ name: 'verify', level: 'warn' });
  const lifecycle = createLifecycle({ log });
  const pool = createPool(url, { size: 2, applicationName: 'milepost-verify', log });
  lifecycle.own('database pool', () => pool.end());
  lifecycle.listen();
  try {
    const verdicts =
      programmeId === undefined ? verifyLedger(pool) : [await verifyProgramme(pool, programmeId)];
    process.exitCode = (await tell(verdicts)) ? 0 : 1;
  } finally {
    await lifecycle.close();
  }
}

/** Whether every stream holds. An empty programme is one that does not exist. */
async function tell(
  verdicts: AsyncIterable<StreamVerdict> | Iterable<StreamVerdict>,
): Promise<boolean> {
  let [streams, entries, bad] = [0, 0, 0];
  for await (const verdict of verdicts) {
    streams += 1;
    entries += verdict.entries;
    if (verdict.ok) continue;
    bad += 1;
    const { position, reason, column } = verdict.firstBad ?? { position: 0, reason: 'unknown' };
    const what = column === undefined ? reason : `${reason} (${column})`;
    process.stdout.write(`${verdict.stream} #${position}: ${what}\n`);
  }
  process.stdout.write(
    `核验 ${streams} 条事件流、${entries} 条记录，${bad} 条有误 · verified ${streams} streams, ${entries} entries, ${bad} bad\n`,
  );
  return bad === 0;
}

await runMain(main);
