/** Published definitions. */
import type { Instant, LocalDate } from '../../domain/calendar/types.ts';
import type { Definition, Localised } from '../../domain/definition/types.ts';
import { many, maybeOne, one, type Queryable } from '../query.ts';

export interface DefinitionRow {
  readonly key: string;
  readonly version: number;
  readonly body: Definition;
  /** SHA-256 (hex) of the canonical body. */
  readonly sha256: string;
  readonly publishedAt: Instant;
  /** Whether it ships with the program, or a person published it. */
  readonly origin: DefinitionOrigin;
}

export type DefinitionOrigin = 'shipped' | 'published';

/** A version in short. */
export interface DefinitionListRow {
  readonly key: string;
  readonly version: number;
  readonly sha256: string;
  readonly publishedAt: Instant;
  readonly origin: DefinitionOrigin;
  readonly title: Localised;
  readonly issuer: Localised;
  readonly paper: Localised;
  readonly documentNumber: string | null;
  /** Different clauses of the paper on which something rests. */
  readonly clauses: number;
  readonly startsOn: LocalDate;
  readonly phases: number;
}

const INSERT = `
  INSERT INTO definitions (key, version, body, sha256, published_at, origin) VALUES ($1, $2, $3::jsonb, $4, $5, $6)
  ON CONFLICT ON CONSTRAINT definitions_pk DO NOTHING`;

const SELECT_SHA256 =
  'SELECT definitions.sha256 FROM definitions WHERE definitions.key = $1 AND definitions.version = $2';

const SELECT_BODY =
  'SELECT definitions.body FROM definitions WHERE definitions.key = $1 AND definitions.version = $2';

const SELECT_LATEST =
  'SELECT max(definitions.version) AS version FROM definitions WHERE definitions.key = $1';

const MOST_VERSIONS = 2_000;

const SELECT_VERSIONS = `
  SELECT definitions.key, definitions.version, definitions.sha256, definitions.published_at AS "publishedAt", definitions.origin,
         definitions.body -> 'title' AS title, definitions.body -> 'source' -> 'issuer' AS issuer,
         definitions.body -> 'source' -> 'paper' AS paper, definitions.body -> 'source' ->> 'documentNumber' AS "documentNumber",
         (SELECT count(DISTINCT found.clause)::integer
            FROM jsonb_path_query(definitions.body, 'strict $.**.clause ? (@.type() == "string" && @ != "")', '{}', true)
              AS found(clause)) AS clauses,
         definitions.body ->> 'startsOn' AS "startsOn", jsonb_array_length(definitions.body -> 'phases') AS phases
    FROM definitions ORDER BY definitions.key, definitions.version LIMIT ${MOST_VERSIONS}`;

/** By key, and then by version. */
export function listDefinitions(db: Queryable): Promise<readonly DefinitionListRow[]> {
  return many<DefinitionListRow & Record<string, unknown>>(db, { text: SELECT_VERSIONS });
}

/** The hash of a version; null when it was never published. */
export async function findDefinitionHash(
  db: Queryable,
  key: string,
  version: number,
): Promise<string | null> {
  const row = await maybeOne<{ sha256: string }>(db, {
    text: SELECT_SHA256,
    values: [key, version],
  });
  return row?.sha256 ?? null;
}

/** Puts it in unless the version is there. The hash of what is then stored. */
export async function insertDefinition(db: Queryable, row: DefinitionRow): Promise<string> {
  const { key, version, body, sha256, publishedAt, origin } = row;
  await many(db, {
    text: INSERT,
    values: [key, version, JSON.stringify(body), sha256, publishedAt, origin],
  });
  const stored = await one<{ sha256: string }>(db, { text: SELECT_SHA256, values: [key, version] });
  return stored.sha256;
}

/** The body was judged by the catalogue's schema before it was published, and nothing can change it since. */
export async function findDefinition(
  db: Queryable,
  key: string,
  version: number,
): Promise<Definition | null> {
  const row = await maybeOne<{ body: Definition }>(db, {
    text: SELECT_BODY,
    values: [key, version],
  });
  return row?.body ?? null;
}

export async function findLatestVersion(db: Queryable, key: string): Promise<number | null> {
  const row = await one<{ version: number | null }>(db, { text: SELECT_LATEST, values: [key] });
  return row.version;
}
