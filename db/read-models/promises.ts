/** Whether what was promised is kept: moments that are armed, those that are late, and what waits to be told outside. */
import type { Instant } from '../../domain/calendar/types.ts';
import type { MomentKind } from '../../domain/planning/moments.ts';
import { many, one, type Queryable } from '../query.ts';
import { PROGRAMME_TITLE, type ProgrammeTitled } from './programme-title.ts';

export interface ArmedMomentRow extends ProgrammeTitled {
  readonly programmeId: string;
  readonly rehearsal: boolean;
  readonly definition: { readonly key: string; readonly version: number };
  readonly kind: MomentKind;
  readonly phase: string;
  readonly round: number;
  readonly qualifier: string;
  readonly at: Instant;
  /** Real instant. */
  readonly realAt: Instant;
}

export interface LateProgrammeRow extends ProgrammeTitled {
  readonly programmeId: string;
  readonly rehearsal: boolean;
  /** Real instant of the moment that is late. */
  readonly dueAt: Instant;
}

export interface PromiseCounts {
  readonly armed: number;
  readonly late: number;
  readonly lateSince: Instant | null;
  readonly outboxWaiting: number;
  readonly outboxSince: Instant | null;
  readonly emailsWaiting: number;
  readonly emailsRetried: number;
  readonly emailsGivenUp: number;
  readonly emailsSince: Instant | null;
}

export interface PromisesQuery {
  /** Real time. */
  readonly now: Date;
  /** Moments that were due before this instant and are not performed are late. */
  readonly lateBefore: Date;
  readonly limit: number;
}

const COUNT = `
  SELECT armed.armed, late.late, late.since AS "lateSince", waiting.waiting AS "outboxWaiting", waiting.since AS "outboxSince",
         emails.waiting AS "emailsWaiting", emails.retried AS "emailsRetried", emails."givenUp" AS "emailsGivenUp",
         emails.since AS "emailsSince"
    FROM (SELECT count(*) AS armed FROM moments WHERE moments.state = 'planned') AS armed
   CROSS JOIN (
     SELECT count(*) AS late, min(programmes.next_at) AS since FROM programmes WHERE programmes.next_at < $1::timestamptz) AS late
   CROSS JOIN (
     SELECT count(*) AS waiting, min(outbox.created_at) AS since FROM outbox WHERE outbox.urgent) AS waiting
   CROSS JOIN (
     SELECT count(*) FILTER (WHERE notifications.email_state = 'pending') AS waiting,
            count(*) FILTER (WHERE notifications.email_state = 'pending' AND notifications.email_attempts > 0) AS retried,
            count(*) FILTER (WHERE notifications.email_state = 'failed-for-good') AS "givenUp",
            min(notifications.recorded_at) FILTER (WHERE notifications.email_state = 'pending') AS since
       FROM notifications
      WHERE notifications.email_state = 'pending' OR notifications.email_state = 'failed-for-good') AS emails`;

const SELECT_ARMED = `
  SELECT moments.programme_id AS "programmeId", ${PROGRAMME_TITLE}, programmes.rehearsal,
         json_build_object('key', programmes.definition_key, 'version', programmes.definition_version) AS definition,
         moments.kind, moments.phase, moments.round, moments.qualifier, moments.at, moments.real_at AS "realAt"
    FROM moments JOIN programmes ON programmes.id = moments.programme_id
   WHERE moments.state = 'planned' AND moments.real_at >= $1::timestamptz
   ORDER BY moments.real_at, moments.programme_id, moments.phase, moments.kind LIMIT $2`;

const SELECT_LATE = `
  SELECT programmes.id AS "programmeId", ${PROGRAMME_TITLE}, programmes.rehearsal, programmes.next_at AS "dueAt"
    FROM programmes WHERE programmes.next_at < $1::timestamptz
   ORDER BY programmes.next_at, programmes.id LIMIT $2`;

export interface Promises {
  readonly counts: PromiseCounts;
  /** The next to fire, soonest first. */
  readonly armed: readonly ArmedMomentRow[];
  /** The longest late first, also those of which Temporal has yet to hear: a promise is late whatever the reason. */
  readonly late: readonly LateProgrammeRow[];
}

export async function findPromises(db: Queryable, query: PromisesQuery): Promise<Promises> {
  const { now, lateBefore, limit } = query;
  const [counts, armed, late] = await Promise.all([
    one<PromiseCounts & Record<string, unknown>>(db, { text: COUNT, values: [lateBefore] }),
    many<ArmedMomentRow & Record<string, unknown>>(db, {
      text: SELECT_ARMED,
      values: [now, limit],
    }),
    many<LateProgrammeRow & Record<string, unknown>>(db, {
      text: SELECT_LATE,
      values: [lateBefore, limit],
    }),
  ]);
  return { counts, armed, late };
}
