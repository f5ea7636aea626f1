import { once } from 'node:events';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Put } from '../../../engine/files.ts';
import { pdf, sha256, text } from './samples.ts';
import {
  alice,
  expectNothingKept,
  home,
  placeOf,
  put,
  read,
  store,
  useFileStore,
} from './store-fixture.ts';

useFileStore();

describe('a connection', () => {
  let server: Server;
  let ended: Promise<Put>;
  let url: string;

  beforeEach(async () => {
    let settle: { resolve: (put: Put) => void; reject: (error: unknown) => void } | undefined;
    ended = new Promise<Put>((resolve, reject) => {
      settle = { resolve, reject };
    });
    server = createServer((incoming, response) => {
      incoming.on('error', () => undefined);
      const length = incoming.headers['content-length'];
      store
        .put(incoming, {
          sha256: (incoming.url ?? '').slice(1),
          contentLength: length === undefined ? undefined : Number(length),
          contentType: incoming.headers['content-type'],
          personId: alice,
        })
        .then(
          (outcome) => {
            settle?.resolve(outcome);
            response.end(outcome.kind);
          },
          (error: unknown) => settle?.reject(error),
        );
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    url = `http://127.0.0.1:${address.port}/`;
  });

  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  test('that is cut in the middle leaves nothing', async () => {
    const headers = { 'content-length': 100_000, 'content-type': 'text/plain' };
    const upload = request(`${url}${sha256(text)}`, { method: 'PUT', headers });
    upload.on('error', () => undefined);
    upload.write(Buffer.alloc(10_000, 'a'));
    const incoming = join(home, 'files', 'incoming');
    await until(() => existsSync(incoming) && readdirSync(incoming).length === 1);
    upload.destroy();
    expect(await ended).toMatchObject({ kind: 'refused', code: 'length-mismatch' });
    await expectNothingKept();
  });

  test('still carries the answer after a refusal', async () => {
    const headers = { 'content-length': text.length, 'content-type': 'text/plain' };
    const upload = request(`${url}${sha256(pdf)}`, { method: 'PUT', headers });
    upload.end(text);
    const [response] = (await once(upload, 'response')) as [Readable];
    expect((await buffer(response)).toString()).toBe('refused');
    expect(await ended).toMatchObject({ code: 'hash-mismatch' });
  });
});

describe('on the disk', () => {
  test('a link in the place of a file is replaced, and what it points to is untouched', async () => {
    const outside = join(home, 'outside.txt');
    writeFileSync(outside, 'untouched');
    mkdirSync(dirname(placeOf(sha256(pdf))), { recursive: true });
    symlinkSync(outside, placeOf(sha256(pdf)));
    expect(await put(pdf)).toEqual({ kind: 'stored' });
    expect(lstatSync(placeOf(sha256(pdf))).isFile()).toBe(true);
    expect(readFileSync(outside, 'utf8')).toBe('untouched');
  });

  test('a link is not followed when a file is read', async () => {
    await put(pdf);
    rmSync(placeOf(sha256(pdf)));
    writeFileSync(join(home, 'copy.pdf'), pdf);
    symlinkSync(join(home, 'copy.pdf'), placeOf(sha256(pdf)));
    await expect(store.open(sha256(pdf))).rejects.toThrow();
  });

  test('a file that was changed breaks off, and another upload mends it', async () => {
    await put(pdf);
    const changed = Buffer.from(pdf);
    changed[20] = 0x41;
    writeFileSync(placeOf(sha256(pdf)), changed);
    await expect(read(sha256(pdf))).rejects.toThrow('damaged');
    expect(await put(pdf)).toEqual({ kind: 'already' });
    expect(await read(sha256(pdf))).toEqual(pdf);
  });

  test('a file that was cut is not opened', async () => {
    await put(pdf);
    writeFileSync(placeOf(sha256(pdf)), pdf.subarray(0, 10));
    await expect(store.open(sha256(pdf))).rejects.toThrow('damaged');
  });

  test('a file is for its owner alone', async () => {
    await put(pdf);
    expect(lstatSync(placeOf(sha256(pdf))).mode & 0o077).toBe(0);
  });

  test('what a killed process left is swept, what is being uploaded is not', async () => {
    const incoming = join(home, 'files', 'incoming');
    mkdirSync(incoming, { recursive: true });
    writeFileSync(join(incoming, 'old'), 'x');
    writeFileSync(join(incoming, 'new'), 'x');
    const before = Date.now() / 1000 - 2 * 3600;
    utimesSync(join(incoming, 'old'), before, before);
    expect(await store.sweep()).toBe(1);
    expect(readdirSync(incoming)).toEqual(['new']);
  });

  test('nothing is known of a hash that was never stored', async () => {
    expect(await store.open(sha256(pdf))).toBeNull();
    expect(await store.open('../../etc/passwd')).toBeNull();
    expect([...(await store.exists([sha256(pdf)]))]).toEqual([]);
  });
});

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('the condition was never met');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
