import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Route } from '../../../api/http/route.ts';
import { allRoutes } from '../../../api/routes/all.ts';
import { createTestApi, sha256, type ApiRequest, type TestApi } from '../../support/api-client.ts';
import { handInAll, startLangxia } from '../../support/api-acts.ts';

const RUNS_PER_ROUTE = 30;

let api: TestApi;
let id: string;

beforeAll(async () => {
  api = await createTestApi();
}, 60_000);
// An attack may happen to be a good request that ends the programme, so each route has one of its own.
beforeEach(async () => {
  id = await startLangxia(api);
  await handInAll(api, id, 'survey');
});
afterAll(async () => {
  await api.close();
});

const HOSTILE_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202egpj.exe',
  '%00',
  '%2e%2e%2f',
  '../../etc/passwd',
  "' OR 1=1 --",
  '"; DROP TABLE events; --',
  '$(id)',
  '{{7*7}}',
  '<script>alert(1)</script>',
  'a\r\nSet-Cookie: x=y',
  '__proto__',
  'constructor',
  '𠮷'.repeat(300),
  'x'.repeat(20_000),
  '9'.repeat(400),
  '2013-02-30',
  '-1',
  '1e999',
  'null',
  'NaN',
] as const;

const hostileText = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e308, 2 ** 53, [], {}, [[]], [null]),
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(1, 62, 63, 64, 65, 500).map((depth) => nested(depth)),
);

/** Bodies that would be good, to be spoilt in one place. */
const GOOD_BODIES: Readonly<Record<string, unknown>> = {
  '/v1/sessions': { account: 'mayor', password: 'wrong, of course' },
  '/v1/definitions/validations': { key: 'x', version: 1, phases: [{ key: 'a', steps: [{}] }] },
  '/v1/programmes': {
    definition: { key: 'langxia-transition', version: 1 },
    startsOn: '2026-03-02',
    title: '试点',
    clock: { speed: 100 },
    offices: { mayor: 'mayor' },
  },
  '/v1/programmes/{id}/returns': { phase: 'survey', returnTo: 'survey', reason: '重报' },
  '/v1/programmes/{id}/withdrawals': { reason: '停' },
  '/v1/programmes/{id}/terminations': { reason: '停' },
  '/v1/programmes/{id}/phases/{phase}/deliverables/{deliverable}': {
    note: '说明',
    data: { rows: [{ a: 1 }] },
    files: [{ sha256: 'a'.repeat(64), name: 'a.pdf' }],
  },
  '/v1/tasks/{id}/decisions': { decision: 'approve', opinion: '同意' },
  '/v1/tasks/{id}/withdrawals': { reason: '再看' },
  '/v1/escalations/{id}/answers': { answer: '马上' },
  '/v1/notifications/{id}/reads': {},
  '/v1/people': {
    account: 'someone',
    name: { zh: '某', en: 'Some' },
    email: 'a@b.cn',
    locale: 'zh',
    password: 'a long password here',
  },
  '/v1/offices/{key}/appointments': {
    account: 'outsider',
    from: '2026-03-02T00:00:00Z',
    until: null,
  },
  '/v1/appointments/{id}/endings': { until: '2026-03-02T00:00:00Z' },
};

const QUERY_NAMES = [
  'after',
  'limit',
  'scope',
  'status',
  'programme',
  'phase',
  'unread',
  'name',
  '__proto__',
];
const CALLERS = [
  undefined,
  'mayor',
  'group-office',
  'labour-office',
  'system-admin',
  'security-admin',
];

interface Attack {
  readonly path: string;
  readonly request: ApiRequest;
}

function attackOn(route: Route): fc.Arbitrary<Attack> {
  return fc
    .record({
      segments: fc.array(fc.option(hostileText, { freq: 3 }), { minLength: 3, maxLength: 3 }),
      query: fc.option(
        fc.dictionary(fc.constantFrom(...QUERY_NAMES), hostileText, { maxKeys: 2 }),
        { freq: 2 },
      ),
      body: bodyFor(route),
      as: fc.constantFrom(...CALLERS),
      headers: fc.dictionary(
        fc.constantFrom('idempotency-key', 'if-match', 'accept-language', 'x-forwarded-for'),
        fc.string({ unit: 'grapheme-ascii', maxLength: 300 }),
        { maxKeys: 2 },
      ),
    })
    .map(({ segments, query, body, as, headers }) => ({
      path: `${pathFor(route, segments)}${queryFor(query)}`,
      request: {
        headers,
        ...(as === undefined ? {} : { as }),
        ...(body === undefined ? {} : { body }),
      },
    }));
}

function bodyFor(route: Route): fc.Arbitrary<unknown> {
  if (route.method === 'get') return fc.constant(undefined);
  if (route.upload === true) return fc.uint8Array({ maxLength: 200 });
  const good = GOOD_BODIES[route.path];
  return fc.oneof(
    hostileValue.map((value) => JSON.stringify(value)),
    fc
      .record({ place: fc.nat(), value: hostileValue })
      .map(({ place, value }) => JSON.stringify(spoil(good, place, value))),
    hostileText,
    fc.constant(`${'['.repeat(50_000)}${']'.repeat(50_000)}`),
  );
}

/** Another value in one of the places of a good body. */
function spoil(good: unknown, place: number, value: unknown): unknown {
  const paths = pathsOf(good);
  const chosen = paths[place % paths.length] ?? [];
  return replaceAt(good, chosen, value);
}

function pathsOf(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [
    [],
    ...Object.entries(value).flatMap(([key, member]) =>
      pathsOf(member).map((path) => [key, ...path]),
    ),
  ];
}

function replaceAt(target: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined || typeof target !== 'object' || target === null) return value;
  const entries = Object.entries(target).map(([name, member]: [string, unknown]) => [
    name,
    name === key ? replaceAt(member, rest, value) : member,
  ]);
  return Array.isArray(target) ? entries.map(([, member]) => member) : Object.fromEntries(entries);
}

function pathFor(route: Route, segments: readonly (string | null)[]): string {
  let next = 0;
  return route.path.replaceAll(/\{(\w+)\}/g, (_match, name: string) => {
    const given = segments[next] ?? null;
    next += 1;
    if (given !== null) return encode(given) || '%20';
    if (name !== 'id')
      return { phase: 'survey', deliverable: 'work-plan', sha256: sha256('x') }[name] ?? 'x';
    if (route.path.startsWith('/v1/tasks')) return `${id}.survey.1.offices.finance-office`;
    return route.path.startsWith('/v1/escalations') ? `${id}.survey.1.urge` : id;
  });
}

function queryFor(query: Readonly<Record<string, string>> | null): string {
  if (query === null) return '';
  return `?${Object.entries(query)
    .map(([name, value]) => `${name}=${encode(value).slice(0, 4000)}`)
    .join('&')}`;
}

/** Half a surrogate pair has no UTF-8. A dot alone would be taken for the folder by the client. */
function encode(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '?').slice(0, 3000)).replace(
    /^\.+$/,
    '%2E',
  );
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

async function recorded(): Promise<string> {
  const { rows } = await api.pool.query<{ state: string }>(
    `SELECT concat_ws('/', (SELECT count(*) FROM events), (SELECT count(*) FROM programmes), (SELECT count(*) FROM people),
            (SELECT count(*) FROM holdings), (SELECT count(*) FROM commands), (SELECT count(*) FROM files)) AS state`,
  );
  return rows[0]?.state ?? '';
}

describe('hostile input', () => {
  // What lasts has tests of its own; see changes.test.ts.
  const routes = allRoutes.filter(({ lasting }) => lasting !== true);
  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s breaks nothing, gets in nowhere, and writes nothing when it is refused',
    async (_name, route) => {
      await fc.assert(
        fc.asyncProperty(attackOn(route), async ({ path, request }) => {
          const before = await recorded();
          const answer = await api.send(route.method.toUpperCase(), path, {
            ...request,
            headers: sendable(request.headers ?? {}),
          });
          expect(answer.status).toBeLessThan(500);
          if (request.as === undefined && route.permission !== 'public') {
            expect([400, 401, 404]).toContain(answer.status);
          }
          if (answer.status >= 400) expect(await recorded()).toBe(before);
        }),
        { numRuns: RUNS_PER_ROUTE },
      );
    },
    60_000,
  );

  it('leaves the record whole', async () => {
    const { body } = await api.send('GET', `/v1/audit/verification?programme=${id}`, {
      as: 'audit-admin',
    });
    expect(body).toMatchObject({ ok: true });
  });
});

/** A client refuses to send a header with a line break or a blank at its ends. */
function sendable(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.trim()]));
}
