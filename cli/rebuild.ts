/** Compares every programme's read models with its events, or with `--replace` makes them again. Ends with 1 when differences remain. */
import { createCalendarStore } from '../engine/calendar-store.ts';
import { createPool } from '../engine/database.ts';
import { createDefinitionStore } from '../engine/definition-store.ts';
import {
  compareProgramme,
  forEachProgramme,
  rebuildProgramme,
  type RebuildReport,
} from '../engine/rebuild.ts';
import { systemClock } from '../platform/clock.ts';
import { loadConfig } from '../platform/config.ts';
import { createLifecycle } from '../platform/lifecycle.ts';
import { createLogger } from '../platform/logger.ts';
import { runMain, StartupError } from '../platform/startup-error.ts';
import { createCatalogue } from '../programmes/catalogue.ts';

async function main(): Promise<void> {
  const config = loadConfig();
  const { url } = config.database;
  if (url === undefined)
    throw new StartupError('Set DATABASE_URL to the database that is to be rebuilt.');
  const replace = asksToReplace(process.argv.slice(2));
  const log = createLogger({ name: 'rebuild', level: 'warn' });
  const lifecycle = createLifecycle({ log });
  const pool = createPool(url, { size: 4, applicationName: 'milepost-rebuild', log });
  lifecycle.own('database pool', () => pool.end());
  lifecycle.listen();
  try {
    const catalogue = createCatalogue();
    const definitions = createDefinitionStore({ pool, clock: systemClock, catalogue });
    const calendars = createCalendarStore({ pool, clock: systemClock });
    const work = replace ? rebuildProgramme : compareProgramme;
    const differing = await tell(forEachProgramme({ pool, definitions, calendars }, work));
    process.exitCode = replace || differing === 0 ? 0 : 1;
  } finally {
    await lifecycle.close();
  }
}

function asksToReplace(given: readonly string[]): boolean {
  const unknown = given.find((argument) => argument !== '--replace');
  if (unknown !== undefined)
    throw new StartupError(`${unknown} is not known; the only option is --replace.`);
  return given.length > 0;
}

/** How many programmes differed. */
async function tell(reports: AsyncIterable<RebuildReport>): Promise<number> {
  let [programmes, differing] = [0, 0];
  for await (const { programmeId, differences } of reports) {
    programmes += 1;
    if (differences.length === 0) continue;
    differing += 1;
    for (const { table, key } of differences) {
      process.stdout.write(`${programmeId}: ${table} ${key}\n`);
    }
  }
  process.stdout.write(
    `检查 ${programmes} 个方案，${differing} 个不一致 · looked at ${programmes} programmes, ${differing} differed\n`,
  );
  return differing;
}

await runMain(main);
