/** Takes an upload into a file of its own, counting and hashing as it arrives, and leaves it durable or not at all. */
import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { refuseFile, type FileRefusal } from './refusals.ts';

export interface Received {
  readonly kind: 'received';
  /** Hex. */
  readonly sha256: string;
}

/**
 * Writes exactly `bytes` bytes to a new file and flushes it to the disk. Fewer or more are refused, as is a connection that breaks;
 * the caller removes the file. The stream is left open, so that an answer can still be sent on its connection.
 * @throws Error of the file system.
 */
export async function receiveFile(
  stream: Readable,
  target: { readonly path: string; readonly bytes: number },
): Promise<Received | FileRefusal> {
  const handle = await open(target.path, 'wx', 0o600);
  try {
    const received = await writeAll(stream, handle, target.bytes);
    if (received.kind === 'received') await handle.sync();
    return received;
  } finally {
    await handle.close();
  }
}

async function writeAll(
  stream: Readable,
  handle: FileHandle,
  expected: number,
): Promise<Received | FileRefusal> {
  const hash = createHash('sha256');
  const chunks = stream.iterator({ destroyOnReturn: false });
  let arrived = 0;
  for (;;) {
    const chunk = await nextChunk(chunks);
    if (chunk === 'broken') return refuseFile('length-mismatch', { expected, arrived });
    if (chunk === 'end') break;
    arrived += chunk.length;
    if (arrived > expected) {
      await chunks.return?.();
      return refuseFile('length-mismatch', { expected, arrived });
    }
    hash.update(chunk);
    await writeChunk(handle, chunk);
  }
  if (arrived !== expected) return refuseFile('length-mismatch', { expected, arrived });
  return { kind: 'received', sha256: hash.digest('hex') };
}

/** Only what goes wrong on the sender's side ends here; a full disk is not his fault. */
async function nextChunk(chunks: AsyncIterator<unknown>): Promise<Buffer | 'end' | 'broken'> {
  try {
    const result = await chunks.next();
    if (result.done === true) return 'end';
    return Buffer.isBuffer(result.value) ? result.value : Buffer.from(String(result.value));
  } catch {
    return 'broken';
  }
}

async function writeChunk(handle: FileHandle, chunk: Buffer): Promise<void> {
  for (let offset = 0; offset < chunk.length;) {
    const { bytesWritten } = await handle.write(chunk, offset);
    offset += bytesWritten;
  }
}
