/** The built pages as files: compressed, kept by browsers, and gone files that harm nobody. */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { startContext } from '../../../api/http/context.ts';
import { findPages, mountPages } from '../../../api/pages/page-files.ts';

const SCRIPT = `console.log('${'milepost '.repeat(200)}');`;
const PLACEHOLDER = '__MILEPOST_NONCE__';

let directory: string;
let server: Server;
let origin: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'milepost-pages-'));
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'index.html'), `<html nonce="${PLACEHOLDER}"></html>`);
  writeFileSync(join(directory, 'milepost.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  for (const name of ['main.js', 'gone.js']) {
    const path = join(directory, 'assets', name);
    writeFileSync(path, SCRIPT);
    writeFileSync(`${path}.gz`, gzipSync(SCRIPT));
    writeFileSync(`${path}.br`, brotliCompressSync(SCRIPT));
  }
  const pages = findPages(directory);
  if (pages === null) throw new Error('the pages were not found');
  const app = express();
  app.use((_request, response, next) => {
    const person = null;
    const startedMs = performance.now();
    startContext(response, { requestId: '1', startedMs, route: null, person, isLasting: false });
    next();
  });
  mountPages(app, pages);
  server = createServer(app);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  origin = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  rmSync(directory, { recursive: true, force: true });
});

async function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${origin}${path}`, { headers });
}

describe('a file of the pages', () => {
  it.each([
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
  ])('is sent as it was compressed when it was built (%s)', async (accepted, encoding) => {
    const answer = await get('/assets/main.js', { 'accept-encoding': accepted });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(answer.headers.get('vary')).toMatch(/accept-encoding/i);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await answer.text()).toBe(SCRIPT);
  });

  it('is kept for a day where its name does not tell its content', async () => {
    const answer = await get('/milepost.svg');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=86400');
    const again = await get('/milepost.svg', {
      'if-none-match': answer.headers.get('etag') ?? '',
      'cache-control': 'max-age=0',
    });
    expect(again.status).toBe(304);
  });

  it('that has gone since the start is not found, and the server goes on', async () => {
    for (const ending of ['', '.gz', '.br']) rmSync(join(directory, 'assets', `gone.js${ending}`));
    for (const encoding of ['br', 'gzip', 'identity']) {
      const answer = await get('/assets/gone.js', { 'accept-encoding': encoding });
      expect(answer.status).toBe(404);
    }
    expect((await get('/assets/main.js')).status).toBe(200);
  });

  it.each(['/assets', '/assets/', '/assets/..%2findex.html', '/index.html', '/index.html.br'])(
    'is never %s',
    async (path) => {
      expect((await get(path)).status).not.toBe(200);
    },
  );
});

describe('the document', () => {
  it.each([
    ['/', '*/*'],
    ['/', 'text/html'],
    ['/inbox', 'text/html,*/*;q=0.8'],
  ])('of %s carries a nonce of its own (%s)', async (path, accept) => {
    const answer = await get(path, { accept });
    expect(answer.status).toBe(200);
    const [, nonce = ''] = /nonce="([^"]+)"/.exec(await answer.text()) ?? [];
    expect(nonce).toMatch(/^[\w+/]{22}==$/);
    expect(answer.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
  });

  it('is not what a program is answered with at an address that is not there', async () => {
    expect((await get('/nowhere', { accept: 'application/json' })).status).toBe(404);
  });
});
