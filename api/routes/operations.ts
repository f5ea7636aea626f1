/** Health, figures, the API's own document and the pages that explain it. */
import { z } from 'zod';
import { route, type Reply, type Route } from '../http/route.ts';
import { ProblemError } from '../problems.ts';
import { isProblemCode, PROBLEMS } from '../problems/catalogue.ts';
import { key } from '../schemas/common.ts';
import { healthSchema, liveSchema } from '../schemas/records.ts';
import { problemIndexPage, problemPage } from '../views/page.ts';
import type { AppDeps } from '../deps.ts';
import { checkReadiness } from './readiness.ts';

const TAG = 'Operations';
const HTML = 'text/html; charset=utf-8';

const live = route({
  method: 'get',
  path: '/livez',
  operationId: 'live',
  summary: 'Whether the process answers; touches nothing',
  tag: TAG,
  permission: 'public',
  answers: { 200: { description: 'It does', schema: liveSchema } },
  handle: () => Promise.resolve({ status: 200, body: { status: 'ok' } }),
});

const ready = route({
  method: 'get',
  path: '/readyz',
  operationId: 'ready',
  summary: 'Whether requests should be sent here; degraded while Temporal or the outbox lags',
  tag: TAG,
  permission: 'public',
  answers: {
    200: { description: 'Ready, or ready but degraded', schema: healthSchema },
    503: { description: 'Not ready', schema: healthSchema },
  },
  handle: async (_input, deps) => readiness(deps),
});

const metrics = route({
  method: 'get',
  path: '/metrics',
  operationId: 'metrics',
  summary: 'Figures for Prometheus',
  tag: TAG,
  permission: 'public',
  answers: { 200: { description: 'Text exposition format', type: 'text/plain' } },
  handle: async (_input, deps) => ({
    status: 200,
    content: { type: deps.registry.contentType, data: await deps.registry.metrics() },
  }),
});

const problemIndex = route({
  method: 'get',
  path: '/problems',
  operationId: 'listProblems',
  summary: 'Every problem code, in Chinese and English',
  tag: TAG,
  permission: 'public',
  answers: { 200: { description: 'A page', type: 'text/html' } },
  handle: () => Promise.resolve(html(problemIndexPage(Object.entries(PROBLEMS)))),
});

const problemByCode = route({
  method: 'get',
  path: '/problems/{code}',
  operationId: 'explainProblem',
  summary: 'What a problem code means and what to do, in Chinese and English',
  tag: TAG,
  permission: 'public',
  params: z.strictObject({ code: key.describe('Code of the problem') }),
  answers: { 200: { description: 'A page', type: 'text/html' } },
  handle: ({ params }) => {
    if (!isProblemCode(params.code)) throw new ProblemError('not-found');
    return Promise.resolve(html(problemPage(params.code, PROBLEMS[params.code])));
  },
});

export const operationRoutes: readonly Route[] = [
  live,
  ready,
  metrics,
  problemIndex,
  problemByCode,
];

function html(data: string): Reply {
  return { status: 200, content: { type: HTML, data } };
}

async function readiness(deps: AppDeps): Promise<Reply> {
  const results = await checkReadiness(deps);
  const failed = results.filter(({ ok }) => !ok);
  const unavailable = failed.some(({ vital }) => vital);
  const status = unavailable ? 'unavailable' : failed.length > 0 ? 'degraded' : 'ok';
  const checks = Object.fromEntries(results.map(({ name, ok }) => [name, ok ? 'ok' : 'failed']));
  return {
    status: unavailable ? 503 : 200,
    body: { status, checks },
    ...(unavailable ? { headers: { 'Retry-After': '2' } } : {}),
  };
}
