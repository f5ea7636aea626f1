/**
 * The one statement of an act: programme, events, commands, outbox and read models together, or nothing. Acts on several programmes
 * that come at the same time share one statement, and so one transaction and one flush to disk.
 */
import type { Pool, PoolClient } from 'pg';
import type { LinkedEntry } from '../../domain/audit/hash-chain.ts';
import type { Instant } from '../../domain/calendar/types.ts';
import type { RowChanges } from '../projections/rows.ts';
import { isContention, UnavailableError } from '../errors.ts';
import { gather, type GatherOptions } from '../gather.ts';
import { many } from '../query.ts';
import { READ_MODEL_PARTS } from './read-model-parts.ts';
import { insertProgrammes, updateProgrammes } from './programme-parts.ts';
import type { ProgrammeInsert, ProgrammeUpdate, ProgrammeWrite } from './programme-parts.ts';
import { composeStatement, rowsOf, type Part } from './statement.ts';

export interface LedgerWrite<P extends ProgrammeWrite = ProgrammeWrite> {
  readonly programme: P;
  readonly entries: readonly LinkedEntry[];
  readonly commands: readonly CommandWrite[];
  readonly outbox: OutboxWrite | null;
  readonly changes: RowChanges;
  readonly recordedAt: Instant;
}

export interface CommandWrite {
  readonly scope: string;
  readonly id: string;
  readonly bodyHash: string;
  readonly status: number;
  readonly answer: unknown;
  readonly location: string | null;
  readonly position: number;
}

export interface OutboxWrite {
  readonly fromPosition: number;
  readonly toPosition: number;
  readonly types: readonly string[];
  /** Whether Temporal must hear of it at once. */
  readonly urgent: boolean;
}

const INSERT_EVENTS = `
  INSERT INTO events (stream, position, type, data, bytes, actor, on_behalf_of, command_id, occurred_at, recorded_at, prev_hash, hash)
  SELECT row.stream, row.position, row.type, row.bytes::jsonb -> 'data', convert_to(row.bytes, 'UTF8'), row.actor, row.on_behalf_of,
         row.command_id, row.occurred_at, row.recorded_at, row.prev_hash, row.hash
    FROM moved JOIN jsonb_to_recordset($::jsonb) AS row(programme_id uuid, stream text, position bigint, type text, bytes text,
         actor text, on_behalf_of text, command_id text, occurred_at timestamptz, recorded_at timestamptz, prev_hash text, hash text)
      ON row.programme_id = moved.id`;

// As json, not jsonb: an answer given again has its members in the same order.
const INSERT_COMMANDS = `
  INSERT INTO commands (scope, id, body_hash, status, answer, location, stream, position, recorded_at)
  SELECT row.scope, row.id, row.body_hash, row.status, row.answer, row.location, row.stream, row.position, row.recorded_at
    FROM moved JOIN json_to_recordset($::json) AS row(programme_id uuid, scope text, id text, body_hash text, status integer,
         answer json, location text, stream text, position bigint, recorded_at timestamptz) ON row.programme_id = moved.id`;

const INSERT_OUTBOX = `
  INSERT INTO outbox (programme_id, from_position, to_position, types, urgent, created_at, available_at)
  SELECT moved.id, row.from_position, row.to_position, row.types, row.urgent, now(), now()
    FROM moved JOIN jsonb_to_recordset($::jsonb) AS row(programme_id uuid, from_position bigint, to_position bigint, types text[],
         urgent boolean) ON row.programme_id = moved.id`;

/** Programmes of one statement; each number is a statement of its own, prepared once per connection. */
const MOST_TOGETHER = 8;

const WRITING: GatherOptions = {
  lanes: 2,
  most: MOST_TOGETHER,
  // Whatever PostgreSQL itself refused is rolled back for all, and one of them may be why.
  mayAskAlone: (error) => !(error instanceof UnavailableError) || isContention(error),
};

/**
 * Whether it was written. False when the programme has moved on since it was read; nothing is then written.
 * @throws UniqueViolationError on `commands_pk` when the act was done before under the same key.
 */
export type Appender = (write: LedgerWrite<ProgrammeUpdate>) => Promise<boolean>;

/** Never give it two acts on one programme at the same time. */
export function createAppender(pool: Pool): Appender {
  return gather((writes: readonly LedgerWrite<ProgrammeUpdate>[]) => {
    return appendTogether(pool, writes);
  }, WRITING);
}

async function appendTogether(
  pool: Pool,
  writes: readonly LedgerWrite<ProgrammeUpdate>[],
): Promise<readonly boolean[]> {
  const moved = updateProgrammes(writes.map(({ programme }) => programme));
  const rows = await many<{ id: string }>(pool, composeStatement(moved, partsOf(writes)));
  const written = new Set(rows.map(({ id }) => id));
  return writes.map(({ programme }) => written.has(programme.id));
}

/** Writes the first acts of programmes, inside the caller's transaction. The ids of those that were not there before. */
export async function appendFirst(
  client: PoolClient,
  writes: readonly LedgerWrite<ProgrammeInsert>[],
): Promise<ReadonlySet<string>> {
  const moved = insertProgrammes(writes.map(({ programme }) => programme));
  const rows = await many<{ id: string }>(client, composeStatement(moved, partsOf(writes)));
  return new Set(rows.map(({ id }) => id));
}

function partsOf(writes: readonly LedgerWrite[]): readonly Part[] {
  const gathered = (rows: (write: LedgerWrite) => readonly object[]): Part['rows'] =>
    writes.flatMap((write) => rowsOf(write.programme.id, rows(write)));
  return [
    { key: 'events', sql: INSERT_EVENTS, rows: gathered(({ entries }) => eventRows(entries)) },
    { key: 'commands', sql: INSERT_COMMANDS, rows: gathered(commandRows) },
    { key: 'outbox', sql: INSERT_OUTBOX, rows: gathered(outboxRows) },
    ...READ_MODEL_PARTS.map(({ key, sql }) => ({
      key,
      sql,
      rows: gathered(({ changes }) => changes[key]),
    })),
  ];
}

/** The row of an event in any stream. The bytes travel as text: they are JSON, and `data` is taken from them. */
export function eventRows(entries: readonly LinkedEntry[]): readonly object[] {
  return entries.map(({ entry, bytes, hash }) => ({
    stream: entry.stream,
    position: entry.position,
    type: entry.type,
    bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'),
    actor: entry.actor,
    on_behalf_of: entry.onBehalfOf,
    command_id: entry.commandId,
    occurred_at: entry.occurredAt,
    recorded_at: entry.recordedAt,
    prev_hash: entry.prevHash,
    hash,
  }));
}

export const EVENT_ROWS_SQL: string = INSERT_EVENTS.replace('FROM moved JOIN ', 'FROM ')
  .replace('ON row.programme_id = moved.id', '')
  .replace('$::', '$1::');

function commandRows({ commands, programme, recordedAt }: LedgerWrite): readonly object[] {
  return commands.map((command) => ({
    scope: command.scope,
    id: command.id,
    body_hash: command.bodyHash,
    status: command.status,
    answer: command.answer,
    location: command.location,
    stream: `programme/${programme.id}`,
    position: command.position,
    recorded_at: recordedAt,
  }));
}

function outboxRows({ outbox }: LedgerWrite): readonly object[] {
  if (outbox === null) return [];
  return [
    {
      from_position: outbox.fromPosition,
      to_position: outbox.toPosition,
      types: outbox.types,
      urgent: outbox.urgent,
    },
  ];
}
