/** Reads a stream as it is stored, page by page, with the head that it should end in. */
import type { PoolClient, Pool } from 'pg';
import type { ChainHead, StoredEntry } from '../../domain/audit/hash-chain.ts';
import { exec, many, maybeOne, transaction } from '../query.ts';

const PAGE = 500;

const SELECT_PAGE = `
  SELECT events.stream, events.position, events.type, events.data, events.bytes, events.actor, events.on_behalf_of AS "onBehalfOf",
         events.command_id AS "commandId", events.occurred_at AS "occurredAt", events.recorded_at AS "recordedAt",
         events.prev_hash AS "prevHash", events.hash
    FROM events WHERE events.stream = $1 AND events.position > $2
   ORDER BY events.position LIMIT $3`;

const SELECT_HEAD = `
  SELECT programmes.position, programmes.head_hash AS hash FROM programmes WHERE 'programme/' || programmes.id = $1
   UNION ALL
  SELECT streams.position, streams.head_hash FROM streams WHERE streams.stream = $1`;

const SELECT_STREAMS = `
  SELECT streams.stream FROM streams
   UNION SELECT 'programme/' || programmes.id FROM programmes
   UNION SELECT events.stream FROM events WHERE events.position = 1
   ORDER BY 1`;

/** Everything read by `work` is of one instant. */
export function inOneInstant<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return transaction(pool, async (client) => {
    await exec(client, { text: 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY' });
    return work(client);
  });
}

/** Where the stream's head says that it ends; null when no head is kept. */
export function readStreamHead(client: PoolClient, stream: string): Promise<ChainHead | null> {
  return maybeOne<ChainHead & Record<string, unknown>>(client, {
    text: SELECT_HEAD,
    values: [stream],
  });
}

export async function* readStream(client: PoolClient, stream: string): AsyncGenerator<StoredEntry> {
  let after = 0;
  for (;;) {
    const page = await many<StoredEntry & Record<string, unknown>>(client, {
      name: 'stream-page',
      text: SELECT_PAGE,
      values: [stream, after, PAGE],
    });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.position;
  }
}

/** Of programmes and others, also those that have events but no head. */
export async function listStreams(pool: Pool): Promise<readonly string[]> {
  const rows = await many<{ stream: string }>(pool, { text: SELECT_STREAMS });
  return rows.map(({ stream }) => stream);
}
