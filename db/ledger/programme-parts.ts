/** The programme's own row: put in at activation, moved on by every later act if nobody else was faster. */
import type { Instant, LocalDate } from '../../domain/calendar/types.ts';
import type { ProgrammeClock } from '../../domain/calendar/rehearsal-clock.ts';
import type { ProgrammeStatus } from '../../domain/programme/state.ts';
import type { UnitParent } from '../../domain/programme/units/state.ts';
import type { MovedPart } from './statement.ts';

interface ProgrammeHead {
  readonly id: string;
  readonly status: ProgrammeStatus;
  readonly position: number;
  readonly headHash: string;
  /** Real instant of the next moment; null when there is none. */
  readonly nextAt: Instant | null;
  readonly updatedAt: Instant;
  /** The calendar by which it goes. */
  readonly calendar: { readonly key: string; readonly version: number };
}

export interface ProgrammeUpdate extends ProgrammeHead {
  readonly kind: 'update';
  readonly expectedPosition: number;
  /** The state as JSON; null keeps the one that is there. */
  readonly snapshot: string | null;
  /** Where the act moves it to another version of its definition; null keeps the one that it runs. */
  readonly movedTo: {
    readonly version: number;
    /** Office → seat. */
    readonly seats: Readonly<Record<string, string>>;
  } | null;
}

export interface ProgrammeInsert extends ProgrammeHead {
  readonly kind: 'insert';
  /** The state as JSON. */
  readonly snapshot: string;
  readonly definition: { readonly key: string; readonly version: number };
  readonly title: string;
  /** Null where it has no English one. */
  readonly titleEn: string | null;
  readonly startsOn: LocalDate;
  readonly clock: ProgrammeClock | null;
  readonly startedBy: string;
  readonly seats: Readonly<Record<string, string>>;
  /** Whose holders see it: not those of offices that only its unit programmes have. */
  readonly seatNames: readonly string[];
  /** Null unless it is a unit programme. */
  readonly parent: UnitParent | null;
}

export type ProgrammeWrite = ProgrammeUpdate | ProgrammeInsert;

/** Values of one programme in the statement; one more where any of them moves to another version. */
const UPDATE_VALUES = 10;

const INSERT_PROGRAMMES = `
  INSERT INTO programmes (id, status, position, head_hash, snapshot, snapshot_position, next_at, updated_at, created_at, definition_key,
         definition_version, title, title_en, starts_on, rehearsal, clock, started_by, seats, seat_names, calendar_key, calendar_version,
         parent_id, rollout, unit)
  SELECT row.id, row.status, row.position, row.head_hash, row.snapshot, row.position, row.next_at, row.updated_at, row.updated_at,
         row.definition_key, row.definition_version, row.title, row.title_en, row.starts_on, row.clock IS NOT NULL, row.clock, row.started_by,
         row.seats, row.seat_names, row.calendar_key, row.calendar_version, row.parent_id, row.rollout, row.unit
    FROM jsonb_to_recordset($1::jsonb) AS row(id uuid, status text, position bigint, head_hash text, snapshot text, next_at timestamptz,
         updated_at timestamptz, definition_key text, definition_version integer, title text, title_en text, starts_on date, clock jsonb,
         started_by uuid, seats jsonb, seat_names text[], calendar_key text, calendar_version integer, parent_id uuid, rollout text, unit text)
  ON CONFLICT ON CONSTRAINT programmes_pk DO NOTHING
  RETURNING id`;

/**
 * Moves each programme on that still stands where it is expected; the others stay and are not returned. An update for each of them, as
 * one that joins them all may be planned as a walk through the whole table. In the order of their ids, so that two statements that
 * touch the same programmes lock them in the same order.
 */
export function updateProgrammes(rows: readonly ProgrammeUpdate[]): MovedPart {
  const inOrder = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const isMoving = rows.some(({ movedTo }) => movedTo !== null);
  return {
    ...updateOf(rows.length, isMoving),
    values: inOrder.flatMap((row) => [
      row.id,
      row.expectedPosition,
      row.status,
      row.position,
      row.headHash,
      row.snapshot,
      row.nextAt,
      row.updatedAt,
      row.calendar.key,
      row.calendar.version,
      ...(isMoving ? [row.movedTo === null ? null : JSON.stringify(row.movedTo)] : []),
    ]),
  };
}

type UpdateTexts = Required<Omit<MovedPart, 'values'>>;

const updates = new Map<string, UpdateTexts>();

/** Made once for each number of programmes; hardly any act moves one to another version, so the others are spared the reckoning. */
function updateOf(count: number, isMoving: boolean): UpdateTexts {
  const key = `${isMoving ? 'move' : 'update'}${count}`;
  const known = updates.get(key);
  if (known !== undefined) return known;
  const names = Array.from({ length: count }, (_name, index) => `moved_${index}`);
  const texts = {
    key,
    before: names.map((name, index) => `${name} AS (${updateText(index, isMoving)})`),
    sql: names.map((name) => `SELECT ${name}.id FROM ${name}`).join(' UNION ALL '),
  };
  updates.set(key, texts);
  return texts;
}

function updateText(index: number, isMoving: boolean): string {
  const each = UPDATE_VALUES + (isMoving ? 1 : 0);
  const value = (place: number): string => `$${index * each + place}`;
  const move = `,
         definition_version = coalesce((${value(11)}::jsonb ->> 'version')::integer, programmes.definition_version),
         seats = coalesce(${value(11)}::jsonb -> 'seats', programmes.seats),
         seat_names = CASE WHEN ${value(11)}::jsonb IS NULL THEN programmes.seat_names
                           ELSE ARRAY(SELECT seat.value FROM jsonb_each_text(${value(11)}::jsonb -> 'seats') AS seat) END`;
  return `
  UPDATE programmes
     SET status = ${value(3)}, position = ${value(4)}, head_hash = ${value(5)}, next_at = ${value(7)}, updated_at = ${value(8)},
         calendar_key = ${value(9)}, calendar_version = ${value(10)},
         snapshot = coalesce(${value(6)}::text, programmes.snapshot),
         snapshot_position = CASE WHEN ${value(6)}::text IS NULL THEN programmes.snapshot_position ELSE ${value(4)} END${isMoving ? move : ''}
   WHERE programmes.id = ${value(1)} AND programmes.position = ${value(2)}
  RETURNING programmes.id`;
}

/** Puts in each programme that is not there yet; those that are stay and are not returned. */
export function insertProgrammes(rows: readonly ProgrammeInsert[]): MovedPart {
  return { key: 'insert', sql: INSERT_PROGRAMMES, values: [JSON.stringify(rows.map(insertRow))] };
}

function insertRow(row: ProgrammeInsert): object {
  return {
    id: row.id,
    status: row.status,
    position: row.position,
    head_hash: row.headHash,
    snapshot: row.snapshot,
    next_at: row.nextAt,
    updated_at: row.updatedAt,
    definition_key: row.definition.key,
    definition_version: row.definition.version,
    title: row.title,
    title_en: row.titleEn,
    starts_on: row.startsOn,
    clock: row.clock,
    started_by: row.startedBy,
    seats: row.seats,
    seat_names: row.seatNames,
    calendar_key: row.calendar.key,
    calendar_version: row.calendar.version,
    parent_id: row.parent?.programme ?? null,
    rollout: row.parent?.rollout ?? null,
    unit: row.parent?.unit ?? null,
  };
}
