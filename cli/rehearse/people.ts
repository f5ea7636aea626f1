/** Gives every office of a rehearsal to an account of its own, with a random password, and signs each of them in. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Definition } from '../../domain/definition/types.ts';
import { createPool } from '../../db/pool.ts';
import { createDirectory } from '../../engine/directory.ts';
import { createPasswords } from '../../engine/passwords.ts';
import { systemClock } from '../../platform/clock.ts';
import { callApi } from './http-desk.ts';

export interface RehearsalPeople {
  /** Office key → account. */
  readonly accounts: Readonly<Record<string, string>>;
  readonly password: string;
}

/** One account for every office, whichever of the definitions name it. The accounts are new each time, so that rehearsals beside each other share nobody. */
export async function settlePeople(
  appUrl: string,
  definitions: readonly Definition[],
): Promise<RehearsalPeople> {
  const pool = createPool(appUrl, { size: 2, applicationName: 'milepost-rehearse' });
  try {
    const directory = createDirectory({ pool, clock: systemClock });
    const password = randomBytes(18).toString('base64url');
    const passwordHash = await createPasswords().hash(password);
    const run = randomBytes(3).toString('hex');
    const accounts: Record<string, string> = {};
    const offices = new Map(
      definitions.flatMap((definition) => definition.offices.map((office) => [office.key, office])),
    );
    for (const { key, title } of offices.values()) {
      const account = `rehearsal-${run}-${key}`;
      const person = { account, name: title, email: null, locale: 'zh', roles: [] } as const;
      const made = await directory.registerPerson(
        { ...person, passwordHash },
        { by: 'setup', key: { scope: 'setup', id: randomUUID(), bodyHash: account } },
      );
      if (made.kind !== 'done') throw new Error(`no account for ${key}: ${JSON.stringify(made)}`);
      accounts[key] = account;
    }
    return { accounts, password };
  } finally {
    await pool.end();
  }
}

/** Office key → token of a session. */
export async function signIn(
  address: string,
  { accounts, password }: RehearsalPeople,
): Promise<ReadonlyMap<string, string>> {
  const tokens = new Map<string, string>();
  for (const [office, account] of Object.entries(accounts)) {
    const { token } = await callApi<{ readonly token: string }>(address, {
      method: 'POST',
      path: '/v1/sessions',
      body: { account, password },
    });
    tokens.set(office, token);
  }
  return tokens;
}
