/** The desk over HTTP: every act is a request of the account that holds the office, as a person's browser would send it. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { disclosureExample } from '../../domain/definition/disclosure.ts';
import { phaseOf } from '../../domain/definition/phase-of.ts';
import type { Definition, DeliverableDefinition } from '../../domain/definition/types.ts';
import { StartupError } from '../../platform/startup-error.ts';
import type { Desk, EventSeen, HandIn, ProgrammeSeen, Signature } from './desk.ts';
import { reportAll } from './report-all.ts';

const ATTEMPTS = 6;
const RETRY_MS = 250;
const ANSWER_MS = 10_000;
const PAGE = 200;
/** Others, or the clock, were faster: what this office would have said or handed in is not needed any more. */
const OVERTAKEN: readonly string[] = [
  'slot-not-open',
  'step-not-open',
  'stale-round',
  'phase-not-open',
  'period-over',
  'period-not-begun',
  'signing-under-way',
  'deliverable-not-owed',
];

export interface HttpDeskDeps {
  readonly address: string;
  readonly definition: Definition;
  readonly programmeId: string;
  /** Office key → token of a session of its account. */
  readonly tokens: ReadonlyMap<string, string>;
}

/** A request that the API refused, with the problem that it gave. */
export class RefusedRequest extends Error {
  override readonly name = 'RefusedRequest';
  readonly code: string;
  /** Every rule that the input broke, with its place in it. */
  readonly faults: readonly RequestFault[];

  constructor(request: string, problem: Problem) {
    super(`${request}: ${problem.code}: ${problem.detail}`);
    this.code = problem.code;
    this.faults = problem.faults;
  }
}

export interface RequestFault {
  readonly pointer: string;
  readonly detail: string;
}

interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly faults: readonly RequestFault[];
}

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
}

export function createHttpDesk(deps: HttpDeskDeps): Desk {
  const path = `/v1/programmes/${deps.programmeId}`;
  const as = (office: string): string => {
    const token = deps.tokens.get(office);
    if (token === undefined) throw new Error(`nobody holds ${office}`);
    return token;
  };
  const owner = as(deps.definition.owner);
  return {
    look: () => callApi<ProgrammeSeen>(deps.address, { method: 'GET', path, token: owner }),
    eventsAfter: (position) => readEvents(deps.address, { path, token: owner, position }),
    handIn: async (act) => {
      const place = `phases/${act.phase}/deliverables/${act.deliverable}`;
      const body = contentOf(act, deps.definition);
      const token = as(act.office);
      await unlessOvertaken(
        callApi(deps.address, { method: 'PUT', path: `${path}/${place}`, token, body }),
      );
    },
    sign: (act) => sign(deps, act, as(act.office)),
    record: ({ ballot, ...place }) =>
      actOnTask(deps, { ...place, verb: 'ballots', body: ballot }, as(place.office)),
    report: (act) => {
      const { definition, programmeId, address } = deps;
      const token = as(act.office);
      return reportAll(
        { definition, programmeId, call: (request) => callApi(address, { ...request, token }) },
        act,
      );
    },
  };
}

/**
 * Asks the API; an answer that says to come back later is followed with the same idempotency key.
 * @throws RefusedRequest for any other refusal.
 */
export async function callApi<T>(address: string, request: ApiRequest): Promise<T> {
  const { method, path, token, body } = request;
  const headers = {
    accept: 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
  };
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  for (let attempt = 1; ; attempt += 1) {
    const answer = await answerTo(`${address}${path}`, init);
    if (answer?.ok === true) return answer.body as T; // the API's own document says what its answers are
    if (answer !== null && answer.status !== 503) {
      throw new RefusedRequest(`${method} ${path}`, problemOf(answer.body));
    }
    if (attempt === ATTEMPTS) throw new StartupError(`The API does not answer ${method} ${path}.`);
    await delay(RETRY_MS * attempt);
  }
}

interface Answer {
  readonly ok: boolean;
  readonly status: number;
  readonly body: unknown;
}

/** Null when the connection broke or nothing came in time: whether it was done is then unknown, and asking again is safe. */
async function answerTo(url: string, init: RequestInit): Promise<Answer | null> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_MS) });
    return { ok: response.ok, status: response.status, body: await response.json() };
  } catch {
    return null;
  }
}

function sign(deps: HttpDeskDeps, act: Signature, token: string): Promise<void> {
  const { decision, opinion, returnTo, ...place } = act;
  const body = { decision, opinion, returnTo };
  return actOnTask(deps, { ...place, verb: 'decisions', body }, token);
}

interface TaskAct extends Pick<Signature, 'office' | 'phase' | 'round' | 'step'> {
  readonly verb: 'decisions' | 'ballots';
  readonly body: unknown;
}

async function actOnTask(deps: HttpDeskDeps, act: TaskAct, token: string): Promise<void> {
  const task = [deps.programmeId, act.phase, act.round, act.step, act.office].join('.');
  const path = `/v1/tasks/${task}/${act.verb}`;
  await unlessOvertaken(callApi(deps.address, { method: 'POST', path, token, body: act.body }));
}

async function unlessOvertaken(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (!(error instanceof RefusedRequest) || !OVERTAKEN.includes(error.code)) throw error;
  }
}

async function readEvents(
  address: string,
  from: { readonly path: string; readonly token: string; readonly position: number },
): Promise<readonly EventSeen[]> {
  const events: EventSeen[] = [];
  for (;;) {
    const after = from.position + events.length;
    const page = await callApi<{ readonly items: readonly EventSeen[] }>(address, {
      method: 'GET',
      path: `${from.path}/events?after=${after}&limit=${PAGE}`,
      token: from.token,
    });
    events.push(...page.items);
    if (page.items.length < PAGE) return events;
  }
}

function contentOf(act: HandIn, definition: Definition): { note: string; data?: unknown } {
  const deliverable = phaseOf(definition, act.phase)?.deliverables.find(
    ({ key }) => key === act.deliverable,
  );
  const note = noteOf(deliverable);
  if (deliverable?.disclosure !== undefined && act.postedOn !== undefined) {
    return { note, data: disclosureExample(deliverable.disclosure, act.postedOn) };
  }
  return act.example === undefined ? { note } : { note, data: act.example };
}

function noteOf(deliverable: DeliverableDefinition | undefined): string {
  if (deliverable === undefined) return '演练稿 (rehearsal copy)';
  return `${deliverable.title.zh}（演练稿）\n${deliverable.title.en} (rehearsal copy)`;
}

function problemOf(answer: unknown): Problem {
  const problem: Readonly<Record<string, unknown>> =
    typeof answer === 'object' && answer !== null ? { ...answer } : {};
  return {
    code: typeof problem['code'] === 'string' ? problem['code'] : 'unknown',
    detail: typeof problem['detail'] === 'string' ? problem['detail'] : '',
    faults: Array.isArray(problem['errors']) ? (problem['errors'] as RequestFault[]) : [], // as the API's document says
  };
}
