/** A bounded pool of connections with deadlines everywhere, and values in the shapes the rest of the program uses. */
import pg from 'pg';
import type { Logger } from '../platform/logger.ts';

export type { Pool } from 'pg';

const CONNECT_MS = 2_000;
const STATEMENT_MS = 5_000;
const LOCK_MS = 3_000;
const IDLE_IN_TRANSACTION_MS = 10_000;
/** Longer than the server's own limit, so that it only ends what the server no longer answers. */
const QUERY_MS = 8_000;
const DEFAULT_SIZE = 20;
/** Prepared statements go with their connection, so it is kept over a lull. */
const IDLE_MS = 60_000;

export interface PoolOptions {
  readonly size?: number;
  /** Seen in `pg_stat_activity`. */
  readonly applicationName?: string;
  readonly log?: Pick<Logger, 'warn'>;
}

/** Opens no connection yet. The owner ends it with `end()`. */
export function createPool(url: string, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: withServerOption(url, 'timezone=UTC'),
    max: options.size ?? DEFAULT_SIZE,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    lock_timeout: LOCK_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    query_timeout: QUERY_MS,
    idleTimeoutMillis: IDLE_MS,
    keepAlive: true,
    application_name: options.applicationName ?? 'milepost',
    types: { getTypeParser },
  });
  // An idle connection that breaks is replaced at the next use; unheard, the event would end the process.
  pool.on('error', (err) => options.log?.warn({ err }, 'an idle database connection broke'));
  return pool;
}

/** Adds `-c <setting>` to the address, beside settings that stand in it already. */
export function withServerOption(url: string, setting: string): string {
  const address = new URL(url);
  const present = address.searchParams.get('options');
  address.searchParams.set(
    'options',
    present === null ? `-c ${setting}` : `${present} -c ${setting}`,
  );
  // The driver reads `+` as itself, not as a space.
  address.search = address.search.replaceAll('+', '%20');
  return address.toString();
}

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [pg.types.builtins.TIMESTAMPTZ]: parseInstant,
  [pg.types.builtins.DATE]: (text) => text,
  [pg.types.builtins.INT8]: parseInteger,
};

/** Instants as `YYYY-MM-DDTHH:mm:ss.sssZ`, dates as text, 64-bit integers as numbers. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
  const own = format === 'binary' ? undefined : parsers[oid];
  if (own !== undefined) return own;
  return (pg.types.getTypeParser as (id: number, form: string) => unknown)(oid, format ?? 'text'); // its typing lists built-in types only
}

const UTC_TEXT = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?\+00$/;

function parseInstant(text: string): string {
  const match = UTC_TEXT.exec(text);
  if (match === null) throw new RangeError(`not an instant of the years 1 to 9999 in UTC: ${text}`);
  return `${match[1] ?? ''}T${match[2] ?? ''}.${(match[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`;
}

function parseInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`integer out of range: ${text}`);
  return value;
}
