/** Which files a person may hand in: those he uploaded, and those handed in or reported with before in the same programme. */
import { many, type Queryable } from '../query.ts';

const SELECT_USABLE = `
  SELECT files.sha256 FROM files
   WHERE files.sha256 = ANY($1::text[])
     AND (EXISTS (SELECT 1 FROM file_uploads
                   WHERE file_uploads.sha256 = files.sha256 AND file_uploads.person_id = $2)
       OR EXISTS (SELECT 1 FROM deliverables
                   WHERE deliverables.programme_id = $3
                     AND deliverables.files @> jsonb_build_array(jsonb_build_object('sha256', files.sha256)))
       OR EXISTS (SELECT 1 FROM indicator_reports
                   WHERE indicator_reports.programme_id = $3
                     AND indicator_reports.files @> jsonb_build_array(jsonb_build_object('sha256', files.sha256))))`;

export interface UsableFilesQuery {
  readonly sha256s: readonly string[];
  readonly personId: string;
  readonly programmeId: string;
}

export async function listUsableFiles(
  db: Queryable,
  query: UsableFilesQuery,
): Promise<ReadonlySet<string>> {
  const rows = await many<{ sha256: string }>(db, {
    text: SELECT_USABLE,
    values: [query.sha256s, query.personId, query.programmeId],
  });
  return new Set(rows.map(({ sha256 }) => sha256));
}
