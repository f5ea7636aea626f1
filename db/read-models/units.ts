/** How far the units of a programme are: counted from the phases of their unit programmes, against sets that the state has frozen. */
import type { Instant } from '../../domain/calendar/types.ts';
import type { FailedUnit } from '../../domain/programme/units/rollouts.ts';
import { many, type Queryable } from '../query.ts';

/** The units that have closed a phase; the whole unit programme where the phase is null. */
export interface ClosedPhaseRow {
  readonly rollout: string;
  readonly phase: string | null;
  readonly units: readonly { readonly unit: string; readonly round: number }[];
}

const SELECT_CLOSED_PHASES = `
  SELECT programmes.rollout, phases.key AS phase,
         json_agg(json_build_object('unit', programmes.unit, 'round', phases.round) ORDER BY programmes.unit) AS units
    FROM programmes JOIN phases ON phases.programme_id = programmes.id AND phases.status = 'closed'
   WHERE programmes.parent_id = $1::uuid
   GROUP BY programmes.rollout, phases.key
   UNION ALL
  SELECT programmes.rollout, NULL, json_agg(json_build_object('unit', programmes.unit, 'round', 0) ORDER BY programmes.unit)
    FROM programmes
   WHERE programmes.parent_id = $1::uuid AND programmes.status = 'completed'
   GROUP BY programmes.rollout`;

/** Everything that the page of a parent counts, in one query: a row for each roll-out and phase. */
export function listClosedPhases(
  db: Queryable,
  parentId: string,
): Promise<readonly ClosedPhaseRow[]> {
  return many<ClosedPhaseRow & Record<string, unknown>>(db, {
    name: 'closed-phases-of-units',
    text: SELECT_CLOSED_PHASES,
    values: [parentId],
  });
}

export interface UnitsDoneQuery {
  /** Id of the programme whose roll-out it is. */
  readonly parent: string;
  readonly rollout: string;
  /** Of the unit programmes; null counts those that are completed. */
  readonly phase: string | null;
  /** Programme time: what was closed before this instant does not count; null for all. */
  readonly since: Instant | null;
  /** Programme time, excluded. */
  readonly before: Instant;
  /** Units that failed an inspection in this round or a later one; see `failedUnits`. */
  readonly excluding?: readonly FailedUnit[];
}

/** `$5`: failed inspections; a round that was closed after them counts again. */
const NOT_FAILED = `
  NOT EXISTS (
    SELECT 1 FROM jsonb_to_recordset($5::jsonb) AS failed(unit text, phase text, round integer)
     WHERE failed.unit = programmes.unit AND failed.phase = phases.key AND phases.round <= failed.round)`;

const SELECT_PHASE_DONE = `
  SELECT programmes.unit
    FROM programmes
    JOIN phases ON phases.programme_id = programmes.id AND phases.key = $6 AND phases.status = 'closed'
   WHERE programmes.parent_id = $1::uuid AND programmes.rollout = $2
     AND ($3::timestamptz IS NULL OR phases.closed_at >= $3::timestamptz) AND phases.closed_at < $4::timestamptz
     AND ${NOT_FAILED}
   ORDER BY programmes.unit`;

const SELECT_COMPLETED = `
  SELECT programmes.unit
    FROM programmes JOIN phases ON phases.programme_id = programmes.id
   WHERE programmes.parent_id = $1::uuid AND programmes.rollout = $2 AND programmes.status = 'completed'
   GROUP BY programmes.unit
  HAVING ($3::timestamptz IS NULL OR max(phases.closed_at) >= $3::timestamptz) AND max(phases.closed_at) < $4::timestamptz
     AND bool_and(${NOT_FAILED})
   ORDER BY programmes.unit`;

/** Keys of units, also of those that have left the set since: hold them against the units of the roll-out. */
export async function listUnitsDone(
  db: Queryable,
  query: UnitsDoneQuery,
): Promise<readonly string[]> {
  const { parent, rollout, phase, since, before, excluding = [] } = query;
  const values = [parent, rollout, since, before, JSON.stringify(excluding)];
  const rows = await many<{ unit: string }>(
    db,
    phase === null
      ? { name: 'units-completed', text: SELECT_COMPLETED, values }
      : { name: 'units-done', text: SELECT_PHASE_DONE, values: [...values, phase] },
  );
  return rows.map(({ unit }) => unit);
}

export type UnitStatus = 'done' | 'open' | 'overdue' | 'failed';

export interface UnitListQuery {
  readonly parent: string;
  readonly rollout: string;
  /** Of the unit programmes; null for the whole of each. */
  readonly phase: string | null;
  /** Keys of the units to look at, e.g. those of one wider unit. */
  readonly units: readonly string[];
  readonly excluding: readonly FailedUnit[];
  readonly status: UnitStatus | null;
  /** Real time. */
  readonly at: Date;
  /** Key of the last unit seen. */
  readonly after: string | null;
  readonly limit: number;
}

export interface UnitListRow {
  readonly unit: string;
  /** Null before it is started, or when it never is. */
  readonly programmeId: string | null;
  readonly status: UnitStatus;
  readonly closedAt: Instant | null;
  /** Deliverables handed in for the phase, or for all phases. */
  readonly evidence: number;
}

const MOST_PER_PAGE = 201;

const SELECT_UNITS = `
  SELECT standing.unit, standing."programmeId", standing.status, standing."closedAt", coalesce(handed.evidence, 0)::integer AS evidence
    FROM (
      SELECT asked.unit, child.id AS "programmeId", CASE WHEN child.done THEN child.closed_at END AS "closedAt",
             CASE WHEN child.failed THEN 'failed' WHEN child.done THEN 'done' WHEN child.overdue THEN 'overdue' ELSE 'open' END AS status
        FROM unnest($3::text[]) AS asked(unit)
        LEFT JOIN LATERAL (
          SELECT programmes.id, max(phases.closed_at) AS closed_at,
                 CASE WHEN $4::text IS NULL THEN programmes.status = 'completed' ELSE bool_or(phases.status = 'closed') END AS done,
                 bool_or(phases.status NOT IN ('closed', 'lapsed') AND phases.due_real_at <= $6::timestamptz)
                   AND programmes.status IN ('active', 'suspended') AS overdue,
                 bool_or(phases.status = 'closed' AND EXISTS (
                   SELECT 1 FROM jsonb_to_recordset($5::jsonb) AS failed(unit text, phase text, round integer)
                    WHERE failed.unit = asked.unit AND failed.phase = phases.key AND phases.round <= failed.round)) AS failed
            FROM programmes
            JOIN phases ON phases.programme_id = programmes.id AND ($4::text IS NULL OR phases.key = $4::text)
           WHERE programmes.parent_id = $1::uuid AND programmes.rollout = $2 AND programmes.unit = asked.unit
           GROUP BY programmes.id OFFSET 0) AS child ON true
       WHERE asked.unit > $7) AS standing
    LEFT JOIN LATERAL (
      SELECT count(*) AS evidence FROM deliverables
       WHERE deliverables.programme_id = standing."programmeId" AND ($4::text IS NULL OR deliverables.phase = $4::text)
         AND deliverables.content_hash IS NOT NULL OFFSET 0) AS handed ON true
   WHERE $8::text IS NULL OR standing.status = $8
   ORDER BY standing.unit LIMIT $9`;

/** By key, after the one given; at most 201. */
export function listUnits(db: Queryable, query: UnitListQuery): Promise<readonly UnitListRow[]> {
  const { parent, rollout, phase, units, excluding, status, at, after, limit } = query;
  return many<UnitListRow & Record<string, unknown>>(db, {
    name: 'units-of-rollout',
    text: SELECT_UNITS,
    values: [
      parent,
      rollout,
      units,
      phase,
      JSON.stringify(excluding),
      at,
      after ?? '',
      status,
      Math.min(limit, MOST_PER_PAGE),
    ],
  });
}
