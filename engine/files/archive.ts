/** Unpacks a zip-based file into nothing, to learn what it holds and that it stays within bounds, however its headers lie. */
import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl';

export interface ArchiveLimits {
  /** Of all entries together, those of archives inside included. */
  readonly maxUnpackedBytes: number;
  readonly maxEntries: number;
}

export type ArchiveReport =
  | { readonly kind: 'sound'; readonly names: ReadonlySet<string> }
  | { readonly kind: 'too-large' }
  /** Not a readable archive, encrypted, or with names that lead out of it. */
  | { readonly kind: 'faulty' };

/** Office documents embed other documents; deeper nesting is no document any more. */
const MAX_DEPTH = 2;
/** An archive inside an archive is held in memory while it is looked at. */
const MAX_NESTED_BYTES = 32 * 1024 * 1024;

const ZIP_MAGIC = Buffer.from('PK\x03\x04', 'latin1');

/** Ends the look at once, from whatever depth. */
class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

interface Budget {
  bytes: number;
  entries: number;
}

export async function inspectArchive(path: string, limits: ArchiveLimits): Promise<ArchiveReport> {
  const budget: Budget = { bytes: limits.maxUnpackedBytes, entries: limits.maxEntries };
  try {
    const names = await inspect(await openPromise(path, { autoClose: false }), budget, 1);
    return { kind: 'sound', names };
  } catch (error) {
    if (error instanceof TooLargeError) return { kind: 'too-large' };
    if (isSystemError(error)) throw error;
    return { kind: 'faulty' };
  }
}

async function inspect(zip: ZipFile, budget: Budget, depth: number): Promise<ReadonlySet<string>> {
  try {
    if (zip.entryCount > budget.entries) throw new TooLargeError();
    const names = new Set<string>();
    for await (const entry of zip.eachEntry()) {
      spend(budget, 'entries', 1);
      names.add(entry.fileName);
      if (!entry.fileName.endsWith('/')) await inspectEntry({ zip, entry, budget, depth });
    }
    return names;
  } finally {
    zip.close();
  }
}

interface Visit {
  readonly zip: ZipFile;
  readonly entry: Entry;
  readonly budget: Budget;
  readonly depth: number;
}

async function inspectEntry({ zip, entry, budget, depth }: Visit): Promise<void> {
  // What the header admits to is refused before it is unpacked.
  if (entry.uncompressedSize > budget.bytes) throw new TooLargeError();
  const nested: Buffer[] = [];
  let first = true;
  let size = 0;
  for await (const part of await zip.openReadStreamPromise(entry)) {
    const chunk = part as Buffer; // yauzl's streams carry nothing else
    spend(budget, 'bytes', chunk.length);
    size += chunk.length;
    if (first && startsLikeArchive(chunk)) nested.push(chunk);
    else if (nested.length > 0) nested.push(chunk);
    first = false;
    if (nested.length > 0 && (depth >= MAX_DEPTH || size > MAX_NESTED_BYTES)) {
      throw new TooLargeError();
    }
  }
  if (nested.length === 0) return;
  await inspect(await fromBufferPromise(Buffer.concat(nested)), budget, depth + 1);
}

/** The first part of an entry always carries its first bytes, as nothing unpacks into less than four but an entry that is smaller. */
function startsLikeArchive(chunk: Buffer): boolean {
  return chunk.subarray(0, ZIP_MAGIC.length).equals(ZIP_MAGIC);
}

function spend(budget: Budget, kind: keyof Budget, amount: number): void {
  budget[kind] -= amount;
  if (budget[kind] < 0) throw new TooLargeError();
}

/** Of the disk, not of the archive. */
function isSystemError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}
