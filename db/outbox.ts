/** The outbox: what Temporal has yet to hear. Rows are written by the door, claimed under a lease, and gone once told. */
import type { Pool } from 'pg';
import { exec, many } from './query.ts';

export interface OutboxRow {
  readonly id: number;
  readonly programmeId: string;
  readonly fromPosition: number;
  readonly toPosition: number;
  readonly types: readonly string[];
  readonly urgent: boolean;
  /** Including this one. */
  readonly attempts: number;
}

/** Everything that was waiting for one programme, oldest first. */
export interface OutboxBatch {
  readonly programmeId: string;
  readonly rows: readonly OutboxRow[];
}

export interface OutboxHealth {
  /** Urgent rows that are waiting, also those under a lease. */
  readonly waiting: number;
  /** Milliseconds since the oldest of them was written; 0 when none waits. */
  readonly oldestMs: number;
}

export interface Outbox {
  /**
   * Programmes for which something urgent is available, each with all its rows. Until there is further news of a programme, no other
   * relay gets it during the lease.
   */
  claimBatch(limit: number, leaseMs: number): Promise<readonly OutboxBatch[]>;
  settle(ids: readonly number[]): Promise<void>;
  /** Makes rows available again after the delay. */
  postpone(ids: readonly number[], delayMs: number): Promise<void>;
  /** Has Temporal told once more where the programme stands; false when there is no such programme. */
  nudge(programmeId: string): Promise<boolean>;
  health(): Promise<OutboxHealth>;
}

/**
 * Of a programme with news everything is taken, also what is still under a lease: its relay may have died, and the workflow must not
 * hear of the end before it has heard of the rest. If that relay lives, the workflow is told twice, which is harmless.
 */
const CLAIM = `
  WITH due AS (
    SELECT outbox.id, outbox.programme_id FROM outbox
     WHERE outbox.urgent AND outbox.available_at <= now()
     ORDER BY outbox.available_at, outbox.id LIMIT $1
       FOR UPDATE SKIP LOCKED
  ), waiting AS (
    SELECT outbox.id FROM outbox
     WHERE outbox.programme_id IN (SELECT due.programme_id FROM due)
       FOR UPDATE SKIP LOCKED
  )
  UPDATE outbox SET available_at = now() + make_interval(secs => $2::double precision / 1000), attempts = outbox.attempts + 1
   WHERE outbox.id IN (SELECT waiting.id FROM waiting)
  RETURNING outbox.id, outbox.programme_id AS "programmeId", outbox.from_position AS "fromPosition",
            outbox.to_position AS "toPosition", outbox.types, outbox.urgent, outbox.attempts`;

const SETTLE = 'DELETE FROM outbox WHERE outbox.id = ANY($1::bigint[])';

const POSTPONE = `
  UPDATE outbox SET available_at = now() + make_interval(secs => $2::double precision / 1000)
   WHERE outbox.id = ANY($1::bigint[])`;

const NUDGE = `
  INSERT INTO outbox (programme_id, from_position, to_position, types, urgent, created_at, available_at)
  SELECT programmes.id, programmes.position, programmes.position, '{}', true, now(), now()
    FROM programmes WHERE programmes.id = $1`;

const SELECT_HEALTH = `
  SELECT count(*) AS waiting,
         coalesce(extract(epoch FROM now() - min(outbox.created_at)) * 1000, 0)::double precision AS "oldestMs"
    FROM outbox WHERE outbox.urgent`;

export function createOutbox(pool: Pool): Outbox {
  return {
    claimBatch: async (limit, leaseMs) =>
      groupByProgramme(
        await many<OutboxRow>(pool, {
          name: 'outbox-claim',
          text: CLAIM,
          values: [limit, leaseMs],
        }),
      ),
    settle: async (ids) => {
      await exec(pool, { name: 'outbox-settle', text: SETTLE, values: [ids] });
    },
    postpone: async (ids, delayMs) => {
      await exec(pool, { name: 'outbox-postpone', text: POSTPONE, values: [ids, delayMs] });
    },
    nudge: async (programmeId) => (await exec(pool, { text: NUDGE, values: [programmeId] })) === 1,
    health: async () => {
      const [row] = await many<OutboxHealth>(pool, { name: 'outbox-health', text: SELECT_HEALTH });
      return row ?? { waiting: 0, oldestMs: 0 };
    },
  };
}

function groupByProgramme(rows: readonly OutboxRow[]): readonly OutboxBatch[] {
  const groups = new Map<string, OutboxRow[]>();
  for (const row of rows.toSorted((a, b) => a.id - b.id)) {
    const group = groups.get(row.programmeId);
    if (group === undefined) groups.set(row.programmeId, [row]);
    else group.push(row);
  }
  return [...groups].map(([programmeId, group]) => ({ programmeId, rows: group }));
}
