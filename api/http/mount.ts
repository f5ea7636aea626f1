/** Mounts a route on Express: who is it, is it allowed, is it well-formed, then the handler and the answer. */
import type { Express, Request, Response } from 'express';
import { pipeline } from 'node:stream/promises';
import type { AppDeps } from '../deps.ts';
import { ProblemError } from '../problems.ts';
import { contextOf, localeOf, type SignedIn } from './context.ts';
import { parseRequest } from './parse-request.ts';
import type { Input, Permission, Reply, Route } from './route.ts';
import { refuseCrossSite } from './same-site.ts';
import { tokenOf } from './session-token.ts';
import { isWithinReach } from './stand-in-reach.ts';

/** All routes; a path with another method answers 405. */
export function mountRoutes(app: Express, routes: readonly Route[], deps: AppDeps): void {
  for (const route of routes) {
    app[route.method](expressPath(route.path), (request, response) =>
      serve(route, { request, response, deps }),
    );
  }
  for (const path of new Set(routes.map((route) => route.path)))
    mountOtherMethods(app, path, routes);
}

/** After everything that may answer. */
export function mountNotFound(app: Express): void {
  app.use(() => {
    throw new ProblemError('not-found');
  });
}

function expressPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

function mountOtherMethods(app: Express, path: string, routes: readonly Route[]): void {
  const methods = routes.filter((route) => route.path === path).map(({ method }) => method);
  const allowed = [...methods, ...(methods.includes('get') ? ['head'] : []), 'options'];
  const allow = allowed.map((method) => method.toUpperCase()).join(', ');
  app.all(expressPath(path), (request, response) => {
    if (request.method !== 'OPTIONS') {
      throw new ProblemError('method-not-allowed', { headers: { Allow: allow } });
    }
    response.writeHead(204, { Allow: allow }).end();
  });
}

interface Served {
  readonly request: Request;
  readonly response: Response;
  readonly deps: AppDeps;
}

async function serve(route: Route, { request, response, deps }: Served): Promise<void> {
  const context = contextOf(response);
  context.route = route.path;
  context.isLasting = route.lasting === true;
  refuseCrossSite(request, deps.publicUrl);
  context.person = route.permission === 'public' ? null : await authenticate(request, deps);
  refuseUnpermitted(route.permission, context.person);
  refuseBeyondReach(route.path, context.person);
  const parsed = await parseRequest(route, request);
  const { person } = context;
  const input: Input = { ...parsed, person, locale: localeOf(request, person), request };
  await send(await route.handle(input, deps), response);
}

async function authenticate(request: Request, deps: AppDeps): Promise<SignedIn> {
  const token = tokenOf(request, deps.cookie);
  const person = token === null ? null : await deps.sessions.find(token);
  if (person !== null) return person;
  throw new ProblemError('unauthenticated', { headers: { 'WWW-Authenticate': 'Bearer' } });
}

function refuseUnpermitted(permission: Permission, person: SignedIn | null): void {
  if (permission === 'public' || permission === 'signed-in') return;
  if (person?.roles.some((role) => permission.includes(role)) === true) return;
  throw new ProblemError('forbidden');
}

/** Somebody who exists in one rehearsal only has no business elsewhere. */
function refuseBeyondReach(path: string, person: SignedIn | null): void {
  if ((person?.rehearsalOf ?? null) === null || isWithinReach(path)) return;
  throw new ProblemError('stand-in-confined');
}

async function send(reply: Reply, response: Response): Promise<void> {
  response.statusCode = reply.status;
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  if (reply.content === undefined) {
    sendJson(reply.body, response);
    return;
  }
  response.setHeader('Content-Type', reply.content.type);
  if (typeof reply.content.data === 'string') response.end(reply.content.data);
  else await pipeline(reply.content.data, response);
}

function sendJson(body: unknown, response: Response): void {
  if (body === undefined) {
    response.end();
    return;
  }
  const bytes = Buffer.from(JSON.stringify(body));
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', bytes.length);
  response.end(bytes);
}
