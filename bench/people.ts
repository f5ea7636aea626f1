/** One account for every office, holding it for the whole organisation, and a session for each. */
import { randomBytes, randomUUID } from 'node:crypto';
import { createDirectory } from '../engine/directory.ts';
import { createPasswords } from '../engine/passwords.ts';
import type { Definition } from '../domain/definition/types.ts';
import { systemClock } from '../platform/clock.ts';
import type { Surroundings } from './surroundings.ts';

export interface People {
  readonly idOf: (office: string) => string;
  /** Of a session that was begun through the API. */
  readonly tokenOf: (office: string) => string;
}

/** Before any programme's clock, so that the holding is there at its every instant. */
const LONG_AGO = '2000-01-01T00:00:00.000Z';

export async function settlePeople(
  around: Surroundings,
  offices: Definition['offices'],
): Promise<People> {
  const directory = createDirectory({ pool: around.pool, clock: systemClock });
  const password = randomBytes(18).toString('base64url');
  const passwordHash = await createPasswords().hash(password);
  const people = new Map<string, { readonly id: string; readonly token: string }>();
  for (const { key, title } of offices) {
    await directory.defineOffice({ key, title }, setup());
    const person = { account: key, name: title, email: null, locale: 'zh', roles: [] } as const;
    const made = await directory.registerPerson({ ...person, passwordHash }, setup());
    if (made.kind !== 'done') throw new Error(`no account for ${key}: ${JSON.stringify(made)}`);
    await directory.assignOffice({ office: key, account: key, from: LONG_AGO }, setup());
    const token = await signIn(around.origin, key, password);
    people.set(key, { id: made.value.id, token });
  }
  const personOf = (office: string): { readonly id: string; readonly token: string } => {
    const person = people.get(office);
    if (person === undefined) throw new Error(`nobody holds ${office}`);
    return person;
  };
  return { idOf: (office) => personOf(office).id, tokenOf: (office) => personOf(office).token };
}

async function signIn(origin: string, account: string, password: string): Promise<string> {
  const answer = await fetch(`${origin}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password }),
  });
  const body = (await answer.json()) as { readonly token?: string }; // checked just below
  if (body.token === undefined) throw new Error(`${account} cannot sign in: ${answer.status}`);
  return body.token;
}

function setup(): { by: string; key: { scope: string; id: string; bodyHash: string } } {
  return { by: 'setup', key: { scope: 'setup', id: randomUUID(), bodyHash: 'bench' } };
}
