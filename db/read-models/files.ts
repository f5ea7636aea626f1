/** Files of evidence: which are stored, who uploaded them, who may read them. */
import { many, maybeOne, one, type Queryable } from '../query.ts';
import { VISIBLE } from './programmes.ts';

export interface StoredFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly type: string;
}

const SELECT_FILE = `
  SELECT files.sha256, files.bytes, files.type FROM files WHERE files.sha256 = $1`;

export async function findFile(db: Queryable, sha256: string): Promise<StoredFile | null> {
  return maybeOne<StoredFile & Record<string, unknown>>(db, {
    name: 'find-file',
    text: SELECT_FILE,
    values: [sha256],
  });
}

const SELECT_STORED = `
  SELECT files.sha256 FROM files WHERE files.sha256 = ANY ($1::text[])`;

/** Those of the hashes under which a file is stored. */
export async function storedAmong(
  db: Queryable,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await many<{ sha256: string }>(db, { text: SELECT_STORED, values: [hashes] });
  return new Set(rows.map((row) => row.sha256));
}

const INSERT_UPLOAD = `
  WITH stored AS (
    INSERT INTO files (sha256, bytes, type, created_at) VALUES ($1, $2, $3, $5)
    ON CONFLICT (sha256) DO NOTHING
    RETURNING files.sha256
  ), uploaded AS (
    INSERT INTO file_uploads (sha256, person_id, at) VALUES ($1, $4, $5)
    ON CONFLICT (sha256, person_id) DO NOTHING
  )
  SELECT EXISTS (SELECT 1 FROM stored) AS stored`;

/** Whether the file was new. */
export async function recordUpload(
  db: Queryable,
  upload: StoredFile & { readonly personId: string; readonly at: Date },
): Promise<boolean> {
  const row = await one<{ stored: boolean }>(db, {
    text: INSERT_UPLOAD,
    values: [upload.sha256, upload.bytes, upload.type, upload.personId, upload.at],
  });
  return row.stored;
}

export interface FileReader {
  readonly personId: string;
  /** Administrators see every programme, hence every file. */
  readonly administrator: boolean;
}

const SELECT_READABLE = `
  SELECT files.sha256
    FROM files
   WHERE files.sha256 = $4
     AND ($2::boolean
       OR EXISTS (
         SELECT 1 FROM file_uploads
          WHERE file_uploads.sha256 = files.sha256 AND file_uploads.person_id = $1::uuid)
       OR EXISTS (
         SELECT 1 FROM deliverables
           JOIN programmes ON programmes.id = deliverables.programme_id
          WHERE deliverables.files <> '[]'::jsonb
            AND deliverables.files @> jsonb_build_array(jsonb_build_object('sha256', files.sha256))
            AND ${VISIBLE})
       OR EXISTS (
         SELECT 1 FROM indicator_reports
           JOIN programmes ON programmes.id = indicator_reports.programme_id
          WHERE indicator_reports.files <> '[]'::jsonb
            AND indicator_reports.files @> jsonb_build_array(jsonb_build_object('sha256', files.sha256))
            AND ${VISIBLE}))`;

/** Whether the file is stored and was uploaded by the person or handed in where the person may look. */
export async function mayReadFile(
  db: Queryable,
  reader: FileReader,
  file: { readonly sha256: string; readonly at: Date },
): Promise<boolean> {
  const row = await maybeOne(db, {
    text: SELECT_READABLE,
    values: [reader.personId, reader.administrator, file.at, file.sha256],
  });
  return row !== null;
}
