/** The first middleware: a request id, the headers of every answer, and one log line and one measurement at the end. */
import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from '../../platform/logger.ts';
import { contextOf, startContext } from '../http/context.ts';
import type { HttpMetrics } from '../http/http-metrics.ts';

/** Requests that take longer are logged even when they succeed. */
const SLOW_MS = 1000;

export interface BeginRequestDeps {
  readonly log: Logger;
  readonly metrics: HttpMetrics;
}

export function beginRequest(deps: BeginRequestDeps): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    const requestId = randomUUID();
    startContext(response, {
      ...{ requestId, startedMs: performance.now() },
      ...{ route: null, person: null, isLasting: false },
    });
    response.setHeader('X-Request-Id', requestId);
    response.setHeader('Cache-Control', 'no-store');
    response.once('close', () => {
      finish(request, response, deps);
    });
    next();
  };
}

function finish(request: Request, response: Response, { log, metrics }: BeginRequestDeps): void {
  const context = contextOf(response);
  const ms = performance.now() - context.startedMs;
  const status = response.writableFinished ? response.statusCode : 499;
  if (context.isLasting && response.headersSent) return;
  metrics.observe({ method: request.method, route: context.route ?? 'none', status }, ms / 1000);
  if (status < 400 && ms < SLOW_MS && !log.isLevelEnabled('debug')) return;
  const entry = {
    requestId: context.requestId,
    method: request.method,
    route: context.route ?? 'none',
    status,
    ms: Math.round(ms),
    person: context.person?.id,
  };
  if (status >= 400 || ms >= SLOW_MS) log.info(entry, 'request');
  else log.debug(entry, 'request');
}
