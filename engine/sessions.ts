/** Signing in and out: opaque tokens of 256 bits, kept as hashes, ended by idleness, age, sign-out or a changed password. */
import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { Instant } from '../domain/calendar/types.ts';
import type { Localised, Locale } from '../domain/definition/types.ts';
import type { Clock } from '../platform/clock.ts';
import { findCredentials, findPerson, type Role } from '../db/read-models/people.ts';
import {
  createSessionFinder,
  deleteExpiredSessions,
  insertSession,
  listSessionsOf,
  revokeOwnSession,
  revokeSession,
  touchSession,
  type OwnSessionRow,
} from '../db/read-models/sessions.ts';
import type { Passwords } from './passwords.ts';

export interface SignedInPerson {
  readonly id: string;
  readonly account: string;
  readonly name: Localised;
  readonly locale: Locale;
  readonly roles: readonly Role[];
  /** The rehearsal outside which the person is nobody; null for people of the organisation. */
  readonly rehearsalOf: string | null;
}

export interface Sessions {
  /** Null for an unknown account, a wrong password and a disabled account alike, after the same time. */
  signIn(account: string, password: string): Promise<SignedIn | null>;
  /** Whose token it is; null when it is unknown or over. */
  find(token: string): Promise<SignedInPerson | null>;
  /** Whether there was a session to end. */
  revoke(token: string): Promise<boolean>;
  /** Those of a person that are not over, the one used last first; `token` tells which of them asks. */
  list(personId: string, token: string): Promise<readonly OwnSession[]>;
  /** Ends one of a person's own; whether there was one. */
  end(personId: string, id: string): Promise<boolean>;
  /** Removes sessions that are over; how many. */
  sweep(): Promise<number>;
}

export type OwnSession = OwnSessionRow;

export interface SignedIn {
  readonly token: string;
  readonly expiresAt: Instant;
  readonly person: SignedInPerson;
}

export interface SessionDeps {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly passwords: Passwords;
  readonly lifetimes: { readonly idleMinutes: number; readonly absoluteMinutes: number };
}

const TOKEN_BYTES = 32;
const MINUTE_MS = 60_000;

export function createSessions(deps: SessionDeps): Sessions {
  const { pool, clock, lifetimes } = deps;
  const findSession = createSessionFinder(pool);
  const seenSince = (now: Date): Instant => later(now, -lifetimes.idleMinutes);
  return {
    signIn: (account, password) => signIn(deps, account, password),
    find: async (token) => {
      const now = clock.now();
      const tokenHash = hashOf(token);
      const row = await findSession({
        tokenHash,
        now: now.toISOString(),
        seenSince: seenSince(now),
      });
      if (row === null) return null;
      if (row.lastSeenAt <= later(now, -1)) await touchSession(pool, tokenHash, now.toISOString());
      const { personId, account, nameZh, nameEn, locale, roles, rehearsalOf } = row;
      const name = { zh: nameZh, en: nameEn };
      return { id: personId, account, name, locale, roles, rehearsalOf };
    },
    revoke: (token) => revokeSession(pool, hashOf(token)),
    list: (personId, token) => {
      const now = clock.now();
      const query = { now: now.toISOString(), seenSince: seenSince(now) };
      return listSessionsOf(pool, personId, { tokenHash: hashOf(token), ...query });
    },
    end: (personId, id) => revokeOwnSession(pool, personId, id),
    sweep: () => {
      const now = clock.now();
      return deleteExpiredSessions(pool, { now: now.toISOString(), seenSince: seenSince(now) });
    },
  };
}

async function signIn(
  deps: SessionDeps,
  account: string,
  password: string,
): Promise<SignedIn | null> {
  const { pool, clock, passwords, lifetimes } = deps;
  const credentials = await findCredentials(pool, account);
  const matches = await passwords.verify(credentials?.passwordHash ?? null, password);
  const person = matches && credentials !== null ? await findPerson(pool, credentials.id) : null;
  if (person === null) return null;
  const now = clock.now();
  const token = createToken();
  const expiresAt = later(now, lifetimes.absoluteMinutes);
  const createdAt = now.toISOString();
  await insertSession(pool, {
    tokenHash: hashOf(token),
    personId: person.id,
    createdAt,
    expiresAt,
  });
  const { id, nameZh, nameEn, locale, roles } = person;
  return {
    token,
    expiresAt,
    // Whoever exists in a rehearsal only has no password.
    person: { id, account, name: { zh: nameZh, en: nameEn }, locale, roles, rehearsalOf: null },
  };
}

export function createToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** Under which a token is kept. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function later(now: Date, minutes: number): Instant {
  return new Date(now.getTime() + minutes * MINUTE_MS).toISOString();
}
