/** Unit programmes whose parent is suspended and resumed, through the API: they stop and go on with it, those apart that a person stopped. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { eventPage } from '../../../api/schemas/records.ts';
import { createDefinitionStore } from '../../../engine/definition-store.ts';
import { createEngine } from '../../../engine/execute.ts';
import { compareProgramme } from '../../../engine/rebuild.ts';
import { silentLog } from '../../support/database-fixtures.ts';
import { childOf, createRolloutDesk, START, type RolloutDesk } from '../../support/rollout-api.ts';

const UNITS = ['a', 'b', 'c', 'd'];
/** Ten days after the first. */
const ON_THE_25TH = '2013-09-24T16:00:00.000Z';

let desk: RolloutDesk;

beforeAll(async () => {
  desk = await createRolloutDesk();
}, 60_000);
afterAll(() => desk.api.close());

async function post(id: string, what: string, as = 'clerk'): Promise<Record<string, unknown>> {
  const path = `/v1/programmes/${id}/${what}`;
  const answer = await desk.api.send('POST', path, { as, body: { reason: '汛期' } });
  return { status: answer.status, ...(answer.body as object) };
}

async function statuses(id: string): Promise<readonly string[]> {
  return Promise.all(UNITS.map(async (unit) => (await desk.shown(childOf(id, unit))).status));
}

async function align(id: string): Promise<void> {
  await desk.api.passTime(id, desk.api.clock.now().toISOString());
}

async function events(id: string): Promise<readonly (readonly [string, unknown])[]> {
  const path = `/v1/programmes/${id}/events?limit=200`;
  const { items } = await desk.api.read(eventPage, path, { as: 'clerk' });
  return items
    .filter(({ type }) => type.startsWith('Programme'))
    .map(({ type, data }) => [type, data]);
}

describe('a suspended parent', () => {
  it('stops its unit programmes and lets them go on, their dates moved like its own', async () => {
    const id = await desk.rolledOut();
    expect(await post(id, 'suspensions')).toMatchObject({ status: 201 });
    const plan = await desk.api.deps.engine.nextMoment(id);
    expect(plan).toMatchObject({ over: false, next: { moment: { kind: 'alignUnits' } } });
    await align(id);
    expect(await statuses(id)).toEqual(UNITS.map(() => 'suspended'));
    expect(await desk.api.deps.engine.nextMoment(id)).toMatchObject({ over: false, next: null });
    const child = childOf(id, 'b');
    expect(await desk.api.deps.engine.nextMoment(child)).toMatchObject({ next: null });
    await desk.api.passTime(id, ON_THE_25TH);
    expect(await post(id, 'resumptions')).toMatchObject({ status: 201 });
    await align(id);
    expect(await statuses(id)).toEqual(UNITS.map(() => 'active'));
    for (const each of [id, child]) {
      expect((await desk.shown(each)).phases[0]).toMatchObject({ dueOn: '2013-10-10' });
    }
    expect(await desk.unitEvents(id)).toMatchObject([
      ['UnitProgrammesAligned', { generation: 1, started: 4 }],
      ['UnitProgrammesAligned', { generation: 2, started: 4, ended: 0, suspended: 4 }],
      ['UnitProgrammesAligned', { generation: 3, started: 4, ended: 0 }],
    ]);
    expect(await events(child)).toMatchObject([
      ['ProgrammeActivated', {}],
      [
        'ProgrammeSuspended',
        { by: 'clock', reason: '上级方案中止 · The parent programme is suspended' },
      ],
      ['ProgrammeResumed', { by: 'clock', days: 10 }],
    ]);
  });

  it('leaves what a person stopped as it is, and lets nobody go on before it does', async () => {
    const id = await desk.rolledOut();
    const own = childOf(id, 'c');
    expect(await post(own, 'suspensions', 'bureau')).toMatchObject({ status: 201 });
    await post(id, 'suspensions');
    await align(id);
    for (const child of [own, childOf(id, 'd')]) {
      expect(await post(child, 'resumptions', 'bureau')).toMatchObject({
        status: 409,
        code: 'parent-suspended',
      });
    }
    await post(id, 'resumptions');
    await align(id);
    expect(await statuses(id)).toEqual(['active', 'active', 'suspended', 'active']);
    expect(await post(own, 'resumptions', 'bureau')).toMatchObject({ status: 201 });
  });

  it('is followed before anything else happens, however fast it goes on', async () => {
    const id = await desk.rolledOut();
    await post(id, 'suspensions');
    await post(id, 'resumptions');
    await align(id);
    expect((await events(childOf(id, 'a'))).map(([type]) => type)).toEqual([
      'ProgrammeActivated',
      'ProgrammeSuspended',
      'ProgrammeResumed',
    ]);
  });

  it('ends them all when it ends', async () => {
    const id = await desk.rolledOut();
    await post(id, 'suspensions');
    await align(id);
    expect(await post(id, 'terminations')).toMatchObject({ status: 201 });
    await align(id);
    expect(await statuses(id)).toEqual(UNITS.map(() => 'terminated'));
  });

  it('is followed once when it fails half-way, and when two processes follow it at once', async () => {
    const id = await desk.rolledOut();
    await post(id, 'suspensions');
    const owner = new pg.Client({ connectionString: desk.api.adminUrl });
    await owner.connect();
    try {
      await owner.query(`
        CREATE FUNCTION fail_following() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'power cut'; END $$;
        CREATE TRIGGER fail_following BEFORE INSERT ON events FOR EACH ROW
          WHEN (NEW.stream = 'programme/${childOf(id, 'c')}') EXECUTE FUNCTION fail_following();`);
      await expect(align(id)).rejects.toThrow('power cut');
      await owner.query('DROP TRIGGER fail_following ON events; DROP FUNCTION fail_following');
    } finally {
      await owner.end();
    }
    const { pool, clock, deps } = desk.api;
    const { catalogue } = deps;
    const other = createEngine({ pool, clock, catalogue, email: false, log: silentLog });
    const plan = await deps.engine.nextMoment(id);
    if (plan?.next === null || plan === null) throw new Error('nothing is planned');
    const { moment } = plan.next;
    await Promise.all([deps.engine.perform(id, moment), other.perform(id, moment)]);
    for (const unit of UNITS) {
      const types = (await events(childOf(id, unit))).map(([type]) => type);
      expect(types).toEqual(['ProgrammeActivated', 'ProgrammeSuspended']);
    }
    expect(await desk.unitEvents(id)).toHaveLength(2);
  });

  it('is followed by units that join it on the same day, and by what a rebuild finds', async () => {
    const id = await desk.start();
    await post(id, 'suspensions');
    await align(id);
    expect(await statuses(id)).toEqual(UNITS.map(() => 'suspended'));
    const { pool, clock, deps } = desk.api;
    const definitions = createDefinitionStore({ pool, clock, catalogue: deps.catalogue });
    for (const each of [id, childOf(id, 'a')]) {
      expect(
        (
          await compareProgramme(
            { pool, definitions, calendars: desk.api.deps.calendars.store },
            each,
          )
        ).differences,
      ).toEqual([]);
    }
    expect(clock.now().toISOString()).toBe(START);
  });
});
