/** Sessions: found by the hash of their token, with the person they belong to. */
import type { Pool } from 'pg';
import type { Instant } from '../../domain/calendar/types.ts';
import type { Locale } from '../../domain/definition/types.ts';
import { gather } from '../gather.ts';
import { exec, many, maybeOne, READING, type Queryable } from '../query.ts';
import type { Role } from './people.ts';

export interface SessionRow {
  readonly personId: string;
  readonly account: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly locale: Locale;
  readonly roles: readonly Role[];
  /** The rehearsal in which alone the person exists. */
  readonly rehearsalOf: string | null;
  readonly lastSeenAt: Instant;
}

export interface SessionQuery {
  readonly tokenHash: Buffer;
  /** Real time. */
  readonly now: Instant;
  /** Sessions not seen since are over. */
  readonly seenSince: Instant;
}

export interface OwnSessionRow {
  /** Says nothing of the token: a part of the hash of its hash. */
  readonly id: string;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
  /** Whether it is the one that asks. */
  readonly current: boolean;
}

export interface NewSession {
  readonly tokenHash: Buffer;
  readonly personId: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

/** Whoever acts through another is signed in himself. */
const OPENER_IS_THERE = `
  SELECT 1 FROM sessions AS opener JOIN people AS behind ON behind.id = opener.person_id
   WHERE opener.token_hash = sessions.opened_by AND opener.expires_at > asked.now
     AND opener.last_seen_at > asked.seen_since AND behind.disabled_at IS NULL`;

/** Written as the look-up of heads is, for the same reasons. */
const SELECT_SESSIONS = `
  SELECT asked.place, session."personId", session.account, session."nameZh", session."nameEn", session.locale, session.roles,
         session."rehearsalOf", session."lastSeenAt"
    FROM unnest((SELECT $1::bytea[]), (SELECT $2::timestamptz[]), (SELECT $3::timestamptz[]))
           WITH ORDINALITY AS asked(token_hash, now, seen_since, place)
    JOIN LATERAL (
      SELECT people.id AS "personId", people.account, people.name_zh AS "nameZh", people.name_en AS "nameEn", people.locale,
             people.roles, people.rehearsal_of AS "rehearsalOf", sessions.last_seen_at AS "lastSeenAt"
        FROM sessions JOIN people ON people.id = sessions.person_id
       WHERE sessions.token_hash = asked.token_hash AND sessions.expires_at > asked.now
         AND sessions.last_seen_at > asked.seen_since AND people.disabled_at IS NULL
         AND (sessions.opened_by IS NULL OR EXISTS (${OPENER_IS_THERE})) OFFSET 0) AS session ON true`;

const TOUCH =
  'UPDATE sessions SET last_seen_at = $2 WHERE sessions.token_hash = $1 AND sessions.last_seen_at < $2';

const INSERT = `
  INSERT INTO sessions (token_hash, person_id, created_at, last_seen_at, expires_at) VALUES ($1, $2, $3, $3, $4)`;

const ID = "encode(substring(sha256(sessions.token_hash) FROM 1 FOR 16), 'hex')::uuid";

const SELECT_OF_PERSON = `
  SELECT ${ID} AS id, sessions.created_at AS "createdAt", sessions.last_seen_at AS "lastSeenAt", sessions.expires_at AS "expiresAt",
         sessions.token_hash = $2 AS current
    FROM sessions
   WHERE sessions.person_id = $1 AND sessions.expires_at > $3 AND sessions.last_seen_at > $4
   ORDER BY sessions.last_seen_at DESC, sessions.created_at DESC LIMIT 100`;

const DELETE_OWN = `DELETE FROM sessions WHERE sessions.person_id = $1 AND ${ID} = $2`;

const INSERT_OPENED = `
  INSERT INTO sessions (token_hash, person_id, created_at, last_seen_at, expires_at, opened_by)
  SELECT $1, $2, $3, $3, least($4, opener.expires_at), opener.token_hash FROM sessions AS opener WHERE opener.token_hash = $5
  RETURNING sessions.expires_at AS "expiresAt"`;

const DELETE_OPENED =
  'DELETE FROM sessions WHERE sessions.person_id = $1 AND sessions.opened_by = $2';
const DELETE_ONE = 'DELETE FROM sessions WHERE sessions.token_hash = $1';
const DELETE_OF_PERSON = 'DELETE FROM sessions WHERE sessions.person_id = $1';
const DELETE_EXPIRED =
  'DELETE FROM sessions WHERE sessions.expires_at <= $1 OR sessions.last_seen_at <= $2';

export type SessionFinder = (query: SessionQuery) => Promise<SessionRow | null>;

/** Every request of a signed-in person comes through here; those that come at the same time are looked up by one query. */
export function createSessionFinder(pool: Pool): SessionFinder {
  return gather((queries: readonly SessionQuery[]) => findSessions(pool, queries), READING);
}

/** Hand-typed, as it is on the hot path. */
async function findSessions(
  pool: Pool,
  queries: readonly SessionQuery[],
): Promise<readonly (SessionRow | null)[]> {
  const rows = await many<SessionRow & { readonly place: number }>(pool, {
    name: 'find-sessions',
    text: SELECT_SESSIONS,
    values: [
      queries.map(({ tokenHash }) => tokenHash),
      queries.map(({ now }) => now),
      queries.map(({ seenSince }) => seenSince),
    ],
  });
  const byPlace = new Map(rows.map(({ place, ...row }) => [place, row]));
  return queries.map((_query, index) => byPlace.get(index + 1) ?? null);
}

export async function touchSession(db: Queryable, tokenHash: Buffer, now: Instant): Promise<void> {
  await exec(db, { name: 'touch-session', text: TOUCH, values: [tokenHash, now] });
}

export async function insertSession(db: Queryable, session: NewSession): Promise<void> {
  const { tokenHash, personId, createdAt, expiresAt } = session;
  await exec(db, { text: INSERT, values: [tokenHash, personId, createdAt, expiresAt] });
}

/** A session that lasts no longer than the one by which it is opened, in place of the one that was opened for the same person before. When it ends; null when the opener is over. */
export async function openSession(
  db: Queryable,
  session: NewSession & { readonly openedBy: Buffer },
): Promise<Instant | null> {
  const { tokenHash, personId, createdAt, expiresAt, openedBy } = session;
  await exec(db, { text: DELETE_OPENED, values: [personId, openedBy] });
  const values = [tokenHash, personId, createdAt, expiresAt, openedBy];
  const row = await maybeOne<{ expiresAt: Instant }>(db, { text: INSERT_OPENED, values });
  return row?.expiresAt ?? null;
}

/** Whether there was one. */
export async function revokeSession(db: Queryable, tokenHash: Buffer): Promise<boolean> {
  return (await exec(db, { text: DELETE_ONE, values: [tokenHash] })) === 1;
}

/** Those that are not over, at most 100, the one used last first. */
export function listSessionsOf(
  db: Queryable,
  personId: string,
  { tokenHash, now, seenSince }: SessionQuery,
): Promise<readonly OwnSessionRow[]> {
  return many<OwnSessionRow & Record<string, unknown>>(db, {
    text: SELECT_OF_PERSON,
    values: [personId, tokenHash, now, seenSince],
  });
}

/** Whether the person had one of that id. */
export async function revokeOwnSession(
  db: Queryable,
  personId: string,
  id: string,
): Promise<boolean> {
  return (await exec(db, { text: DELETE_OWN, values: [personId, id] })) === 1;
}

export async function revokeSessionsOf(db: Queryable, personId: string): Promise<number> {
  return exec(db, { text: DELETE_OF_PERSON, values: [personId] });
}

export async function deleteExpiredSessions(
  db: Queryable,
  limits: { readonly now: Instant; readonly seenSince: Instant },
): Promise<number> {
  return exec(db, { text: DELETE_EXPIRED, values: [limits.now, limits.seenSince] });
}
