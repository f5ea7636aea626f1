/** Which programmes have changed lately, and which of them somebody may know of. */
import { many, type Queryable } from '../query.ts';
import { VISIBLE, type Viewer } from './programmes.ts';

export interface ProgrammeChange {
  readonly id: string;
  readonly position: number;
}

/** Entries are found by when they were recorded, which an index of ranges serves: they are stored in about that order. */
const SELECT_CHANGED = `
  SELECT substr(events.stream, 11)::uuid AS id, max(events.position)::integer AS position
    FROM events
   WHERE events.recorded_at > $1::timestamptz AND events.stream LIKE 'programme/%'
   GROUP BY events.stream`;

const SELECT_VISIBLE = `
  SELECT programmes.id, programmes.parent_id AS parent
    FROM programmes WHERE programmes.id = ANY($4::uuid[]) AND ${VISIBLE}`;

/** Each with its last position. */
export async function listChangedProgrammes(
  db: Queryable,
  since: Date,
): Promise<readonly ProgrammeChange[]> {
  return many<ProgrammeChange & Record<string, unknown>>(db, {
    name: 'changed-programmes',
    text: SELECT_CHANGED,
    values: [since],
  });
}

/** Those of the ids that the viewer may know of, and the parents of which they are unit programmes. */
export async function listVisible(
  db: Queryable,
  viewer: Viewer,
  ids: readonly string[],
): Promise<readonly string[]> {
  const rows = await many<{ id: string; parent: string | null }>(db, {
    name: 'visible-programmes',
    text: SELECT_VISIBLE,
    values: [viewer.personId, viewer.administrator, viewer.at, ids],
  });
  return [...new Set(rows.flatMap(({ id, parent }) => (parent === null ? [id] : [id, parent])))];
}
