/** A roll-out through the API: units frozen, unit programmes started, changed, and ended with their parent. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { momentList, programmePage } from '../../../api/schemas/programmes.ts';
import { compareProgramme, rebuildProgramme } from '../../../engine/rebuild.ts';
import { createDefinitionStore } from '../../../engine/definition-store.ts';
import { createEngine } from '../../../engine/execute.ts';
import { silentLog } from '../../support/database-fixtures.ts';
import {
  childOf,
  createRolloutDesk,
  START,
  title,
  UNIT_SETS,
  type RolloutDesk,
} from '../../support/rollout-api.ts';

let desk: RolloutDesk;

beforeAll(async () => {
  desk = await createRolloutDesk();
}, 60_000);
afterAll(() => desk.api.close());

describe('starting a roll-out', () => {
  it('needs the units of a live programme', async () => {
    const body = { definition: { key: 'rollout-plan' } };
    const answer = await desk.api.send('POST', '/v1/programmes', { as: 'clerk', body });
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
    const answer = await desk.api.send('POST', '/v1/programmes', { as: 'clerk', body });
    expect(answer.body).toMatchObject({ status: 422, code });
  });

  it('plans the alignment, then starts one programme for each unit, with its seats', async () => {
    const id = await desk.start();
    const planned = await desk.api.read(momentList, `/v1/programmes/${id}/moments`, {
      as: 'clerk',
    });
    expect(planned.map(({ kind }) => kind)).toEqual(['alignUnits', 'openPhase']);
    await desk.api.passTime(id, START);
    const child = await desk.shown(childOf(id, 'a'));
    expect(child).toMatchObject({
      status: 'active',
      startsOn: '2013-09-15',
      title: 'centres(中) · a',
      titleEn: 'centres · a',
      parent: { programme: id, rollout: 'centres', unit: 'a' },
      definition: { key: 'unit-plan', version: 1 },
    });
    const { rows } = await desk.api.pool.query<{ seats: unknown }>(
      'SELECT seats FROM programmes WHERE id = ANY($1::uuid[]) ORDER BY unit',
      [[childOf(id, 'a'), childOf(id, 'b')]],
    );
    expect(rows.map(({ seats }) => seats)).toEqual([
      { bureau: 'bureau', street: 'street', committee: `${childOf(id, 'a')}:committee` },
      { bureau: 'bureau', street: 'street', committee: 'committee' },
    ]);
    expect(await desk.shown(id)).toMatchObject({
      unitSets: [
        { key: 'towns', count: 2 },
        { key: 'communities', count: 4 },
      ],
      rollouts: [{ key: 'centres', done: 0, total: 4, percent: 0 }],
    });
  });

  it('lists the unit programmes only where they are asked for', async () => {
    const id = await desk.rolledOut();
    const { items } = await desk.api.read(programmePage, '/v1/programmes?limit=200', {
      as: 'clerk',
    });
    expect(items.map((one) => one.id)).toContain(id);
    expect(items.map((one) => one.id)).not.toContain(childOf(id, 'a'));
    const path = `/v1/programmes?parent=${id}`;
    const children = await desk.api.read(programmePage, path, { as: 'clerk' });
    expect(new Set(children.items.map((one) => one.id))).toEqual(
      new Set(['a', 'b', 'c', 'd'].map((unit) => childOf(id, unit))),
    );
  });

  it('shows the unit programmes to whoever sees their parent, and to nobody else', async () => {
    const id = await desk.rolledOut();
    const child = childOf(id, 'b');
    for (const as of ['watch', 'street']) {
      expect((await desk.api.send('GET', `/v1/programmes/${child}`, { as })).status).toBe(200);
    }
    const parent = await desk.api.send('GET', `/v1/programmes/${id}`, { as: 'street' });
    expect(parent.status).toBe(404);
    expect((await desk.api.send('GET', `/v1/programmes/${child}`, { as: 'outsider' })).status).toBe(
      404,
    );
    const list = `/v1/programmes?parent=${id}`;
    const seen = await desk.api.read(programmePage, list, { as: 'watch' });
    expect(seen.items).toHaveLength(4);
    const own = await desk.api.read(programmePage, list, { as: 'outsider' });
    expect(own.items.map((one) => one.id)).toEqual([childOf(id, 'a')]);
  });

  it('has the unit act by the person it named, and by nobody else', async () => {
    const id = childOf(await desk.rolledOut(), 'a');
    const path = `/v1/programmes/${id}/phases/build/deliverables/report`;
    const refused = await desk.api.send('PUT', path, { as: 'committee', body: { note: 'mine' } });
    expect(refused.status).toBe(404);
    await desk.finish(id, 'build', { as: 'outsider' });
  });

  it('restricts a rehearsal to some units, which count against all', async () => {
    const id = await desk.start({ clock: { speed: 1 }, rollouts: { centres: ['c'] } });
    await desk.api.passTime(id, START);
    const all = await desk.units(id);
    expect(all.map(({ key, programmeId }) => [key, programmeId === null])).toEqual([
      ['a', true],
      ['b', true],
      ['c', false],
      ['d', true],
    ]);
    expect((await desk.shown(id)).rollouts[0]?.total).toBe(4);
    expect((await desk.shown(childOf(id, 'c'))).clock).toEqual((await desk.shown(id)).clock);
  });

  it('goes on where it was when it fails before the alignment is recorded', async () => {
    const id = await desk.start();
    const owner = new pg.Client({ connectionString: desk.api.adminUrl });
    await owner.connect();
    try {
      await owner.query(`
        CREATE FUNCTION fail_alignment() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'power cut'; END $$;
        CREATE TRIGGER fail_alignment BEFORE INSERT ON events FOR EACH ROW
          WHEN (NEW.type = 'UnitProgrammesAligned') EXECUTE FUNCTION fail_alignment();`);
      await expect(desk.api.passTime(id, START)).rejects.toThrow('power cut');
      const started = await desk.api.read(programmePage, `/v1/programmes?parent=${id}`, {
        as: 'clerk',
      });
      expect(started.items).toHaveLength(4);
      await owner.query('DROP TRIGGER fail_alignment ON events; DROP FUNCTION fail_alignment');
    } finally {
      await owner.end();
    }
    await desk.api.passTime(id, START);
    expect(await desk.unitEvents(id)).toMatchObject([
      ['UnitProgrammesAligned', { generation: 1, started: 4, ended: 0 }],
    ]);
    expect((await desk.shown(childOf(id, 'd'))).position).toBe(1);
  });

  it('starts each unit once, also when two processes align at once', async () => {
    const id = await desk.start();
    const { pool, clock, catalogue } = { ...desk.api, catalogue: desk.api.deps.catalogue };
    const other = createEngine({ pool, clock, catalogue, email: false, log: silentLog });
    for (
      let plan = await desk.api.deps.engine.nextMoment(id);
      plan?.next?.dueMs === Date.parse(START);
    ) {
      const { moment } = plan.next;
      [plan] = await Promise.all([
        desk.api.deps.engine.perform(id, moment),
        other.perform(id, moment),
      ]);
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

describe('changing the units', () => {
  it('is an act of the owner, and unit programmes follow it', async () => {
    const id = await desk.rolledOut();
    const path = `/v1/programmes/${id}/unit-changes`;
    const body = {
      set: 'communities',
      add: [{ key: 'e', title: title('e'), within: 'south' }],
      remove: ['b'],
      reason: '撤并',
    };
    const refused = await desk.api.send('POST', path, { as: 'watch', body });
    expect(refused.body).toMatchObject({ status: 403, code: 'not-owner' });
    expect((await desk.api.send('POST', path, { as: 'clerk', body })).status).toBe(201);
    await desk.api.passTime(id, START);
    expect((await desk.shown(childOf(id, 'b'))).status).toBe('terminated');
    expect((await desk.shown(childOf(id, 'e'))).status).toBe('active');
    expect(await desk.unitEvents(id)).toMatchObject([
      ['UnitProgrammesAligned', { generation: 1, started: 4, ended: 0 }],
      ['UnitsChanged', { before: 4, after: 4, removed: ['b'], reason: '撤并' }],
      ['UnitProgrammesAligned', { generation: 2, started: 4, ended: 1 }],
    ]);
    const again = await desk.api.send('POST', path, {
      as: 'clerk',
      body: { ...body, add: [{ key: 'b', title: title('b'), within: 'north' }], remove: [] },
    });
    expect(again.body).toMatchObject({ status: 422, code: 'unit-key-used' });
  });
});

describe('the end of the parent', () => {
  it('ends its unit programmes and then the workflow, though not those that are over', async () => {
    const id = await desk.rolledOut();
    const child = childOf(id, 'c');
    await desk.finish(child, 'build');
    await desk.api.passTime(child, '2013-10-01T02:00:00.000Z');
    await desk.finish(child, 'open');
    const ended = await desk.api.send('POST', `/v1/programmes/${id}/terminations`, {
      as: 'clerk',
      body: { reason: '另文规定' },
    });
    expect(ended.status).toBe(201);
    const plan = await desk.api.deps.engine.nextMoment(id);
    expect(plan).toMatchObject({ over: false, next: { moment: { kind: 'alignUnits' } } });
    await desk.api.passTime(id, desk.api.clock.now().toISOString());
    expect(await desk.api.deps.engine.nextMoment(id)).toMatchObject({ over: true, next: null });
    expect((await desk.shown(child)).status).toBe('completed');
    expect((await desk.shown(childOf(id, 'a'))).status).toBe('terminated');
    expect((await desk.shown(childOf(id, 'b'))).status).toBe('terminated');
  });
});

describe('rebuilding', () => {
  it('gives the same read models of parent and units, and mends what was changed', async () => {
    const id = await desk.rolledOut();
    await desk.finish(childOf(id, 'b'), 'build');
    const { pool, clock } = desk.api;
    const definitions = createDefinitionStore({ pool, clock, catalogue: desk.api.deps.catalogue });
    const deps = { pool, definitions, calendars: desk.api.deps.calendars.store };
    for (const each of [id, childOf(id, 'a'), childOf(id, 'b')]) {
      expect((await compareProgramme(deps, each)).differences).toEqual([]);
    }
    const child = childOf(id, 'b');
    await pool.query(`UPDATE programmes SET unit = 'z' WHERE id = $1`, [child]);
    const report = await rebuildProgramme(deps, child);
    expect(report.differences.map(({ table }) => table)).toEqual(['programmes']);
    expect((await compareProgramme(deps, child)).differences).toEqual([]);
    expect((await desk.units(id, '?phase=build&status=done')).map(({ key }) => key)).toEqual(['b']);
  });
});
