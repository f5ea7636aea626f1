/** The demo: people, two runs of Langxia, and no change the second time. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { createPool } from '../../../db/pool.ts';
import { createEngine } from '../../../engine/execute.ts';
import { createPasswords } from '../../../engine/passwords.ts';
import { seedDemo, type SeedDemoDeps } from '../../../engine/seed-demo.ts';
import { createSessions } from '../../../engine/sessions.ts';
import { createCatalogue } from '../../../programmes/catalogue.ts';
import { createSettableClock, silentLog } from '../../support/database-fixtures.ts';
import { createTestDatabase, type TestDatabase } from '../../support/servers-database.ts';

let database: TestDatabase;
let pool: Pool;
let deps: SeedDemoDeps;
const clock = createSettableClock('2026-11-23T08:00:00.000Z');

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.appUrl);
  const catalogue = createCatalogue();
  const engine = createEngine({ pool, clock, catalogue, email: false, log: silentLog });
  deps = { pool, engine, catalogue, clock, log: silentLog };
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function everything(): Promise<unknown> {
  const { rows } = await pool.query(
    `SELECT (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM people) AS people,
            (SELECT count(*) FROM holdings) AS holdings, (SELECT count(*) FROM programmes) AS programmes,
            (SELECT count(*) FROM commands) AS commands`,
  );
  return rows;
}

describe('the demo', () => {
  it('is put in at the first start and left alone at the second', async () => {
    const first = await seedDemo(deps);
    expect(first.password).toMatch(/^[\w-]{16}$/);
    const offices = createCatalogue()
      .list()
      .flatMap((definition) => definition.offices);
    const administrators = 3;
    expect(first.accounts).toHaveLength(
      new Set(offices.map(({ key }) => key)).size + administrators,
    );
    expect(first.programmes).toHaveLength(2);
    const before = await everything();
    clock.set('2026-11-23T09:00:00.000Z');
    const second = await seedDemo(deps);
    expect(second).toEqual({ accounts: first.accounts, programmes: first.programmes });
    expect(await everything()).toEqual(before);
  });

  it('lets every account sign in with the password that was told', async () => {
    const fresh = await createTestDatabase();
    const own = createPool(fresh.appUrl);
    try {
      const engine = createEngine({
        pool: own,
        clock,
        catalogue: createCatalogue(),
        email: false,
        log: silentLog,
      });
      const { accounts } = await seedDemo({
        ...deps,
        pool: own,
        engine,
        password: 'a-demo-password',
      });
      const lifetimes = { idleMinutes: 30, absoluteMinutes: 480 };
      const sessions = createSessions({
        pool: own,
        clock,
        passwords: createPasswords(),
        lifetimes,
      });
      for (const account of accounts) {
        expect(await sessions.signIn(account, 'a-demo-password')).toMatchObject({
          person: { account },
        });
      }
    } finally {
      await own.end();
      await fresh.drop();
    }
  });

  it('has one live run from today and a rehearsal in motion', async () => {
    const { rows } = await pool.query(
      `SELECT rehearsal, starts_on, status, position > 1 AS moving FROM programmes ORDER BY rehearsal`,
    );
    expect(rows).toEqual([
      { rehearsal: false, starts_on: '2026-11-23', status: 'active', moving: false },
      { rehearsal: true, starts_on: '2013-09-15', status: 'active', moving: true },
    ]);
    const tasks = await pool.query('SELECT office, status FROM tasks ORDER BY office');
    expect(tasks.rows).toEqual([
      { office: 'finance-office', status: 'done' },
      { office: 'village-heads', status: 'open' },
    ]);
  });
});
