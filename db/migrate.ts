/** Brings a database to the schema of this program: forward only, under a lock, refusing what does not fit. */
import pg from 'pg';
import type { Logger } from '../platform/logger.ts';
import { StartupError } from '../platform/startup-error.ts';
import { provideAppRole } from './app-role.ts';
import { asStartupError } from './errors.ts';
import { loadMigrations, type Migration } from './migration-files.ts';

export interface MigrateOptions {
  /** Address of a role that owns the database. */
  readonly adminUrl: string;
  /** Password of the role `milepost_app`; left out, one is derived from the administrator's. */
  readonly appPassword?: string;
  readonly log: Pick<Logger, 'info'>;
  /** Another set of migrations, for tests. */
  readonly migrations?: readonly Migration[];
}

export interface Migrated {
  /** The address with which the application connects: it may read and append events and nothing more. */
  readonly appUrl: string;
}

interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
  readonly breaking: boolean;
}

const CONNECT_MS = 10_000;
/** Any number that no other program uses for its advisory lock. */
const LOCK_KEY = 7_241_955_031;

const CREATE_TABLE = `
  CREATE TABLE IF NOT EXISTS migrations (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    breaking boolean NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT migrations_pk PRIMARY KEY (number)
  )`;

const SELECT_APPLIED = `
  SELECT migrations.number, migrations.name, migrations.checksum, migrations.breaking
    FROM migrations ORDER BY migrations.number`;

const INSERT_APPLIED =
  'INSERT INTO migrations (number, name, checksum, breaking) VALUES ($1, $2, $3, $4)';

/**
 * @throws StartupError when the server cannot be reached, the user may not do it, an applied migration was changed, or a newer program
 * has made a change that this one would break.
 */
export async function migrate(options: MigrateOptions): Promise<Migrated> {
  const client = new pg.Client({
    connectionString: options.adminUrl,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'milepost-migrate',
  });
  // A break shows as the failure of the query under way.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
    const appUrl = await provideAppRole(client, options);
    await applyAll(client, options);
    return { appUrl };
  } catch (error) {
    throw asStartupError(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function applyAll(client: pg.Client, options: MigrateOptions): Promise<void> {
  const known = options.migrations ?? loadMigrations();
  await client.query('SET client_min_messages = warning');
  await client.query(CREATE_TABLE);
  const { rows } = await client.query<AppliedMigration>(SELECT_APPLIED);
  refuseMismatch(rows, known);
  const applied = new Set(rows.map((row) => row.number));
  for (const migration of known) {
    if (!applied.has(migration.number)) await apply(client, migration, options.log);
  }
}

function refuseMismatch(applied: readonly AppliedMigration[], known: readonly Migration[]): void {
  for (const row of applied) {
    const mine = known.find((migration) => migration.number === row.number);
    if (mine === undefined && row.breaking) {
      throw new StartupError(
        `The database has the schema of a newer Milepost (migration ${row.number}, ${row.name}); start that version.`,
      );
    }
    if (mine !== undefined && mine.checksum !== row.checksum) {
      throw new StartupError(
        `Migration ${row.number} (${mine.name}) was applied with another content; applied migrations never change.`,
      );
    }
  }
}

async function apply(
  client: pg.Client,
  migration: Migration,
  log: MigrateOptions['log'],
): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(migration.sql);
    const { number, name, checksum, breaking } = migration;
    await client.query(INSERT_APPLIED, [number, name, checksum, breaking]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
  log.info({ migration: migration.number, name: migration.name }, 'migration applied');
}
