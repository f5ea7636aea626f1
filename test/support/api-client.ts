/** The API on a database of its own, over real HTTP, with a clock that a test moves and one account per office. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../api/app.ts';
import type { AppDeps } from '../../api/deps.ts';
import { findPages } from '../../api/pages/page-files.ts';
import { startHttpServer } from '../../api/http-server.ts';
import { createSessionCookie } from '../../api/http/session-token.ts';
import { createReads } from '../../api/reads.ts';
import { allRoutes } from '../../api/routes/all.ts';
import { createSignInLimits } from '../../api/sign-in-limits.ts';
import type { z } from 'zod';
import { sessionSchema } from '../../api/schemas/sessions.ts';
import { problemSchema } from '../../api/schemas/problem.ts';
import { createCalendars } from '../../engine/calendars.ts';
import { createChangeFeed } from '../../engine/change-feed.ts';
import { createPool, type Pool } from '../../engine/database.ts';
import { createDefinitionStore } from '../../engine/definition-store.ts';
import { createDirectory, type Directory } from '../../engine/directory.ts';
import { createEngine } from '../../engine/execute.ts';
import { createFileStore } from '../../engine/files.ts';
import { createHistory } from '../../engine/history.ts';
import { createPasswords } from '../../engine/passwords.ts';
import { createProjector } from '../../engine/projector.ts';
import { createDefinitionPublisher } from '../../engine/publish-definition.ts';
import { createSessions } from '../../engine/sessions.ts';
import { createStandIns } from '../../engine/stand-ins.ts';
import { verifyProgramme } from '../../engine/verify.ts';
import type { Definition, OfficeDefinition } from '../../domain/definition/types.ts';
import type { Clock } from '../../platform/clock.ts';
import { createLogger } from '../../platform/logger.ts';
import { projectPath } from '../../platform/paths.ts';
import { createMetrics } from '../../platform/metrics.ts';
import { createCatalogue, type Catalogue } from '../../programmes/catalogue.ts';
import { createTestDatabase } from './servers-database.ts';
import { withDefinitions } from './rollout-plan.ts';

export const PASSWORD = 'a good long password';
export const ADMINISTRATORS = ['system-admin', 'security-admin', 'audit-admin'] as const;

export interface TestClock extends Clock {
  set(instant: string): void;
}

export function createTestClock(start: string): TestClock {
  let now = new Date(start);
  return {
    now: () => new Date(now),
    set: (instant) => {
      now = new Date(instant);
    },
  };
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed JSON; undefined for anything else. */
  readonly body: unknown;
}

export interface ApiRequest {
  readonly as?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestApi {
  readonly url: string;
  readonly clock: TestClock;
  readonly pool: Pool;
  /** Of the same database, as its owner. */
  readonly adminUrl: string;
  readonly deps: AppDeps;
  /** Sends a request, signed in as an account where one is given, and judges the answer by the route's schema. */
  send(method: string, path: string, request?: ApiRequest): Promise<ApiAnswer>;
  /** A GET that succeeds, its body in the schema's type. */
  read<T extends z.ZodType>(schema: T, path: string, request?: ApiRequest): Promise<z.output<T>>;
  tokenOf(account: string): Promise<string>;
  /** Moves the clock from moment to moment of a programme and performs each, as the worker would, up to an instant. */
  passTime(programmeId: string, until: string): Promise<void>;
  close(): Promise<void>;
}

export interface TestApiOptions {
  readonly now?: string;
  readonly overrides?: Partial<AppDeps>;
  readonly limits?: Parameters<typeof createSignInLimits>[1];
  /** The catalogue that ships with the program when left out. */
  readonly catalogue?: Catalogue;
  /** Published besides those that ship with the program; their offices have accounts as well. */
  readonly definitions?: readonly Definition[];
  /** The definition whose offices get accounts; Langxia's when left out. */
  readonly seed?: string;
}

/** Accounts named as the offices of the definition, and the three administrators, all with `PASSWORD`. */
export async function createTestApi(options: TestApiOptions = {}): Promise<TestApi> {
  const database = await createTestDatabase();
  const home = mkdtempSync(join(tmpdir(), 'milepost-api-'));
  const pool = createPool(database.appUrl, { size: 10 });
  const clock = createTestClock(options.now ?? '2026-03-02T01:00:00.000Z');
  const { limits, definitions } = options;
  const given = {
    ...(limits === undefined ? {} : { limits }),
    ...(definitions === undefined ? {} : { definitions }),
  };
  const deps = {
    ...createDeps({ pool, clock, home, ...given, catalogue: options.catalogue }),
    ...options.overrides,
  };
  const definition = deps.catalogue.latest(options.seed ?? 'langxia-transition');
  if (definition === undefined) throw new Error('the plan is missing');
  await seedPeople(deps, [definition, ...(options.definitions ?? [])]);
  const server = await startHttpServer(createApp(deps), {
    host: '127.0.0.1',
    port: 0,
    drainMs: 1000,
  });
  const url = `http://127.0.0.1:${server.port}`;
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (account: string): Promise<string> => {
    const known = tokens.get(account) ?? signIn(url, account);
    tokens.set(account, known);
    return known;
  };
  const send: TestApi['send'] = async (method, path, request = {}) => {
    const token = request.as === undefined ? undefined : await tokenOf(request.as);
    const bearer = token === undefined ? {} : { token };
    const answer = await sendRequest(url, { method, path, ...request, ...bearer });
    if (method === 'DELETE' && answer.status === 204) tokens.delete(request.as ?? '');
    return answer;
  };
  return {
    url,
    clock,
    pool,
    adminUrl: database.adminUrl,
    deps,
    tokenOf,
    send,
    read: async (schema, path, request) => {
      const answer = await send('GET', path, request);
      if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${answer.text}`);
      return schema.parse(answer.body);
    },
    passTime: (programmeId, until) => passTime({ deps, clock }, programmeId, until),
    close: async () => {
      deps.changes.close();
      await server.close();
      await pool.end();
      await database.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function passTime(
  { deps, clock }: { readonly deps: AppDeps; readonly clock: TestClock },
  programmeId: string,
  until: string,
): Promise<void> {
  let plan = await deps.engine.nextMoment(programmeId);
  while (plan !== null && plan.next !== null && plan.next.dueMs <= Date.parse(until)) {
    if (plan.next.dueMs > clock.now().getTime()) {
      clock.set(new Date(plan.next.dueMs).toISOString());
    }
    plan = await deps.engine.perform(programmeId, plan.next.moment);
  }
  clock.set(until);
}

function createDeps(around: {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly home: string;
  readonly limits?: TestApiOptions['limits'];
  readonly definitions?: TestApiOptions['definitions'];
  readonly catalogue: Catalogue | undefined;
}): AppDeps {
  const { pool, clock, home } = around;
  const log = createLogger({ name: 'test-api', level: 'fatal' });
  const catalogue = withDefinitions(
    around.catalogue ?? createCatalogue(),
    around.definitions ?? [],
  );
  const definitions = createDefinitionStore({ pool, clock, catalogue });
  const passwords = createPasswords();
  const lifetimes = { idleMinutes: 60 * 24 * 365, absoluteMinutes: 60 * 24 * 365 };
  return {
    engine: createEngine({ pool, clock, catalogue, email: false, log }),
    changes: createChangeFeed({ pool, clock, log }),
    pages: findPages(projectPath('dist', 'web')),
    reads: createReads(pool),
    standIns: createStandIns({ pool, clock }),
    sessions: createSessions({ pool, clock, passwords, lifetimes }),
    limits: createSignInLimits(pool, around.limits),
    directory: createDirectory({ pool, clock }),
    calendars: createCalendars({ pool, clock, catalogue }),
    hashPassword: (password) => passwords.hash(password),
    files: createFileStore({ pool, home, limits: { maxBytes: 1024 * 1024 }, clock, log }),
    catalogue,
    definitions,
    publisher: createDefinitionPublisher({ pool, clock, definitions }),
    projector: createProjector({ clock }),
    verify: (programmeId) => verifyProgramme(pool, programmeId),
    history: createHistory({ pool }),
    inspector: {
      healthy: () => Promise.resolve(false),
      inspect: ({ programmeId }) =>
        Promise.resolve({
          workflowId: `programme/${programmeId}`,
          reachable: false,
          agrees: false,
          differences: [],
        }),
    },
    readiness: [{ name: 'database', vital: true, passes: () => Promise.resolve(true) }],
    registry: createMetrics('test'),
    clock,
    log,
    filesPerDeliverable: 3,
    publicUrl: undefined,
    trustedProxies: 0,
    cookie: createSessionCookie(undefined),
  };
}

export async function seedPeople(
  { directory, hashPassword }: Pick<AppDeps, 'directory' | 'hashPassword'>,
  definitions: readonly Definition[],
): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD);
  for (const { key, title } of officesIn(definitions)) {
    await settled(directory.defineOffice({ key, title }, setup()));
    await registerAccount(directory, { account: key, name: title, passwordHash });
    await settled(
      directory.assignOffice(
        { office: key, account: key, from: '2000-01-01T00:00:00.000Z' },
        setup(),
      ),
    );
  }
  for (const role of ADMINISTRATORS) {
    const name = { zh: role, en: role };
    await registerAccount(directory, { account: role, name, passwordHash, roles: [role] });
  }
  const name = { zh: '局外人', en: 'Outsider' };
  await registerAccount(directory, { account: 'outsider', name, passwordHash });
}

/** Offices of the same key are one office of the organisation. */
function officesIn(definitions: readonly Definition[]): readonly OfficeDefinition[] {
  const offices = definitions.flatMap((definition) => definition.offices);
  return [...new Map(offices.map((office) => [office.key, office])).values()];
}

async function registerAccount(
  directory: Directory,
  person: Pick<Parameters<Directory['registerPerson']>[0], 'account' | 'name' | 'passwordHash'> & {
    readonly roles?: readonly (typeof ADMINISTRATORS)[number][];
  },
): Promise<void> {
  const plain = { email: null, locale: 'zh', roles: [] } as const;
  await settled(directory.registerPerson({ ...plain, ...person }, setup()));
}

function setup(): { by: string; key: { scope: string; id: string; bodyHash: string } } {
  return { by: 'setup', key: { scope: 'setup', id: randomUUID(), bodyHash: '0'.repeat(64) } };
}

async function settled(change: Promise<{ readonly kind: string }>): Promise<void> {
  const { kind } = await change;
  if (kind !== 'done') throw new Error(`the directory answered ${kind}`);
}

async function signIn(url: string, account: string): Promise<string> {
  const answer = await sendRequest(url, {
    method: 'POST',
    path: '/v1/sessions',
    body: { account, password: PASSWORD },
  });
  if (answer.status !== 201) throw new Error(`${account} cannot sign in: ${answer.text}`);
  return sessionSchema.parse(answer.body).token;
}

async function sendRequest(
  url: string,
  request: ApiRequest & { readonly method: string; readonly path: string; readonly token?: string },
): Promise<ApiAnswer> {
  const { method, path, body, token } = request;
  const response = await fetch(`${url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...request.headers,
    },
    ...(body === undefined ? {} : { body: asBody(body) }),
  });
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  const answer: ApiAnswer = {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson && text !== '' ? (JSON.parse(text) as unknown) : undefined,
  };
  judge(method, path, answer);
  return answer;
}

function asBody(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}

/** Every answer of every test satisfies the schema that the document promises. */
function judge(method: string, path: string, answer: ApiAnswer): void {
  if (answer.body === undefined) return;
  if (answer.status >= 400) {
    problemSchema.parse(answer.body);
    return;
  }
  const [bare = ''] = path.split('?', 1);
  const route = allRoutes.find(
    (candidate) => candidate.method === method.toLowerCase() && pattern(candidate.path).test(bare),
  );
  const parsed = route?.answers[answer.status]?.schema?.safeParse(answer.body);
  if (parsed?.success === false) {
    throw new Error(`${method} ${path} does not answer as documented: ${parsed.error.message}`);
  }
}

function pattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
