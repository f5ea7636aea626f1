/** Signing in: the right password only, for as long as the session lives. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnavailableError } from '../../../db/errors.ts';
import { createPasswords } from '../../../engine/passwords.ts';
import { createSessions, type Sessions } from '../../../engine/sessions.ts';
import {
  createTown,
  freshKey,
  personOf,
  setup,
  type Town,
} from '../../support/database-fixtures.ts';

let town: Town;
let sessions: Sessions;
const passwords = createPasswords();
const START = '2026-11-23T08:00:00.000Z';

beforeAll(async () => {
  town = await createTown({ startAt: START });
  const lifetimes = { idleMinutes: 30, absoluteMinutes: 480 };
  sessions = createSessions({ pool: town.pool, clock: town.clock, passwords, lifetimes });
  const passwordHash = await passwords.hash('correct horse battery');
  await town.directory.changePassword({ personId: personOf(town, 'mayor'), passwordHash }, setup());
});

afterAll(() => town.close());

async function signIn(): Promise<string> {
  const signed = await sessions.signIn('mayor', 'correct horse battery');
  if (signed === null) throw new Error('not signed in');
  return signed.token;
}

function after(minutes: number): void {
  town.clock.set(new Date(Date.parse(START) + minutes * 60_000).toISOString());
}

describe('signing in', () => {
  it('gives a token that is stored as a hash only', async () => {
    after(0);
    const token = await signIn();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const { rows } = await town.pool.query<{ text: string }>(
      'SELECT sessions::text AS text FROM sessions',
    );
    expect(rows.some(({ text }) => text.includes(token))).toBe(false);
    expect(await sessions.find(token)).toMatchObject({
      account: 'mayor',
      name: { zh: '镇长' },
      roles: [],
    });
  });

  it.each([
    ['a wrong password', 'mayor', 'wrong'],
    ['an unknown account', 'nobody', 'correct horse battery'],
    ['an account without a password', 'finance-office', ''],
  ])('is refused with %s', async (_what, account, password) => {
    expect(await sessions.signIn(account, password)).toBeNull();
  });

  it('is over after 30 idle minutes', async () => {
    after(0);
    const token = await signIn();
    after(29);
    expect(await sessions.find(token)).not.toBeNull();
    after(58);
    expect(await sessions.find(token)).not.toBeNull();
    after(88);
    expect(await sessions.find(token)).toBeNull();
  });

  it('is over after eight hours, however busy', async () => {
    after(0);
    const token = await signIn();
    for (let minute = 20; minute < 480; minute += 20) {
      after(minute);
      expect(await sessions.find(token)).not.toBeNull();
    }
    after(480);
    expect(await sessions.find(token)).toBeNull();
  });

  it('ends when it is revoked, and when the password changes', async () => {
    after(0);
    const [first, second] = [await signIn(), await signIn()];
    expect(await sessions.revoke(first)).toBe(true);
    expect(await sessions.find(first)).toBeNull();
    expect(await sessions.find(second)).not.toBeNull();
    const passwordHash = await passwords.hash('correct horse battery');
    const personId = personOf(town, 'mayor');
    await town.directory.changePassword(
      { personId, passwordHash },
      { by: personId, key: freshKey(personId) },
    );
    expect(await sessions.find(second)).toBeNull();
  });

  it('leaves nothing behind once sessions are swept', async () => {
    after(0);
    await signIn();
    after(1000);
    await sessions.sweep();
    const { rows } = await town.pool.query('SELECT token_hash FROM sessions');
    expect(rows).toEqual([]);
  });
});

describe('hashing', () => {
  it('turns a crowd away instead of starving the process', async () => {
    const few = createPasswords({ atOnce: 1, waiting: 1 });
    const results = await Promise.allSettled([1, 2, 3].map(() => few.hash('x')));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(results[2]).toMatchObject({ reason: expect.any(UnavailableError) as unknown });
    await expect(few.hash('x')).resolves.toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});
