/** Offices of all unit programmes given once, when their parent starts: whose seats they are, and who signs and sees what. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Definition } from '../../../domain/definition/types.ts';
import { programmePage } from '../../../api/schemas/programmes.ts';
import { taskPage } from '../../../api/schemas/tasks.ts';
import { createDefinitionStore } from '../../../engine/definition-store.ts';
import { compareProgramme } from '../../../engine/rebuild.ts';
import {
  childOf,
  createRolloutDesk,
  START,
  title,
  UNIT_SETS,
  type RolloutDesk,
} from '../../support/rollout-api.ts';
import { rolloutPlan, unitPlan } from '../../support/rollout-plan.ts';

/** `watch`, an office of the parent, signs what the committee of a unit hands in. */
const watchedUnit: Definition = {
  ...unitPlan,
  key: 'watched-unit',
  offices: [
    ...unitPlan.offices,
    { key: 'watch', title: title('watch'), reportsTo: null, clause: null },
  ],
  phases: unitPlan.phases.map((phase) => ({
    ...phase,
    steps: [{ key: 'watch', title: title('watch'), policy: { kind: 'office', office: 'watch' } }],
  })),
};

const watchedPlan: Definition = {
  ...rolloutPlan,
  key: 'watched-plan',
  rollouts: (rolloutPlan.rollouts ?? []).map((rollout) => ({
    ...rollout,
    definition: { key: 'watched-unit', version: 1 },
  })),
};

const BODY = {
  definition: { key: 'watched-plan' },
  offices: { committee: 'outsider', watch: 'alpha' },
  unitSets: {
    ...UNIT_SETS,
    communities: UNIT_SETS.communities.map(({ key, title: name, within }) => ({
      ...{ key, title: name, within },
      ...(key === 'a' ? { offices: { committee: 'beta' } } : {}),
    })),
  },
};

let desk: RolloutDesk;
let parent = '';

beforeAll(async () => {
  desk = await createRolloutDesk([watchedPlan, watchedUnit]);
  parent = await desk.start(BODY);
  await desk.api.passTime(parent, START);
  for (const unit of ['a', 'b', 'c', 'd']) await desk.api.passTime(childOf(parent, unit), START);
}, 60_000);
afterAll(() => desk.api.close());

describe('offices of unit programmes given with their parent', () => {
  it('are seats of the parent, held once, unless the unit has its own', async () => {
    const { rows: programmes } = await desk.api.pool.query<{ unit: string; seats: unknown }>(
      'SELECT unit, seats FROM programmes WHERE id = ANY($1::uuid[]) ORDER BY unit',
      [[childOf(parent, 'a'), childOf(parent, 'b')]],
    );
    const shared = { bureau: 'bureau', street: 'street', watch: `${parent}:watch` };
    expect(programmes).toEqual([
      { unit: 'a', seats: { ...shared, committee: `${childOf(parent, 'a')}:committee` } },
      { unit: 'b', seats: { ...shared, committee: `${parent}:committee` } },
    ]);
    const { rows: holdings } = await desk.api.pool.query<{ seat: string }>(
      `SELECT holdings.seat FROM holdings
        WHERE holdings.programme_id IN (SELECT id FROM programmes WHERE id = $1 OR parent_id = $1)`,
      [parent],
    );
    expect(holdings.map(({ seat }) => seat).toSorted()).toEqual(
      [`${parent}:committee`, `${parent}:watch`, `${childOf(parent, 'a')}:committee`].toSorted(),
    );
  });

  it('are refused where neither the parent nor its unit programmes have them', async () => {
    const body = { ...BODY, offices: { mayor: 'outsider' } };
    const answer = await desk.api.send('POST', '/v1/programmes', { as: 'clerk', body });
    expect(answer.body).toMatchObject({ status: 422, code: 'unknown-office' });
    expect(answer.text).toContain('mayor');
  });

  it('are refused as before where a plan rolls out to nothing', async () => {
    const body = { definition: { key: 'langxia-transition' }, offices: { committee: 'outsider' } };
    const answer = await desk.api.send('POST', '/v1/programmes', { as: 'clerk', body });
    expect(answer.body).toMatchObject({ status: 422, code: 'unknown-office' });
  });

  it('let their holders see the unit programmes, and not the parent', async () => {
    const status = async (id: string): Promise<number> =>
      (await desk.api.send('GET', `/v1/programmes/${id}`, { as: 'outsider' })).status;
    expect(await status(childOf(parent, 'b'))).toBe(200);
    expect(await status(childOf(parent, 'a'))).toBe(404);
    expect(await status(parent)).toBe(404);
    const { items } = await desk.api.read(programmePage, `/v1/programmes?parent=${parent}`, {
      as: 'outsider',
    });
    expect(new Set(items.map(({ id }) => id))).toEqual(
      new Set(['b', 'c', 'd'].map((unit) => childOf(parent, unit))),
    );
  });

  it('are asked and sign in every unit programme, and nobody of the organisation does', async () => {
    const child = childOf(parent, 'b');
    await desk.handIn(child, 'build', 'outsider');
    const id = `${child}.build.1.watch.watch`;
    for (const scope of ['mine', 'offices']) {
      const path = `/v1/tasks?scope=${scope}&programme=${child}`;
      const asked = await desk.api.read(taskPage, path, { as: 'alpha' });
      expect(asked.items.map((task) => task.id)).toEqual([id]);
      expect((await desk.api.read(taskPage, path, { as: 'watch' })).items).toEqual([]);
    }
    const path = `/v1/tasks/${id}/decisions`;
    const body = { decision: 'approve' };
    expect((await desk.api.send('POST', path, { as: 'watch', body })).status).toBe(404);
    expect((await desk.api.send('POST', path, { as: 'alpha', body })).status).toBe(201);
    expect((await desk.shown(child)).phases[0]?.status).toBe('closed');
  });

  it('are known after a rebuild of parent and units', async () => {
    const { pool, clock } = desk.api;
    const definitions = createDefinitionStore({ pool, clock, catalogue: desk.api.deps.catalogue });
    const deps = { pool, definitions, calendars: desk.api.deps.calendars.store };
    for (const id of [parent, childOf(parent, 'a'), childOf(parent, 'b')]) {
      expect((await compareProgramme(deps, id)).differences).toEqual([]);
    }
  });
});
