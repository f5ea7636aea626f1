import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { loadScenarios } from '../../../programmes/scenario.ts';
import { faultsOfOperations, faultsOfProgrammes, ledgerOf } from '../../support/chaos/checker.ts';
import { createChaosClient } from '../../support/chaos/client.ts';
import { readHistories } from '../../support/chaos/histories.ts';
import { startHandIns, startLoad } from '../../support/chaos/load.ts';
import type { Program } from '../../support/chaos/program.ts';
import { createChance, numberFromEnvironment } from '../../support/chaos/random.ts';
import { createStack, type Stack } from '../../support/chaos/stack.ts';
import { settleTown, type Town } from '../../support/chaos/town.ts';
import { until } from '../../support/until.ts';

const KILLS = Math.max(20, numberFromEnvironment('MILEPOST_TEST_KILLS', 20));
const SEED = numberFromEnvironment('MILEPOST_TEST_SEED', Math.floor(Math.random() * 1_000_000_000));
/** A killed worker's activity is taken up again after half a minute, so a run is as long as its kills and that. */
const PATIENCE_MS = 120_000 + KILLS * 4_000;
const LONGEST_LIFE_MS = 500;

jest.setTimeout(PATIENCE_MS);

let stack: Stack;
let town: Town;

beforeAll(async () => {
  stack = await createStack();
  await Promise.all([stack.api.start(), stack.worker.start()]);
  town = await settleTown(stack);
});
afterAll(async () => {
  const errors = [...stack.api.errors(), ...stack.worker.errors()];
  await stack.close();
  expect(errors).toEqual([]);
});

describe(`API and worker killed ${KILLS} times (MILEPOST_TEST_SEED=${SEED})`, () => {
  it('lose no acknowledged act, do nothing twice, and carry every programme to its end', async () => {
    const client = createChaosClient(() => stack.api.address());
    const load = startLoad({
      client,
      town,
      conducts: loadScenarios('langxia-transition'),
      atOnce: 4,
      planSeconds: 10,
    });
    const handIns = await startHandIns({ client, town });
    await until('the first acts are done', () => client.operations.length > 20);

    const killed = await killInTurn([stack.api, stack.worker]);

    await handIns.finish();
    const played = await load.finish();
    expect(killed).toBe(KILLS);
    expect(played.map(({ status }) => status)).toEqual(played.map(() => 'completed'));
    // The kills did hit acts under way: most of the API's have left an outcome that was unknown at first.
    const repeated = client.operations.filter(({ attempts }) => attempts > 1);
    expect(repeated.length).toBeGreaterThan(KILLS / 4);
    const statuses = client.exchanges.map(({ status }) => status);
    expect(statuses.filter((status) => status === 'hung' || status === 500)).toEqual([]);

    const programmeIds = [...load.programmeIds, handIns.programmeId];
    const scene = { pool: stack.pool, definition: town.definition, programmeIds };
    expect(await faultsOfProgrammes(scene)).toEqual([]);
    expect(await faultsOfOperations(scene, client.operations)).toEqual([]);
    for (const { id, events } of played) {
      expect(
        await client.get(`/v1/audit/verification?programme=${id}`, town.auditor),
      ).toMatchObject({ ok: true, entries: events.length });
    }
    await temporalAgrees(load.programmeIds);
  });
});

/** Each in turn, some time after it has come up again; it is started at once, and the next kill does not wait for it. */
async function killInTurn(programs: readonly Program[]): Promise<number> {
  const chance = createChance(SEED);
  const up = new Map(programs.map((program) => [program, Promise.resolve()]));
  let kills = 0;
  while (kills < KILLS) {
    for (const program of programs) {
      await up.get(program);
      // The span itself is the experiment: the kill falls anywhere into what is under way.
      await delay(chance.between(0, LONGEST_LIFE_MS));
      if (!program.isRunning()) throw new Error(`the ${program.name} has ended by itself`);
      await program.kill();
      kills += 1;
      const again = program.start();
      again.catch(() => undefined);
      up.set(program, again);
    }
  }
  await Promise.all(up.values());
  return kills;
}

/** Temporal has run each programme to its end, asked for each opening once, and heard of every position of the ledger. */
async function temporalAgrees(programmeIds: readonly string[]): Promise<void> {
  const ledgers = new Map<string, Awaited<ReturnType<typeof ledgerOf>>>();
  for (const id of programmeIds) ledgers.set(id, await ledgerOf(stack.pool, id));
  await until('every workflow is over and has heard of everything', async () => {
    const histories = await readHistories(stack.temporal.address, programmeIds);
    const behind = [...histories].flatMap(([id, { status, accounted }]) => {
      const positions = ledgers.get(id)?.length;
      const isThere = status === 'COMPLETED' && accounted === positions;
      return isThere ? [] : [`${id} is ${status}, told ${accounted} of ${String(positions)}`];
    });
    if (behind.length > 0) throw new Error(behind.join('; '));
    return true;
  });
  for (const [id, { openings }] of await readHistories(stack.temporal.address, programmeIds)) {
    const opened = (ledgers.get(id) ?? [])
      .filter(({ type, actor }) => type === 'PhaseOpened' && actor === 'clock')
      .map(({ data }) => `${String(data['phase'])}/${String(data['round'])}`);
    expect(openings).toEqual(opened);
  }
}
