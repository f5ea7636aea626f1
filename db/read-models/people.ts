/** People and offices. */
import type { Instant } from '../../domain/calendar/types.ts';
import type { Locale } from '../../domain/definition/types.ts';
import { exec, many, maybeOne, type Queryable } from '../query.ts';

export type Role = 'system-admin' | 'security-admin' | 'audit-admin';

export interface PersonRow {
  readonly id: string;
  readonly account: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly email: string | null;
  readonly locale: Locale;
  readonly roles: readonly Role[];
  readonly createdAt: Instant;
  readonly disabledAt: Instant | null;
}

export interface NewPersonRow extends Omit<PersonRow, 'disabledAt'> {
  readonly passwordHash: string | null;
  /** The rehearsal in which alone the person exists. */
  readonly rehearsalOf?: string;
}

export interface OfficeRow {
  readonly key: string;
  readonly titleZh: string;
  readonly titleEn: string;
}

const COLUMNS = `
  people.id, people.account, people.name_zh AS "nameZh", people.name_en AS "nameEn", people.email, people.locale, people.roles,
  people.created_at AS "createdAt", people.disabled_at AS "disabledAt"`;

const SELECT_BY_ID = `SELECT ${COLUMNS} FROM people WHERE people.id = $1`;
/** Whoever exists in a rehearsal only is given nothing by his account. */
const SELECT_BY_ACCOUNTS = `
  SELECT ${COLUMNS} FROM people WHERE people.account = ANY($1::text[]) AND people.rehearsal_of IS NULL`;
const SELECT_NAMES = `
  SELECT people.id, people.name_zh AS "nameZh", people.name_en AS "nameEn" FROM people WHERE people.id = ANY($1::uuid[])`;
const INSERT_PERSON = `
  INSERT INTO people (id, account, name_zh, name_en, email, locale, roles, password_hash, created_at, rehearsal_of)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const SELECT_CREDENTIALS = `
  SELECT people.id, people.password_hash AS "passwordHash" FROM people
   WHERE people.account = $1 AND people.disabled_at IS NULL`;
const UPDATE_PASSWORD = 'UPDATE people SET password_hash = $2 WHERE people.id = $1';
const SELECT_OFFICES = `
  SELECT offices.key, offices.title_zh AS "titleZh", offices.title_en AS "titleEn" FROM offices ORDER BY offices.key`;
const INSERT_OFFICE = 'INSERT INTO offices (key, title_zh, title_en) VALUES ($1, $2, $3)';

export async function findPerson(db: Queryable, id: string): Promise<PersonRow | null> {
  return maybeOne<PersonRow>(db, { name: 'person-by-id', text: SELECT_BY_ID, values: [id] });
}

export async function listPeopleByAccount(
  db: Queryable,
  accounts: readonly string[],
): Promise<readonly PersonRow[]> {
  return many<PersonRow>(db, { text: SELECT_BY_ACCOUNTS, values: [accounts] });
}

/** Names by id; an unknown id is absent. */
export async function namesOf(
  db: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly zh: string; readonly en: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await many<Pick<PersonRow, 'id' | 'nameZh' | 'nameEn'>>(db, {
    name: 'names-of-people',
    text: SELECT_NAMES,
    values: [[...new Set(ids)]],
  });
  return new Map(rows.map(({ id, nameZh, nameEn }) => [id, { zh: nameZh, en: nameEn }]));
}

export async function insertPerson(db: Queryable, person: NewPersonRow): Promise<void> {
  const { id, account, nameZh, nameEn, email, locale, roles, passwordHash, createdAt } = person;
  const who = [id, account, nameZh, nameEn, email, locale, roles];
  const values = [...who, passwordHash, createdAt, person.rehearsalOf ?? null];
  await exec(db, { text: INSERT_PERSON, values });
}

/** Null when the account is unknown or disabled. */
export async function findCredentials(
  db: Queryable,
  account: string,
): Promise<{ readonly id: string; readonly passwordHash: string | null } | null> {
  return maybeOne(db, { name: 'credentials', text: SELECT_CREDENTIALS, values: [account] });
}

export async function updatePassword(
  db: Queryable,
  personId: string,
  passwordHash: string,
): Promise<void> {
  await exec(db, { text: UPDATE_PASSWORD, values: [personId, passwordHash] });
}

export async function listOffices(db: Queryable): Promise<readonly OfficeRow[]> {
  return many<OfficeRow>(db, { text: SELECT_OFFICES });
}

export async function insertOffice(db: Queryable, office: OfficeRow): Promise<void> {
  await exec(db, { text: INSERT_OFFICE, values: [office.key, office.titleZh, office.titleEn] });
}
