/** Publishing definitions: judged, in turn, by the system administrator, audited, once. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { definitionList } from '../../../api/schemas/definitions.ts';
import { taskPage } from '../../../api/schemas/tasks.ts';
import { verifyStream } from '../../../engine/verify.ts';
import type { ApiAnswer } from '../../support/api-client.ts';
import { handInAll } from '../../support/api-acts.ts';
import { createFlightDesk, type FlightDesk } from '../../support/api-migrations.ts';

let desk: FlightDesk;

const STARTS = '2026-03-02T01:00:00.000Z';

beforeAll(async () => {
  desk = await createFlightDesk(STARTS);
}, 60_000);
afterAll(async () => {
  await desk.api.close();
});

describe('publishing a definition', () => {
  it('is refused with every fault, for a version out of turn, and for whoever is no system administrator', async () => {
    const send = (body: object, as = 'system-admin'): Promise<ApiAnswer> =>
      desk.post('/v1/definitions', as, body);
    const faulty = await send({ ...desk.first, version: 2, owner: 'nobody', zone: 'Nowhere' });
    expect(faulty.body).toMatchObject({ status: 422, code: 'definition-faulty' });
    const { errors } = faulty.body as { readonly errors: readonly { readonly pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/owner', '/zone']),
    );
    expect((await send({ ...desk.first, version: 3 })).body).toMatchObject({
      status: 409,
      code: 'definition-version-invalid',
      params: { expected: 2 },
    });
    expect((await send({ ...desk.first, key: 'new-plan', version: 2 })).body).toMatchObject({
      code: 'definition-version-invalid',
      params: { expected: 1 },
    });
    expect((await send({ ...desk.first, title: { zh: '改', en: 'changed' } })).body).toMatchObject({
      code: 'definition-version-invalid',
    });
    for (const as of ['mayor', 'security-admin', 'audit-admin']) {
      expect((await send({ ...desk.first, version: 2 }, as)).status).toBe(403);
    }
    const rollout = {
      key: 'units',
      title: desk.first.title,
      clause: '1',
      unitSet: 'villages',
      definition: { key: 'nowhere', version: 1 },
    };
    const unitSets = [
      {
        key: 'villages',
        title: desk.first.title,
        within: null,
        madeUp: { count: 2, title: desk.first.title },
      },
    ];
    const lost = await send({ ...desk.first, version: 2, unitSets, rollouts: [rollout] });
    expect(lost.body).toMatchObject({
      code: 'definition-faulty',
      errors: [{ pointer: '/rollouts/0/definition' }],
    });
    const { items } = await desk.api.read(definitionList, '/v1/definitions', { as: 'mayor' });
    expect(items.find(({ key }) => key === desk.first.key)?.versions).toHaveLength(1);
  });

  it('keeps it beside those that ship, audited in a stream of its own, and the same content twice is one act', async () => {
    const office = {
      key: 'archive-office',
      title: { zh: '档案室', en: 'Archive office' },
      reportsTo: 'mayor',
      clause: null,
    };
    const body = { ...desk.first, key: 'other-plan', offices: [...desk.first.offices, office] };
    const once = await desk.post('/v1/definitions', 'system-admin', body);
    expect(once.status).toBe(201);
    expect(once.headers.get('location')).toBe('/v1/definitions/other-plan/versions/1');
    const twice = await desk.post('/v1/definitions', 'system-admin', body);
    expect([twice.status, twice.body]).toEqual([200, once.body]);
    const read = await desk.api.send('GET', '/v1/definitions/other-plan/versions/1', {
      as: 'mayor',
    });
    expect(read.body).toEqual(body);
    const { items } = await desk.api.read(definitionList, '/v1/definitions', { as: 'mayor' });
    const origins = items.map(({ key, origin, versions: all }) => [key, origin, all.length]);
    expect(origins).toEqual(
      expect.arrayContaining([
        ['langxia-transition', 'shipped', 1],
        ['other-plan', 'published', 1],
      ]),
    );
    const { rows } = await desk.api.pool.query<{ type: string; data: object }>(
      `SELECT type, data FROM events WHERE stream = 'definition/other-plan'`,
    );
    expect(rows).toMatchObject([
      { type: 'DefinitionPublished', data: { key: 'other-plan', version: 1 } },
    ]);
    expect(await verifyStream(desk.api.pool, 'definition/other-plan')).toMatchObject({ ok: true });
    // People can be appointed to an office that the organisation did not know before.
    const appointed = await desk.post('/v1/offices/archive-office/appointments', 'security-admin', {
      account: 'outsider',
    });
    expect(appointed.status).toBe(201);
  });

  it('happens once when two publish the same version at the same time', async () => {
    const body = (title: string): object => ({
      ...desk.first,
      key: 'raced-plan',
      title: { zh: title, en: title },
    });
    const answers = await Promise.all(
      ['one', 'two'].map((title) => desk.post('/v1/definitions', 'system-admin', body(title))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('lets a programme be started from it and shows that programme everywhere', async () => {
    const answer = await desk.post('/v1/programmes', 'group-office', {
      definition: { key: 'other-plan' },
    });
    expect(answer.status).toBe(201);
    const { id } = answer.body as { readonly id: string };
    await desk.api.passTime(id, desk.api.clock.now().toISOString());
    expect((await desk.programme(id)).definition).toEqual({ key: 'other-plan', version: 1 });
    await handInAll(desk.api, id, 'survey');
    const { items } = await desk.api.read(taskPage, `/v1/tasks?programme=${id}`, {
      as: 'finance-office',
    });
    expect(items).toHaveLength(1);
  });
});
