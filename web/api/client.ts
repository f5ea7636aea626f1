/** The API as the pages know it: calls typed by its own document, and refusals as `Problem`. */
import createClient, { type Middleware } from 'openapi-fetch';
import { readerLanguage } from '../app/language.ts';
import type { components, paths } from './schema.d.ts';
import { Problem, problemOf } from './problem.ts';

export type Schemas = components['schemas'];

/** Sends what the reader wants to read, and gives every act a key, so that the browser may send it again. */
const manners: Middleware = {
  onRequest: ({ request }) => {
    request.headers.set('Accept-Language', readerLanguage());
    if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) {
      request.headers.set('Idempotency-Key', crypto.randomUUID());
    }
    return request;
  },
  onResponse: async ({ response }) => {
    if (!response.ok) throw await problemOf(response);
  },
  onError: ({ error }) =>
    new Problem({ status: 0, code: 'unreachable', title: '', detail: '' }, error),
};

export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' });
api.use(manners);

/** The same API in the session of somebody else, beside that of the page, which neither sends nor changes it. */
export function apiAs(token: string): typeof api {
  const headers = { Authorization: `Bearer ${token}` };
  const client = createClient<paths>({ baseUrl: '/', credentials: 'omit', headers });
  client.use(manners);
  return client;
}

/** The body of an answer. @throws Problem when the API refused; the middleware has thrown it already. */
export async function bodyOf<T>(answer: Promise<{ readonly data?: T }>): Promise<T> {
  const { data } = await answer;
  if (data === undefined) throw new Error('the answer has no body');
  return data;
}
