/** A file store over a real database and a folder of its own, and what the tests of it ask. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import type pg from 'pg';
import { createPool } from '../../../db/pool.ts';
import { createFileStore, type FileStore, type Put } from '../../../engine/files.ts';
import { systemClock } from '../../../platform/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../support/servers-database.ts';
import { sha256 } from './samples.ts';

export const KIB = 1024;
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

export let admin: pg.Pool;
export let home: string;
export let store: FileStore;
let database: TestDatabase;
let pool: pg.Pool;

export const alice = randomUUID();
export const bob = randomUUID();

/** Gives every test of the file a store of its own, over one database. */
export function useFileStore(): void {
  beforeAll(async () => {
    database = await createTestDatabase();
    pool = createPool(database.appUrl, { size: 4 });
    admin = createPool(database.adminUrl, { size: 2 });
    for (const [id, account] of [
      [alice, 'alice'],
      [bob, 'bob'],
    ]) {
      await admin.query(
        `INSERT INTO people (id, account, name_zh, name_en, created_at) VALUES ($1, $2, '甲', 'A', now())`,
        [id, account],
      );
    }
  });

  afterAll(async () => {
    await pool.end();
    await admin.end();
    await database.drop();
  });

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'milepost-files-'));
    store = makeStore();
  });

  afterEach(async () => {
    rmSync(home, { recursive: true, force: true });
    await admin.query('TRUNCATE file_uploads, files, deliverables, programmes, holdings, offices');
  });
}

export function makeStore(
  limits: { maxBytes?: number; maxUnpackedBytes?: number; maxEntries?: number } = {},
): FileStore {
  return createFileStore({
    pool,
    home,
    limits: { maxBytes: 2 * KIB * KIB, ...limits },
    clock: systemClock,
    log: { info: () => undefined, error: () => undefined },
  });
}

export async function put(
  content: Buffer,
  claim: {
    type?: string;
    sha256?: string;
    length?: number;
    person?: string;
    store?: FileStore;
  } = {},
): Promise<Put> {
  return (claim.store ?? store).put(Readable.from(inParts(content), { objectMode: false }), {
    sha256: claim.sha256 ?? sha256(content),
    contentLength: claim.length ?? content.length,
    contentType: claim.type ?? 'application/pdf',
    personId: claim.person ?? alice,
  });
}

function* inParts(content: Buffer): Generator<Buffer> {
  for (let at = 0; at < content.length; at += 1000) yield content.subarray(at, at + 1000);
}

export function placeOf(hash: string): string {
  return join(home, 'files', hash.slice(0, 2), hash.slice(2, 4), hash);
}

/** Every file and link below the store. */
export function everything(): string[] {
  const folder = join(home, 'files');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => entry.name);
}

export async function rows(): Promise<{ files: number; uploads: number }> {
  const { rows: found } = await admin.query<{ files: number; uploads: number }>(
    'SELECT (SELECT count(*)::int FROM files) AS files, (SELECT count(*)::int FROM file_uploads) AS uploads',
  );
  return found[0] ?? { files: -1, uploads: -1 };
}

export async function expectNothingKept(): Promise<void> {
  expect(everything()).toEqual([]);
  expect(await rows()).toEqual({ files: 0, uploads: 0 });
}

export async function read(hash: string): Promise<Buffer> {
  const opened = await store.open(hash);
  if (opened === null) throw new Error('not stored');
  return buffer(opened.stream);
}
