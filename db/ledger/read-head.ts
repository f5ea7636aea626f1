/** The one question before an act: where the programme stands, what the directory is at, and whether the act was done before. */
import type { Pool } from 'pg';
import type { Instant } from '../../domain/calendar/types.ts';
import { gather } from '../gather.ts';
import { many, READING } from '../query.ts';
import { LATER_EVENTS, type StoredState } from './stored-state.ts';

export interface HeadQuery {
  readonly programmeId: string;
  /** Position that the caller has in memory; the state comes along only when the programme is elsewhere. -1 for none. */
  readonly cachedPosition: number;
  readonly commandScope: string;
  readonly commandId: string;
}

export interface Head {
  readonly programme: HeadOfProgramme | null;
  readonly directoryPosition: number;
  /** The act that this command key already stands for. */
  readonly answered: AnsweredCommand | null;
}

export interface HeadOfProgramme {
  readonly position: number;
  readonly headHash: string;
  /** Null where the caller has it in memory. */
  readonly stored: StoredState | null;
  readonly seats: Readonly<Record<string, string>> | null;
  readonly nextAt: Instant | null;
}

export interface AnsweredCommand {
  readonly bodyHash: string;
  readonly status: number;
  readonly answer: unknown;
  readonly location: string | null;
}

/** Hand-typed: this is the hot path, and every column is ours and NOT NULL but for the joins. */
interface HeadRow {
  readonly position: number | null;
  readonly head_hash: string;
  readonly snapshot: string | null;
  readonly later: readonly string[] | null;
  readonly seats: Readonly<Record<string, string>> | null;
  readonly next_at: Instant | null;
  readonly directory_position: number;
  readonly body_hash: string | null;
  readonly status: number;
  readonly answer: unknown;
  readonly location: string | null;
}

/**
 * `OFFSET 0` keeps each look-up a walk down an index: as joins they would be planned by what statistics say of the tables, which is
 * wrong while tables grow. The planner does not see how long `(SELECT $1)` is, so that it plans once and not for every length.
 */
const SELECT_HEADS = `
  SELECT programme.position, programme.head_hash, programme.next_at,
         programme.snapshot, programme.later, programme.seats,
         streams.position AS directory_position,
         command.body_hash, command.status, command.answer, command.location
    FROM unnest((SELECT $1::uuid[]), (SELECT $2::bigint[]), (SELECT $3::text[]), (SELECT $4::text[]))
           WITH ORDINALITY AS asked(id, cached, scope, command, place)
    JOIN streams ON streams.stream = 'directory'
    LEFT JOIN LATERAL (
      SELECT programmes.position, programmes.head_hash, programmes.next_at,
             CASE WHEN programmes.position <> asked.cached THEN programmes.snapshot END AS snapshot,
             CASE WHEN programmes.position <> asked.cached THEN ${LATER_EVENTS} END AS later,
             CASE WHEN programmes.position <> asked.cached THEN programmes.seats END AS seats
        FROM programmes WHERE programmes.id = asked.id OFFSET 0) AS programme ON true
    LEFT JOIN LATERAL (
      SELECT commands.body_hash, commands.status, commands.answer, commands.location
        FROM commands WHERE commands.scope = asked.scope AND commands.id = asked.command OFFSET 0) AS command ON true
   ORDER BY asked.place`;

export type HeadReader = (query: HeadQuery) => Promise<Head>;

/** Heads that are asked for at the same time are read by one query. */
export function createHeadReader(pool: Pool): HeadReader {
  return gather((queries: readonly HeadQuery[]) => readHeads(pool, queries), READING);
}

async function readHeads(pool: Pool, queries: readonly HeadQuery[]): Promise<readonly Head[]> {
  const rows = await many<HeadRow>(pool, {
    name: 'read-heads',
    text: SELECT_HEADS,
    values: [
      queries.map(({ programmeId }) => programmeId),
      queries.map(({ cachedPosition }) => cachedPosition),
      queries.map(({ commandScope }) => commandScope),
      queries.map(({ commandId }) => commandId),
    ],
  });
  return rows.map(headOf);
}

function headOf(row: HeadRow): Head {
  return {
    programme:
      row.position === null
        ? null
        : {
            position: row.position,
            headHash: row.head_hash,
            stored: row.snapshot === null ? null : { snapshot: row.snapshot, later: row.later },
            seats: row.seats,
            nextAt: row.next_at,
          },
    directoryPosition: row.directory_position,
    answered:
      row.body_hash === null
        ? null
        : {
            bodyHash: row.body_hash,
            status: row.status,
            answer: row.answer,
            location: row.location,
          },
  };
}
