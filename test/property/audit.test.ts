/** The canonical form does not depend on the order of keys, and no single change of a stored chain goes unseen. */
import { describe, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalBytes, canonicalText } from '../../domain/audit/canonical.ts';
import {
  type EntryContent,
  GENESIS_HASH,
  linkEntries,
  type StoredEntry,
  verifyChain,
} from '../../domain/audit/hash-chain.ts';

const texts = fc.string({ unit: 'grapheme', maxLength: 12 });
const data = fc.jsonValue({ maxDepth: 3, stringUnit: 'grapheme' });

const contents = fc.array(
  fc.record({
    stream: fc.constant('programme/p'),
    type: texts,
    data,
    actor: texts,
    onBehalfOf: fc.option(texts),
    commandId: texts,
    occurredAt: fc.constant('2013-09-30T01:00:00.000Z'),
    recordedAt: fc.constant('2026-03-02T01:00:00.000Z'),
  }),
  { minLength: 1, maxLength: 6 },
);

const chains = contents.map((records) => {
  return stored(records.map((record, index) => ({ ...record, position: index + 1 })));
});

/** A chain and one of its places. */
const places = chains.chain((rows) => fc.tuple(fc.constant(rows), fc.nat(rows.length - 1)));

describe('the canonical form', () => {
  test('survives reading and writing', () => {
    fc.assert(
      fc.property(data, (value) => {
        const text = canonicalText(value);
        return canonicalText(JSON.parse(text)) === text;
      }),
    );
  });

  test('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(data, (value) => canonicalText(reversed(value)) === canonicalText(value)),
    );
  });

  test('says as much as JSON does', () => {
    fc.assert(
      fc.property(data, data, (a, b) => {
        const same = Buffer.from(canonicalBytes(a)).equals(canonicalBytes(b));
        const equal = JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
        return same === equal;
      }),
    );
  });
});

describe('a chain', () => {
  test('holds when untouched, also after its data went through a store that reorders keys', () => {
    fc.assert(
      fc.property(chains, (rows) => {
        return verifyChain(rows.map((row) => ({ ...row, data: reversed(row.data) }))).ok;
      }),
    );
  });

  test('shows any single changed byte at its place', () => {
    fc.assert(
      fc.property(places, fc.nat(), fc.integer({ min: 1, max: 255 }), ([rows, place], at, mask) => {
        const changed = rows.map((row, index) => {
          return index === place ? { ...row, bytes: flipped(row.bytes, at, mask) } : row;
        });
        return firstBadOf(changed) === place + 1;
      }),
    );
  });

  test('shows any single changed column at its place', () => {
    const columns = fc.constantFrom<keyof StoredEntry>(
      ...([
        'stream',
        'position',
        'type',
        'actor',
        'onBehalfOf',
        'commandId',
        'occurredAt',
      ] as const),
      ...(['recordedAt', 'prevHash', 'hash'] as const),
    );
    fc.assert(
      fc.property(places, columns, ([rows, place], column) => {
        const changed = rows.map((row, index) => {
          return index === place ? { ...row, [column]: other(row[column]) } : row;
        });
        const found = firstBadOf(changed);
        // The stream is taken from the first entry, whose own bytes then contradict it.
        return found === place + 1;
      }),
    );
  });

  test('shows any change of its data column', () => {
    fc.assert(
      fc.property(places, data, ([rows, place], replacement) => {
        const before = rows[place]?.data;
        fc.pre(canonicalText(before) !== canonicalText(replacement));
        const changed = rows.map((row, index) => {
          return index === place ? { ...row, data: replacement } : row;
        });
        return firstBadOf(changed) === place + 1;
      }),
    );
  });

  test('shows a dropped entry, the last one by the known head', () => {
    fc.assert(
      fc.property(places, ([rows, place]) => {
        const last = rows.at(-1);
        if (!last) return false;
        const head = { position: last.position, hash: last.hash };
        const verdict = verifyChain(
          rows.filter((_, index) => index !== place),
          head,
        );
        return verdict.firstBad?.position === place + 1;
      }),
    );
  });

  test('shows two entries that changed places', () => {
    fc.assert(
      fc.property(places, fc.nat(), ([rows, place], with_) => {
        const second = with_ % rows.length;
        fc.pre(second !== place);
        const swapped = rows.map((row, index) => {
          if (index === place) return rows[second] ?? row;
          return index === second ? (rows[place] ?? row) : row;
        });
        return firstBadOf(swapped) === Math.min(place, second) + 1;
      }),
    );
  });
});

function stored(entries: readonly EntryContent[]): StoredEntry[] {
  return linkEntries(GENESIS_HASH, entries).map(({ entry: { v: _v, ...columns }, bytes, hash }) => {
    return { ...columns, bytes, hash };
  });
}

function firstBadOf(rows: readonly StoredEntry[]): number | undefined {
  return verifyChain(rows).firstBad?.position;
}

function flipped(bytes: Uint8Array, at: number, mask: number): Uint8Array {
  return bytes.map((byte, index) => (index === at % bytes.length ? byte ^ mask : byte));
}

function other(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  return typeof value === 'string' ? `${value}x` : 'x';
}

function reversed(value: unknown): unknown {
  return rebuilt(value, (entries) => entries.reverse());
}

function ordered(value: unknown): unknown {
  return rebuilt(value, (entries) => entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

type Entries = [string, unknown][];

function rebuilt(value: unknown, arrange: (entries: Entries) => Entries): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => rebuilt(item, arrange));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]: [string, unknown]): [string, unknown] => {
    return [key, rebuilt(item, arrange)];
  });
  return Object.fromEntries(arrange(entries));
}
