/** The application's role appends to the ledger and can do nothing else to it; triggers stop everybody else by accident. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTown, startProgramme, type Town } from '../../support/database-fixtures.ts';

let town: Town;

beforeAll(async () => {
  town = await createTown();
  await startProgramme(town);
});

afterAll(() => town.close());

const REFUSED = [
  ['update', `UPDATE events SET actor = 'somebody else'`],
  ['update one column', `UPDATE events SET data = '{}' WHERE position = 1`],
  ['delete', 'DELETE FROM events'],
  ['truncate', 'TRUNCATE events'],
  ['drop', 'DROP TABLE events'],
  ['switch the triggers off', 'ALTER TABLE events DISABLE TRIGGER ALL'],
  ['drop a trigger', 'DROP TRIGGER events_append_only ON events'],
  [
    'replace the trigger function',
    'CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$',
  ],
  ['rename', 'ALTER TABLE events RENAME TO old_events'],
  ['pose as a replica', 'SET session_replication_role = replica'],
  [
    'upsert',
    `INSERT INTO events SELECT * FROM events ON CONFLICT (stream, position) DO UPDATE SET actor = 'x'`,
  ],
  [
    'merge',
    `MERGE INTO events USING (SELECT 1) AS one ON true WHEN MATCHED THEN UPDATE SET actor = 'x'`,
  ],
  ['lock out others', 'DO $$ BEGIN LOCK TABLE events IN ACCESS EXCLUSIVE MODE; END $$'],
  ['forge an answered command', `UPDATE commands SET answer = '{}'`],
  ['delete a command', 'DELETE FROM commands'],
  ['change a definition', `UPDATE definitions SET body = '{}'`],
  ['create a table', 'CREATE TABLE mine (id integer)'],
  ['change the migrations', 'DELETE FROM migrations'],
] as const;

describe('the application role', () => {
  it.each(REFUSED)('may not %s', async (_what, statement) => {
    await expect(town.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('may not become the superuser', async () => {
    const { username } = new URL(town.database.adminUrl);
    await expect(town.pool.query(`SET ROLE ${username}`)).rejects.toMatchObject({ code: '42501' });
  });

  it('may read and append, also after it has tried to give itself more', async () => {
    await town.pool.query('GRANT ALL ON events TO milepost_app');
    const { rows } = await town.pool.query<{ may: boolean }>(
      `SELECT has_table_privilege('events', 'SELECT') AND has_table_privilege('events', 'INSERT')
          AND NOT has_table_privilege('events', 'UPDATE') AND NOT has_table_privilege('events', 'DELETE')
          AND NOT has_table_privilege('events', 'TRUNCATE') AND NOT has_table_privilege('events', 'TRIGGER') AS may`,
    );
    expect(rows).toEqual([{ may: true }]);
  });

  it('is neither superuser nor owner of anything', async () => {
    const { rows } = await town.pool.query<{ rolsuper: boolean; owned: number }>(
      `SELECT rolsuper, (SELECT count(*) FROM pg_class WHERE relowner = pg_roles.oid)::int AS owned
         FROM pg_roles WHERE rolname = current_user`,
    );
    expect(rows).toEqual([{ rolsuper: false, owned: 0 }]);
  });
});

describe('the triggers', () => {
  it.each(REFUSED.slice(0, 4))('stop the owner who would %s', async (_what, statement) => {
    const owner = new pg.Client({ connectionString: town.database.adminUrl });
    await owner.connect();
    try {
      await expect(owner.query(statement)).rejects.toThrow(/append-only/);
      await owner.query('SET session_replication_role = replica');
      await expect(owner.query(statement)).rejects.toThrow(/append-only/);
    } finally {
      await owner.end();
    }
  });
});
