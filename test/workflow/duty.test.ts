/** A duty on real servers: its periods open and lapse by Temporal's timers. */
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { findTimedProgrammes } from '../../db/read-models/timekeeping.ts';
import { createRelay, type Relay } from '../../worker/relay.ts';
import { createDutyCatalogue, DUTY_DEFINITION } from '../support/duty-catalogue.ts';
import { disorder } from './support/in-order.ts';
import { createTemporalHarness, type TemporalHarness } from './support/temporal-harness.ts';
import { createTown, type Town } from './support/town.ts';

jest.setTimeout(90_000);

let town: Town;
let harness: TemporalHarness;
let relay: Relay;

beforeAll(async () => {
  [town, harness] = await Promise.all([
    createTown(createDutyCatalogue('2013-11-30'), DUTY_DEFINITION),
    createTemporalHarness(),
  ]);
  await harness.startWorker(town.engine);
  relay = createRelay({
    outbox: town.outbox,
    describe: (ids) => findTimedProgrammes(town.pool, ids),
    signals: harness.signals(),
    log: { info: () => undefined, warn: () => undefined },
  });
  relay.start();
});
afterAll(async () => {
  await relay.close();
  await harness.close();
  await town.close();
});

it('opens each period, lets the one that nobody signs lapse, and ends with the last', async () => {
  const rehearsal = await town.startRehearsal(5);
  const never = { kind: 'late', phase: 'posting@2013-10', office: 'deputy-secretary' } as const;
  const played = await rehearsal.play({ exceptions: [{ ...never, workdaysLate: 60 }] });
  expect(played.status).toBe('completed');
  expect(disorder(played.events, town.definition)).toEqual([]);
  const phasesOf = (type: string): readonly string[] =>
    played.events
      .filter((event) => event.type === type)
      .map(({ data }) => (data as { readonly phase: string }).phase);
  expect(phasesOf('PhaseOpened')).toEqual(['survey', 'posting@2013-10', 'posting@2013-11']);
  expect(phasesOf('PhaseLapsed')).toEqual(['posting@2013-10']);
  expect(phasesOf('PhaseClosed')).toEqual(['survey', 'posting@2013-11']);
  const types = (await harness.history(rehearsal.id)).flatMap((event) => {
    const { activityType } = event.activityTaskScheduledEventAttributes ?? {};
    return activityType?.name ?? [];
  });
  expect(types).toEqual(expect.arrayContaining(['openPhase', 'openPeriod']));
});
