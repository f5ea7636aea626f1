/** Appending to a stream that is no programme's, such as `directory`: under a lock on its head, inside the caller's transaction. */
import type { PoolClient } from 'pg';
import { GENESIS_HASH, linkEntries } from '../../domain/audit/hash-chain.ts';
import type { Instant } from '../../domain/calendar/types.ts';
import { exec, one } from '../query.ts';
import { EVENT_ROWS_SQL, eventRows } from './append.ts';

export interface StreamEvent {
  readonly type: string;
  readonly data: unknown;
}

export interface StreamAppend {
  readonly stream: string;
  readonly events: readonly StreamEvent[];
  readonly actor: string;
  readonly commandId: string;
  /** Real time; such streams know no other. */
  readonly at: Instant;
}

const LOCK_HEAD = `
  SELECT streams.position, streams.head_hash AS "headHash" FROM streams WHERE streams.stream = $1 FOR UPDATE`;

const MOVE_HEAD = 'UPDATE streams SET position = $2, head_hash = $3 WHERE streams.stream = $1';

const OPEN_STREAM = `
  INSERT INTO streams (stream, position, head_hash) VALUES ($1, 0, repeat('0', 64))
  ON CONFLICT ON CONSTRAINT streams_pk DO NOTHING`;

/** Begins the stream where there is none. */
export async function openStream(client: PoolClient, stream: string): Promise<void> {
  await exec(client, { text: OPEN_STREAM, values: [stream] });
}

/** Makes others who change the stream wait until this transaction is over, so that what it looks up stays as it is. */
export async function lockStream(client: PoolClient, stream: string): Promise<void> {
  await one(client, { text: LOCK_HEAD, values: [stream] });
}

const CREATE_HEAD = `
  INSERT INTO streams (stream, position, head_hash) VALUES ($1, 0, $2) ON CONFLICT ON CONSTRAINT streams_pk DO NOTHING`;

/** Begins the stream unless it is there, and locks it. */
export async function createStream(client: PoolClient, stream: string): Promise<void> {
  await exec(client, { text: CREATE_HEAD, values: [stream, GENESIS_HASH] });
  await lockStream(client, stream);
}

/** The position of the last event. */
export async function appendToStream(client: PoolClient, append: StreamAppend): Promise<number> {
  const { stream, events, actor, commandId, at } = append;
  const head = await one<{ position: number; headHash: string }>(client, {
    text: LOCK_HEAD,
    values: [stream],
  });
  const entries = linkEntries(
    head.headHash,
    events.map(({ type, data }, index) => ({
      stream,
      position: head.position + 1 + index,
      type,
      data,
      actor,
      onBehalfOf: null,
      commandId,
      occurredAt: at,
      recordedAt: at,
    })),
  );
  const last = entries.at(-1);
  if (last === undefined) return head.position;
  await exec(client, { text: EVENT_ROWS_SQL, values: [JSON.stringify(eventRows(entries))] });
  await exec(client, { text: MOVE_HEAD, values: [stream, last.entry.position, last.hash] });
  return last.entry.position;
}
