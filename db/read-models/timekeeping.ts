/** What keeping time needs of the programmes: what Temporal's pages show of them, which are under way, and which are late. */
import type { Pool } from 'pg';
import { many } from '../query.ts';

/** What is told to Temporal when a programme's workflow starts. */
export interface TimedProgramme {
  readonly programmeId: string;
  readonly definition: { readonly key: string; readonly version: number };
  readonly rehearsal: boolean;
  readonly over: boolean;
}

/** Where the ledger says that a programme under way stands. */
export interface ProgrammeUnderWay {
  readonly programmeId: string;
  readonly title: string;
  readonly status: string;
  readonly position: number;
  /** Real instant of the next moment; null when none is planned. */
  readonly nextAt: string | null;
}

interface TimedRow {
  readonly programmeId: string;
  readonly key: string;
  readonly version: number;
  readonly rehearsal: boolean;
  readonly over: boolean;
}

const SELECT_TIMED = `
  SELECT programmes.id AS "programmeId", programmes.definition_key AS key, programmes.definition_version AS version,
         programmes.rehearsal,
         programmes.status NOT IN ('draft', 'active', 'suspended') AND programmes.next_at IS NULL AS over
    FROM programmes WHERE programmes.id = ANY($1::uuid[])`;

/** Those of the programmes that exist. */
export async function findTimedProgrammes(
  pool: Pool,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TimedProgramme>> {
  const rows = await many<TimedRow>(pool, {
    name: 'timekeeping-timed',
    text: SELECT_TIMED,
    values: [ids],
  });
  return new Map(
    rows.map(({ programmeId, key, version, rehearsal, over }) => [
      programmeId,
      { programmeId, definition: { key, version }, rehearsal, over },
    ]),
  );
}

const SELECT_UNDER_WAY = `
  SELECT programmes.id AS "programmeId", programmes.title, programmes.status, programmes.position,
         programmes.next_at AS "nextAt"
    FROM programmes
   WHERE (programmes.status IN ('draft', 'active', 'suspended') OR programmes.next_at IS NOT NULL) AND programmes.id > $1::uuid
   ORDER BY programmes.id LIMIT $2`;

/** A page of the programmes under way, by id; begins after the nil UUID. */
export function listProgrammesUnderWay(
  pool: Pool,
  afterId: string,
  limit: number,
): Promise<readonly ProgrammeUnderWay[]> {
  return many<ProgrammeUnderWay>(pool, { text: SELECT_UNDER_WAY, values: [afterId, limit] });
}

export interface OverdueProgramme {
  readonly programmeId: string;
  readonly nextAt: string;
}

const SELECT_OVERDUE = `
  SELECT programmes.id AS "programmeId", programmes.next_at AS "nextAt" FROM programmes
   WHERE programmes.next_at < $1::timestamptz
     AND NOT EXISTS (SELECT FROM outbox WHERE outbox.programme_id = programmes.id AND outbox.urgent)
   ORDER BY programmes.next_at LIMIT $2`;

/** Programmes whose next moment was due before the instant and of which Temporal is not about to hear anyway, the longest overdue first. */
export function findOverdueProgrammes(
  pool: Pool,
  before: Date,
  limit: number,
): Promise<readonly OverdueProgramme[]> {
  return many<OverdueProgramme>(pool, {
    name: 'timekeeping-overdue',
    text: SELECT_OVERDUE,
    values: [before.toISOString(), limit],
  });
}
