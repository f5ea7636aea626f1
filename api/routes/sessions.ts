/** Signing in and out, and who one is. */
import type { AppDeps } from '../deps.ts';
import { personOf, route, type Route } from '../http/route.ts';
import type { SignedIn } from '../http/context.ts';
import { tokenOf } from '../http/session-token.ts';
import { ProblemError } from '../problems.ts';
import type { PersonWithOffices } from '../reads.ts';
import {
  currentSessionSchema,
  ownSessionList,
  personSchema,
  sessionParams,
  sessionSchema,
  signInBody,
} from '../schemas/sessions.ts';

const signIn = route({
  method: 'post',
  path: '/v1/sessions',
  operationId: 'signIn',
  summary: 'Sign in with account and password',
  tag: 'Sessions',
  permission: 'public',
  body: signInBody,
  answers: { 201: { description: 'A session, also as a cookie', schema: sessionSchema } },
  problems: ['sign-in-failed', 'too-many-requests'],
  handle: async ({ body, request }, deps) => {
    const source = sourceOf(request.ip);
    const waitSeconds = await deps.limits.attempt(body.account, source);
    if (waitSeconds !== null) {
      throw new ProblemError('too-many-requests', {
        headers: { 'Retry-After': String(waitSeconds) },
      });
    }
    const session = await deps.sessions.signIn(body.account, body.password);
    if (session === null) throw new ProblemError('sign-in-failed');
    await deps.limits.succeeded(body.account, source);
    return {
      status: 201,
      headers: { 'Set-Cookie': deps.cookie.keep(session.token) },
      body: {
        token: session.token,
        expiresAt: session.expiresAt,
        person: await withOffices(session.person, deps),
      },
    };
  },
});

const current = route({
  method: 'get',
  path: '/v1/sessions/current',
  operationId: 'currentSession',
  summary: 'Who is signed in, if anybody; never refused',
  tag: 'Sessions',
  permission: 'public',
  answers: { 200: { description: 'The person, or null', schema: currentSessionSchema } },
  handle: async ({ request }, deps) => {
    const token = tokenOf(request, deps.cookie);
    const person = token === null ? null : await deps.sessions.find(token);
    return {
      status: 200,
      body: { person: person === null ? null : await withOffices(person, deps) },
    };
  },
});

const signOut = route({
  method: 'delete',
  path: '/v1/sessions/current',
  operationId: 'signOut',
  summary: 'End the session of this request',
  tag: 'Sessions',
  permission: 'signed-in',
  answers: { 204: { description: 'The session is over' } },
  handle: async ({ request }, deps) => {
    const token = tokenOf(request, deps.cookie);
    if (token !== null) await deps.sessions.revoke(token);
    return { status: 204, headers: { 'Set-Cookie': deps.cookie.forget() } };
  },
});

const listOwn = route({
  method: 'get',
  path: '/v1/sessions',
  operationId: 'listOwnSessions',
  summary: 'One’s own sessions that are not over, the one used last first',
  tag: 'Sessions',
  permission: 'signed-in',
  answers: { 200: { description: 'At most 100', schema: ownSessionList } },
  handle: async (input, deps) => {
    const token = tokenOf(input.request, deps.cookie) ?? '';
    return {
      status: 200,
      body: { items: await deps.sessions.list(personOf(input).id, token) },
    };
  },
});

const endOwn = route({
  method: 'delete',
  path: '/v1/sessions/{id}',
  operationId: 'endOwnSession',
  summary: 'End one of one’s own sessions, such as one left open on another device',
  tag: 'Sessions',
  permission: 'signed-in',
  params: sessionParams,
  answers: { 204: { description: 'The session is over' } },
  handle: async (input, deps) => {
    const ended = await deps.sessions.end(personOf(input).id, input.params.id);
    if (!ended) throw new ProblemError('not-found');
    return { status: 204 };
  },
});

const whoAmI = route({
  method: 'get',
  path: '/v1/people/me',
  operationId: 'whoAmI',
  summary: 'The person of the session, with offices',
  tag: 'Sessions',
  permission: 'signed-in',
  answers: { 200: { description: 'The person', schema: personSchema } },
  handle: async (input, deps) => ({
    status: 200,
    body: await withOffices(personOf(input), deps),
  }),
});

export const sessionRoutes: readonly Route[] = [signIn, listOwn, current, signOut, endOwn, whoAmI];

async function withOffices(person: SignedIn, deps: AppDeps): Promise<PersonWithOffices> {
  const { id, account, name, locale, roles } = person;
  const offices = await deps.reads.officesOf(id, deps.clock.now());
  return { id, account, name, locale, roles, offices };
}

/** IPv6 callers change addresses inside their /64 at will, so that is what counts. */
function sourceOf(ip: string | undefined): string {
  const address = (ip ?? 'unknown').replace(/^::ffff:/, '');
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').length;
  return [...groups, ...Array.from({ length: Math.max(0, missing) }, () => '0')]
    .slice(0, 4)
    .join(':');
}
