/** A programme of a city's size: every unit programme starts well within a minute, and the parent's page stays quick. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Definition } from '../../../domain/definition/types.ts';
import {
  programmePage,
  programmeSchema,
  startedProgramme,
} from '../../../api/schemas/programmes.ts';
import { rolloutList, unitPage } from '../../../api/schemas/units.ts';
import { createTestApi, type TestApi } from '../../support/api-client.ts';
import { rolloutPlan, unitPlan } from '../../support/rollout-plan.ts';

const COUNTS: Readonly<Record<string, number>> = { towns: 32, communities: 592 };

/** Dongguan's size: one roll-out to the communities, one to the towns. */
const cityPlan: Definition = {
  ...rolloutPlan,
  unitSets: (rolloutPlan.unitSets ?? []).map((set) => ({
    ...set,
    madeUp: { ...set.madeUp, count: COUNTS[set.key] ?? 0 },
  })),
  rollouts: [
    ...(rolloutPlan.rollouts ?? []),
    {
      key: 'town-centres',
      title: { zh: '镇街中心', en: 'Town centres' },
      clause: '6',
      unitSet: 'towns',
      definition: { key: 'unit-plan', version: 1 },
    },
  ],
};

let api: TestApi;
let id: string;

beforeAll(async () => {
  api = await createTestApi({ definitions: [cityPlan, unitPlan] });
}, 60_000);
afterAll(() => api.close());

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function performDue(): Promise<void> {
  let plan = await api.deps.engine.nextMoment(id);
  while (plan?.next && plan.next.dueMs <= api.clock.now().getTime()) {
    plan = await api.deps.engine.perform(id, plan.next.moment);
  }
}

describe('a roll-out to 592 communities and 32 towns', () => {
  it('starts a unit programme for each well within a minute', async () => {
    const answer = await api.send('POST', '/v1/programmes', {
      as: 'clerk',
      body: { definition: { key: 'rollout-plan' }, clock: { speed: 1 } },
    });
    ({ id } = startedProgramme.parse(answer.body));
    expect(await timed(performDue)).toBeLessThan(30_000);
    const { rows } = await api.pool.query<{ rollout: string; count: number }>(
      'SELECT rollout, count(*)::int AS count FROM programmes WHERE parent_id = $1 GROUP BY 1 ORDER BY 1',
      [id],
    );
    expect(rows).toEqual([
      { rollout: 'centres', count: 592 },
      { rollout: 'town-centres', count: 32 },
    ]);
  }, 60_000);

  it('shows the parent, its counts and a page of units each in less than a second', async () => {
    const path = `/v1/programmes/${id}`;
    const as = 'clerk';
    expect(
      await timed(async () => {
        const { rollouts } = await api.read(programmeSchema, path, { as });
        expect(rollouts.map(({ total }) => total)).toEqual([592, 32]);
      }),
    ).toBeLessThan(1000);
    expect(
      await timed(async () => {
        const { items } = await api.read(rolloutList, `${path}/rollouts`, { as });
        expect(items[0]?.phases[0]?.groups).toHaveLength(32);
      }),
    ).toBeLessThan(1000);
    expect(
      await timed(async () => {
        const query = 'phase=build&status=open&limit=200';
        const page = await api.read(unitPage, `${path}/rollouts/centres/units?${query}`, { as });
        expect(page.items).toHaveLength(200);
        expect(page.page.hasMore).toBe(true);
      }),
    ).toBeLessThan(1000);
  });

  it('does not drown the list of programmes', async () => {
    const { items } = await api.read(programmePage, '/v1/programmes?limit=200', { as: 'clerk' });
    expect(items.map((one) => one.id)).toEqual([id]);
  });

  it('starts them as quickly where every community names its own committee', async () => {
    const towns = Array.from({ length: 32 }, (_town, index) => unitOf(`t${String(index)}`));
    const communities = Array.from({ length: 592 }, (_community, index) => ({
      ...unitOf(`c${String(index)}`),
      within: `t${String(index % 32)}`,
      offices: { committee: 'outsider' },
    }));
    const answer = await api.send('POST', '/v1/programmes', {
      as: 'clerk',
      body: { definition: { key: 'rollout-plan' }, unitSets: { towns, communities } },
    });
    ({ id } = startedProgramme.parse(answer.body));
    expect(await timed(performDue)).toBeLessThan(30_000);
  }, 60_000);

  it('ends every unit programme with the parent', async () => {
    const path = `/v1/programmes/${id}/terminations`;
    await api.send('POST', path, { as: 'clerk', body: { reason: '另文规定' } });
    expect(await timed(performDue)).toBeLessThan(30_000);
    const { rows } = await api.pool.query(
      'SELECT DISTINCT status FROM programmes WHERE parent_id = $1',
      [id],
    );
    expect(rows).toEqual([{ status: 'terminated' }]);
  }, 60_000);
});

function unitOf(key: string): object {
  return { key, title: { zh: key, en: key } };
}
