/** Queries that say how many rows they expect, and transactions as a callback. The only way to the driver. */
import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';
import { RowCountError, translateError, UnavailableError } from './errors.ts';
import type { GatherOptions } from './gather.ts';

/** A pool, or one client of it inside a transaction. */
export type Queryable = Pool | PoolClient;

/** A statement; with a name it is prepared once per connection. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

const WAITERS_PER_CONNECTION = 50;

/** How look-ups of the hot path are gathered. A query that could not be answered at all would not be answered for each either. */
export const READING: GatherOptions = {
  lanes: 2,
  most: 50,
  mayAskAlone: (error) => !(error instanceof UnavailableError),
};

export async function many<R extends QueryResultRow>(
  db: Queryable,
  statement: Statement,
): Promise<readonly R[]> {
  return (await run<R>(db, statement)).rows;
}

/** @throws RowCountError unless there is exactly one row. */
export async function one<R extends QueryResultRow>(
  db: Queryable,
  statement: Statement,
): Promise<R> {
  const row = await maybeOne<R>(db, statement);
  if (row === null) throw new RowCountError(`no row: ${statement.text}`);
  return row;
}

/** @throws RowCountError when there are several rows. */
export async function maybeOne<R extends QueryResultRow>(
  db: Queryable,
  statement: Statement,
): Promise<R | null> {
  const { rows } = await run<R>(db, statement);
  if (rows.length > 1) throw new RowCountError(`${rows.length} rows: ${statement.text}`);
  return rows[0] ?? null;
}

/** The number of rows that were written. */
export async function exec(db: Queryable, statement: Statement): Promise<number> {
  return (await run(db, statement)).rowCount ?? 0;
}

/**
 * Commits when `work` resolves, rolls back when it rejects. A client whose roll-back or commit fails is destroyed, never pooled again.
 * @throws UnavailableError when the connection broke; during the commit the outcome is then unknown.
 */
export async function transaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await connect(pool);
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    const translated = translateError(error);
    if (translated instanceof UnavailableError) broken = translated;
    else broken = await rollBack(client);
    throw translated;
  } finally {
    client.release(broken);
  }
}

async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function connect(pool: Pool): Promise<PoolClient> {
  refuseWhenCrowded(pool);
  try {
    const client = await pool.connect();
    // A client that breaks between two queries tells so by an event; the next query then fails.
    if (client.listenerCount('error') === 0) client.on('error', () => undefined);
    return client;
  } catch (error) {
    throw translateError(error);
  }
}

async function run<R extends QueryResultRow>(
  db: Queryable,
  statement: Statement,
): Promise<QueryResult<R>> {
  if ('waitingCount' in db) refuseWhenCrowded(db);
  try {
    // The driver's typing wants a mutable array and does not change it.
    return await db.query<R>({ ...statement, values: statement.values as unknown[] });
  } catch (error) {
    throw translateError(error);
  }
}

function refuseWhenCrowded(pool: Pool): void {
  if (pool.waitingCount >= pool.options.max * WAITERS_PER_CONNECTION) {
    throw new UnavailableError('too many callers wait for the database');
  }
}
