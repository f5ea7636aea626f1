/** One thing that is wrong in a definition or in data handed in: where, a stable code, and why in both languages. */
import type { Localised } from './localised.ts';

export interface Fault {
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
  readonly code: string;
  readonly message: Localised;
}

export function fault(pointer: string, code: string, message: Localised): Fault {
  return { pointer, code, message };
}

/** The pointer of a member: the parent's pointer and the key, escaped. */
export function memberPointer(parent: string, key: string | number): string {
  return `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

const SHOWN_LENGTH = 40;

/** A value of unknown origin as it may stand in a message: JSON, cut short. */
export function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}';
  const text = typeof value === 'string' ? value : String(value);
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}
