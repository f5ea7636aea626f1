/** The Express application: first the request's beginning, then the table of routes, then the pages, last the problems. */
import express, { type Express } from 'express';
import type { AppDeps } from './deps.ts';
import { createHttpMetrics } from './http/http-metrics.ts';
import { mountNotFound, mountRoutes } from './http/mount.ts';
import { answerProblem } from './middleware/answer-problem.ts';
import { beginRequest } from './middleware/begin-request.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { mountPages } from './pages/page-files.ts';
import { allRoutes } from './routes/all.ts';

export function createApp(deps: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.set('trust proxy', deps.trustedProxies);
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.use(beginRequest({ log: deps.log, metrics: createHttpMetrics(deps.registry) }));
  app.use(securityHeaders(deps.publicUrl));
  mountRoutes(app, allRoutes, deps);
  if (deps.pages !== null) mountPages(app, deps.pages);
  mountNotFound(app);
  app.use(answerProblem(deps.log));
  return app;
}
