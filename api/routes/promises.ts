/** The health of promises: what is armed, what is late, and what waits, for administrators. */
import { route, type Route } from '../http/route.ts';
import { promisesSchema } from '../schemas/promises.ts';
import { promisesView } from '../views/promises.ts';
import { checkReadiness } from './readiness.ts';
import { definitionOf, knowDefinitions } from './scene.ts';

/** As long as the worker's own sweep lets a moment be late. */
const TOLERANCE_MS = 20_000;
const MOST_SHOWN = 20;

const getPromises = route({
  method: 'get',
  path: '/v1/health/promises',
  operationId: 'getPromises',
  summary: 'Whether everything that should happen by itself does, and what comes next',
  tag: 'Operations',
  permission: ['system-admin', 'security-admin', 'audit-admin'],
  answers: { 200: { description: 'How the promises stand', schema: promisesSchema } },
  handle: async (_input, deps) => {
    const now = deps.clock.now();
    const lateBefore = new Date(now.getTime() - TOLERANCE_MS);
    const [promises, checks] = await Promise.all([
      deps.reads.promises({ now, lateBefore, limit: MOST_SHOWN }),
      checkReadiness(deps),
    ]);
    await knowDefinitions(promises.armed, deps);
    const body = promisesView(promises, {
      now,
      toleranceMs: TOLERANCE_MS,
      definitionOf: (ref) => definitionOf(ref, deps),
      checks: [...checks],
    });
    return { status: 200, body };
  },
});

export const promiseRoutes: readonly Route[] = [getPromises];
