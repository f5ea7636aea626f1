/** Reads a JSON body strictly: one media type, one encoding, a bounded size, and nothing in it that a store would choke on. */
import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../problems.ts';
import { inputFault, jsonPointer } from '../problems/input-faults.ts';

/** Bytes of a JSON body. */
export const MAX_BODY_BYTES = 1024 * 1024;
const BODY_MS = 30_000;
const MAX_DEPTH = 64;
const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;
const LONE_SURROGATE = /\p{Surrogate}/u;
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The parsed body, or undefined where there is none. Problems: 400, 413, 415. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  if (!hasBody(request)) return undefined;
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (!JSON_TYPE.test(request.headers['content-type'] ?? '') || encoding !== 'identity') {
    throw new ProblemError('unsupported-media-type');
  }
  const text = decode(await withDeadline(collect(request)));
  return checked(parse(text));
}

function hasBody(request: IncomingMessage): boolean {
  const length = request.headers['content-length'];
  return (
    request.headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0')
  );
}

async function collect(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = chunk as Buffer; // no encoding is set on the stream
    size += bytes.length;
    if (size > MAX_BODY_BYTES) throw tooLarge();
    chunks.push(bytes);
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}

async function withDeadline(body: Promise<Buffer>): Promise<Buffer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new ProblemError('request-timeout', { headers: { connection: 'close' } }));
    }, BODY_MS);
  });
  try {
    return await Promise.race([body, late]);
  } finally {
    clearTimeout(timer);
  }
}

function tooLarge(): ProblemError {
  return new ProblemError('body-too-large', { headers: { connection: 'close' } });
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw malformed('utf-8', { zh: '内容不是 UTF-8。', en: 'The body is not UTF-8.' }, cause);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw malformed('json', { zh: '内容不是 JSON。', en: 'The body is not JSON.' }, cause);
  }
}

function malformed(
  rule: string,
  detail: { readonly zh: string; readonly en: string },
  cause?: unknown,
): ProblemError {
  return new ProblemError('invalid-request', {
    errors: [inputFault({ in: 'body', pointer: '' }, rule, detail)],
    cause,
  });
}

interface Visit {
  readonly value: unknown;
  readonly path: readonly string[];
}

/** PostgreSQL takes no U+0000 and no lone surrogate; the hash of an act takes only finite numbers; deep nesting exhausts recursion. */
function checked(body: unknown): unknown {
  const pending: Visit[] = [{ value: body, path: [] }];
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const { value, path } = visit;
    if (typeof value === 'string') refuseText(value, path);
    else if (typeof value === 'number') refuseNumber(value, path);
    else if (typeof value === 'object' && value !== null) pending.push(...membersOf(value, path));
  }
  return body;
}

function membersOf(value: object, path: readonly string[]): Visit[] {
  if (path.length >= MAX_DEPTH) {
    throw faultAt(path, 'depth', {
      zh: `嵌套不得超过 ${MAX_DEPTH} 层。`,
      en: `At most ${MAX_DEPTH} levels of nesting.`,
    });
  }
  const visits: Visit[] = [];
  for (const [key, member] of Object.entries(value)) {
    const place = [...path, key];
    if (FORBIDDEN_KEYS.has(key)) {
      throw faultAt(place, 'unknown', { zh: '没有这个字段。', en: 'There is no such field.' });
    }
    refuseText(key, place);
    visits.push({ value: member, path: place });
  }
  return visits;
}

function refuseText(text: string, path: readonly string[]): void {
  if (!text.includes('\u0000') && !LONE_SURROGATE.test(text)) return;
  throw faultAt(path, 'characters', {
    zh: '文本含有不允许的字符。',
    en: 'The text has a character that is not allowed (U+0000 or half a surrogate pair).',
  });
}

function refuseNumber(value: number, path: readonly string[]): void {
  if (Number.isFinite(value)) return;
  throw faultAt(path, 'finite', { zh: '数字过大。', en: 'The number is too large.' });
}

function faultAt(
  path: readonly string[],
  rule: string,
  detail: { readonly zh: string; readonly en: string },
): ProblemError {
  return new ProblemError('invalid-request', {
    errors: [inputFault({ in: 'body', pointer: jsonPointer(path) }, rule, detail)],
  });
}
