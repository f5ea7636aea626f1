/** A roll-out through the API: units frozen, unit programmes run, counted, changed, inspected and ended with their parent. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { z } from 'zod';
import { drawFrom } from '../../../domain/audit/draw.ts';
import { failedUnits } from '../../../domain/programme/units/rollouts.ts';
import {
  momentList,
  programmePage,
  programmeSchema,
  startedProgramme,
} from '../../../api/schemas/programmes.ts';
import { eventPage } from '../../../api/schemas/records.ts';
import { sampleAct, sampleList } from '../../../api/schemas/samples.ts';
import { rolloutList, unitPage } from '../../../api/schemas/units.ts';
import { listUnitsDone } from '../../../db/read-models/units.ts';
import { compareProgramme, rebuildProgramme } from '../../../engine/rebuild.ts';
import { createDefinitionStore } from '../../../engine/definition-store.ts';
import { createEngine } from '../../../engine/execute.ts';
import { unitProgrammeId } from '../../../engine/unit-programme-id.ts';
import { createTestApi, type TestApi } from '../../support/api-client.ts';
import { silentLog } from '../../support/database-fixtures.ts';
import { rolloutPlan, unitPlan } from '../../support/rollout-plan.ts';

const START = '2013-09-14T16:00:00.000Z';

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi({ now: START, definitions: [rolloutPlan, unitPlan] });
}, 60_000);
afterAll(() => api.close());

const title = (name: string): { zh: string; en: string } => ({ zh: name, en: name });

/** Two towns and four communities; `a` has a committee of its own. */
const UNIT_SETS = {
  towns: ['north', 'south'].map((key) => ({ key, title: title(key) })),
  communities: [
    { key: 'a', title: title('a'), within: 'north', offices: { committee: 'outsider' } },
    { key: 'b', title: title('b'), within: 'north' },
    { key: 'c', title: title('c'), within: 'south' },
    { key: 'd', title: title('d'), within: 'south' },
  ],
};

async function start(body: Readonly<Record<string, unknown>> = {}): Promise<string> {
  api.clock.set(START);
  const answer = await api.send('POST', '/v1/programmes', {
    as: 'clerk',
    body: {
      definition: { key: 'rollout-plan' },
      startsOn: '2013-09-15',
      unitSets: UNIT_SETS,
      ...body,
    },
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return startedProgramme.parse(answer.body).id;
}

/** Started, with its unit programmes and their first phases open. */
async function rolledOut(): Promise<string> {
  const id = await start();
  await api.passTime(id, START);
  for (const unit of ['a', 'b', 'c', 'd']) await api.passTime(childOf(id, unit), START);
  return id;
}

function childOf(programme: string, unit: string): string {
  return unitProgrammeId({ programme, rollout: 'centres', unit });
}

async function handIn(id: string, phase: string, as = 'committee'): Promise<void> {
  const path = `/v1/programmes/${id}/phases/${phase}/deliverables/report`;
  const answer = await api.send('PUT', path, { as, body: { note: 'done' } });
  if (answer.status !== 200) throw new Error(answer.text);
}

/** The unit's committee hands in, and the street approves. */
async function finish(
  id: string,
  phase: string,
  { round = 1, as = 'committee' } = {},
): Promise<void> {
  await handIn(id, phase, as);
  const path = `/v1/tasks/${id}.${phase}.${String(round)}.street.street/decisions`;
  const answer = await api.send('POST', path, { as: 'street', body: { decision: 'approve' } });
  if (answer.status !== 201) throw new Error(answer.text);
}

function shown(id: string): Promise<z.output<typeof programmeSchema>> {
  return api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'clerk' });
}

async function units(id: string, query = ''): Promise<z.output<typeof unitPage>['items']> {
  const path = `/v1/programmes/${id}/rollouts/centres/units${query}`;
  return (await api.read(unitPage, path, { as: 'clerk' })).items;
}

/** Type and data of what the parent's record says of units. */
async function unitEvents(id: string): Promise<readonly (readonly [string, unknown])[]> {
  const path = `/v1/programmes/${id}/events?limit=200`;
  const { items } = await api.read(eventPage, path, { as: 'clerk' });
  return items.filter(({ type }) => type.includes('Unit')).map(({ type, data }) => [type, data]);
}

describe('starting a roll-out', () => {
  it('needs the units of a live programme', async () => {
    const body = { definition: { key: 'rollout-plan' } };
    const answer = await api.send('POST', '/v1/programmes', { as: 'clerk', body });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'units-required' });
  });

  it.each([
    ['an office that unit programmes do not have', { mayor: 'outsider' }, 'unknown-office'],
    ['an account that is not there', { committee: 'nobody' }, 'account-not-found'],
  ])('refuses %s', async (_name, offices, code) => {
    const communities = [{ key: 'a', title: title('a'), within: 'north', offices }];
    const body = {
      definition: { key: 'rollout-plan' },
      unitSets: { ...UNIT_SETS, communities },
    };
    const answer = await api.send('POST', '/v1/programmes', { as: 'clerk', body });
    expect(answer.body).toMatchObject({ status: 422, code });
  });

  it('plans the alignment, then starts one programme for each unit, with its seats', async () => {
    const id = await start();
    const planned = await api.read(momentList, `/v1/programmes/${id}/moments`, { as: 'clerk' });
    expect(planned.map(({ kind }) => kind)).toEqual(['alignUnits', 'openPhase']);
    await api.passTime(id, START);
    const child = await shown(childOf(id, 'a'));
    expect(child).toMatchObject({
      status: 'active',
      startsOn: '2013-09-15',
      title: 'centres(中) · a',
      parent: { programme: id, rollout: 'centres', unit: 'a' },
      definition: { key: 'unit-plan', version: 1 },
    });
    const { rows } = await api.pool.query<{ seats: unknown }>(
      'SELECT seats FROM programmes WHERE id = ANY($1::uuid[]) ORDER BY unit',
      [[childOf(id, 'a'), childOf(id, 'b')]],
    );
    expect(rows.map(({ seats }) => seats)).toEqual([
      { bureau: 'bureau', street: 'street', committee: `${childOf(id, 'a')}:committee` },
      { bureau: 'bureau', street: 'street', committee: 'committee' },
    ]);
    expect(await shown(id)).toMatchObject({
      unitSets: [
        { key: 'towns', count: 2 },
        { key: 'communities', count: 4 },
      ],
      rollouts: [{ key: 'centres', done: 0, total: 4, percent: 0 }],
    });
  });

  it('lists the unit programmes only where they are asked for', async () => {
    const id = await rolledOut();
    const { items } = await api.read(programmePage, '/v1/programmes?limit=200', { as: 'clerk' });
    expect(items.map((one) => one.id)).toContain(id);
    expect(items.map((one) => one.id)).not.toContain(childOf(id, 'a'));
    const path = `/v1/programmes?parent=${id}`;
    const children = await api.read(programmePage, path, { as: 'clerk' });
    expect(new Set(children.items.map((one) => one.id))).toEqual(
      new Set(['a', 'b', 'c', 'd'].map((unit) => childOf(id, unit))),
    );
  });

  it('has the unit act by the person it named, and by nobody else', async () => {
    const id = childOf(await rolledOut(), 'a');
    const path = `/v1/programmes/${id}/phases/build/deliverables/report`;
    const refused = await api.send('PUT', path, { as: 'committee', body: { note: 'mine' } });
    expect(refused.status).toBe(404);
    await finish(id, 'build', { as: 'outsider' });
  });

  it('restricts a rehearsal to some units, which count against all', async () => {
    const id = await start({ clock: { speed: 1 }, rollouts: { centres: ['c'] } });
    await api.passTime(id, START);
    const all = await units(id);
    expect(all.map(({ key, programmeId }) => [key, programmeId === null])).toEqual([
      ['a', true],
      ['b', true],
      ['c', false],
      ['d', true],
    ]);
    expect((await shown(id)).rollouts[0]?.total).toBe(4);
    expect((await shown(childOf(id, 'c'))).clock).toEqual((await shown(id)).clock);
  });

  it('goes on where it was when it fails before the alignment is recorded', async () => {
    const id = await start();
    const owner = new pg.Client({ connectionString: api.adminUrl });
    await owner.connect();
    try {
      await owner.query(`
        CREATE FUNCTION fail_alignment() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'power cut'; END $$;
        CREATE TRIGGER fail_alignment BEFORE INSERT ON events FOR EACH ROW
          WHEN (NEW.type = 'UnitProgrammesAligned') EXECUTE FUNCTION fail_alignment();`);
      await expect(api.passTime(id, START)).rejects.toThrow('power cut');
      const started = await api.read(programmePage, `/v1/programmes?parent=${id}`, { as: 'clerk' });
      expect(started.items).toHaveLength(4);
      await owner.query('DROP TRIGGER fail_alignment ON events; DROP FUNCTION fail_alignment');
    } finally {
      await owner.end();
    }
    await api.passTime(id, START);
    expect(await unitEvents(id)).toMatchObject([
      ['UnitProgrammesAligned', { generation: 1, started: 4, ended: 0 }],
    ]);
    expect((await shown(childOf(id, 'd'))).position).toBe(1);
  });

  it('starts each unit once, also when two processes align at once', async () => {
    const id = await start();
    const { pool, clock, catalogue } = { ...api, catalogue: api.deps.catalogue };
    const other = createEngine({ pool, clock, catalogue, email: false, log: silentLog });
    for (
      let plan = await api.deps.engine.nextMoment(id);
      plan?.next?.dueMs === Date.parse(START);
    ) {
      const { moment } = plan.next;
      [plan] = await Promise.all([api.deps.engine.perform(id, moment), other.perform(id, moment)]);
    }
    const { rows } = await pool.query<{ programmes: number; events: number; holdings: number }>(
      `SELECT (SELECT count(*) FROM programmes WHERE parent_id = $1)::int AS programmes,
              (SELECT count(*) FROM events JOIN programmes ON events.stream = 'programme/' || programmes.id
                WHERE programmes.parent_id = $1)::int AS events,
              (SELECT count(*) FROM holdings JOIN programmes ON holdings.programme_id = programmes.id
                WHERE programmes.parent_id = $1)::int AS holdings`,
      [id],
    );
    expect(rows).toEqual([{ programmes: 4, events: 4, holdings: 1 }]);
  });
});

describe('counting the units', () => {
  it('goes from a percentage to the units behind it', async () => {
    const id = await rolledOut();
    await finish(childOf(id, 'a'), 'build', { as: 'outsider' });
    await handIn(childOf(id, 'b'), 'build');
    const list = await api.read(rolloutList, `/v1/programmes/${id}/rollouts`, { as: 'clerk' });
    expect(list.items[0]).toMatchObject({
      key: 'centres',
      inspection: { office: 'watch', sharePercent: 20, least: 1 },
      total: 4,
      done: 0,
    });
    expect(list.items[0]?.phases[0]).toMatchObject({
      key: 'build',
      done: 1,
      percent: 25,
      pace: 0,
      behind: false,
      dueOn: '2013-09-30',
    });
    expect(list.items[0]?.phases[0]?.groups).toMatchObject([
      { group: { key: 'north' }, done: 1, total: 2, percent: 50 },
      { group: { key: 'south' }, done: 0, total: 2, percent: 0 },
    ]);
    expect(await units(id, '?phase=build&status=done')).toMatchObject([
      {
        key: 'a',
        group: { key: 'north' },
        programmeId: childOf(id, 'a'),
        closedAt: START,
        evidence: 1,
      },
    ]);
    const open = await units(id, '?phase=build&status=open');
    expect(open.map(({ key, evidence }) => [key, evidence])).toEqual([
      ['b', 1],
      ['c', 0],
      ['d', 0],
    ]);
    expect((await units(id, '?within=south')).map(({ key }) => key)).toEqual(['c', 'd']);
  });

  it('tells who is overdue, and that the roll-out is behind', async () => {
    const id = await rolledOut();
    await finish(childOf(id, 'c'), 'build');
    api.clock.set('2013-10-01T02:00:00.000Z');
    const overdue = await units(id, '?phase=build&status=overdue');
    expect(overdue.map(({ key }) => key)).toEqual(['a', 'b', 'd']);
    expect((await shown(id)).rollouts[0]?.behind).toBe(true);
  });

  it('gives pages by key', async () => {
    const id = await rolledOut();
    const path = `/v1/programmes/${id}/rollouts/centres/units?limit=3`;
    const first = await api.read(unitPage, path, { as: 'clerk' });
    expect(first.items.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    expect(first.page.hasMore).toBe(true);
    const next = `${path}&after=${first.page.endCursor ?? ''}`;
    const second = await api.read(unitPage, next, { as: 'clerk' });
    expect(second.items.map(({ key }) => key)).toEqual(['d']);
    expect(second.page.hasMore).toBe(false);
  });

  it('knows no roll-out that is not there', async () => {
    const path = `/v1/programmes/${await start()}/rollouts/roads/units`;
    const answer = await api.send('GET', path, { as: 'clerk' });
    expect(answer.body).toMatchObject({ status: 404, code: 'unknown-rollout' });
  });

  it('counts what was closed in a span of programme time, or completed', async () => {
    const id = await rolledOut();
    await finish(childOf(id, 'b'), 'build');
    api.clock.set('2013-10-02T02:00:00.000Z');
    await finish(childOf(id, 'c'), 'build');
    await api.passTime(childOf(id, 'c'), '2013-10-03T02:00:00.000Z');
    await finish(childOf(id, 'c'), 'open');
    const place = {
      parent: id,
      rollout: 'centres',
      since: null,
      before: '2013-11-01T00:00:00.000Z',
    };
    const done = (query: object): Promise<readonly string[]> =>
      listUnitsDone(api.pool, { ...place, phase: 'build', ...query });
    expect(await done({})).toEqual(['b', 'c']);
    expect(await done({ before: START })).toEqual([]);
    expect(await done({ before: '2013-10-02T02:00:00.000Z' })).toEqual(['b']);
    expect(await done({ since: '2013-10-02T02:00:00.000Z' })).toEqual(['c']);
    expect(await done({ phase: null })).toEqual(['c']);
    expect(await done({ phase: null, before: '2013-10-03T00:00:00.000Z' })).toEqual([]);
    const excluding = [{ unit: 'c', phase: 'build', round: 1 }];
    expect(await done({ excluding })).toEqual(['b']);
    expect(await done({ phase: null, excluding })).toEqual([]);
    expect(await done({ excluding: [{ unit: 'c', phase: 'build', round: 0 }] })).toEqual([
      'b',
      'c',
    ]);
  });
});

describe('changing the units', () => {
  it('is an act of the owner, and unit programmes follow it', async () => {
    const id = await rolledOut();
    const path = `/v1/programmes/${id}/unit-changes`;
    const body = {
      set: 'communities',
      add: [{ key: 'e', title: title('e'), within: 'south' }],
      remove: ['b'],
      reason: '撤并',
    };
    const refused = await api.send('POST', path, { as: 'watch', body });
    expect(refused.body).toMatchObject({ status: 403, code: 'not-owner' });
    expect((await api.send('POST', path, { as: 'clerk', body })).status).toBe(201);
    await api.passTime(id, START);
    expect((await shown(childOf(id, 'b'))).status).toBe('terminated');
    expect((await shown(childOf(id, 'e'))).status).toBe('active');
    expect(await unitEvents(id)).toMatchObject([
      ['UnitProgrammesAligned', { generation: 1, started: 4, ended: 0 }],
      ['UnitsChanged', { before: 4, after: 4, removed: ['b'], reason: '撤并' }],
      ['UnitProgrammesAligned', { generation: 2, started: 4, ended: 1 }],
    ]);
    const again = await api.send('POST', path, {
      as: 'clerk',
      body: { ...body, add: [{ key: 'b', title: title('b'), within: 'north' }], remove: [] },
    });
    expect(again.body).toMatchObject({ status: 422, code: 'unit-key-used' });
  });
});

describe('sample acceptance', () => {
  async function drawn(id: string): Promise<z.output<typeof sampleAct>> {
    const answer = await api.send('POST', `/v1/programmes/${id}/samples`, {
      as: 'watch',
      body: { rollout: 'centres', phase: 'build' },
    });
    if (answer.status !== 201) throw new Error(answer.text);
    return sampleAct.parse(answer.body);
  }

  it('draws by the hash of the entry before it, so that anyone can draw again', async () => {
    const id = await rolledOut();
    await finish(childOf(id, 'b'), 'build');
    await finish(childOf(id, 'c'), 'build');
    await finish(childOf(id, 'd'), 'build');
    const { position, sample } = await drawn(id);
    const path = `/v1/programmes/${id}/events?limit=200`;
    const { items } = await api.read(eventPage, path, { as: 'clerk' });
    const event = items.find((one) => one.position === position);
    expect(event?.prevHash).toBe(sample.seed);
    expect(sample).toMatchObject({ id: 's1', from: 3 });
    expect(sample.units.map(({ key }) => key)).toEqual(
      drawFrom(event?.prevHash ?? '', ['b', 'c', 'd'], 1),
    );
  });

  it('lets a failed unit count again only when it was put right or passes', async () => {
    const id = await rolledOut();
    const child = childOf(id, 'c');
    await finish(child, 'build');
    await drawn(id);
    const path = `/v1/programmes/${id}/samples/s1/inspections`;
    const failing = { unit: 'c', passed: false, note: '漏水' };
    expect((await api.send('POST', path, { as: 'watch', body: failing })).status).toBe(201);
    expect((await units(id, '?phase=build&status=failed')).map(({ key }) => key)).toEqual(['c']);
    expect((await shown(id)).rollouts[0]).toMatchObject({ done: 0 });
    const excluding = failedUnits(
      (
        await api.deps.reads.programme(id, {
          personId: '00000000-0000-0000-0000-000000000000',
          administrator: true,
          at: api.clock.now(),
        })
      )?.state ?? { samples: [] },
      'centres',
      'build',
    );
    const query = { parent: id, rollout: 'centres', phase: 'build', since: null } as const;
    const before = '2013-12-01T00:00:00.000Z';
    expect(await listUnitsDone(api.pool, { ...query, before, excluding })).toEqual([]);
    await api.passTime(child, '2013-10-01T02:00:00.000Z');
    const returned = await api.send('POST', `/v1/programmes/${child}/returns`, {
      as: 'bureau',
      body: { phase: 'open', returnTo: 'build', reason: '漏水' },
    });
    expect(returned.status).toBe(201);
    await finish(child, 'build', { round: 2 });
    expect(await listUnitsDone(api.pool, { ...query, before, excluding })).toEqual(['c']);
    expect((await units(id, '?phase=build&status=done')).map(({ key }) => key)).toEqual(['c']);
    const passing = { unit: 'c', passed: true };
    expect((await api.send('POST', path, { as: 'watch', body: passing })).status).toBe(201);
    const { items } = await api.read(sampleList, `/v1/programmes/${id}/samples`, { as: 'clerk' });
    expect(items[0]?.units).toEqual([{ key: 'c', status: 'passed', round: 2 }]);
  });

  it('is not done by who took part in the unit programme', async () => {
    const id = await rolledOut();
    for (const office of ['street', 'watch']) {
      const path = `/v1/offices/${office}/appointments`;
      const appointed = await api.send('POST', path, {
        as: 'security-admin',
        body: { account: 'alpha' },
      });
      expect(appointed.status).toBe(201);
    }
    const child = childOf(id, 'd');
    await handIn(child, 'build');
    const task = `/v1/tasks/${child}.build.1.street.street/decisions`;
    expect(
      (await api.send('POST', task, { as: 'alpha', body: { decision: 'approve' } })).status,
    ).toBe(201);
    await drawn(id);
    const path = `/v1/programmes/${id}/samples/s1/inspections`;
    const body = { unit: 'd', passed: true };
    const refused = await api.send('POST', path, { as: 'alpha', body });
    expect(refused.body).toMatchObject({ status: 403, code: 'inspector-took-part' });
    expect((await api.send('POST', path, { as: 'watch', body })).status).toBe(201);
  });
});

describe('the end of the parent', () => {
  it('ends its unit programmes and then the workflow, though not those that are over', async () => {
    const id = await rolledOut();
    const child = childOf(id, 'c');
    await finish(child, 'build');
    await api.passTime(child, '2013-10-01T02:00:00.000Z');
    await finish(child, 'open');
    const ended = await api.send('POST', `/v1/programmes/${id}/terminations`, {
      as: 'clerk',
      body: { reason: '另文规定' },
    });
    expect(ended.status).toBe(201);
    const plan = await api.deps.engine.nextMoment(id);
    expect(plan).toMatchObject({ over: false, next: { moment: { kind: 'alignUnits' } } });
    await api.passTime(id, api.clock.now().toISOString());
    expect(await api.deps.engine.nextMoment(id)).toMatchObject({ over: true, next: null });
    expect((await shown(child)).status).toBe('completed');
    expect((await shown(childOf(id, 'a'))).status).toBe('terminated');
    expect((await shown(childOf(id, 'b'))).status).toBe('terminated');
  });
});

describe('rebuilding', () => {
  it('gives the same read models of parent and units, and mends what was changed', async () => {
    const id = await rolledOut();
    await finish(childOf(id, 'b'), 'build');
    const { pool, clock } = api;
    const definitions = createDefinitionStore({ pool, clock, catalogue: api.deps.catalogue });
    const deps = { pool, definitions };
    for (const each of [id, childOf(id, 'a'), childOf(id, 'b')]) {
      expect((await compareProgramme(deps, each)).differences).toEqual([]);
    }
    const child = childOf(id, 'b');
    await pool.query(`UPDATE programmes SET unit = 'z' WHERE id = $1`, [child]);
    const report = await rebuildProgramme(deps, child);
    expect(report.differences.map(({ table }) => table)).toEqual(['programmes']);
    expect((await compareProgramme(deps, child)).differences).toEqual([]);
    expect((await units(id, '?phase=build&status=done')).map(({ key }) => key)).toEqual(['b']);
  });
});
