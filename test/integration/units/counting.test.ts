/** Counts of a roll-out, the units behind them, and samples, through the API. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { drawFrom } from '../../../domain/audit/draw.ts';
import { failedUnits } from '../../../domain/programme/units/rollouts.ts';
import { eventPage } from '../../../api/schemas/records.ts';
import { sampleAct, sampleList } from '../../../api/schemas/samples.ts';
import { rolloutList, unitPage } from '../../../api/schemas/units.ts';
import { listUnitsDone } from '../../../db/read-models/units.ts';
import { childOf, createRolloutDesk, START, type RolloutDesk } from '../../support/rollout-api.ts';

let desk: RolloutDesk;

beforeAll(async () => {
  desk = await createRolloutDesk();
}, 60_000);
afterAll(() => desk.api.close());

describe('counting the units', () => {
  it('goes from a percentage to the units behind it', async () => {
    const id = await desk.rolledOut();
    await desk.finish(childOf(id, 'a'), 'build', { as: 'outsider' });
    await desk.handIn(childOf(id, 'b'), 'build');
    const list = await desk.api.read(rolloutList, `/v1/programmes/${id}/rollouts`, { as: 'clerk' });
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
    expect(await desk.units(id, '?phase=build&status=done')).toMatchObject([
      {
        key: 'a',
        group: { key: 'north' },
        programmeId: childOf(id, 'a'),
        closedAt: START,
        evidence: 1,
      },
    ]);
    const open = await desk.units(id, '?phase=build&status=open');
    expect(open.map(({ key, evidence }) => [key, evidence])).toEqual([
      ['b', 1],
      ['c', 0],
      ['d', 0],
    ]);
    expect((await desk.units(id, '?within=south')).map(({ key }) => key)).toEqual(['c', 'd']);
  });

  it('tells who is overdue, and that the roll-out is behind', async () => {
    const id = await desk.rolledOut();
    await desk.finish(childOf(id, 'c'), 'build');
    desk.api.clock.set('2013-10-01T02:00:00.000Z');
    const overdue = await desk.units(id, '?phase=build&status=overdue');
    expect(overdue.map(({ key }) => key)).toEqual(['a', 'b', 'd']);
    expect((await desk.shown(id)).rollouts[0]?.behind).toBe(true);
  });

  it('gives pages by key', async () => {
    const id = await desk.rolledOut();
    const path = `/v1/programmes/${id}/rollouts/centres/units?limit=3`;
    const first = await desk.api.read(unitPage, path, { as: 'clerk' });
    expect(first.items.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    expect(first.page.hasMore).toBe(true);
    const next = `${path}&after=${first.page.endCursor ?? ''}`;
    const second = await desk.api.read(unitPage, next, { as: 'clerk' });
    expect(second.items.map(({ key }) => key)).toEqual(['d']);
    expect(second.page.hasMore).toBe(false);
  });

  it('knows no roll-out that is not there', async () => {
    const path = `/v1/programmes/${await desk.start()}/rollouts/roads/units`;
    const answer = await desk.api.send('GET', path, { as: 'clerk' });
    expect(answer.body).toMatchObject({ status: 404, code: 'unknown-rollout' });
  });

  it('counts what was closed in a span of programme time, or completed', async () => {
    const id = await desk.rolledOut();
    await desk.finish(childOf(id, 'b'), 'build');
    desk.api.clock.set('2013-10-02T02:00:00.000Z');
    await desk.finish(childOf(id, 'c'), 'build');
    await desk.api.passTime(childOf(id, 'c'), '2013-10-03T02:00:00.000Z');
    await desk.finish(childOf(id, 'c'), 'open');
    const place = {
      parent: id,
      rollout: 'centres',
      since: null,
      before: '2013-11-01T00:00:00.000Z',
    };
    const done = (query: object): Promise<readonly string[]> =>
      listUnitsDone(desk.api.pool, { ...place, phase: 'build', ...query });
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

describe('sample acceptance', () => {
  async function drawn(id: string): Promise<z.output<typeof sampleAct>> {
    const answer = await desk.api.send('POST', `/v1/programmes/${id}/samples`, {
      as: 'watch',
      body: { rollout: 'centres', phase: 'build' },
    });
    if (answer.status !== 201) throw new Error(answer.text);
    return sampleAct.parse(answer.body);
  }

  it('draws by the hash of the entry before it, so that anyone can draw again', async () => {
    const id = await desk.rolledOut();
    await desk.finish(childOf(id, 'b'), 'build');
    await desk.finish(childOf(id, 'c'), 'build');
    await desk.finish(childOf(id, 'd'), 'build');
    const { position, sample } = await drawn(id);
    const path = `/v1/programmes/${id}/events?limit=200`;
    const { items } = await desk.api.read(eventPage, path, { as: 'clerk' });
    const event = items.find((one) => one.position === position);
    expect(event?.prevHash).toBe(sample.seed);
    expect(sample).toMatchObject({ id: 's1', from: 3 });
    expect(sample.units.map(({ key }) => key)).toEqual(
      drawFrom(event?.prevHash ?? '', ['b', 'c', 'd'], 1),
    );
  });

  it('lets a failed unit count again only when it was put right or passes', async () => {
    const id = await desk.rolledOut();
    const child = childOf(id, 'c');
    await desk.finish(child, 'build');
    await drawn(id);
    const path = `/v1/programmes/${id}/samples/s1/inspections`;
    const failing = { unit: 'c', passed: false, note: '漏水' };
    expect((await desk.api.send('POST', path, { as: 'watch', body: failing })).status).toBe(201);
    expect((await desk.units(id, '?phase=build&status=failed')).map(({ key }) => key)).toEqual([
      'c',
    ]);
    expect((await desk.shown(id)).rollouts[0]).toMatchObject({ done: 0 });
    const excluding = failedUnits(
      (
        await desk.api.deps.reads.programme(id, {
          personId: '00000000-0000-0000-0000-000000000000',
          administrator: true,
          at: desk.api.clock.now(),
        })
      )?.state ?? { samples: [] },
      'centres',
      'build',
    );
    const query = { parent: id, rollout: 'centres', phase: 'build', since: null } as const;
    const before = '2013-12-01T00:00:00.000Z';
    expect(await listUnitsDone(desk.api.pool, { ...query, before, excluding })).toEqual([]);
    await desk.api.passTime(child, '2013-10-01T02:00:00.000Z');
    const returned = await desk.api.send('POST', `/v1/programmes/${child}/returns`, {
      as: 'bureau',
      body: { phase: 'open', returnTo: 'build', reason: '漏水' },
    });
    expect(returned.status).toBe(201);
    await desk.finish(child, 'build', { round: 2 });
    expect(await listUnitsDone(desk.api.pool, { ...query, before, excluding })).toEqual(['c']);
    expect((await desk.units(id, '?phase=build&status=done')).map(({ key }) => key)).toEqual(['c']);
    const passing = { unit: 'c', passed: true };
    expect((await desk.api.send('POST', path, { as: 'watch', body: passing })).status).toBe(201);
    const { items } = await desk.api.read(sampleList, `/v1/programmes/${id}/samples`, {
      as: 'clerk',
    });
    expect(items[0]?.units).toEqual([{ key: 'c', status: 'passed', round: 2 }]);
  });

  it('is not done by who took part in the unit programme', async () => {
    const id = await desk.rolledOut();
    for (const office of ['street', 'watch']) {
      const path = `/v1/offices/${office}/appointments`;
      const appointed = await desk.api.send('POST', path, {
        as: 'security-admin',
        body: { account: 'alpha' },
      });
      expect(appointed.status).toBe(201);
    }
    const child = childOf(id, 'd');
    await desk.handIn(child, 'build');
    const task = `/v1/tasks/${child}.build.1.street.street/decisions`;
    expect(
      (await desk.api.send('POST', task, { as: 'alpha', body: { decision: 'approve' } })).status,
    ).toBe(201);
    await drawn(id);
    const path = `/v1/programmes/${id}/samples/s1/inspections`;
    const body = { unit: 'd', passed: true };
    const refused = await desk.api.send('POST', path, { as: 'alpha', body });
    expect(refused.body).toMatchObject({ status: 403, code: 'inspector-took-part' });
    expect((await desk.api.send('POST', path, { as: 'watch', body })).status).toBe(201);
  });
});
