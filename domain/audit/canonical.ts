/** Canonical bytes of plain data (RFC 8785's form for I-JSON): equal data give equal bytes, whatever the order of its keys. */

const MAX_DEPTH = 200;
const LONE_SURROGATE = /\p{Surrogate}/u;

const encoder = new TextEncoder();

/** The data has no canonical form: something in it is no plain JSON. A defect of whoever made the data. */
export class CanonicalError extends Error {
  /** JSON pointer to what is wrong. */
  readonly pointer: string;

  constructor(problem: string, pointer: string) {
    super(`${problem} at ${pointer === '' ? 'the root' : pointer}`);
    this.name = 'CanonicalError';
    this.pointer = pointer;
  }
}

/** UTF-8 of `canonicalText`. */
export function canonicalBytes(value: unknown): Uint8Array {
  return encoder.encode(canonicalText(value));
}

/**
 * JSON without white space, keys sorted by code unit, numbers as ECMAScript prints them (-0 as 0).
 * @throws CanonicalError on undefined, NaN, an infinity, bigint, function, symbol, lone surrogate, array hole, an object that is no plain
 * record, and nesting deeper than 200 (hence on cycles).
 */
export function canonicalText(value: unknown): string {
  return write(value, []);
}

function write(value: unknown, path: readonly string[]): string {
  switch (typeof value) {
    case 'string':
      return writeString(value, path);
    case 'number':
      if (!Number.isFinite(value)) throw refusal('Not a finite number', path);
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (path.length >= MAX_DEPTH) throw refusal('Nested too deeply', path);
      return Array.isArray(value) ? writeArray(value, path) : writeRecord(value, path);
    default:
      throw refusal(`No JSON form for ${typeof value}`, path);
  }
}

function writeString(text: string, path: readonly string[]): string {
  if (LONE_SURROGATE.test(text)) throw refusal('Lone surrogate', path);
  return JSON.stringify(text);
}

function writeArray(items: readonly unknown[], path: readonly string[]): string {
  // Array.from visits holes, which map would skip.
  return `[${Array.from(items, (item, index) => write(item, [...path, String(index)])).join(',')}]`;
}

function writeRecord(record: object, path: readonly string[]): string {
  const prototype: unknown = Object.getPrototypeOf(record);
  if (prototype !== Object.prototype && prototype !== null) {
    throw refusal('Not a plain record', path);
  }
  if (Object.getOwnPropertySymbols(record).length > 0) throw refusal('Symbol as a key', path);
  const members = Object.entries(record)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]: [string, unknown]) => {
      const within = [...path, key];
      return `${writeString(key, within)}:${write(value, within)}`;
    });
  return `{${members.join(',')}}`;
}

function refusal(problem: string, path: readonly string[]): CanonicalError {
  const escaped = path.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return new CanonicalError(problem, escaped.join(''));
}
