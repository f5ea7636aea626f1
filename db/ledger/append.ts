/** The one statement of an act: programme, events, commands, outbox and read models together, or nothing. */
import type { LinkedEntry } from '../../domain/audit/hash-chain.ts';
import type { Instant } from '../../domain/calendar/types.ts';
import type { RowChanges } from '../projections/rows.ts';
import { exec, type Queryable } from '../query.ts';
import { READ_MODEL_PARTS } from './read-model-parts.ts';
import { insertProgramme, updateProgramme } from './programme-parts.ts';
import type { ProgrammeWrite } from './programme-parts.ts';
import type { Part } from './statement.ts';
import { composeStatement } from './statement.ts';

export interface LedgerWrite {
  readonly programme: ProgrammeWrite;
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
    FROM moved, jsonb_to_recordset($::jsonb) AS row(stream text, position bigint, type text, bytes text, actor text, on_behalf_of text,
         command_id text, occurred_at timestamptz, recorded_at timestamptz, prev_hash text, hash text)`;

// As json, not jsonb: an answer given again has its members in the same order.
const INSERT_COMMANDS = `
  INSERT INTO commands (scope, id, body_hash, status, answer, location, stream, position, recorded_at)
  SELECT row.scope, row.id, row.body_hash, row.status, row.answer, row.location, row.stream, row.position, row.recorded_at
    FROM moved, json_to_recordset($::json) AS row(scope text, id text, body_hash text, status integer, answer json, location text,
         stream text, position bigint, recorded_at timestamptz)`;

const INSERT_OUTBOX = `
  INSERT INTO outbox (programme_id, from_position, to_position, types, urgent, created_at, available_at)
  SELECT moved.id, row.from_position, row.to_position, row.types, row.urgent, now(), now()
    FROM moved, jsonb_to_record($::jsonb) AS row(from_position bigint, to_position bigint, types text[], urgent boolean)`;

/**
 * Whether it was written. False when the programme has moved on since it was read; nothing is then written.
 * @throws UniqueViolationError on `commands_pk` when the act was done before under the same key.
 */
export async function append(db: Queryable, write: LedgerWrite): Promise<boolean> {
  const { programme, changes } = write;
  const moved =
    programme.kind === 'insert' ? insertProgramme(programme) : updateProgramme(programme);
  const parts: Part[] = [
    { key: 'events', sql: INSERT_EVENTS, rows: eventRows(write.entries) },
    { key: 'commands', sql: INSERT_COMMANDS, rows: commandRows(write) },
  ];
  if (write.outbox !== null)
    parts.push({ key: 'outbox', sql: INSERT_OUTBOX, rows: outboxRow(write.outbox) });
  for (const part of READ_MODEL_PARTS) {
    parts.push({ key: part.key, sql: part.sql, rows: changes[part.key] });
  }
  return (await exec(db, composeStatement(moved, parts))) === 1;
}

/** The row of an event in any stream. The bytes travel as text: they are JSON, and `data` is taken from them. */
export function eventRows(entries: readonly LinkedEntry[]): readonly unknown[] {
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

export const EVENT_ROWS_SQL: string = INSERT_EVENTS.replace('FROM moved, ', 'FROM ').replace(
  '$::',
  '$1::',
);

function commandRows({ commands, programme, recordedAt }: LedgerWrite): readonly unknown[] {
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

function outboxRow(outbox: OutboxWrite): Readonly<Record<string, unknown>> {
  return {
    from_position: outbox.fromPosition,
    to_position: outbox.toPosition,
    types: outbox.types,
    urgent: outbox.urgent,
  };
}
