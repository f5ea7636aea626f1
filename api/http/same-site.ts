/** Refuses acts that another site makes a browser send: Fetch Metadata first, Origin where a browser does not send it. */
import type { Request } from 'express';
import { ProblemError } from '../problems.ts';

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
const OWN_SITES: ReadonlySet<string> = new Set(['same-origin', 'none']);

/**
 * A browser sends one of the two headers with every act, and another site cannot forge either. A caller that sends neither is no
 * browser. A bearer token is never sent by a browser on its own and needs no such check.
 * @throws ProblemError `cross-site-request`
 */
export function refuseCrossSite(request: Request, publicUrl: string | undefined): void {
  if (SAFE.has(request.method) || request.headers.authorization !== undefined) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (typeof site === 'string' && OWN_SITES.has(site)) return;
    throw new ProblemError('cross-site-request');
  }
  const { origin } = request.headers;
  if (origin === undefined || isOwn(origin, request, publicUrl)) return;
  throw new ProblemError('cross-site-request');
}

function isOwn(origin: string, request: Request, publicUrl: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const given = new URL(origin);
  if (publicUrl !== undefined) return given.origin === new URL(publicUrl).origin;
  return given.host === request.headers.host;
}
