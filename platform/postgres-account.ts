/** PostgreSQL refuses to run as root: chooses the account that it runs under instead, and how to become it. */
import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { StartupError } from './startup-error.ts';

const run = promisify(execFile);
const ACCOUNT = 'postgres';

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export interface RunAs {
  readonly account: Account | undefined;
  /** Turns a command into the one that runs it under the account. */
  wrap(
    command: string,
    args: readonly string[],
  ): {
    readonly command: string;
    readonly args: readonly string[];
    readonly account: Account | undefined;
  };
}

/**
 * For anyone but root: run as oneself. For root: as `postgres`, which is made if it is missing. Where that account cannot enter the
 * given paths (a clone below /root), it is lent the right to pass through folders, and nothing else.
 */
export async function chooseAccount(paths: readonly string[]): Promise<RunAs> {
  if (process.getuid?.() !== 0) {
    return { account: undefined, wrap: (command, args) => ({ command, args, account: undefined }) };
  }
  const account = (await lookUp(ACCOUNT)) ?? (await createAccount());
  if (paths.every((path) => isReachable(path, account))) {
    return { account, wrap: (command, args) => ({ command, args, account }) };
  }
  await requireSetpriv(paths);
  return { account, wrap: (command, args) => withPassage(account, [command, ...args]) };
}

function withPassage(account: Account, command: readonly string[]): ReturnType<RunAs['wrap']> {
  const capabilities = '+dac_override,+dac_read_search';
  return {
    command: 'setpriv',
    args: [
      `--reuid=${account.uid}`,
      `--regid=${account.gid}`,
      '--clear-groups',
      `--inh-caps=${capabilities}`,
      `--ambient-caps=${capabilities}`,
      // access(2) judges by the real user and forgets capabilities unless told not to.
      '--securebits=+no_setuid_fixup',
      ...command,
    ],
    account: undefined,
  };
}

async function requireSetpriv(paths: readonly string[]): Promise<void> {
  try {
    await run('setpriv', ['--version']);
  } catch (cause) {
    throw new StartupError(
      `PostgreSQL does not run as root and the account ${ACCOUNT} cannot enter ${paths.join(' or ')}; start Milepost as another user or move it to a folder that others may enter.`,
      { cause },
    );
  }
}

async function lookUp(name: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function createAccount(): Promise<Account> {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', ACCOUNT]);
  } catch {
    // A system without useradd still has an unprivileged account.
  }
  const account = (await lookUp(ACCOUNT)) ?? (await lookUp('nobody'));
  if (account === undefined) {
    throw new StartupError(
      'PostgreSQL does not run as root and no other account could be found or made; start Milepost as another user.',
    );
  }
  return account;
}

function isReachable(path: string, account: Account): boolean {
  const parent = dirname(path);
  if (!mayEnter(path, account)) return false;
  return parent === path || isReachable(parent, account);
}

function mayEnter(path: string, account: Account): boolean {
  const entry = statSync(path);
  if (!entry.isDirectory()) return true;
  if (entry.uid === account.uid) return (entry.mode & 0o100) !== 0;
  if (entry.gid === account.gid) return (entry.mode & 0o010) !== 0;
  return (entry.mode & 0o001) !== 0;
}
