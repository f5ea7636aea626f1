/** Opaque cursors of keyset pages: the sort key of the last row, base64url of its JSON. */
import { ProblemError } from '../problems.ts';
import { inputFault } from '../problems/input-faults.ts';

export interface Page<T> {
  readonly items: readonly T[];
  readonly page: { readonly endCursor: string | null; readonly hasMore: boolean };
}

/**
 * The sort key of a cursor that this program made.
 * @throws ProblemError `invalid-request` for any other text.
 */
export function decodePair(cursor: string | undefined): readonly [string, string] | null {
  if (cursor === undefined) return null;
  const [first, second, ...rest] = decode(cursor);
  if (first === undefined || second === undefined || rest.length > 0) throw badCursor();
  return [first, second];
}

/** As `decodePair`, for a sort key of one part. */
export function decodeSingle(cursor: string | undefined): readonly [string] | null {
  if (cursor === undefined) return null;
  const [only, ...rest] = decode(cursor);
  if (only === undefined || rest.length > 0) throw badCursor();
  return [only];
}

function decode(cursor: string): readonly string[] {
  const parts = parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!isTexts(parts)) throw badCursor();
  return parts;
}

export function encodeCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Cuts a read of `limit + 1` rows to a page. */
export function pageFrom<R, T>(
  rows: readonly R[],
  limit: number,
  map: { readonly item: (row: R) => T; readonly cursor: (row: R) => readonly string[] },
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(map.item),
    page: {
      endCursor: last === undefined ? null : encodeCursor(map.cursor(last)),
      hasMore: rows.length > limit,
    },
  };
}

/** @throws ProblemError unless the text is an instant in the form that cursors carry. */
export function cursorInstant(text: string): string {
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text))) {
    return text;
  }
  throw badCursor();
}

/** @throws ProblemError unless the text is a UUID. */
export function cursorUuid(text: string): string {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return text;
  throw badCursor();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw badCursor(cause);
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.every((part) => typeof part === 'string' && !part.includes('\u0000'))
  );
}

function badCursor(cause?: unknown): ProblemError {
  return new ProblemError('invalid-request', {
    errors: [
      inputFault({ in: 'query', pointer: '/after' }, 'cursor', {
        zh: '须是上一页给出的 endCursor。',
        en: 'It must be the endCursor of the page before.',
      }),
    ],
    cause,
  });
}
