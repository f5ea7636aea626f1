/** The programme's own row: put in at activation, moved on by every later act if nobody else was faster. */
import type { Instant, LocalDate } from '../../domain/calendar/types.ts';
import type { ProgrammeClock } from '../../domain/calendar/rehearsal-clock.ts';
import type { ProgrammeStatus } from '../../domain/programme/state.ts';
import type { MovedPart } from './statement.ts';

interface ProgrammeHead {
  readonly id: string;
  readonly status: ProgrammeStatus;
  readonly position: number;
  readonly headHash: string;
  /** The state as JSON. */
  readonly snapshot: string;
  /** Real instant of the next moment; null when there is none. */
  readonly nextAt: Instant | null;
  readonly updatedAt: Instant;
}

export interface ProgrammeUpdate extends ProgrammeHead {
  readonly kind: 'update';
  readonly expectedPosition: number;
}

export interface ProgrammeInsert extends ProgrammeHead {
  readonly kind: 'insert';
  readonly definition: { readonly key: string; readonly version: number };
  readonly title: string;
  readonly startsOn: LocalDate;
  readonly clock: ProgrammeClock | null;
  readonly startedBy: string;
  readonly seats: Readonly<Record<string, string>>;
}

export type ProgrammeWrite = ProgrammeUpdate | ProgrammeInsert;

const UPDATE_PROGRAMME = `
  UPDATE programmes
     SET status = $3, position = $4, head_hash = $5, snapshot = $6, next_at = $7, updated_at = $8
   WHERE programmes.id = $1 AND programmes.position = $2
  RETURNING programmes.id`;

const INSERT_PROGRAMME = `
  INSERT INTO programmes (id, status, position, head_hash, snapshot, next_at, updated_at, created_at, definition_key,
         definition_version, title, starts_on, rehearsal, clock, started_by, seats, seat_names)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11, $12, $13::jsonb, $14, $15::jsonb, $16)
  ON CONFLICT ON CONSTRAINT programmes_pk DO NOTHING
  RETURNING id`;

export function updateProgramme(row: ProgrammeUpdate): MovedPart {
  return {
    key: 'update',
    sql: UPDATE_PROGRAMME,
    values: [
      row.id,
      row.expectedPosition,
      row.status,
      row.position,
      row.headHash,
      row.snapshot,
      row.nextAt,
      row.updatedAt,
    ],
  };
}

export function insertProgramme(row: ProgrammeInsert): MovedPart {
  return {
    key: 'insert',
    sql: INSERT_PROGRAMME,
    values: [
      row.id,
      row.status,
      row.position,
      row.headHash,
      row.snapshot,
      row.nextAt,
      row.updatedAt,
      row.definition.key,
      row.definition.version,
      row.title,
      row.startsOn,
      row.clock !== null,
      row.clock === null ? null : JSON.stringify(row.clock),
      row.startedBy,
      JSON.stringify(row.seats),
      Object.values(row.seats),
    ],
  };
}
