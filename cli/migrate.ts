/** Brings the schema of DATABASE_MIGRATION_URL up to this program and sets the application role's password to that of DATABASE_URL. */
import { migrate } from '../db/migrate.ts';
import { loadConfig } from '../platform/config.ts';
import { createLogger } from '../platform/logger.ts';
import { runMain, StartupError } from '../platform/startup-error.ts';
import { appPasswordOf } from './start-servers.ts';

async function main(): Promise<void> {
  const config = loadConfig();
  const adminUrl = config.database.migrationUrl ?? config.database.url;
  if (adminUrl === undefined) {
    throw new StartupError('Set DATABASE_MIGRATION_URL to the database that is to be migrated.');
  }
  const log = createLogger({ name: 'migrate', level: config.log.level });
  await migrate({ adminUrl, ...appPasswordOf(config), log });
  log.info('the schema is up to date');
}

await runMain(main);
