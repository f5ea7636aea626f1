/** Typed errors of the database: what callers tell apart. Anything else stays the driver's error and is a defect. */
import { StartupError } from '../platform/startup-error.ts';

/**
 * PostgreSQL cannot be reached, is going down, or did not answer in time. What was asked may or may not have happened; it is safe to
 * repeat with the same command key.
 */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';
}

/** A row with this key is already there. */
export class UniqueViolationError extends Error {
  override readonly name = 'UniqueViolationError';
  readonly constraint: string;

  constructor(constraint: string, options?: ErrorOptions) {
    super(`unique constraint ${constraint} is violated`, options);
    this.constraint = constraint;
  }
}

/** A query returned another number of rows than it was said to. */
export class RowCountError extends Error {
  override readonly name = 'RowCountError';
}

const UNAVAILABLE_STATES: ReadonlySet<string> = new Set([
  '25P03', // idle in transaction for too long
  '40001', // serialisation failure
  '40P01', // deadlock
  '53300', // too many connections
  '55P03', // lock not available in time
  '57014', // cancelled: the statement took too long
  '57P01', // administrator's shutdown, or the session was terminated
  '57P02', // crash shutdown
  '57P03', // cannot connect now: starting up or shutting down
  '57P05', // idle session ended
]);

const UNAVAILABLE_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
]);

const UNAVAILABLE_MESSAGE =
  /connection terminated|timeout exceeded when trying to connect|query read timeout|connection error|not queryable|client was closed|after calling end on the pool/i;

/** Gives an error of the driver its type; others come back as they are. */
export function translateError(error: unknown): unknown {
  if (error instanceof UnavailableError) return error;
  const code = fieldOf(error, 'code');
  if (code === '23505') {
    return new UniqueViolationError(fieldOf(error, 'constraint') ?? 'unknown', { cause: error });
  }
  if (isUnavailable(error, code)) {
    return new UnavailableError('the database is not available', { cause: error });
  }
  return error;
}

/** The SQLSTATE or system code of an error of the driver. */
export function fieldOf(error: unknown, field: 'code' | 'constraint'): string | undefined {
  if (typeof error !== 'object' || error === null || !(field in error)) return undefined;
  const value: unknown = (error as Readonly<Record<string, unknown>>)[field]; // looked at just above
  return typeof value === 'string' ? value : undefined;
}

/** Whether others were in the way, so that the statement was rolled back and may be tried again. */
export function isContention(error: unknown): boolean {
  const code = error instanceof UnavailableError ? fieldOf(error.cause, 'code') : undefined;
  return code === '40P01' || code === '55P03';
}

/** One sentence for an operator instead of a driver's error while starting; others come back as they are. */
export function asStartupError(error: unknown): unknown {
  const code = fieldOf(error, 'code');
  if (code === '28P01' || code === '28000') {
    return new StartupError('PostgreSQL refuses the user or password of the database address.');
  }
  if (code === '3D000') {
    return new StartupError('The database named in the database address does not exist.');
  }
  if (code === '42501') {
    return new StartupError(
      'The database user may not change the schema: use one that owns the database (DATABASE_MIGRATION_URL).',
    );
  }
  if (isUnavailable(error, code)) {
    return new StartupError('PostgreSQL does not answer at the database address.');
  }
  return error;
}

/** Looks at the shape, not the class: an error of Node itself may come from another realm. */
function isUnavailable(error: unknown, code: string | undefined): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if (code !== undefined) {
    if (UNAVAILABLE_STATES.has(code) || UNAVAILABLE_CODES.has(code)) return true;
    if (code.startsWith('08')) return true;
  }
  if ('errors' in error && Array.isArray(error.errors)) {
    return error.errors.some((part: unknown) => isUnavailable(part, fieldOf(part, 'code')));
  }
  return 'message' in error && UNAVAILABLE_MESSAGE.test(String(error.message));
}
