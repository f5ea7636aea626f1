/** The one question before an act: where the programme stands, what the directory is at, and whether the act was done before. */
import type { Instant } from '../../domain/calendar/types.ts';
import { one, type Queryable } from '../query.ts';

export interface HeadQuery {
  readonly programmeId: string;
  /** Position that the caller has in memory; the snapshot comes along only when the programme is elsewhere. -1 for none. */
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
  readonly snapshot: string | null;
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
  readonly seats: Readonly<Record<string, string>> | null;
  readonly next_at: Instant | null;
  readonly directory_position: number;
  readonly body_hash: string | null;
  readonly status: number;
  readonly answer: unknown;
  readonly location: string | null;
}

const SELECT_HEAD = `
  SELECT programmes.position, programmes.head_hash, programmes.next_at,
         CASE WHEN programmes.position <> $2 THEN programmes.snapshot END AS snapshot,
         CASE WHEN programmes.position <> $2 THEN programmes.seats END AS seats,
         streams.position AS directory_position,
         commands.body_hash, commands.status, commands.answer, commands.location
    FROM streams
    LEFT JOIN programmes ON programmes.id = $1
    LEFT JOIN commands ON commands.scope = $3 AND commands.id = $4
   WHERE streams.stream = 'directory'`;

export async function readHead(db: Queryable, query: HeadQuery): Promise<Head> {
  const row = await one<HeadRow>(db, {
    name: 'read-head',
    text: SELECT_HEAD,
    values: [query.programmeId, query.cachedPosition, query.commandScope, query.commandId],
  });
  return {
    programme:
      row.position === null
        ? null
        : {
            position: row.position,
            headHash: row.head_hash,
            snapshot: row.snapshot,
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
