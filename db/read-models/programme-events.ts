/** The events of one programme as they stand in the ledger: pages of them, what there is of them, and where a day ends. */
import type { Instant } from '../../domain/calendar/types.ts';
import { many, one, type Queryable } from '../query.ts';

export interface EventRow {
  readonly position: number;
  readonly type: string;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly actor: string;
  /** The vacant office for which somebody of another office acted. */
  readonly onBehalfOf: string | null;
  readonly data: unknown;
  readonly hash: string;
  readonly prevHash: string;
}

export interface EventQuery {
  readonly order: 'oldest' | 'newest';
  /** Position of the last one seen, in that order; null to begin. */
  readonly after: number | null;
  readonly limit: number;
  readonly types?: readonly string[] | undefined;
  readonly actor?: string | undefined;
  /** In which it happened, or to which it was returned. */
  readonly phase?: string | undefined;
  /** Programme time, the first instant that counts. */
  readonly from?: Instant | undefined;
  /** Programme time, the first instant that counts no more. */
  readonly until?: Instant | undefined;
}

/** How many events of a type one actor has caused. */
export interface EventCountRow {
  readonly type: string;
  readonly actor: string;
  readonly count: number;
  readonly last: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

const MOST_EVENTS = 501;
const MOST_COUNTS = 5_000;

const FILTERED = `
  SELECT events.position, events.type, events.occurred_at AS "at", events.recorded_at AS "recordedAt", events.actor,
         events.on_behalf_of AS "onBehalfOf", events.data, events.hash, events.prev_hash AS "prevHash"
    FROM events
   WHERE events.stream = $1
     AND ($4::text[] IS NULL OR events.type = ANY($4::text[]))
     AND ($5::text IS NULL OR events.actor = $5::text)
     AND ($6::text IS NULL OR events.data->>'phase' = $6::text OR events.data->>'returnTo' = $6::text)
     AND ($7::timestamptz IS NULL OR events.occurred_at >= $7::timestamptz)
     AND ($8::timestamptz IS NULL OR events.occurred_at < $8::timestamptz)`;

const SELECT_OLDEST = `${FILTERED}
     AND ($2::bigint IS NULL OR events.position > $2::bigint)
   ORDER BY events.position LIMIT $3`;

const SELECT_NEWEST = `${FILTERED}
     AND ($2::bigint IS NULL OR events.position < $2::bigint)
   ORDER BY events.position DESC LIMIT $3`;

const SELECT_COUNTS = `
  SELECT events.type, events.actor, count(*) AS count, max(events.position) AS last,
         min(events.occurred_at) AS "firstAt", max(events.occurred_at) AS "lastAt"
    FROM events WHERE events.stream = $1
   GROUP BY events.type, events.actor ORDER BY events.type, events.actor LIMIT ${MOST_COUNTS}`;

const SELECT_POSITION_AT = `
  SELECT coalesce(min(events.position) FILTER (WHERE events.occurred_at > $2::timestamptz) - 1, max(events.position), 0) AS position
    FROM events WHERE events.stream = $1`;

/** In the order asked for; at most 501. */
export function listEvents(
  db: Queryable,
  programmeId: string,
  query: EventQuery,
): Promise<readonly EventRow[]> {
  const { order, after, limit, types, actor, phase, from, until } = query;
  return many<EventRow & Record<string, unknown>>(db, {
    name: `events-${order}`,
    text: order === 'oldest' ? SELECT_OLDEST : SELECT_NEWEST,
    values: [
      `programme/${programmeId}`,
      after,
      Math.min(limit, MOST_EVENTS),
      types ?? null,
      actor ?? null,
      phase ?? null,
      from ?? null,
      until ?? null,
    ],
  });
}

export function listEventCounts(
  db: Queryable,
  programmeId: string,
): Promise<readonly EventCountRow[]> {
  return many<EventCountRow & Record<string, unknown>>(db, {
    text: SELECT_COUNTS,
    values: [`programme/${programmeId}`],
  });
}

/** Position of the last event up to and at an instant of the programme's time; 0 where none was yet. */
export async function positionAt(db: Queryable, programmeId: string, at: Instant): Promise<number> {
  const { position } = await one<{ position: number }>(db, {
    text: SELECT_POSITION_AT,
    values: [`programme/${programmeId}`, at],
  });
  return position;
}
