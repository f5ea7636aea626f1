/** Composes one statement out of parts, so that each combination of parts is prepared once and nothing empty is executed. */
import type { Statement } from '../query.ts';

/** The part that everything else hangs on: it returns the ids of the programmes that stood where they were expected. */
export interface MovedPart {
  readonly key: string;
  /** Clauses that it is made of. */
  readonly before?: readonly string[];
  /** With `before`, uses `$1` to `$n`. */
  readonly sql: string;
  readonly values: readonly unknown[];
}

export interface Part {
  readonly key: string;
  /** Uses `moved`, and `$::jsonb` once for its rows, each with its `programme_id`. */
  readonly sql: string;
  /** Left out when empty. */
  readonly rows: readonly ProgrammeRow[];
}

export interface ProgrammeRow {
  readonly programme_id: string;
}

/** Rows of one programme for a part. */
export function rowsOf(programmeId: string, rows: readonly object[]): readonly ProgrammeRow[] {
  return rows.map((row) => ({ ...row, programme_id: programmeId }));
}

const texts = new Map<string, string>();

export function composeStatement(moved: MovedPart, parts: readonly Part[]): Statement {
  const present = parts.filter(({ rows }) => rows.length > 0);
  const name = [moved.key, ...present.map(({ key }) => key)].join('+');
  let text = texts.get(name);
  if (text === undefined) {
    text = composeText(moved, present);
    texts.set(name, text);
  }
  // PostgreSQL cuts names of prepared statements at 63 bytes.
  return {
    name: shortNameOf(name),
    text,
    values: [...moved.values, ...present.map(({ rows }) => JSON.stringify(rows))],
  };
}

function composeText(moved: MovedPart, parts: readonly Part[]): string {
  const first = moved.values.length + 1;
  const clauses = parts.map(
    ({ key, sql }, index) => `put_${key} AS (${sql.replace('$::', `$${first + index}::`)})`,
  );
  const all = [...(moved.before ?? []), `moved AS (${moved.sql})`, ...clauses];
  return `WITH ${all.join(',\n')}\nSELECT moved.id FROM moved`;
}

const names = new Map<string, string>();

function shortNameOf(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  const short = `append-${names.size + 1}`;
  names.set(name, short);
  return short;
}
