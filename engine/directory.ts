/** People, offices and who holds them: every change is an event of the stream `directory`, written with its rows in one transaction. */
import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { Instant } from '../domain/calendar/types.ts';
import type { Localised, Locale } from '../domain/definition/types.ts';
import type { Clock } from '../platform/clock.ts';
import { UniqueViolationError } from '../db/errors.ts';
import { appendToStream, lockStream, type StreamEvent } from '../db/ledger/append-stream.ts';
import { transaction } from '../db/query.ts';
import { findCommand, insertCommand } from '../db/read-models/commands.ts';
import {
  endHolding,
  findHolding,
  insertHolding,
  type HoldingRow,
} from '../db/read-models/holdings.ts';
import {
  insertOffice,
  insertPerson,
  listOffices,
  listPeopleByAccount,
  updatePassword,
  type PersonRow,
  type Role,
} from '../db/read-models/people.ts';
import { revokeSessionsOf } from '../db/read-models/sessions.ts';
import type { CommandKey, StoredAnswer } from './types.ts';

export const DIRECTORY_STREAM = 'directory';

export type DirectoryRefusalCode =
  | 'account-taken'
  | 'account-not-found'
  | 'unknown-office'
  | 'office-taken'
  | 'holding-not-found'
  | 'administrator-holds-no-office'
  | 'span-invalid'
  | 'idempotency-key-reused';

export interface DirectoryRefusal {
  readonly code: DirectoryRefusalCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export type DirectoryChanged<T> =
  | { readonly kind: 'done'; readonly value: T; readonly answer: StoredAnswer }
  | { readonly kind: 'replayed'; readonly answer: StoredAnswer }
  | { readonly kind: 'refused'; readonly refusal: DirectoryRefusal };

/** Who changes the directory, and how the act is recognised when it is repeated. */
export interface DirectoryAct<T> {
  /** A person's id, or `setup`. */
  readonly by: string;
  readonly key: CommandKey;
  /** Pure; called inside the act with its outcome. */
  readonly answer?: (value: T) => StoredAnswer;
}

export interface NewPerson {
  readonly account: string;
  readonly name: Localised;
  readonly email: string | null;
  readonly locale: Locale;
  readonly roles: readonly Role[];
  /** Argon2id; null for an account that cannot sign in yet. */
  readonly passwordHash: string | null;
}

export interface NewHolding {
  readonly office: string;
  readonly account: string;
  /** Only in this programme; left out: organisation-wide. */
  readonly programmeId?: string;
  /** Real instant; left out: now. */
  readonly from?: Instant;
  /** Real instant, excluded; null while it is open. */
  readonly until?: Instant | null;
}

export interface Directory {
  registerPerson(
    person: NewPerson,
    act: DirectoryAct<PersonRow>,
  ): Promise<DirectoryChanged<PersonRow>>;
  defineOffice(
    office: { readonly key: string; readonly title: Localised },
    act: DirectoryAct<string>,
  ): Promise<DirectoryChanged<string>>;
  assignOffice(
    holding: NewHolding,
    act: DirectoryAct<HoldingRow>,
  ): Promise<DirectoryChanged<HoldingRow>>;
  endHolding(
    end: { readonly id: string; readonly until?: Instant },
    act: DirectoryAct<HoldingRow>,
  ): Promise<DirectoryChanged<HoldingRow>>;
  /** Ends every session of the person. */
  changePassword(
    change: { readonly personId: string; readonly passwordHash: string },
    act: DirectoryAct<string>,
  ): Promise<DirectoryChanged<string>>;
}

interface Change<T> {
  readonly value: T;
}

type Attempt<T> = (scene: DirectoryScene) => Promise<Change<T> | DirectoryRefusal>;

/** One transaction on the directory. */
export interface DirectoryScene {
  readonly client: PoolClient;
  readonly now: Instant;
  /** Appends the events and gives the position of the last. */
  readonly append: (events: readonly StreamEvent[]) => Promise<number>;
}

export function createDirectory(deps: { readonly pool: Pool; readonly clock: Clock }): Directory {
  const change = <T>(act: DirectoryAct<T>, attempt: Attempt<T>): Promise<DirectoryChanged<T>> =>
    changeOnce(deps, act, attempt);
  return {
    registerPerson: (person, act) => change(act, (scene) => register(scene, person)),
    defineOffice: ({ key, title }, act) =>
      change(act, async (scene) => {
        if ((await listOffices(scene.client)).some((office) => office.key === key)) {
          return { code: 'office-taken', params: { office: key } };
        }
        await putOffice(scene, key, title);
        return { value: key };
      }),
    assignOffice: (holding, act) => change(act, (scene) => assign(scene, holding)),
    endHolding: (end, act) => change(act, (scene) => vacate(scene, end)),
    changePassword: ({ personId, passwordHash }, act) =>
      change(act, async (scene) => {
        await scene.append([{ type: 'PasswordChanged', data: { person: personId } }]);
        await updatePassword(scene.client, personId, passwordHash);
        await revokeSessionsOf(scene.client, personId);
        return { value: personId };
      }),
  };
}

async function changeOnce<T>(
  deps: { readonly pool: Pool; readonly clock: Clock },
  act: DirectoryAct<T>,
  attempt: Attempt<T>,
): Promise<DirectoryChanged<T>> {
  const { key, by, answer } = act;
  try {
    return await transaction(deps.pool, async (client): Promise<DirectoryChanged<T>> => {
      await lockStream(client, DIRECTORY_STREAM);
      const replay = await findReplay(client, key);
      if (replay !== null) return replay;
      const now = deps.clock.now().toISOString();
      let position = 0;
      const append = async (events: readonly StreamEvent[]): Promise<number> => {
        const stream = DIRECTORY_STREAM;
        position = await appendToStream(client, {
          stream,
          events,
          actor: by,
          commandId: key.id,
          at: now,
        });
        return position;
      };
      const result = await attempt({ client, now, append });
      if ('code' in result) return { kind: 'refused', refusal: result };
      const given = answer?.(result.value) ?? { status: 200, body: null };
      const { status, body, location = null } = given;
      const stored = { ...key, status, answer: body, location, stream: DIRECTORY_STREAM, position };
      await insertCommand(client, { ...stored, recordedAt: now });
      return { kind: 'done', value: result.value, answer: given };
    });
  } catch (error) {
    return onDoubled(deps.pool, key, error);
  }
}

/** The answer of an act that was done before under this key, or that the key was used for another one. */
export async function findReplay(
  db: Pool | PoolClient,
  key: CommandKey,
): Promise<Exclude<DirectoryChanged<never>, { kind: 'done' }> | null> {
  const answered = await findCommand(db, key.scope, key.id);
  if (answered === null) return null;
  if (answered.bodyHash !== key.bodyHash) {
    return { kind: 'refused', refusal: { code: 'idempotency-key-reused', params: {} } };
  }
  const { status, answer: body, location } = answered;
  return {
    kind: 'replayed',
    answer: location === null ? { status, body } : { status, body, location },
  };
}

/** Two at once: the loser of the race gives the winner's answer, or says that the account is taken. */
async function onDoubled<T>(
  pool: Pool,
  key: CommandKey,
  error: unknown,
): Promise<DirectoryChanged<T>> {
  if (!(error instanceof UniqueViolationError)) throw error;
  const replay = await findReplay(pool, key);
  if (replay !== null) return replay;
  if (error.constraint === 'people_account_unique') {
    return { kind: 'refused', refusal: { code: 'account-taken', params: {} } };
  }
  throw error;
}

async function register(
  { client, now, append }: DirectoryScene,
  person: NewPerson,
): Promise<Change<PersonRow> | DirectoryRefusal> {
  const { account, name, email, locale, roles, passwordHash } = person;
  const taken = await listPeopleByAccount(client, [account]);
  if (taken.length > 0) return { code: 'account-taken', params: { account } };
  const id = randomUUID();
  await append([{ type: 'PersonRegistered', data: { person: id, account, name, roles } }]);
  const row = {
    id,
    account,
    nameZh: name.zh,
    nameEn: name.en,
    email,
    locale,
    roles,
    createdAt: now,
  };
  await insertPerson(client, { ...row, passwordHash });
  return { value: { ...row, disabledAt: null } };
}

/** Defines an office inside a change that is under way. */
export async function putOffice(
  scene: DirectoryScene,
  key: string,
  title: Localised,
): Promise<void> {
  await scene.append([{ type: 'OfficeDefined', data: { office: key, title } }]);
  await insertOffice(scene.client, { key, titleZh: title.zh, titleEn: title.en });
}

async function assign(
  scene: DirectoryScene,
  holding: NewHolding,
): Promise<Change<HoldingRow> | DirectoryRefusal> {
  const { office, account, from = scene.now, until = null } = holding;
  const offices = await listOffices(scene.client);
  if (!offices.some(({ key }) => key === office))
    return { code: 'unknown-office', params: { office } };
  const [person] = await listPeopleByAccount(scene.client, [account]);
  if (person?.disabledAt !== null) return { code: 'account-not-found', params: { account } };
  if (person.roles.length > 0)
    return { code: 'administrator-holds-no-office', params: { account } };
  if (until !== null && until <= from) return { code: 'span-invalid', params: { from, until } };
  const programmeId = holding.programmeId ?? null;
  return {
    value: await putHolding(scene, { office, programmeId, personId: person.id, from, until }),
  };
}

export interface NewRehearsalPerson {
  readonly id: string;
  readonly account: string;
  readonly name: Localised;
  /** The programme in which alone he exists. */
  readonly rehearsalOf: string;
}

/** Registers somebody who cannot sign in and is told nothing outside, inside a change that is under way. */
export async function putRehearsalPerson(
  scene: DirectoryScene,
  { id, account, name, rehearsalOf }: NewRehearsalPerson,
): Promise<void> {
  const data = { person: id, account, name, rehearsal: rehearsalOf };
  await scene.append([{ type: 'RehearsalPersonRegistered', data }]);
  await insertPerson(scene.client, {
    ...{ id, account, nameZh: name.zh, nameEn: name.en, rehearsalOf },
    ...{ email: null, locale: 'zh', roles: [], passwordHash: null, createdAt: scene.now },
  });
}

/** Gives a seat to a person inside a change that is under way. */
export async function putHolding(
  scene: DirectoryScene,
  holding: Omit<HoldingRow, 'id' | 'seat' | 'position'>,
): Promise<HoldingRow> {
  const { office, programmeId, personId, from, until } = holding;
  const id = randomUUID();
  const seat = programmeId === null ? office : `${programmeId}:${office}`;
  const data = { holding: id, office, programme: programmeId, person: personId, from, until };
  const position = await scene.append([{ type: 'OfficeAssigned', data }]);
  const row = { ...holding, id, seat, position };
  await insertHolding(scene.client, row);
  return row;
}

async function vacate(
  { client, now, append }: DirectoryScene,
  { id, until = now }: { readonly id: string; readonly until?: Instant },
): Promise<Change<HoldingRow> | DirectoryRefusal> {
  const holding = await findHolding(client, id);
  if (holding === null) return { code: 'holding-not-found', params: { holding: id } };
  if (until < holding.from) return { code: 'span-invalid', params: { from: holding.from, until } };
  const { office, programmeId, personId } = holding;
  const data = { holding: id, office, programme: programmeId, person: personId, until };
  const position = await append([{ type: 'OfficeVacated', data }]);
  await endHolding(client, { id, until, position });
  return { value: { ...holding, until, position } };
}
