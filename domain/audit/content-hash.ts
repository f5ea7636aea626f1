/** The hash by which a content is recognised again. */
import { createHash } from 'node:crypto';
import { canonicalBytes } from './canonical.ts';

/** SHA-256 (hex) of the canonical bytes. */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonicalBytes(value)).digest('hex');
}
