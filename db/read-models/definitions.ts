/** Published definitions. */
import type { Instant } from '../../domain/calendar/types.ts';
import type { Definition } from '../../domain/definition/types.ts';
import { many, maybeOne, one, type Queryable } from '../query.ts';

export interface DefinitionRow {
  readonly key: string;
  readonly version: number;
  readonly body: Definition;
  /** SHA-256 (hex) of the canonical body. */
  readonly sha256: string;
  readonly publishedAt: Instant;
}

const INSERT = `
  INSERT INTO definitions (key, version, body, sha256, published_at) VALUES ($1, $2, $3::jsonb, $4, $5)
  ON CONFLICT ON CONSTRAINT definitions_pk DO NOTHING`;

const SELECT_SHA256 =
  'SELECT definitions.sha256 FROM definitions WHERE definitions.key = $1 AND definitions.version = $2';

const SELECT_BODY =
  'SELECT definitions.body FROM definitions WHERE definitions.key = $1 AND definitions.version = $2';

const SELECT_LATEST =
  'SELECT max(definitions.version) AS version FROM definitions WHERE definitions.key = $1';

/** Puts it in unless the version is there. The hash of what is then stored. */
export async function insertDefinition(db: Queryable, row: DefinitionRow): Promise<string> {
  const { key, version, body, sha256, publishedAt } = row;
  await many(db, {
    text: INSERT,
    values: [key, version, JSON.stringify(body), sha256, publishedAt],
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
