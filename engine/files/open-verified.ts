/** Reads a stored file and holds it to its hash on the way out. */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Transform, type Readable } from 'node:stream';

/**
 * The content as a stream whose last bytes are held back until the hash of all is known: a damaged file breaks off, it never ends well.
 * @throws Error when the file is missing, is no plain file, or has another size.
 */
export async function openVerified(
  path: string,
  expected: { readonly sha256: string; readonly bytes: number },
): Promise<Readable> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  const found = await handle.stat();
  if (!found.isFile() || found.size !== expected.bytes) {
    await handle.close();
    throw new Error(`the evidence file ${expected.sha256} is damaged on the disk`);
  }
  // Errors reach the reader through the last stream of the pipeline.
  return pipeline(handle.createReadStream(), createVerifier(expected.sha256), () => undefined);
}

function createVerifier(sha256: string): Transform {
  const hash = createHash('sha256');
  let held: Buffer | null = null;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      const ready = held;
      held = chunk;
      if (ready === null) done();
      else done(null, ready);
    },
    flush(done) {
      if (hash.digest('hex') === sha256) done(null, held);
      else done(new Error(`the evidence file ${sha256} is damaged on the disk`));
    },
  });
}
