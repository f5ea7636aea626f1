/**
 * A caller that keeps its promises to itself: each act has one Idempotency-Key, and while its outcome is unknown (the connection broke,
 * or the API says 503) the same request is sent again. Everything it saw is kept for the checker.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

const RETRY_MS = 60;
const GIVE_UP_MS = 75_000;
/** Longer than anything the API allows itself; a request that takes so long hangs. */
const HANG_MS = 20_000;

/** One request and what came of it. */
export interface Exchange {
  readonly request: string;
  /** `lost`: the connection was refused or broke. `hung`: no answer in time. */
  readonly status: number | 'lost' | 'hung';
  readonly ms: number;
  readonly contentType: string;
  readonly retryAfter: string | null;
  /** Of a problem document. */
  readonly code: string;
}

/** An act and its certain outcome. */
export interface Operation {
  readonly key: string;
  readonly path: string;
  readonly body: unknown;
  /** How many times it was sent. */
  readonly attempts: number;
  readonly status: number;
  readonly answer: Body;
}

export interface Ask {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
  /** Left out, a new one. */
  readonly key?: string;
}

export type Body = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly body: Body;
}

export type Attempt = Exchange & { readonly body: Body };

export interface ChaosClient {
  /** Until the outcome is certain. */
  send(ask: Ask): Promise<Answer>;
  /** One request, whatever comes of it. */
  try(ask: Ask): Promise<Attempt>;
  /** A GET that must succeed. */
  get<T>(path: string, token: string): Promise<T>;
  readonly exchanges: readonly Exchange[];
  readonly operations: readonly Operation[];
  /** From now on every request fails: for the end of a test that has failed. */
  giveUp(): void;
}

/** @param addressOf where to send the next request; asked each time. */
export function createChaosClient(addressOf: () => string): ChaosClient {
  const exchanges: Exchange[] = [];
  const operations: Operation[] = [];
  let over = false;

  const once = async (ask: Ask): Promise<Attempt> => {
    if (over) throw new Error('the caller has given up');
    const made = await exchange(addressOf(), ask);
    exchanges.push(made);
    return made;
  };
  const send = async (asked: Ask): Promise<Answer> => {
    const ask = asked.method === 'GET' ? asked : { ...asked, key: asked.key ?? randomUUID() };
    const deadline = performance.now() + GIVE_UP_MS;
    for (let attempts = 1; ; attempts += 1) {
      const { status, body } = await once(ask);
      if (typeof status === 'number' && status !== 503) {
        if (ask.key !== undefined) {
          operations.push({
            key: ask.key,
            path: ask.path,
            body: ask.body,
            attempts,
            status,
            answer: body,
          });
        }
        return { status, body };
      }
      if (performance.now() > deadline) throw new Error(`${ask.path} had no certain outcome`);
      await delay(RETRY_MS);
    }
  };
  return {
    send,
    try: once,
    get: async <T>(path: string, token: string) => {
      const { status, body } = await send({ method: 'GET', path, token });
      if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`);
      return body as T; // the API's own document says what its answers are
    },
    exchanges,
    operations,
    giveUp: () => {
      over = true;
    },
  };
}

async function exchange(address: string, ask: Ask): Promise<Attempt> {
  const begun = performance.now();
  const seen = (status: Exchange['status'], headers?: Headers, text = ''): Attempt => {
    const body = parse(text);
    return {
      request: `${ask.method} ${ask.path}`,
      status,
      ms: performance.now() - begun,
      contentType: headers?.get('content-type') ?? '',
      retryAfter: headers?.get('retry-after') ?? null,
      code: typeof body['code'] === 'string' ? body['code'] : '',
      body,
    };
  };
  try {
    const response = await fetch(`${address}${ask.path}`, requestOf(ask));
    return seen(response.status, response.headers, await response.text());
  } catch (error) {
    return seen(error instanceof Error && error.name === 'TimeoutError' ? 'hung' : 'lost');
  }
}

function requestOf({ method, token, body, key }: Ask): RequestInit {
  return {
    method,
    headers: {
      accept: 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(HANG_MS),
  };
}

function parse(text: string): Body {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
