/** Migrations: from nothing, twice, and refused where they do not fit. */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrate } from '../../../db/migrate.ts';
import { loadMigrations } from '../../../db/migration-files.ts';
import { createPool } from '../../../db/pool.ts';
import { schemaFits } from '../../../db/read-models/schema-status.ts';
import { silentLog } from '../../support/database-fixtures.ts';

let name: string;
let adminUrl: string;

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env['MILEPOST_TEST_ADMIN_URL'] });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function inDatabase(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

beforeEach(async () => {
  name = `migrations_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name}`);
  const address = new URL(process.env['MILEPOST_TEST_ADMIN_URL'] ?? '');
  address.pathname = `/${name}`;
  adminUrl = address.href;
});

afterEach(() => onServer(`DROP DATABASE ${name} WITH (FORCE)`));

describe('migrate', () => {
  it('builds the schema from nothing and gives an address that is the application’s role', async () => {
    const { appUrl } = await migrate({ adminUrl, log: silentLog });
    const pool = createPool(appUrl);
    try {
      const { rows } = await pool.query('SELECT current_user AS "user"');
      expect(rows).toEqual([{ user: 'milepost_app' }]);
      expect(await schemaFits(pool)).toBe(true);
    } finally {
      await pool.end();
    }
  });

  it('changes nothing the second time', async () => {
    const first = await migrate({ adminUrl, log: silentLog });
    const second = await migrate({ adminUrl, log: silentLog });
    expect(second).toEqual(first);
  });

  it('is safe when two processes start at once', async () => {
    const results = await Promise.all([1, 2, 3].map(() => migrate({ adminUrl, log: silentLog })));
    expect(new Set(results.map(({ appUrl }) => appUrl)).size).toBe(1);
  });

  it('refuses an applied migration that was changed since', async () => {
    await migrate({ adminUrl, log: silentLog });
    const migrations = loadMigrations().map((migration) =>
      migration.number === 2 ? { ...migration, checksum: '0'.repeat(64) } : migration,
    );
    await expect(migrate({ adminUrl, log: silentLog, migrations })).rejects.toThrow(
      'Migration 2 (ledger) was applied with another content; applied migrations never change.',
    );
  });

  it('refuses the schema of a newer program when that is marked as breaking', async () => {
    await migrate({ adminUrl, log: silentLog });
    const older = loadMigrations().slice(0, 3);
    await expect(migrate({ adminUrl, log: silentLog, migrations: older })).resolves.toBeDefined();
    await inDatabase(`INSERT INTO migrations VALUES (999, 'from_the_future', 'x', true)`);
    await expect(migrate({ adminUrl, log: silentLog })).rejects.toThrow(
      /newer Milepost \(migration 999/,
    );
  });

  it('leaves nothing of a migration that fails', async () => {
    const broken = {
      number: 1,
      name: 'broken',
      checksum: 'x',
      breaking: true,
      sql: 'CREATE TABLE half (id integer); SELECT no_such_function();',
    };
    await expect(migrate({ adminUrl, log: silentLog, migrations: [broken] })).rejects.toThrow();
    await expect(inDatabase('SELECT * FROM half')).rejects.toThrow(/does not exist/);
  });

  it('says in one sentence that the password is wrong', async () => {
    const wrong = new URL(adminUrl);
    wrong.password = 'wrong';
    await expect(migrate({ adminUrl: wrong.href, log: silentLog })).rejects.toThrow(
      'PostgreSQL refuses the user or password of the database address.',
    );
  });

  it('says in one sentence that a user may not make the role or the tables', async () => {
    await onServer(`CREATE ROLE ${name} LOGIN PASSWORD 'weak'`);
    try {
      const poor = new URL(adminUrl);
      poor.username = name;
      poor.password = 'weak';
      await expect(migrate({ adminUrl: poor.href, log: silentLog })).rejects.toThrow(
        /^The database user may not/,
      );
    } finally {
      await onServer(`DROP ROLE ${name}`);
    }
  });
});
