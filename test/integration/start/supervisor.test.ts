/** `npm start` as a person meets it: from an empty folder to `ready:`, again, refused, and stopped. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findFreePort } from '../../../platform/ports.ts';
import { isAlive } from '../../../platform/processes.ts';
import { projectPath } from '../../../platform/paths.ts';

const DIRECTLY = [process.execPath, '--enable-source-maps', projectPath('dist', 'cli', 'start.js')];
/** As a person starts it: signals then reach npm, not the supervisor. */
const BY_NPM = ['npm', 'start'];
const READY = /^ready: (http:\/\/127\.0\.0\.1:\d+)$/m;
const FIRST_START_MS = 120_000;

interface Started {
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly errors: () => string;
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>;
}

let home: string;
let running: Started[];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'milepost-start-'));
  running = [];
});

afterEach(async () => {
  for (const started of running) started.process.kill('SIGTERM');
  await Promise.all(running.map(({ ended }) => ended));
  rmSync(home, { recursive: true, force: true });
}, 120_000);

describe('npm start', () => {
  it(
    'serves from an empty folder, stops by one signal, and goes on',
    async () => {
      const port = String(await findFreePort());
      const first = start({ PORT: port }, BY_NPM);
      const address = await ready(first);
      expect(address).toBe(`http://127.0.0.1:${port}`);
      expect((await fetch(`${address}/readyz`)).status).toBe(200);
      expect(first.output().match(/^ready:/gm)).toHaveLength(1);
      const servers = pidsOfHome();
      expect(servers).toHaveLength(2);

      first.process.kill('SIGINT');
      expect(await first.ended).toBe(0);
      expect(servers.filter(isAlive)).toEqual([]);
      expect(existsSync(join(home, 'lock'))).toBe(false);

      const second = start({ PORT: port }, BY_NPM);
      expect(await ready(second)).toBe(address);
      second.process.kill('SIGTERM');
      expect(await second.ended).toBe(0);
    },
    FIRST_START_MS * 2,
  );

  it(
    'refuses a folder that another start holds, and leaves that one alone',
    async () => {
      const first = start({ PORT: String(await findFreePort()) });
      const address = await ready(first);
      const second = start({ PORT: String(await findFreePort()) });
      expect(await second.ended).not.toBe(0);
      expectOneSentence(
        second,
        /^The data folder .* is in use by another Milepost \(process \d+\)/,
      );
      expect((await fetch(`${address}/livez`)).status).toBe(200);
    },
    FIRST_START_MS,
  );

  it(
    'recovers a folder whose supervisor was killed',
    async () => {
      const first = start({ PORT: String(await findFreePort()) });
      await ready(first);
      const left = pidsOfHome();
      first.process.kill('SIGKILL');
      await first.ended;
      const second = start({ PORT: String(await findFreePort()) });
      const address = await ready(second);
      expect((await fetch(`${address}/readyz`)).status).toBe(200);
      expect(left.filter(isAlive)).toEqual([]);
    },
    FIRST_START_MS,
  );

  it(
    'restarts a worker or API that dies',
    async () => {
      const started = start({ PORT: String(await findFreePort()) });
      const address = await ready(started);
      process.kill(childPid('api'), 'SIGKILL');
      await until(() => started.output().includes('api stopped unexpectedly'), 'the notice');
      await until(() => answers(`${address}/readyz`), 'the API to serve again');
    },
    FIRST_START_MS,
  );

  it('refuses a port that is taken', async () => {
    const server = await listen();
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const started = start({ PORT: String(port) });
    expect(await started.ended).not.toBe(0);
    expectOneSentence(started, new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is already in use`));
    server.close();
  });

  it('refuses a database that does not answer', async () => {
    const port = await findFreePort();
    const started = start({ PORT: '0', DATABASE_URL: `postgres://me:secret@127.0.0.1:${port}/x` });
    expect(await started.ended).not.toBe(0);
    expectOneSentence(started, /./);
    expect(started.errors()).not.toContain('secret');
  }, 120_000);

  it('refuses a Temporal server that does not answer', async () => {
    const port = await findFreePort();
    const started = start({ PORT: '0', TEMPORAL_ADDRESS: `127.0.0.1:${port}` });
    expect(await started.ended).not.toBe(0);
    expectOneSentence(started, /^No Temporal server answers at /);
  }, 120_000);

  it('refuses a variable that makes no sense', async () => {
    const started = start({ PORT: 'http' });
    expect(await started.ended).not.toBe(0);
    expectOneSentence(started, /^The environment variable PORT must be a whole number/);
  });
});

/** In a process group of its own, as a terminal would, and on this test's folder. */
function start(
  environment: Readonly<Record<string, string>>,
  [program = '', ...args]: readonly string[] = DIRECTLY,
): Started {
  const child = spawn(program, args, {
    cwd: projectPath(),
    env: { ...process.env, MILEPOST_HOME: home, NODE_OPTIONS: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const started = { process: child, output: () => output, errors: () => errors, ended };
  running.push(started);
  return started;
}

async function ready(started: Started): Promise<string> {
  let over = false;
  void started.ended.then(() => (over = true));
  await until(() => over || READY.test(started.output()), 'the ready line');
  const address = READY.exec(started.output())?.[1];
  if (address === undefined) throw new Error(`not ready: ${started.output()}${started.errors()}`);
  return address;
}

function expectOneSentence(started: Started, sentence: RegExp): void {
  const said = started.errors().trim();
  expect(said).toMatch(sentence);
  expect(said.split('\n')).toHaveLength(1);
  expect(said).not.toMatch(/\n\s+at /);
  expect(started.output()).not.toMatch(READY);
}

/** PostgreSQL and Temporal, as the folder records them. */
function pidsOfHome(): readonly number[] {
  const files = [join(home, 'postgres', 'postmaster.pid'), join(home, 'temporal.pid')];
  return files.map((file) => Number.parseInt(readFileSync(file, 'utf8'), 10));
}

function childPid(name: string): number {
  return Number(readFileSync(join(home, `${name}.pid`), 'utf8'));
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = performance.now() + FIRST_START_MS;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`waited too long for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function listen(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      resolve(server);
    });
  });
}
