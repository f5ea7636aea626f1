/** What an empty Milepost needs before anyone can sign in: the offices of the plans, and the three administrators. Done again, it adds only what is missing. */
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { listPeopleByAccount, type Role } from '../db/read-models/people.ts';
import type { Definition, Localised } from '../domain/definition/types.ts';
import type { Clock } from '../platform/clock.ts';
import { createDirectory, type Directory } from './directory.ts';
import { createPasswords } from './passwords.ts';
import type { CommandKey } from './types.ts';

export interface Administrator {
  /** The account's name is the role's. */
  readonly role: Role;
  readonly name: Localised;
}

/** Three roles that check one another; nobody holds two of them. */
export const ADMINISTRATORS: readonly Administrator[] = [
  { role: 'system-admin', name: { zh: '系统管理员', en: 'System administrator' } },
  { role: 'security-admin', name: { zh: '安全管理员', en: 'Security administrator' } },
  { role: 'audit-admin', name: { zh: '审计管理员', en: 'Audit administrator' } },
];

export interface SetUpDeps {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly definitions: readonly Definition[];
}

export interface NewAccount {
  readonly account: string;
  /** Stored nowhere in clear. */
  readonly password: string;
}

/** Defines every office that the definitions name and registers the administrators that are missing, each with a password of its own. */
export async function setUp({
  pool,
  clock,
  definitions,
}: SetUpDeps): Promise<readonly NewAccount[]> {
  const directory = createDirectory({ pool, clock });
  for (const definition of definitions) await defineOffices(directory, definition);
  const roles = ADMINISTRATORS.map(({ role }) => role);
  const present = await listPeopleByAccount(pool, roles);
  const missing = ADMINISTRATORS.filter(
    ({ role }) => !present.some(({ account }) => account === role),
  );
  const accounts: NewAccount[] = [];
  for (const administrator of missing) {
    accounts.push(await registerAdministrator(directory, administrator));
  }
  return accounts;
}

export async function defineOffices(directory: Directory, definition: Definition): Promise<void> {
  for (const { key, title } of definition.offices) {
    await directory.defineOffice({ key, title }, setUpAct(`office-${key}`));
  }
}

async function registerAdministrator(
  directory: Directory,
  { role, name }: Administrator,
): Promise<NewAccount> {
  const password = randomBytes(12).toString('base64url');
  const passwordHash = await createPasswords().hash(password);
  const person = {
    account: role,
    name,
    email: null,
    locale: 'zh',
    roles: [role],
    passwordHash,
  } as const;
  await directory.registerPerson(person, setUpAct(`person-${role}`));
  return { account: role, password };
}

/** The same on every run, so that each act of setting up happens once. */
function setUpAct(act: string): { readonly by: 'setup'; readonly key: CommandKey } {
  return { by: 'setup', key: { scope: 'setup', id: act, bodyHash: 'setup' } };
}
