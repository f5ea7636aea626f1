import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { loadConfig } from '../../platform/config.ts';
import { findTemporalCli } from '../../platform/temporal-cli.ts';
import { startTemporal, type LocalTemporal } from '../../platform/temporal.ts';
import { disorder } from './support/in-order.ts';
import { createTemporalHarness, until, type TemporalHarness } from './support/temporal-harness.ts';
import { createTimekeeping, type Timekeeping } from './support/timekeeping.ts';
import { createTown, type Rehearsal, type Town } from './support/town.ts';

jest.setTimeout(120_000);

let town: Town;
let home: string;
let server: LocalTemporal;
let harness: TemporalHarness;
let time: Timekeeping;

beforeAll(async () => {
  town = await createTown();
});
afterAll(() => town.close());
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'milepost-outage-'));
  server = await launch();
  harness = await createTemporalHarness(server.address);
  time = createTimekeeping(town, harness);
  time.relay.start();
  await harness.startWorker(town.engine);
});
afterEach(async () => {
  await time.relay.close();
  await harness.close();
  await server.close();
  rmSync(home, { recursive: true, force: true });
});

describe('a Temporal server of its own that goes away', () => {
  it('keeps nobody from acting, and what fell due meanwhile is caught up in order', async () => {
    const rehearsal = await town.startRehearsal(30);
    await until('the first phase is open', () => hasEvent(rehearsal, 'PhaseOpened'));
    await server.close();
    const handedIn = (await rehearsal.desk.look()).phases[0]?.deliverables ?? [];
    for (const { key, office, example } of handedIn) {
      await rehearsal.desk.handIn({ office, phase: 'survey', deliverable: key, example });
    }
    expect((await rehearsal.events()).at(-1)?.type).toBe('StepOpened');
    await until('its deadline has passed', () => rehearsal.hasPassed(18));
    server = await launch(server.port);
    await until('the miss is recorded', () => hasEvent(rehearsal, 'DeadlineMissed'));
    expect(disorder(await rehearsal.events(), town.definition)).toEqual([]);
  });

  it('is mended by reconciling when it comes back empty, and nothing happens twice', async () => {
    const rehearsals = await Promise.all([1, 2, 3].map(() => town.startRehearsal(60)));
    for (const rehearsal of rehearsals) {
      await until('the first phase is open', () => hasEvent(rehearsal, 'PhaseOpened'));
    }
    await time.relay.drain();
    await server.close();
    rmSync(home, { recursive: true, force: true });
    server = await launch(server.port);
    const reconciled = await time.reconcile();
    expect(reconciled.mended).toBeGreaterThanOrEqual(3);
    for (const rehearsal of rehearsals) {
      await until('a reminder is raised', () => hasEvent(rehearsal, 'DeadlineReminded'));
      expect(disorder(await rehearsal.events(), town.definition)).toEqual([]);
    }
  });
});

async function launch(port?: number): Promise<LocalTemporal> {
  const { temporal, cacheDirectory } = loadConfig();
  const cli = await findTemporalCli({ cliPath: temporal.cliPath, cacheDirectory });
  return startTemporal({ home, cli, headless: true, port });
}

async function hasEvent(rehearsal: Rehearsal, type: string): Promise<boolean> {
  return (await rehearsal.events()).some((event) => event.type === type);
}
