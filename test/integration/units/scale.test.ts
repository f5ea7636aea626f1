/** A programme of a city's size: every unit programme starts in seconds, and the parent's page stays quick. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Definition } from '../../../domain/definition/types.ts';
import { programmePage, programmeSchema, startedProgramme } from '../../../api/schemas/programmes.ts';
import { rolloutList, unitPage } from '../../../api/schemas/units.ts';
import { createTestApi, type TestApi } from '../../support/api-client.ts';
import { rolloutPlan, unitPlan } from '../../support/rollout-plan.ts';

const cityPlan: Definition = {
  ...rolloutPlan,
  unitSets: (rolloutPlan.unitSets ?? []).map((set) => ({
    ...set,
    madeUp: { ...set.madeUp, count: set.key === 'towns' ? 32 : 592 },
  })),
  rollouts: [
    ...(rolloutPlan.rollouts ?? []),
    {
      key: 'town-centres',
      title: { zh: '镇街', en: 'towns' },
      clause: '6',
      unitSet: 'towns',
      definition: { key: 'unit-plan', version: 1 },
    },
  ],
};

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi({
    now: '2026-03-02T01:00:00.000Z',
    definitions: [cityPlan, unitPlan],
  });
}, 60_000);
afterAll(() => api.close());

describe('a roll-out to 592 communities and 32 towns', () => {
  it('starts a unit programme for each well within a minute', async () => {
    const answer = await api.send('POST', '/v1/programmes', {
      as: 'clerk',
      body: { definition: { key: 'rollout-plan' }, clock: { speed: 1 } },
    });
    const { id } = startedProgramme.parse(answer.body);
    const plan = await api.deps.engine.nextMoment(id);
    expect(plan?.next?.moment.kind).toBe('openPhase');
    const start = performance.now();
    let next = plan?.next ?? null;
    while (next !== null && next.dueMs <= api.clock.now().getTime()) {
      next = (await api.deps.engine.perform(id, next.moment))?.next ?? null;
    }
    const elapsedMs = performance.now() - start;
    process.stderr.write(`aligned in ${elapsedMs} ms\n`);
    expect(elapsedMs).toBeLessThan(60_000);
    const pages = [];
    for (let i = 0; i < 5; i++) {
      const s = performance.now();
      const shown = await api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'clerk' });
      pages.push(performance.now() - s);
      expect(shown.rollouts.map(({ total }) => total)).toEqual([592, 32]);
    }
    process.stderr.write(`page ${pages.join(' ')}\n`);
    const s = performance.now();
    await api.read(rolloutList, `/v1/programmes/${id}/rollouts`, { as: 'clerk' });
    const t = performance.now();
    const units = await api.read(unitPage, `/v1/programmes/${id}/rollouts/centres/units?phase=build&limit=200`, { as: 'clerk' });
    process.stderr.write(`rollouts ${t - s} units ${performance.now() - t}\n`);
    expect(units.items).toHaveLength(200);
    expect(units.items[0]?.programmeId).not.toBeNull();
    const listed = await api.read(programmePage, '/v1/programmes', { as: 'clerk' });
    expect(listed.items).toHaveLength(1);
    const e = performance.now();
    await api.send('POST', `/v1/programmes/${id}/terminations`, { as: 'clerk', body: { reason: 'x' } });
    let p = (await api.deps.engine.nextMoment(id));
    process.stderr.write(JSON.stringify(p?.next)+ ' over ' + p?.over + '\n');
    p = await api.deps.engine.perform(id, p!.next!.moment);
    process.stderr.write(`ended ${performance.now() - e} over ${p?.over}\n`);
  }, 120_000);
});
