/** Fills an empty Milepost with the demo people and programmes, and tells how to sign in. */
import { createPool } from '../engine/database.ts';
import { createEngine } from '../engine/execute.ts';
import { seedDemo, type SeededDemo } from '../engine/seed-demo.ts';
import { systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import type { Logger } from '../platform/logger.ts';
import { createCatalogue } from '../programmes/catalogue.ts';
import type { Words } from './start-words.ts';

export interface DemoDeps {
  readonly config: Config;
  readonly words: Words;
  readonly log: Logger;
  /** The application's address of the database. */
  readonly appUrl: string;
}

/** Does nothing where the demo is switched off; at a second start it finds everything there and only says so. */
export async function announceDemo({ config, words, log, appUrl }: DemoDeps): Promise<void> {
  if (!config.demo.enabled) return;
  const pool = createPool(appUrl, { size: 4, applicationName: 'milepost-demo', log });
  const catalogue = createCatalogue();
  const deps = { pool, clock: systemClock, catalogue, log };
  try {
    const email = config.smtp.url !== undefined;
    const engine = createEngine({ ...deps, email });
    announce(words, await seedDemo({ ...deps, engine, password: config.demo.password }), config);
  } finally {
    await pool.end();
  }
}

function announce(
  words: Words,
  { password, accounts, programmes }: SeededDemo,
  config: Config,
): void {
  for (const { id, title, rehearsal } of programmes) {
    if (rehearsal) words.say(`演练 ${title}`, `rehearsal ${id}`);
    else words.say(`方案 ${title}`, `programme ${id}`);
  }
  words.say(`演示账号 ${accounts.join(' ')}`, 'demo accounts');
  if (config.demo.password !== undefined && password !== undefined) {
    words.say(
      '密码见 MILEPOST_DEMO_PASSWORD',
      'their password is the one of MILEPOST_DEMO_PASSWORD',
    );
  } else if (password !== undefined) {
    words.say(`密码（只显示这一次） ${password}`, 'their password, shown only this once');
  } else {
    words.say('密码同首次启动时', 'their password is the one of the first start');
  }
}
