/** A database of its own for a test file, cloned from the migrated template of the run. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  readonly name: string;
  /** As the application: may read and append, no more than its grants. */
  readonly appUrl: string;
  /** As the superuser, in the same database. */
  readonly adminUrl: string;
  /** Ends every connection to it and removes it. */
  drop(): Promise<void>;
}

/** Needs the servers of the run, so only in test/workflow, test/integration and test/e2e. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const template = fromRun('MILEPOST_TEST_TEMPLATE');
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    name,
    appUrl: inDatabase(fromRun('MILEPOST_TEST_APP_URL'), name),
    adminUrl: inDatabase(fromRun('MILEPOST_TEST_ADMIN_URL'), name),
    drop: () => asAdmin(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** The address of the run's Temporal server; use a task queue and workflow ids of your own. */
export function testTemporalAddress(): string {
  return fromRun('MILEPOST_TEST_TEMPORAL');
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: fromRun('MILEPOST_TEST_ADMIN_URL') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function inDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

function fromRun(variable: string): string {
  const value = process.env[variable];
  if (value === undefined) throw new Error(`${variable} is not set: the run has no servers`);
  return value;
}
