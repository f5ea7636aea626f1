/** Programmes: one with its state, or a page of those that a person may know of. */
import type { ProgrammeClock } from '../../domain/calendar/rehearsal-clock.ts';
import type { Instant, LocalDate } from '../../domain/calendar/types.ts';
import type { ProgrammeState, ProgrammeStatus } from '../../domain/programme/state.ts';
import { LATER_EVENTS, readState, type StoredState } from '../ledger/stored-state.ts';
import { many, maybeOne, type Queryable } from '../query.ts';

/** Who looks: an administrator sees every programme, others what they started and where they hold a seat. */
export interface Viewer {
  readonly personId: string;
  readonly administrator: boolean;
  /** Real time; holdings are judged by it. */
  readonly at: Date;
}

export interface ProgrammeRecord {
  readonly state: ProgrammeState;
  /** Office → seat. */
  readonly seats: Readonly<Record<string, string>>;
  /** Real instant of the next moment. */
  readonly nextAt: Instant | null;
}

export interface ProgrammeListRow {
  readonly id: string;
  readonly definition: { readonly key: string; readonly version: number };
  readonly title: string;
  readonly titleEn: string | null;
  readonly status: ProgrammeStatus;
  readonly position: number;
  readonly startsOn: LocalDate;
  readonly rehearsal: boolean;
  readonly createdAt: Instant;
  readonly clock: ProgrammeClock | null;
  readonly openPhases: readonly string[];
  readonly overdue: boolean;
}

export interface ProgrammeListQuery {
  readonly viewer: Viewer;
  readonly status?: ProgrammeStatus | undefined;
  /** Only the unit programmes of this one; without it no unit programme is listed. */
  readonly parent?: string | undefined;
  /** Only those that the viewer started. */
  readonly startedByViewer?: boolean | undefined;
  /** Only rehearsals, or only what is not one. */
  readonly rehearsal?: boolean | null | undefined;
  /** Of the last row seen. */
  readonly after: readonly [createdAt: string, id: string] | null;
  readonly limit: number;
}

const MOST_PER_PAGE = 201;

const HELD_SEATS = `
  ARRAY(SELECT holdings.seat FROM holdings
         WHERE holdings.person_id = $1::uuid AND holdings.from_at <= $3::timestamptz
           AND (holdings.until_at IS NULL OR holdings.until_at > $3::timestamptz))`;

/** `$1` person, `$2` administrator, `$3` now. */
const VISIBLE_BY_ITSELF = `
  ($2::boolean OR programmes.started_by = $1::uuid OR programmes.seat_names && ${HELD_SEATS})`;

/** Whoever sees a programme sees the unit programmes behind its counts. The same parameters; not for walking through many rows. */
export const VISIBLE = `
  (${VISIBLE_BY_ITSELF} OR EXISTS (
     SELECT 1 FROM programmes AS parents
      WHERE parents.id = programmes.parent_id AND (parents.started_by = $1::uuid OR parents.seat_names && ${HELD_SEATS}) OFFSET 0))`;

const SELECT_ONE = `
  SELECT programmes.snapshot, ${LATER_EVENTS} AS later, programmes.seats, programmes.next_at AS "nextAt"
    FROM programmes WHERE programmes.id = $4::uuid AND ${VISIBLE}`;

const UNIT_PROGRAMMES = `programmes.parent_id = $8::uuid AND ${VISIBLE}`;

const PARENTS = `programmes.parent_id IS NULL AND $8::uuid IS NULL AND ${VISIBLE_BY_ITSELF}`;

const pageText = (which: string): string => `
  SELECT programmes.id, json_build_object('key', programmes.definition_key, 'version', programmes.definition_version) AS definition,
         programmes.title, programmes.title_en AS "titleEn", programmes.status, programmes.position, programmes.starts_on AS "startsOn", programmes.rehearsal,
         programmes.created_at AS "createdAt", programmes.clock, open.keys AS "openPhases", open.overdue
    FROM programmes
   CROSS JOIN LATERAL (
     SELECT coalesce(array_agg(phases.key ORDER BY phases.ordinal), '{}') AS keys,
            coalesce(bool_or(phases.due_real_at <= $3::timestamptz AND programmes.status = 'active'), false) AS overdue
       FROM phases
      WHERE phases.programme_id = programmes.id AND phases.status = 'open' AND programmes.status IN ('active', 'suspended')) AS open
   WHERE ${which}
     AND ($4::text IS NULL OR programmes.status = $4::text)
     AND (NOT $9::boolean OR programmes.started_by = $1::uuid)
     AND ($10::boolean IS NULL OR programmes.rehearsal = $10::boolean)
     AND ($5::timestamptz IS NULL OR (programmes.created_at, programmes.id) < ($5::timestamptz, $6::uuid))
   ORDER BY programmes.created_at DESC, programmes.id DESC
   LIMIT $7`;

/** Null when there is none, or the viewer may not know of it. */
export async function findProgramme(
  db: Queryable,
  id: string,
  viewer: Viewer,
): Promise<ProgrammeRecord | null> {
  const row = await maybeOne<StoredState & Omit<ProgrammeRecord, 'state'>>(db, {
    name: 'programme-for-viewer',
    text: SELECT_ONE,
    values: [viewer.personId, viewer.administrator, viewer.at, id],
  });
  if (row === null) return null;
  return { state: readState(row).state, seats: row.seats, nextAt: row.nextAt };
}

/** The newest first; at most 201, so that a page of 200 can tell whether anything follows. */
export async function listProgrammes(
  db: Queryable,
  query: ProgrammeListQuery,
): Promise<readonly ProgrammeListRow[]> {
  const { viewer, status = null, parent = null, startedByViewer = false, after, limit } = query;
  return many<ProgrammeListRow & Record<string, unknown>>(db, {
    text: pageText(parent === null ? PARENTS : UNIT_PROGRAMMES),
    values: [
      viewer.personId,
      viewer.administrator,
      viewer.at,
      status,
      after?.[0] ?? null,
      after?.[1] ?? null,
      Math.min(limit, MOST_PER_PAGE),
      parent,
      startedByViewer,
      query.rehearsal ?? null,
    ],
  });
}
