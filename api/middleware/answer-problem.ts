/** The last middleware: whatever was thrown becomes a problem document; a defect is logged once and tells nothing. */
import type { ErrorRequestHandler, NextFunction, Request, Response } from 'express';
import { UnavailableError } from '../../engine/database.ts';
import type { Logger } from '../../platform/logger.ts';
import { contextOf, localeOf } from '../http/context.ts';
import { ProblemError, problemDocument } from '../problems.ts';
import { inputFault } from '../problems/input-faults.ts';

const RETRY_SECONDS = '2';

export function answerProblem(log: Logger): ErrorRequestHandler {
  // Express tells an error handler by its four parameters.
  // eslint-disable-next-line max-params
  return (thrown: unknown, request: Request, response: Response, _next: NextFunction): void => {
    // The caller has gone, in the middle of sending or of reading: nobody is left to be told.
    if (request.socket.destroyed || response.destroyed) return;
    const context = contextOf(response);
    const problem = asProblem(thrown);
    if (problem.code === 'internal-error') {
      log.error({ err: thrown, requestId: context.requestId }, 'a request failed by a defect');
    } else if (problem.code === 'unavailable') {
      log.warn({ err: thrown, requestId: context.requestId }, 'a request could not be served');
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const reader = { locale: localeOf(request, context.person), requestId: context.requestId };
    const document = problemDocument(problem, reader);
    response.setHeaders(new Map(Object.entries(problem.extras.headers ?? {})));
    response.statusCode = document.status;
    response.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
    response.setHeader('Content-Language', reader.locale);
    response.end(JSON.stringify(document));
  };
}

function asProblem(thrown: unknown): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  if (thrown instanceof UnavailableError) {
    return new ProblemError('unavailable', {
      headers: { 'Retry-After': RETRY_SECONDS },
      cause: thrown,
    });
  }
  if (isBadPath(thrown)) return badPath(thrown);
  return new ProblemError('internal-error', { cause: thrown });
}

/** Express cannot decode a path such as `/%zz`. */
function isBadPath(thrown: unknown): boolean {
  return thrown instanceof URIError;
}

function badPath(cause: unknown): ProblemError {
  return new ProblemError('invalid-request', {
    errors: [
      inputFault({ in: 'path', pointer: '' }, 'encoding', {
        zh: '地址的编码有误。',
        en: 'The path is not properly encoded.',
      }),
    ],
    cause,
  });
}
