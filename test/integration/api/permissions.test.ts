import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Route } from '../../../api/http/route.ts';
import { allRoutes } from '../../../api/routes/all.ts';
import { programmePage, programmeSchema } from '../../../api/schemas/programmes.ts';
import { ADMINISTRATORS, createTestApi, type TestApi } from '../../support/api-client.ts';
import { startLangxia } from '../../support/api-acts.ts';

let api: TestApi;
let id: string;

beforeAll(async () => {
  api = await createTestApi();
  id = await startLangxia(api);
}, 60_000);
afterAll(async () => {
  await api.close();
});

const EXAMPLES: Readonly<Record<string, string>> = {
  phase: 'survey',
  deliverable: 'work-plan',
  key: 'langxia-transition',
  version: '1',
  sha256: 'a'.repeat(64),
  code: 'forbidden',
  migration: '5',
};

/** A path that names what exists where it can, so that a refusal is due to the person. */
function pathOf(route: Route): string {
  return route.path.replaceAll(/\{(\w+)\}/g, (_match, name: string) => {
    if (name === 'extension') return `${id}.survey.1.extension-2`;
    if (name !== 'id') return EXAMPLES[name] ?? name;
    if (route.path.startsWith('/v1/tasks')) return `${id}.survey.1.offices.finance-office`;
    if (route.path.startsWith('/v1/escalations')) return `${id}.survey.1.urge`;
    if (route.path.startsWith('/v1/consultations')) return `${id}.survey.1.offices.1`;
    if (route.path.startsWith('/v1/reviews')) return `${id}.survey.1.urge.review`;
    return id;
  });
}

const ROUTES = allRoutes.map((route) => [`${route.method} ${route.path}`, route] as const);
const CALLERS = [...ADMINISTRATORS, 'mayor', 'outsider'] as const;

describe('who may call', () => {
  it.each(ROUTES)('%s without a session', async (_name, route) => {
    const { status } = await api.send(route.method.toUpperCase(), pathOf(route));
    if (route.permission === 'public') expect(status).not.toBe(401);
    else expect(status).toBe(401);
  });

  it.each(ROUTES)('%s with a token that is none', async (_name, route) => {
    const headers = { authorization: `Bearer ${'x'.repeat(43)}` };
    const { status } = await api.send(route.method.toUpperCase(), pathOf(route), { headers });
    if (route.permission !== 'public') expect(status).toBe(401);
  });

  it.each(
    ROUTES.filter(([, { permission }]) => typeof permission !== 'string').flatMap(([name, route]) =>
      CALLERS.map((caller) => [name, caller, route] as const),
    ),
  )('%s as %s', async (_name, caller, route) => {
    const { status } = await api.send(route.method.toUpperCase(), pathOf(route), { as: caller });
    const allowed = (route.permission as readonly string[]).includes(caller); // filtered just above
    if (allowed) expect(status).not.toBe(403);
    else expect(status).toBe(403);
  });
});

/** Published to everybody who is signed in. */
const PUBLISHED = '/progress-list';
const OF_A_PROGRAMME = ROUTES.filter(
  ([, { path, permission }]) =>
    permission === 'signed-in' &&
    /^\/v1\/(programmes|tasks|escalations|consultations|reviews)\/\{id\}/.test(path) &&
    !path.includes(PUBLISHED),
);
const BODIES: Readonly<Record<string, unknown>> = {
  '/v1/tasks/{id}/decisions': { decision: 'approve' },
  '/v1/tasks/{id}/withdrawals': {},
  '/v1/tasks/{id}/ballots': {
    heldOn: '2026-03-02',
    eligible: 3,
    present: 3,
    inFavour: 3,
    against: 0,
    abstained: 0,
  },
  '/v1/escalations/{id}/answers': { answer: 'soon' },
  '/v1/consultations/{id}/answers': { answer: 'yes' },
  '/v1/tasks/{id}/transfers': { office: 'mayor', reason: 'why not' },
  '/v1/tasks/{id}/signers': { office: 'mayor', place: 'before', reason: 'why not' },
  '/v1/tasks/{id}/signer-removals': { office: 'mayor', reason: 'why not' },
  '/v1/tasks/{id}/consultations': { office: 'mayor', question: 'why not' },
  '/v1/programmes/{id}/phases/{phase}/copies': { office: 'mayor' },
  '/v1/programmes/{id}/phases/{phase}/urgings': {},
  '/v1/escalations/{id}/reviews': { grounds: 'wrong' },
  '/v1/escalations/{id}/accountability-decisions': { measure: 'none', opinion: 'no' },
  '/v1/reviews/{id}/decisions': { upheld: true, opinion: 'yes' },
  '/v1/programmes/{id}/extensions': {
    phase: 'survey',
    round: 1,
    reason: 'why not',
    progress: 'some',
    dueOn: '2027-01-01',
  },
  '/v1/programmes/{id}/extensions/{extension}/decisions': { grant: true },
  '/v1/programmes/{id}/suspensions': { reason: 'why not' },
  '/v1/programmes/{id}/resumptions': { reason: 'why not' },
  '/v1/programmes/{id}/phases/{phase}/good-causes': { round: 1, reason: 'why not' },
  '/v1/programmes/{id}/returns': { phase: 'survey', reason: 'why not' },
  '/v1/programmes/{id}/withdrawals': { reason: 'why not' },
  '/v1/programmes/{id}/terminations': { reason: 'why not' },
  '/v1/programmes/{id}/stand-ins': { office: 'mayor' },
  '/v1/programmes/{id}/projections': { changes: [{ kind: 'start', startsOn: '2026-04-01' }] },
  '/v1/programmes/{id}/migrations/previews': { version: 2 },
  '/v1/programmes/{id}/migrations': { version: 2 },
  '/v1/programmes/{id}/migrations/{migration}/decisions': { approve: true },
  '/v1/programmes/{id}/phases/{phase}/deliverables/{deliverable}': { note: 'done' },
  '/v1/programmes/{id}/unit-changes': { set: 'towns', remove: ['t1'], reason: 'why not' },
  '/v1/programmes/{id}/samples': { rollout: 'centres', phase: 'build' },
  '/v1/programmes/{id}/samples/{sample}/inspections': { unit: 't1', passed: true },
  '/v1/programmes/{id}/indicators/{key}/reports': {
    numerator: 1,
    asOf: '2013-09-15',
    note: 'why not',
  },
  '/v1/programmes/{id}/indicators/{key}/measurements': { target: '2013' },
};

describe('what one may know of', () => {
  it.each(OF_A_PROGRAMME)(
    '%s is not there for whoever has nothing to do with it',
    async (_name, route) => {
      const body = route.method === 'get' ? undefined : BODIES[route.path];
      if (route.method !== 'get') expect(body).toBeDefined();
      const request = { as: 'outsider', ...(body === undefined ? {} : { body }) };
      const answer = await api.send(route.method.toUpperCase(), pathOf(route), request);
      expect(answer.status).toBe(404);
      expect(answer.body).toMatchObject({ code: 'not-found' });
      expect(answer.text).not.toContain('survey');
    },
  );

  it.each(ROUTES.filter(([, { path }]) => path.includes(PUBLISHED)))(
    '%s is there for anyone signed in',
    async (_name, route) => {
      const answer = await api.send('GET', pathOf(route), { as: 'outsider' });
      expect(answer.status).toBe(200);
    },
  );

  it('shows a programme to its offices and to the three administrators, and lists it for nobody else', async () => {
    for (const as of ['mayor', 'village-heads', ...ADMINISTRATORS]) {
      const { items } = await api.read(programmePage, '/v1/programmes', { as });
      expect(items.map((one) => one.id)).toEqual([id]);
    }
    expect((await api.read(programmePage, '/v1/programmes', { as: 'outsider' })).items).toEqual([]);
  });

  it('lets no administrator and no other office sign', async () => {
    const before = await api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'mayor' });
    const path = `/v1/tasks/${id}.survey.1.offices.finance-office/decisions`;
    for (const as of [...ADMINISTRATORS, 'mayor']) {
      const answer = await api.send('POST', path, { as, body: { decision: 'approve' } });
      expect(answer.body).toMatchObject({ code: 'not-office-holder', status: 403 });
    }
    const after = await api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'mayor' });
    expect(after.position).toBe(before.position);
  });

  it('changes with the office: a successor sees and a predecessor does not', async () => {
    const appointed = await api.send('POST', '/v1/offices/village-heads/appointments', {
      as: 'security-admin',
      body: { account: 'outsider' },
    });
    expect(appointed.status).toBe(201);
    expect((await api.send('GET', `/v1/programmes/${id}`, { as: 'outsider' })).status).toBe(200);
    const { id: appointment } = appointed.body as { readonly id: string };
    api.clock.set(new Date(api.clock.now().getTime() + 60_000).toISOString());
    const ended = await api.send('POST', `/v1/appointments/${appointment}/endings`, {
      as: 'security-admin',
      body: {},
    });
    expect(ended.status).toBe(201);
    expect((await api.send('GET', `/v1/programmes/${id}`, { as: 'outsider' })).status).toBe(404);
  });
});
