/** Parses the parts of a request by the route's schemas and refuses everything that they do not name. */
import { createHash, randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Request } from 'express';
import type { z } from 'zod';
import { ProblemError, type InputFault } from '../problems.ts';
import { inputFault, inputFaults } from '../problems/input-faults.ts';
import { readJson } from './read-json.ts';
import type { Input, Route } from './route.ts';

const COMMAND_ID = /^[\x20-\x7e]{1,255}$/;
const POSITION_TAG = /^"(\d{1,15})"$/;

type Parsed = Pick<
  Input,
  'params' | 'query' | 'body' | 'commandId' | 'bodyHash' | 'expectedPosition'
>;

/** Throws `not-found` for a path that names nothing possible and `invalid-request` for the rest. */
export async function parseRequest(route: Route, request: Request): Promise<Parsed> {
  const params = parseParams(route, request);
  const query = parseQuery(route, request.url);
  const commandId = route.idempotent === true ? commandIdOf(request.headers) : null;
  const expectedPosition = route.conditional === true ? positionOf(request.headers) : null;
  const body = await parseBody(route, request);
  return {
    params,
    query,
    body,
    commandId,
    bodyHash: route.idempotent === true ? hashOf(request, body) : '',
    expectedPosition,
  };
}

function parseParams(route: Route, request: Request): unknown {
  for (const value of Object.values(request.params)) {
    if (value.includes('\u0000')) throw refuseOne('path', '', 'characters');
  }
  if (route.params === undefined) return undefined;
  const parsed = route.params.safeParse({ ...request.params });
  if (!parsed.success) throw new ProblemError('not-found');
  return parsed.data;
}

function parseQuery(route: Route, url: string): unknown {
  const mark = url.indexOf('?');
  const given = new Map<string, string>();
  if (mark !== -1 && mark < url.length - 1) {
    for (const [name, value] of new URLSearchParams(url.slice(mark + 1))) {
      if (given.has(name)) throw refuseOne('query', `/${name}`, 'once');
      if (value.includes('\u0000')) throw refuseOne('query', `/${name}`, 'characters');
      given.set(name, value);
    }
  }
  if (route.query !== undefined) {
    return parsePart(route.query, 'query', Object.fromEntries(given));
  }
  const faults = [...given.keys()].map((name) => unknownParameter(name));
  if (faults.length > 0) throw new ProblemError('invalid-request', { errors: faults });
  return undefined;
}

async function parseBody(route: Route, request: Request): Promise<unknown> {
  if (route.upload === true) return undefined;
  const body =
    request.method === 'GET' || request.method === 'HEAD' ? undefined : await readJson(request);
  if (route.body !== undefined) return parsePart(route.body, 'body', body);
  if (body !== undefined && !isEmptyObject(body)) throw refuseOne('body', '', 'none');
  return undefined;
}

function isEmptyObject(body: unknown): boolean {
  return typeof body === 'object' && body !== null && Object.keys(body).length === 0;
}

function parsePart(schema: z.ZodType, part: InputFault['in'], value: unknown): unknown {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new ProblemError('invalid-request', { errors: inputFaults(parsed.error, part) });
}

function commandIdOf(headers: IncomingHttpHeaders): string {
  const given = headers['idempotency-key'];
  if (given === undefined) return randomUUID();
  if (typeof given === 'string' && COMMAND_ID.test(given)) return given;
  throw refuseOne('header', '/idempotency-key', 'characters');
}

function positionOf(headers: IncomingHttpHeaders): number | null {
  const given = headers['if-match'];
  if (given === undefined || given === '*') return null;
  const position = POSITION_TAG.exec(given)?.[1];
  if (position === undefined) throw refuseOne('header', '/if-match', 'position');
  return Number(position);
}

// zod gives the members of a parsed body in the order of the schema, so white space and order of the sent text do not matter.
function hashOf(request: Request, body: unknown): string {
  const path = request.url.split('?', 1)[0] ?? '';
  return createHash('sha256')
    .update(`${request.method} ${path}\n${body === undefined ? '' : JSON.stringify(body)}`)
    .digest('hex');
}

const RULES = {
  characters: {
    zh: '含有不允许的字符，或长度不对。',
    en: 'It has a character that is not allowed, or a wrong length.',
  },
  once: { zh: '只能出现一次。', en: 'It may stand only once.' },
  none: { zh: '此请求不带内容。', en: 'This request takes no body.' },
  position: {
    zh: '须是 ETag 给出的版本，如 "12"。',
    en: 'It must be a version as ETag gives it, such as "12".',
  },
} as const;

function refuseOne(
  part: InputFault['in'],
  pointer: string,
  rule: keyof typeof RULES,
): ProblemError {
  return new ProblemError('invalid-request', {
    errors: [inputFault({ in: part, pointer }, rule, RULES[rule])],
  });
}

function unknownParameter(name: string): InputFault {
  return inputFault({ in: 'query', pointer: `/${name}` }, 'unknown', {
    zh: '没有这个参数。',
    en: 'There is no such parameter.',
  });
}
