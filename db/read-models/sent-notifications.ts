/** What was sent of a programme: to whom, of which event, whether it was read, and what became of the e-mail. */
import type { Instant } from '../../domain/calendar/types.ts';
import { many, type Queryable } from '../query.ts';

export interface SentNotificationRow {
  readonly id: string;
  readonly personId: string;
  readonly office: string;
  readonly kind: string;
  /** Position in the ledger of the event that is told. */
  readonly position: number;
  readonly phase: string | null;
  readonly round: number | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: Instant;
  /** Real instant. */
  readonly recordedAt: Instant;
  readonly readAt: Instant | null;
  readonly email: 'none' | 'pending' | 'sent' | 'failed-for-good';
  readonly emailAttempts: number;
  /** Real instant; null unless the e-mail waits. */
  readonly emailNextAt: Instant | null;
  /** For operators: may name addresses. */
  readonly emailError: string | null;
}

export interface SentNotificationQuery {
  readonly programmeId: string;
  readonly phase?: string | undefined;
  readonly email?: SentNotificationRow['email'] | undefined;
  /** Of the last row seen. */
  readonly after: readonly [recordedAt: string, id: string] | null;
  readonly limit: number;
}

const MOST_PER_PAGE = 201;

// An id is `<programme>.<position>.<person>.<office>`.
const SELECT_SENT = `
  SELECT notifications.id, notifications.person_id AS "personId", notifications.office, notifications.kind,
         split_part(notifications.id, '.', 2)::bigint AS position, notifications.phase, notifications.round, notifications.data,
         notifications.at, notifications.recorded_at AS "recordedAt", notifications.read_at AS "readAt",
         notifications.email_state AS email, notifications.email_attempts AS "emailAttempts",
         CASE WHEN notifications.email_state = 'pending' THEN notifications.email_next_at END AS "emailNextAt",
         notifications.email_error AS "emailError"
    FROM notifications
   WHERE notifications.programme_id = $1
     AND ($2::text IS NULL OR notifications.phase = $2::text)
     AND ($3::text IS NULL OR notifications.email_state = $3::text)
     AND (notifications.recorded_at, notifications.id) < ($4::timestamptz, $5::text)
   ORDER BY notifications.recorded_at DESC, notifications.id DESC LIMIT $6`;

/** The newest first; at most 201. */
export function listSentNotifications(
  db: Queryable,
  query: SentNotificationQuery,
): Promise<readonly SentNotificationRow[]> {
  const { programmeId, phase = null, email = null, after, limit } = query;
  return many<SentNotificationRow & Record<string, unknown>>(db, {
    text: SELECT_SENT,
    values: [
      ...[programmeId, phase, email, after?.[0] ?? 'infinity', after?.[1] ?? ''],
      Math.min(limit, MOST_PER_PAGE),
    ],
  });
}
