/** The application's database role: it exists before the first migration, and the address returned here connects as it. */
import { createHmac } from 'node:crypto';
import pg from 'pg';
import { StartupError } from '../platform/startup-error.ts';
import { fieldOf } from './errors.ts';
import { withServerOption } from './pool.ts';

export const APP_ROLE = 'milepost_app';

export interface AppRoleOptions {
  readonly adminUrl: string;
  readonly appPassword?: string;
}

interface Rights {
  readonly exists: boolean;
  readonly mayCreate: boolean;
}

const SELECT_RIGHTS = `
  SELECT EXISTS (SELECT 1 FROM pg_roles WHERE pg_roles.rolname = $1) AS exists,
         pg_roles.rolsuper OR pg_roles.rolcreaterole AS "mayCreate"
    FROM pg_roles WHERE pg_roles.rolname = current_user`;

/**
 * Creates the role where it is missing. A password that was given is set; a derived one is set only on creation, so that a password
 * chosen by an operator stays. Where the role cannot log in, the administrator's address is returned with the role assumed.
 * @throws StartupError when the role is missing and may not be created.
 */
export async function provideAppRole(client: pg.Client, options: AppRoleOptions): Promise<string> {
  const rights = await readRights(client);
  if (!rights.exists && !rights.mayCreate) {
    throw new StartupError(
      `The database user may not create the role ${APP_ROLE}: create it (CREATE ROLE ${APP_ROLE} LOGIN) or use a user with CREATEROLE.`,
    );
  }
  const password = options.appPassword ?? derivePassword(options.adminUrl);
  if (!rights.exists) await createRole(client, password);
  else if (options.appPassword !== undefined) await setPassword(client, options.appPassword);
  const loginUrl = password === undefined ? null : urlWith(options.adminUrl, password);
  if (loginUrl !== null && (await canConnect(loginUrl))) return loginUrl;
  return assumingRole(options.adminUrl);
}

async function readRights(client: pg.Client): Promise<Rights> {
  const { rows } = await client.query<Rights>(SELECT_RIGHTS, [APP_ROLE]);
  return rows[0] ?? { exists: false, mayCreate: false };
}

async function createRole(client: pg.Client, password: string | undefined): Promise<void> {
  const secret = password === undefined ? '' : ` PASSWORD ${pg.escapeLiteral(password)}`;
  try {
    await client.query(
      `CREATE ROLE ${APP_ROLE} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE${secret}`,
    );
  } catch (error) {
    // Roles belong to the whole server: another database's migration may have been faster.
    const code = fieldOf(error, 'code');
    if (code !== '42710' && code !== '23505') throw error;
  }
}

async function setPassword(client: pg.Client, password: string): Promise<void> {
  try {
    await client.query(`ALTER ROLE ${APP_ROLE} LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
  } catch (error) {
    if (fieldOf(error, 'code') === '42501') {
      throw new StartupError(`The database user may not set the password of the role ${APP_ROLE}.`);
    }
    // Two migrations that set it at once meet in the catalogue; both set what they were given.
    if (fieldOf(error, 'code') !== 'XX000') throw error;
  }
}

/** The same for every start with the same administrator, without keeping it anywhere. */
function derivePassword(adminUrl: string): string | undefined {
  const { password } = new URL(adminUrl);
  if (password === '') return undefined;
  return createHmac('sha256', decodeURIComponent(password)).update(APP_ROLE).digest('base64url');
}

function urlWith(adminUrl: string, password: string): string {
  const address = new URL(adminUrl);
  address.username = APP_ROLE;
  address.password = encodeURIComponent(password);
  return address.toString();
}

function assumingRole(adminUrl: string): string {
  return withServerOption(adminUrl, `role=${APP_ROLE}`);
}

async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
