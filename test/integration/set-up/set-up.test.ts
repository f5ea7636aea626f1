/** An empty Milepost without the demo: who can sign in, and what is there to appoint people to. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPool, type Pool } from '../../../engine/database.ts';
import { createPasswords } from '../../../engine/passwords.ts';
import { createSessions } from '../../../engine/sessions.ts';
import { setUp } from '../../../engine/set-up.ts';
import { listOffices } from '../../../db/read-models/people.ts';
import { systemClock } from '../../../platform/clock.ts';
import { createLogger } from '../../../platform/logger.ts';
import { createCatalogue } from '../../../programmes/catalogue.ts';
import { createTestDatabase, type TestDatabase } from '../../support/servers-database.ts';

let database: TestDatabase;
let pool: Pool;
const definitions = createCatalogue().list();

beforeAll(async () => {
  database = await createTestDatabase();
  const log = createLogger({ name: 'test', level: 'silent' });
  pool = createPool(database.appUrl, { size: 2, applicationName: 'test-set-up', log });
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

describe('setting up without the demo', () => {
  it('registers the three administrators once, each with a password that lets him in', async () => {
    const accounts = await setUp({ pool, clock: systemClock, definitions });
    expect(accounts.map(({ account }) => account)).toEqual([
      'system-admin',
      'security-admin',
      'audit-admin',
    ]);
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(3);
    const lifetimes = { idleMinutes: 1, absoluteMinutes: 1 };
    const sessions = createSessions({
      pool,
      clock: systemClock,
      passwords: createPasswords(),
      lifetimes,
    });
    for (const account of accounts) {
      expect(await sessions.signIn(account.account, account.password)).not.toBeNull();
    }
    expect(await setUp({ pool, clock: systemClock, definitions })).toEqual([]);
  });

  it('defines every office that a plan names', async () => {
    await setUp({ pool, clock: systemClock, definitions });
    const known = (await listOffices(pool)).map(({ key }) => key);
    const named = definitions.flatMap(({ offices }) => offices.map(({ key }) => key));
    expect(known.toSorted()).toEqual([...new Set(named)].toSorted());
  });
});
