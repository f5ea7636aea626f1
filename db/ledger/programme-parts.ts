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

const UPDATE_TYPES = [
  'uuid',
  'bigint',
  'text',
  'bigint',
  'text',
  'text',
  'timestamptz',
  'timestamptz',
];

const INSERT_PROGRAMME = `
  INSERT INTO programmes (id, status, position, head_hash, snapshot, next_at, updated_at, created_at, definition_key,
         definition_version, title, starts_on, rehearsal, clock, started_by, seats, seat_names)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11, $12, $13::jsonb, $14, $15::jsonb, $16)
  ON CONFLICT ON CONSTRAINT programmes_pk DO NOTHING
  RETURNING id`;

/** Moves each programme on that still stands where it is expected; the others stay and are not returned. */
export function updateProgrammes(rows: readonly ProgrammeUpdate[]): MovedPart {
  return {
    key: `update${rows.length}`,
    sql: `
  UPDATE programmes
     SET status = row.status, position = row.position, head_hash = row.head_hash, snapshot = row.snapshot, next_at = row.next_at,
         updated_at = row.updated_at
    FROM (VALUES ${rows.map((_row, index) => placeholders(index)).join(', ')})
      AS row(id, expected_position, status, position, head_hash, snapshot, next_at, updated_at)
   WHERE programmes.id = row.id AND programmes.position = row.expected_position
  RETURNING programmes.id`,
    values: rows.flatMap((row) => [
      row.id,
      row.expectedPosition,
      row.status,
      row.position,
      row.headHash,
      row.snapshot,
      row.nextAt,
      row.updatedAt,
    ]),
  };
}

function placeholders(index: number): string {
  const first = index * UPDATE_TYPES.length + 1;
  return `(${UPDATE_TYPES.map((type, column) => `$${first + column}::${type}`).join(', ')})`;
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
