import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { loadScenarios } from '../../../programmes/scenario.ts';
import { faultsOfOperations, faultsOfProgrammes } from '../../support/chaos/checker.ts';
import { createChaosClient, type ChaosClient, type Exchange } from '../../support/chaos/client.ts';
import { startLoad } from '../../support/chaos/load.ts';
import { createStack, type FaultyServer, type Stack } from '../../support/chaos/stack.ts';
import { settleTown, type Town } from '../../support/chaos/town.ts';
import { until } from '../../support/until.ts';

/** What a request may take at most: waiting for a connection (2 s), a query that nobody answers (8 s), and a busy machine. */
const LONGEST_MS = 13_000;
/** Acts that must succeed between two restarts, so that each one hits a system at work. */
const ACTS_BETWEEN = 12;

type Ending = readonly [name: string, end: (postgres: FaultyServer) => Promise<void>];

const FAST: Ending = ['fast shutdown', (postgres) => postgres.stop()];
const KILLED: Ending = ['killed postmaster', (postgres) => postgres.kill()];

jest.setTimeout(200_000);

let stack: Stack;
let town: Town;
let client: ChaosClient;

beforeAll(async () => {
  stack = await createStack();
  await Promise.all([stack.api.start(), stack.worker.start()]);
  town = await settleTown(stack);
  client = createChaosClient(() => stack.api.address());
});
afterAll(() => stack.close());

describe('PostgreSQL restarted under load', () => {
  it('costs clear 503s only: no act lost, doubled or half done, and nothing else has to be restarted', async () => {
    const pids = [stack.api.pid(), stack.worker.pid()];
    const load = startLoad({
      client,
      town,
      conducts: loadScenarios('langxia-transition'),
      atOnce: 5,
      planSeconds: 16,
    });
    const scene = {
      pool: stack.pool,
      definition: town.definition,
      programmeIds: load.programmeIds,
    };

    for (const [name, end] of [FAST, KILLED, FAST, KILLED]) {
      await moreActs(name);
      const refusals = countOf(503);
      await end(stack.postgres);
      await until(`callers are refused after ${name}`, () => countOf(503) > refusals);
      await expectUnready();
      await stack.postgres.restart();
      await moreActs(`${name} is over`);
      expect(await faultsOfProgrammes({ ...scene, programmeIds: [...load.programmeIds] })).toEqual(
        [],
      );
    }

    const played = await load.finish();
    expect(played.map(({ status }) => status)).toEqual(played.map(() => 'completed'));
    expect(await faultsOfProgrammes(scene)).toEqual([]);
    expect(await faultsOfOperations(scene, client.operations)).toEqual([]);
    expectOnlyClearRefusals(client.exchanges);
    // Some outcomes were unknown, and became certain by repeating.
    expect(client.operations.some(({ attempts }) => attempts > 1)).toBe(true);
    expect([stack.api.pid(), stack.worker.pid()]).toEqual(pids);
    expect([stack.api.isRunning(), stack.worker.isRunning()]).toEqual([true, true]);
    expect([...stack.api.errors(), ...stack.worker.errors()]).toEqual([]);
  });
});

function countOf(status: Exchange['status']): number {
  return client.exchanges.filter((exchange) => exchange.status === status).length;
}

async function moreActs(when: string): Promise<void> {
  const before = client.operations.length;
  await until(
    `acts succeed before ${when}`,
    () => client.operations.length >= before + ACTS_BETWEEN,
  );
}

async function expectUnready(): Promise<void> {
  const ready = await client.try({ method: 'GET', path: '/readyz' });
  expect(ready).toMatchObject({ status: 503, body: { checks: { database: 'failed' } } });
  expect(await client.try({ method: 'GET', path: '/livez' })).toMatchObject({ status: 200 });
}

/** Whoever is refused is told by a problem document what it is and when to come again; nothing fails in another way or hangs. */
function expectOnlyClearRefusals(exchanges: readonly Exchange[]): void {
  const others = exchanges.filter(
    ({ status }) => ![200, 201, 409, 503].includes(typeof status === 'number' ? status : 0),
  );
  expect(others).toEqual([]);
  const refusals = exchanges.filter(
    ({ status, request }) => status === 503 && !request.endsWith('/readyz'),
  );
  expect(refusals.length).toBeGreaterThan(0);
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({ code: 'unavailable', retryAfter: '2' });
    expect(refusal.contentType).toMatch(/^application\/problem\+json/);
  }
  expect(exchanges.filter(({ ms }) => ms > LONGEST_MS)).toEqual([]);
}
