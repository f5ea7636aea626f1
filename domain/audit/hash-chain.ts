/** The hash chain of a ledger stream: linking new entries and verifying stored ones, from bytes alone, without a database. */
import { createHash } from 'node:crypto';
import type { Instant } from '../calendar/types.ts';
import { canonicalBytes, canonicalText } from './canonical.ts';

/** The hash suite of this program: 1 is SHA-256 over the entry's canonical bytes. */
const SUITE = 1;

/** What the first entry of every stream names as its predecessor. */
export const GENESIS_HASH = '0'.repeat(64);

/** What an entry says, before it has a place in the chain. */
export interface EntryContent {
  readonly stream: string;
  /** 1 for the first entry of a stream, without gaps from there. */
  readonly position: number;
  readonly type: string;
  /** Plain JSON. */
  readonly data: unknown;
  readonly actor: string;
  readonly onBehalfOf: string | null;
  readonly commandId: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

export interface ChainEntry extends EntryContent {
  /** Hash suite. */
  readonly v: typeof SUITE;
  /** Hash of the entry before it, 64 hexadecimal digits. */
  readonly prevHash: string;
}

export interface LinkedEntry {
  readonly entry: ChainEntry;
  readonly bytes: Uint8Array;
  readonly hash: string;
}

/** An entry as it is stored: the bytes that were hashed, and the columns that ought to say the same. */
export interface StoredEntry extends EntryContent {
  readonly prevHash: string;
  readonly bytes: Uint8Array;
  readonly hash: string;
}

export interface ChainHead {
  /** 0 for an empty stream. */
  readonly position: number;
  readonly hash: string;
}

export type ChainFaultReason =
  | 'position-gap'
  | 'stream-differs'
  | 'link-broken'
  | 'hash-differs'
  | 'bytes-unreadable'
  | 'suite-unknown'
  | 'column-differs'
  | 'tail-missing'
  | 'tail-unexpected'
  | 'head-differs';

export interface ChainFault {
  /** The first position at which the chain does not hold. */
  readonly position: number;
  readonly reason: ChainFaultReason;
  /** The column, where exactly one can be named. */
  readonly column?: string;
}

export interface ChainVerdict {
  readonly ok: boolean;
  /** How many entries hold, counted from the first. */
  readonly entries: number;
  /** The last entry that holds. */
  readonly head: ChainHead;
  readonly firstBad?: ChainFault;
}

/** Verifies a stream entry by entry, so that it need not be held in memory. */
export interface ChainVerifier {
  /** False from the first entry that does not hold; later entries are then ignored. */
  push(row: StoredEntry): boolean;
  /** With the head that is known from elsewhere, a tail that was cut off or added is found too. */
  finish(expectedHead?: ChainHead): ChainVerdict;
}

export function entryBytes(entry: ChainEntry): Uint8Array {
  return canonicalBytes(memberOf(entry, entry.v));
}

/** SHA-256, 64 lower-case hexadecimal digits. */
export function hashEntry(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Chains entries to their predecessor and to each other.
 * @throws RangeError when their positions do not follow each other; CanonicalError when data is no plain JSON.
 */
export function linkEntries(
  prevHash: string,
  contents: readonly EntryContent[],
): readonly LinkedEntry[] {
  const linked: LinkedEntry[] = [];
  for (const content of contents) {
    const last = linked.at(-1);
    if (last && content.position !== last.entry.position + 1) {
      throw new RangeError(`Position ${content.position} after ${last.entry.position}`);
    }
    const entry: ChainEntry = { ...content, v: SUITE, prevHash: last?.hash ?? prevHash };
    const bytes = entryBytes(entry);
    linked.push({ entry, bytes, hash: hashEntry(bytes) });
  }
  return linked;
}

/** Verifies one whole stream, given in the order of its positions. */
export function verifyChain(rows: Iterable<StoredEntry>, expectedHead?: ChainHead): ChainVerdict {
  const verifier = createChainVerifier();
  for (const row of rows) {
    if (!verifier.push(row)) break;
  }
  return verifier.finish(expectedHead);
}

export function createChainVerifier(): ChainVerifier {
  let head: ChainHead = { position: 0, hash: GENESIS_HASH };
  let stream: string | null = null;
  let firstBad: ChainFault | null = null;
  return {
    push(row) {
      if (firstBad) return false;
      stream ??= row.stream;
      firstBad = faultOf(row, head, stream);
      if (firstBad) return false;
      head = { position: row.position, hash: row.hash };
      return true;
    },
    finish(expectedHead) {
      const bad = firstBad ?? (expectedHead ? faultOfHead(head, expectedHead) : null);
      const verdict = { ok: bad === null, entries: head.position, head };
      return bad ? { ...verdict, firstBad: bad } : verdict;
    },
  };
}

function faultOf(row: StoredEntry, head: ChainHead, stream: string): ChainFault | null {
  const position = head.position + 1;
  if (row.position !== position) return { position, reason: 'position-gap' };
  if (row.stream !== stream) return { position, reason: 'stream-differs' };
  if (row.prevHash !== head.hash) return { position, reason: 'link-broken' };
  if (hashEntry(row.bytes) !== row.hash) return { position, reason: 'hash-differs' };
  return faultOfContent(row, position);
}

function faultOfContent(row: StoredEntry, position: number): ChainFault | null {
  const columns = memberOf(row, SUITE);
  if (hasExactly(row.bytes, columns)) return null;
  const said = parseRecord(row.bytes);
  if (!said) return { position, reason: 'bytes-unreadable' };
  if (said['v'] !== SUITE) return { position, reason: 'suite-unknown' };
  const column = Object.keys(columns).find((name) => !sameData(said[name], columns[name]));
  if (column !== undefined) return { position, reason: 'column-differs', column };
  // The columns agree, but the bytes say more than they do, or spell it in another way.
  return { position, reason: 'bytes-unreadable' };
}

function faultOfHead(head: ChainHead, expected: ChainHead): ChainFault | null {
  if (head.position < expected.position) {
    return { position: head.position + 1, reason: 'tail-missing' };
  }
  if (head.position > expected.position) {
    return { position: expected.position + 1, reason: 'tail-unexpected' };
  }
  return head.hash === expected.hash ? null : { position: head.position, reason: 'head-differs' };
}

/** Named one by one, as a caller's record may carry more than belongs to the entry. */
function memberOf(
  entry: EntryContent & { readonly prevHash: string },
  v: number,
): Readonly<Record<string, unknown>> {
  return {
    v,
    stream: entry.stream,
    position: entry.position,
    type: entry.type,
    data: entry.data,
    actor: entry.actor,
    onBehalfOf: entry.onBehalfOf,
    commandId: entry.commandId,
    occurredAt: entry.occurredAt,
    recordedAt: entry.recordedAt,
    prevHash: entry.prevHash,
  };
}

function parseRecord(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return Object.fromEntries(Object.entries(value));
  } catch {
    return null;
  }
}

/** Data without a canonical form equals nothing: verification reports what it finds and never throws over it. */
function hasExactly(bytes: Uint8Array, value: unknown): boolean {
  try {
    return Buffer.from(canonicalBytes(value)).equals(bytes);
  } catch {
    return false;
  }
}

function sameData(a: unknown, b: unknown): boolean {
  try {
    return canonicalText(a) === canonicalText(b);
  } catch {
    return false;
  }
}
