/** The data folder: one Milepost at a time may use it. */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, processBirthmark } from './processes.ts';
import { StartupError } from './startup-error.ts';

const ATTEMPTS = 5;

/**
 * Takes the folder, making it if needed; the returned function gives it back. A lock whose holder is dead is taken over.
 * @throws StartupError when a living process holds it, or the folder cannot be written.
 */
export function lockHome(home: string): () => void {
  const file = join(home, 'lock');
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (tryToLock(home, file)) {
      return () => {
        rmSync(file, { force: true });
      };
    }
    const holder = livingHolder(file);
    if (holder !== undefined) {
      throw new StartupError(
        `The data folder ${home} is in use by another Milepost (process ${holder}); stop that one or set MILEPOST_HOME to another folder.`,
      );
    }
    rmSync(file, { force: true });
  }
  throw new StartupError(`The data folder ${home} could not be locked.`);
}

function tryToLock(home: string, file: string): boolean {
  try {
    mkdirSync(home, { recursive: true });
    const lock = openSync(file, 'wx', 0o644);
    writeSync(lock, `${process.pid} ${processBirthmark(process.pid) ?? ''}`);
    closeSync(lock);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw new StartupError(
      `The data folder ${home} cannot be written (${codeOf(error)}); set MILEPOST_HOME to a folder that can.`,
      { cause: error },
    );
  }
}

function livingHolder(file: string): number | undefined {
  const [pid = '', birthmark = ''] = readLock(file).split(' ');
  const id = Number(pid);
  if (!Number.isInteger(id) || id <= 0 || !isAlive(id)) return undefined;
  return (processBirthmark(id) ?? '') === birthmark ? id : undefined;
}

function readLock(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error
    ? String(error.code)
    : 'unknown reason';
}
