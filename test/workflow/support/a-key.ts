/** Command keys of tests. */
import { randomUUID } from 'node:crypto';
import type { CommandKey } from '../../../engine/types.ts';

export function aKey(scope: string): CommandKey {
  return { scope, id: randomUUID(), bodyHash: '0'.repeat(64) };
}
