/** What a person was told, and whether he has read it. */
import type { Instant } from '../../domain/calendar/types.ts';
import { many, maybeOne, type Queryable } from '../query.ts';
import { PROGRAMME_TITLE, type ProgrammeTitled } from './programme-title.ts';

export interface NotificationListRow extends ProgrammeTitled {
  readonly id: string;
  readonly kind: string;
  readonly programmeId: string;
  readonly rehearsal: boolean;
  readonly definition: { readonly key: string; readonly version: number };
  /** Null where the whole programme is meant. */
  readonly phase: string | null;
  readonly round: number | null;
  readonly office: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: Instant;
  /** Real instant. */
  readonly recordedAt: Instant;
  readonly readAt: Instant | null;
  readonly email: 'none' | 'pending' | 'sent' | 'failed-for-good';
}

export interface NotificationListQuery {
  readonly personId: string;
  readonly unreadOnly: boolean;
  /** Of the last row seen. */
  readonly after: readonly [recordedAt: string, id: string] | null;
  readonly limit: number;
}

const MOST_PER_PAGE = 201;

function pageText(unreadOnly: boolean): string {
  return `
    SELECT notifications.id, notifications.kind, notifications.programme_id AS "programmeId",
           ${PROGRAMME_TITLE}, programmes.rehearsal,
           json_build_object('key', programmes.definition_key, 'version', programmes.definition_version) AS definition,
           notifications.phase, notifications.round, notifications.office, notifications.data, notifications.at,
           notifications.recorded_at AS "recordedAt", notifications.read_at AS "readAt", notifications.email_state AS email
      FROM notifications JOIN programmes ON programmes.id = notifications.programme_id
     WHERE notifications.person_id = $1
       AND (notifications.recorded_at, notifications.id) < ($2::timestamptz, $3::text)
       ${unreadOnly ? 'AND notifications.read_at IS NULL' : ''}
     ORDER BY notifications.recorded_at DESC, notifications.id DESC LIMIT $4`;
}

const MARK_READ = `
  UPDATE notifications SET read_at = coalesce(notifications.read_at, $3)
   WHERE notifications.id = $1 AND notifications.person_id = $2
  RETURNING notifications.read_at AS "readAt"`;

/** The newest first; at most 201. */
export function listNotifications(
  db: Queryable,
  query: NotificationListQuery,
): Promise<readonly NotificationListRow[]> {
  const { personId, unreadOnly, after, limit } = query;
  return many<NotificationListRow & Record<string, unknown>>(db, {
    name: unreadOnly ? 'notifications-unread' : 'notifications-all',
    text: pageText(unreadOnly),
    values: [personId, after?.[0] ?? 'infinity', after?.[1] ?? '', Math.min(limit, MOST_PER_PAGE)],
  });
}

/** When it was first read; null where the person has no such notification. */
export async function markNotificationRead(
  db: Queryable,
  id: string,
  reader: { readonly personId: string; readonly at: Date },
): Promise<Instant | null> {
  const row = await maybeOne<{ readAt: Instant }>(db, {
    text: MARK_READ,
    values: [id, reader.personId, reader.at],
  });
  return row?.readAt ?? null;
}
