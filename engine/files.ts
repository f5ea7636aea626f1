/**
 * The evidence store: files kept under the SHA-256 of their content, taken only when they are whole, of an allowed type and what they
 * were declared to be. A file is durable on the disk before its row is written, so a row never points to nothing.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Pool } from 'pg';
import {
  findFile,
  mayReadFile,
  recordUpload,
  storedAmong,
  type FileReader,
} from '../db/read-models/files.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { ArchiveLimits } from './files/archive.ts';
import { openVerified } from './files/open-verified.ts';
import { receiveFile } from './files/receive.ts';
import { recogniseFile } from './files/recognise.ts';
import { refuseFile, type FileRefusal } from './files/refusals.ts';
import { readDeclaredType, reconcileType, type EvidenceType } from './files/types.ts';

export type { FileReader } from '../db/read-models/files.ts';
export type { FileRefusal, FileRefusalCode } from './files/refusals.ts';

export interface FileLimits extends Partial<ArchiveLimits> {
  readonly maxBytes: number;
}

export interface FileStoreDeps {
  readonly pool: Pool;
  /** The data folder; files go below `<home>/files`. */
  readonly home: string;
  readonly limits: FileLimits;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'error'>;
}

export interface UploadClaim {
  /** 64 hex digits in lower case: what the sender says the content has. */
  readonly sha256: string;
  /** From `Content-Length`. */
  readonly contentLength: number | undefined;
  readonly contentType: string | undefined;
  readonly personId: string;
}

/** `already`: the same content was there before; the person counts as one who uploaded it all the same. */
export type Put = { readonly kind: 'stored' | 'already' } | FileRefusal;

export interface OpenedFile {
  /** Fails before its end when the content on the disk is no longer what its hash says. */
  readonly stream: Readable;
  readonly size: number;
  readonly type: string;
}

export interface FileStore {
  /** After a refusal the stream may not have been read to its end. @throws UnavailableError, and errors of the file system. */
  put(stream: Readable, claim: UploadClaim): Promise<Put>;
  /** Null when no such file is stored. @throws Error when it is recorded but not on the disk. */
  open(sha256: string): Promise<OpenedFile | null>;
  /** Those of the hashes under which a file is stored. */
  exists(hashes: readonly string[]): Promise<ReadonlySet<string>>;
  /** Whether the person uploaded it, or it was handed in where the person may look. */
  mayRead(reader: FileReader, sha256: string): Promise<boolean>;
  /** Removes what uploads of a killed process have left behind; how many. To be called once at the start. */
  sweep(): Promise<number>;
}

const DEFAULT_LIMITS: ArchiveLimits = {
  maxUnpackedBytes: 500 * 1024 * 1024,
  maxEntries: 10_000,
};

const SHA256 = /^[0-9a-f]{64}$/;
/** An upload writes all the time; one that has not for so long belongs to a process that is gone. */
const STALE_MS = 60 * 60 * 1000;

export function createFileStore(deps: FileStoreDeps): FileStore {
  const folder = join(deps.home, 'files');
  return {
    put: (stream, claim) => put({ deps, folder }, stream, claim),
    open: (sha256) => openStored({ deps, folder }, sha256),
    exists: (hashes) => storedAmong(deps.pool, hashes),
    mayRead: (reader, sha256) => mayReadFile(deps.pool, reader, { sha256, at: deps.clock.now() }),
    sweep: () => sweepIncoming({ deps, folder }),
  };
}

interface Store {
  readonly deps: FileStoreDeps;
  readonly folder: string;
}

async function put(store: Store, stream: Readable, claim: UploadClaim): Promise<Put> {
  const bytes = claim.contentLength;
  const refusal = refuseUnread(store, claim);
  if (refusal !== null || bytes === undefined) return refusal ?? refuseFile('length-required');
  const incoming = join(store.folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const path = join(incoming, randomUUID());
  try {
    const received = await receiveFile(stream, { path, bytes });
    if (received.kind === 'refused') return received;
    // Also a content that is there already has to arrive whole: to know its hash is not to have it.
    if (received.sha256 !== claim.sha256) {
      return refuseFile('hash-mismatch', { expected: claim.sha256, actual: received.sha256 });
    }
    const type = await judgeType(store, path, claim.contentType);
    if (typeof type === 'object') return type;
    await keep(path, placeOf(store, claim.sha256));
    return await record(store, { ...claim, bytes, type });
  } finally {
    await rm(path, { force: true });
  }
}

/** What can be refused before a byte is read. */
function refuseUnread({ deps }: Store, claim: UploadClaim): FileRefusal | null {
  // The hash becomes a path; whoever calls has judged it before.
  if (!SHA256.test(claim.sha256)) throw new RangeError('not a SHA-256 in lower-case hex');
  const { contentLength } = claim;
  if (contentLength === undefined || !Number.isSafeInteger(contentLength) || contentLength < 0) {
    return refuseFile('length-required');
  }
  const most = deps.limits.maxBytes;
  if (contentLength > most) return refuseFile('file-too-large', { most });
  return readDeclaredType(claim.contentType) === null ? refuseFile('type-not-allowed') : null;
}

async function judgeType(
  { deps }: Store,
  path: string,
  contentType: string | undefined,
): Promise<EvidenceType | FileRefusal> {
  const found = await recogniseFile(path, { ...DEFAULT_LIMITS, ...deps.limits });
  if (found.kind === 'refused') return found;
  const declared = readDeclaredType(contentType);
  const type = declared === null ? null : reconcileType(found.type, declared);
  return type ?? refuseFile('type-mismatch', { found: found.type });
}

async function record(
  { deps }: Store,
  upload: UploadClaim & { readonly bytes: number; readonly type: EvidenceType },
): Promise<Put> {
  const { sha256, bytes, type, personId } = upload;
  const at = deps.clock.now();
  const isNew = await recordUpload(deps.pool, { sha256, bytes, type, personId, at });
  deps.log.info({ sha256, bytes, type, personId, isNew }, 'evidence file taken');
  return { kind: isNew ? 'stored' : 'already' };
}

/** Two levels of folders, so that none grows too large. */
function placeOf({ folder }: Store, sha256: string): string {
  return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

/**
 * Moves a file to its place in one step and makes the move durable. What stands there is replaced, by the same content if all is well:
 * so an upload also mends a copy that was damaged, and a link put there leads nowhere.
 */
async function keep(path: string, place: string): Promise<void> {
  const leaf = dirname(place);
  await mkdir(leaf, { recursive: true, mode: 0o700 });
  await rename(path, place);
  for (const folder of [leaf, dirname(leaf), dirname(dirname(leaf))]) await syncFolder(folder);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function openStored(store: Store, sha256: string): Promise<OpenedFile | null> {
  if (!SHA256.test(sha256)) return null;
  const row = await findFile(store.deps.pool, sha256);
  if (row === null) return null;
  const stream = await openVerified(placeOf(store, sha256), { sha256, bytes: row.bytes });
  stream.on('error', (err) => {
    store.deps.log.error({ err, sha256 }, 'an evidence file could not be read');
  });
  return { stream, size: row.bytes, type: row.type };
}

async function sweepIncoming({ deps, folder }: Store): Promise<number> {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const oldest = deps.clock.now().getTime() - STALE_MS;
  let removed = 0;
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const age = await stat(path).catch(() => null);
    if (age === null || age.mtimeMs > oldest) continue;
    await rm(path, { force: true, recursive: true });
    removed += 1;
  }
  return removed;
}
