/**
 * The queue of e-mails inside the notifications: rows are leased, sent outside, and settled under the lease. A person told of one
 * event for several offices has several rows and gets one e-mail: the row of the first office leads, the others follow it.
 */
import { z } from 'zod';
import { exec, many, one, type Queryable } from '../query.ts';
import { PROGRAMME_TITLE, type ProgrammeTitled } from './programme-title.ts';

/** A claimed e-mail. Whoever holds the lease may settle it until the lease is over. */
export interface LeasedEmail extends ProgrammeTitled {
  readonly id: string;
  /** `<programme id>.<position>.<person id>`: one event and one person, whatever the offices. */
  readonly key: string;
  /** Real instant; tells this lease from any other. */
  readonly leaseUntil: string;
  readonly attempts: number;
  readonly recordedAt: string;
  readonly kind: string;
  readonly phase: string | null;
  readonly round: number | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly dueOn: string | null;
  readonly offices: readonly string[];
  readonly email: string | null;
  readonly locale: 'zh' | 'en';
  readonly disabled: boolean;
  readonly rehearsal: boolean;
  readonly definitionKey: string;
  readonly definitionVersion: number;
}

export type EmailOutcome =
  | { readonly state: 'sent' }
  | { readonly state: 'none' | 'failed-for-good'; readonly error: string }
  | {
      readonly state: 'pending';
      /** Null keeps what was known before. */
      readonly error: string | null;
      readonly nextAt: Date;
      /** Whether the attempt counts towards giving up. */
      readonly counts: boolean;
    };

export interface GivenUpEmail {
  readonly id: string;
  readonly personId: string;
  readonly programmeId: string;
  readonly kind: string;
  readonly recordedAt: string;
  readonly attempts: number;
  readonly error: string | null;
}

const leasedSchema = z.object({
  id: z.string(),
  key: z.string(),
  leaseUntil: z.string(),
  attempts: z.int(),
  recordedAt: z.string(),
  kind: z.string(),
  phase: z.string().nullable(),
  round: z.int().nullable(),
  data: z.record(z.string(), z.unknown()),
  dueOn: z.string().nullable(),
  offices: z.array(z.string()),
  email: z.string().nullable(),
  locale: z.enum(['zh', 'en']),
  disabled: z.boolean(),
  programmeTitle: z.string(),
  programmeTitleEn: z.string().nullable(),
  rehearsal: z.boolean(),
  definitionKey: z.string(),
  definitionVersion: z.int(),
});

// Rows of one event are written by one statement, hence the equal recorded_at, which also makes the index on it serve.
const CLAIM = `
  WITH due AS (
    SELECT n.id
      FROM notifications n
     WHERE n.email_state = 'pending' AND n.email_next_at <= $1
       AND NOT EXISTS (
         SELECT 1 FROM notifications s
          WHERE s.person_id = n.person_id AND s.recorded_at = n.recorded_at
            AND s.programme_id = n.programme_id
            AND split_part(s.id, '.', 2) = split_part(n.id, '.', 2)
            AND s.office < n.office AND s.email_state <> 'none')
     ORDER BY n.email_next_at, n.id
     LIMIT $3
       FOR UPDATE OF n SKIP LOCKED
  ), leased AS (
    UPDATE notifications SET email_next_at = $2
      FROM due WHERE notifications.id = due.id
    RETURNING notifications.id, notifications.person_id, notifications.programme_id,
              notifications.kind, notifications.phase, notifications.round, notifications.data,
              notifications.recorded_at, notifications.email_attempts, notifications.email_next_at
  )
  SELECT leased.id,
         concat_ws('.', leased.programme_id, split_part(leased.id, '.', 2), leased.person_id) AS key,
         leased.email_next_at AS "leaseUntil",
         leased.email_attempts AS attempts,
         leased.recorded_at AS "recordedAt",
         leased.kind, leased.phase, leased.round, leased.data,
         phases.due_on AS "dueOn",
         ARRAY(
           SELECT s.office FROM notifications s
            WHERE s.person_id = leased.person_id AND s.recorded_at = leased.recorded_at
              AND s.programme_id = leased.programme_id
              AND split_part(s.id, '.', 2) = split_part(leased.id, '.', 2)
            ORDER BY s.office) AS offices,
         people.email, people.locale, people.disabled_at IS NOT NULL AS disabled,
         ${PROGRAMME_TITLE}, programmes.rehearsal,
         programmes.definition_key AS "definitionKey",
         programmes.definition_version AS "definitionVersion"
    FROM leased
    JOIN people ON people.id = leased.person_id
    JOIN programmes ON programmes.id = leased.programme_id
    LEFT JOIN phases ON phases.programme_id = leased.programme_id
         AND phases.key = leased.phase AND phases.round = leased.round
   ORDER BY leased.recorded_at, leased.id`;

/** Leases what is due, the longest waiting first. Two callers never get the same row as long as a lease lasts. */
export async function claimEmails(
  db: Queryable,
  request: { readonly now: Date; readonly leaseUntil: Date; readonly limit: number },
): Promise<readonly LeasedEmail[]> {
  const rows = await many(db, {
    name: 'claim-emails',
    text: CLAIM,
    values: [request.now, request.leaseUntil, request.limit],
  });
  return z.array(leasedSchema).parse(rows);
}

const SETTLE = `
  UPDATE notifications SET
         email_state = $3, email_next_at = $5,
         email_error = CASE WHEN $3 = 'sent' THEN NULL ELSE coalesce($4, notifications.email_error) END,
         email_attempts = notifications.email_attempts + $6
    FROM notifications leader
   WHERE leader.id = $1 AND leader.email_state = 'pending' AND leader.email_next_at = $2
     AND notifications.person_id = leader.person_id
     AND notifications.recorded_at = leader.recorded_at
     AND notifications.programme_id = leader.programme_id
     AND split_part(notifications.id, '.', 2) = split_part(leader.id, '.', 2)
     AND notifications.email_state = 'pending'`;

/** Writes what became of it; false when the lease was lost meanwhile, and then nothing is written. */
export async function settleEmail(
  db: Queryable,
  lease: Pick<LeasedEmail, 'id' | 'leaseUntil'>,
  outcome: EmailOutcome,
): Promise<boolean> {
  const counts = outcome.state === 'pending' ? outcome.counts : outcome.state !== 'none';
  const written = await exec(db, {
    name: 'settle-email',
    text: SETTLE,
    values: [
      lease.id,
      lease.leaseUntil,
      outcome.state,
      outcome.state === 'sent' ? null : outcome.error,
      outcome.state === 'pending' ? outcome.nextAt : null,
      counts ? 1 : 0,
    ],
  });
  return written > 0;
}

const SELECT_GIVEN_UP = `
  SELECT notifications.id, notifications.person_id AS "personId",
         notifications.programme_id AS "programmeId", notifications.kind,
         notifications.recorded_at AS "recordedAt", notifications.email_attempts AS attempts,
         notifications.email_error AS error
    FROM notifications
   WHERE notifications.email_state = 'failed-for-good'
   ORDER BY notifications.recorded_at DESC, notifications.id DESC
   LIMIT $1`;

/** What was given up, the newest first: for an operator to see. */
export async function listGivenUpEmails(
  db: Queryable,
  limit: number,
): Promise<readonly GivenUpEmail[]> {
  return many<GivenUpEmail>(db, { text: SELECT_GIVEN_UP, values: [limit] });
}

const COUNT_STATES = `
  SELECT count(*) FILTER (WHERE notifications.email_state = 'pending') AS pending,
         count(*) FILTER (WHERE notifications.email_state = 'failed-for-good') AS "givenUp"
    FROM notifications
   WHERE notifications.email_state = 'pending' OR notifications.email_state = 'failed-for-good'`;

export interface EmailBacklog {
  readonly pending: number;
  readonly givenUp: number;
}

export async function countEmails(db: Queryable): Promise<EmailBacklog> {
  return one<EmailBacklog & Record<string, number>>(db, { text: COUNT_STATES });
}
