import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { findTimedProgrammes } from '../../db/read-models/timekeeping.ts';
import { createOutbox } from '../../db/outbox.ts';
import { createPool, type Pool } from '../../db/pool.ts';
import { listUnitProgrammes } from '../../db/read-models/unit-programmes.ts';
import { createDirectory } from '../../engine/directory.ts';
import { createEngine } from '../../engine/execute.ts';
import type { Engine } from '../../engine/types.ts';
import { systemClock } from '../../platform/clock.ts';
import { createCatalogue } from '../../programmes/catalogue.ts';
import { createRelay, type Relay } from '../../worker/relay.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { silentLog } from '../support/database-fixtures.ts';
import { rolloutPlan, unitPlan, withDefinitions } from '../support/rollout-plan.ts';
import { createTestDatabase, type TestDatabase } from '../support/servers-database.ts';
import { aKey } from './support/a-key.ts';
import { createTemporalHarness, until, type TemporalHarness } from './support/temporal-harness.ts';

jest.setTimeout(90_000);

let database: TestDatabase;
let pool: Pool;
let engine: Engine;
let harness: TemporalHarness;
let relay: Relay;
let clerk: string;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.appUrl, { size: 8 });
  const catalogue = withDefinitions(createCatalogue(), [rolloutPlan, unitPlan]);
  engine = createEngine({ pool, clock: systemClock, catalogue, email: false, log: silentLog });
  clerk = await registerClerk();
  harness = await createTemporalHarness();
  await harness.startWorker(engine);
  relay = createRelay({
    outbox: createOutbox(pool),
    describe: (ids) => findTimedProgrammes(pool, ids),
    signals: harness.signals(),
    log: silentLog,
  });
  relay.start();
});
afterAll(async () => {
  await relay.close();
  await harness.close();
  await pool.end();
  await database.drop();
});

async function registerClerk(): Promise<string> {
  const made = await createDirectory({ pool, clock: systemClock }).registerPerson(
    {
      account: 'clerk',
      name: { zh: '经办', en: 'Clerk' },
      email: null,
      locale: 'zh',
      roles: [],
      passwordHash: null,
    },
    { by: 'setup', key: aKey('setup') },
  );
  if (made.kind !== 'done') throw new Error('no clerk');
  return made.value.id;
}

async function rehearse(): Promise<string> {
  const started = await engine.activate({
    definition: { key: 'rollout-plan' },
    caller: { kind: 'person', id: clerk },
    key: aKey(clerk),
    speed: 1,
    offices: { clerk: 'clerk' },
  });
  if (started.kind !== 'done') throw new Error(JSON.stringify(started));
  return started.outcome.state.id;
}

function outcomeOf(id: string): Promise<unknown> {
  return harness.temporal.client.workflow.getHandle(workflowIdOf(id)).result();
}

describe('a roll-out on real servers', () => {
  it('has a workflow for each unit, and ends them all with their parent', async () => {
    const id = await rehearse();
    await until('every unit programme has opened its first phase', async () => {
      const { rows } = await pool.query<{ open: number }>(
        `SELECT count(*)::int AS open FROM programmes JOIN phases ON phases.programme_id = programmes.id
          WHERE programmes.parent_id = $1 AND phases.key = 'build' AND phases.status = 'open'`,
        [id],
      );
      return rows[0]?.open === 10;
    });
    const ended = await engine.execute({
      programmeId: id,
      command: { type: 'TerminateProgramme', reason: '另文规定' },
      caller: { kind: 'person', id: clerk },
      key: aKey(clerk),
    });
    expect(ended.kind).toBe('done');
    expect(await outcomeOf(id)).toMatchObject({ outcome: 'programme-over' });
    const children = await listUnitProgrammes(pool, id);
    expect(children.map(({ status }) => status)).toEqual(Array(10).fill('terminated'));
    for (const child of children) {
      expect(await outcomeOf(child.id)).toMatchObject({ outcome: 'programme-over' });
    }
    const { rows } = await pool.query<{ data: { generation: number } }>(
      `SELECT data FROM events WHERE stream = 'programme/' || $1 AND type = 'UnitProgrammesAligned' ORDER BY position`,
      [id],
    );
    expect(rows.map(({ data }) => data)).toMatchObject([
      { generation: 1, started: 10, ended: 0 },
      { generation: 2, started: 0, ended: 10 },
    ]);
  });
});
