/** Linking a stream, and every way in which a stored one can stop holding. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import {
  createChainVerifier,
  type EntryContent,
  entryBytes,
  GENESIS_HASH,
  hashEntry,
  linkEntries,
  type StoredEntry,
  verifyChain,
} from '../../../domain/audit/hash-chain.ts';

function content(position: number, changed: Partial<EntryContent> = {}): EntryContent {
  return {
    stream: 'programme/p',
    position,
    type: 'StepDecided',
    data: { phase: 'survey', round: 1, opinion: position === 2 ? '同意' : null },
    actor: 'person/mayor',
    onBehalfOf: null,
    commandId: `command-${position}`,
    occurredAt: '2013-09-30T01:00:00.000Z',
    recordedAt: '2026-03-02T01:00:00.000Z',
    ...changed,
  };
}

function stored(contents: readonly EntryContent[], prevHash = GENESIS_HASH): StoredEntry[] {
  return linkEntries(prevHash, contents).map(({ entry: { v: _v, ...columns }, bytes, hash }) => {
    return { ...columns, bytes, hash };
  });
}

function chain(): StoredEntry[] {
  return stored([content(1), content(2), content(3)]);
}

/** The chain with one row changed; the row of position 2 exists in each. */
function withSecond(change: (row: StoredEntry) => Partial<StoredEntry>): StoredEntry[] {
  return chain().map((row) => (row.position === 2 ? { ...row, ...change(row) } : row));
}

function rehashed(text: string): Partial<StoredEntry> {
  const bytes = new TextEncoder().encode(text);
  return { bytes, hash: hashEntry(bytes) };
}

function textOf(row: StoredEntry): string {
  return Buffer.from(row.bytes).toString();
}

describe('linking', () => {
  test('the first entry names 64 zeros, each later one the hash before it', () => {
    const [first, second, third] = chain();
    expect(first?.prevHash).toBe('0'.repeat(64));
    expect(second?.prevHash).toBe(first?.hash);
    expect(third?.prevHash).toBe(second?.hash);
  });

  test('the bytes are frozen: the form of suite 1 may never change', () => {
    const [linked] = linkEntries(GENESIS_HASH, [content(1, { data: { b: 1, a: '镇' } })]);
    const expected =
      '{"actor":"person/mayor","commandId":"command-1","data":{"a":"镇","b":1},"occurredAt":"2013-09-30T01:00:00.000Z",' +
      '"onBehalfOf":null,"position":1,' +
      `"prevHash":"${'0'.repeat(64)}","recordedAt":"2026-03-02T01:00:00.000Z","stream":"programme/p","type":"StepDecided","v":1}`;
    expect(Buffer.from(linked?.bytes ?? []).toString()).toBe(expected);
    expect(linked?.hash).toBe(createHash('sha256').update(expected).digest('hex'));
  });

  test('what a record carries beyond the entry is not hashed', () => {
    const [plain] = linkEntries(GENESIS_HASH, [content(1)]);
    const carried = { ...content(1), note: 'not of the entry' };
    const [linked] = linkEntries(GENESIS_HASH, [carried]);
    expect(linked?.hash).toBe(plain?.hash);
    expect(linked && entryBytes(linked.entry)).toEqual(plain?.bytes);
  });

  test('refuses a gap within a batch', () => {
    expect(() => linkEntries(GENESIS_HASH, [content(1), content(3)])).toThrow(RangeError);
  });

  test('nothing links to nothing', () => {
    expect(linkEntries(GENESIS_HASH, [])).toEqual([]);
  });
});

describe('verifying', () => {
  test('an untouched chain holds, linked in one batch or in several', () => {
    const first = stored([content(1)]);
    const rest = stored([content(2), content(3)], first[0]?.hash);
    const verdict = verifyChain([...first, ...rest]);
    expect(verdict).toEqual({
      ok: true,
      entries: 3,
      head: { position: 3, hash: chain()[2]?.hash },
    });
    expect(verifyChain(chain())).toEqual(verdict);
  });

  test('an empty stream holds and has the genesis as its head', () => {
    const head = { position: 0, hash: GENESIS_HASH };
    expect(verifyChain([])).toEqual({ ok: true, entries: 0, head });
    expect(verifyChain([], head).ok).toBe(true);
  });

  test.each<[keyof StoredEntry, unknown]>([
    ['type', 'StepOpened'],
    ['data', { phase: 'survey', round: 1, opinion: '不同意' }],
    ['data', { phase: 'survey', round: 1 }],
    ['data', new Date(0)],
    ['actor', 'person/other'],
    ['onBehalfOf', 'person/other'],
    ['commandId', 'command-9'],
    ['occurredAt', '2013-10-01T01:00:00.000Z'],
    ['recordedAt', '2026-03-02T01:00:00.001Z'],
  ])('a changed column %s is found and named', (column, value) => {
    const verdict = verifyChain(withSecond(() => ({ [column]: value })));
    expect(verdict.ok).toBe(false);
    expect(verdict.entries).toBe(1);
    expect(verdict.firstBad).toEqual({ position: 2, reason: 'column-differs', column });
  });

  test.each<[string, (row: StoredEntry) => Partial<StoredEntry>, string]>([
    ['a row of another stream', () => ({ stream: 'programme/q' }), 'stream-differs'],
    ['a changed position', () => ({ position: 4 }), 'position-gap'],
    ['another predecessor', () => ({ prevHash: GENESIS_HASH }), 'link-broken'],
    ['another hash', () => ({ hash: 'f'.repeat(64) }), 'hash-differs'],
    ['bytes that are no JSON', () => rehashed('{'), 'bytes-unreadable'],
    ['bytes that are no record', () => rehashed('[1]'), 'bytes-unreadable'],
    ['white space', (row) => rehashed(` ${textOf(row)}`), 'bytes-unreadable'],
    ['a hidden member', (row) => rehashed(textOf(row).replace('{', '{"a":1,')), 'bytes-unreadable'],
    ['an unknown suite', (row) => rehashed(textOf(row).replace('"v":1', '"v":2')), 'suite-unknown'],
  ])('%s is found', (_title, change, reason) => {
    const verdict = verifyChain(withSecond(change));
    expect(verdict.firstBad).toEqual({ position: 2, reason });
  });

  test('an entry rewritten with bytes, columns and its own hash breaks the link of the next', () => {
    const [first, , third] = chain();
    const forged = stored([content(2, { actor: 'person/other' })], first?.hash);
    const verdict = verifyChain([first, forged[0], third].filter((row) => row !== undefined));
    expect(verdict.firstBad).toEqual({ position: 3, reason: 'link-broken' });
  });

  test('a tail that was cut, added or rewritten is found by the head known from elsewhere', () => {
    const rows = chain();
    const head = { position: 3, hash: rows[2]?.hash ?? '' };
    const rewritten = stored([content(1), content(2), content(3, { type: 'PhaseClosed' })]);
    expect(verifyChain(rows, head).ok).toBe(true);
    expect(verifyChain(rows.slice(0, 2), head).firstBad).toEqual({
      position: 3,
      reason: 'tail-missing',
    });
    expect(verifyChain(rows, { position: 2, hash: rows[1]?.hash ?? '' }).firstBad).toEqual({
      position: 3,
      reason: 'tail-unexpected',
    });
    expect(verifyChain(rewritten, head).firstBad).toEqual({ position: 3, reason: 'head-differs' });
  });

  test('entry by entry, everything after the first fault is ignored', () => {
    const verifier = createChainVerifier();
    const [first, second, third] = chain();
    if (!first || !second || !third) throw new Error('The chain has three entries');
    expect(verifier.push(first)).toBe(true);
    expect(verifier.push(third)).toBe(false);
    expect(verifier.push(second)).toBe(false);
    expect(verifier.finish().firstBad).toEqual({ position: 2, reason: 'position-gap' });
  });
});
