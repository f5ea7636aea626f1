/** Makes an empty Milepost usable without the demo: offices and administrators. Passwords are printed once. */
import { createPool } from '../engine/database.ts';
import { setUp } from '../engine/set-up.ts';
import { systemClock } from '../platform/clock.ts';
import { loadConfig } from '../platform/config.ts';
import { createLogger } from '../platform/logger.ts';
import { runMain, StartupError } from '../platform/startup-error.ts';
import { createCatalogue } from '../programmes/catalogue.ts';
import { createWords } from './start-words.ts';

async function main(): Promise<void> {
  const config = loadConfig();
  const { url } = config.database;
  if (url === undefined) throw new StartupError('Set DATABASE_URL to the migrated database.');
  const log = createLogger({ name: 'set-up', level: config.log.level });
  const pool = createPool(url, { size: 2, applicationName: 'milepost-set-up', log });
  const words = createWords((text) => process.stdout.write(text));
  try {
    const definitions = createCatalogue().list();
    const accounts = await setUp({ pool, clock: systemClock, definitions });
    for (const { account, password } of accounts) {
      words.say(
        `账号 ${account} 密码（只显示这一次） ${password}`,
        'account and password, shown only this once',
      );
    }
    words.say('职务和管理员已就绪', 'offices and administrators are there');
  } finally {
    await pool.end();
  }
}

await runMain(main);
