/** A process that makes HTTP requests: so many callers at once, each on a connection that is kept alive, each waiting for its answer. */
import { Pool } from 'undici';
import { serve } from './serve.ts';

export interface CallerJob {
  readonly origin: string;
  readonly callers: number;
  readonly requests: readonly CallerRequest[];
  readonly expectedStatus: number;
}

export interface CallerRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly token: string;
  readonly key?: string;
  readonly body?: string;
}

export interface CallerReport {
  readonly seconds: number;
  /** Milliseconds of each request, in no particular order. */
  readonly latencies: readonly number[];
}

serve({ call });

/** @throws Error at the first answer with another status: a figure that counts refusals would be worth nothing. */
async function call(job: CallerJob): Promise<CallerReport> {
  const pool = new Pool(job.origin, { connections: job.callers, pipelining: 1 });
  const latencies: number[] = [];
  const waiting = job.requests.values();
  const lane = async (): Promise<void> => {
    for (const request of waiting) latencies.push(await send(pool, request, job.expectedStatus));
  };
  const begun = performance.now();
  try {
    await Promise.all(Array.from({ length: job.callers }, lane));
    return { seconds: (performance.now() - begun) / 1000, latencies };
  } finally {
    await pool.close();
  }
}

async function send(pool: Pool, request: CallerRequest, expected: number): Promise<number> {
  const { method, path, token, key, body } = request;
  const begun = performance.now();
  const answer = await pool.request({
    method,
    path,
    headers: {
      authorization: `Bearer ${token}`,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body ?? null,
  });
  const text = await answer.body.text();
  const ms = performance.now() - begun;
  if (answer.statusCode !== expected) {
    throw new Error(`${method} ${path} answered ${answer.statusCode}: ${text}`);
  }
  return ms;
}
