import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { workflowIdOf } from '../../workflows/messages.ts';
import { disorder } from './support/in-order.ts';
import { createTemporalHarness, until, type TemporalHarness } from './support/temporal-harness.ts';
import { createTimekeeping, type Timekeeping } from './support/timekeeping.ts';
import { createTown, type Town } from './support/town.ts';

jest.setTimeout(90_000);

let town: Town;
let harness: TemporalHarness;
let time: Timekeeping;

beforeAll(async () => {
  [town, harness] = await Promise.all([createTown(), createTemporalHarness()]);
  time = createTimekeeping(town, harness);
  time.relay.start();
});
afterAll(async () => {
  await time.relay.close();
  await harness.close();
  await town.close();
});

describe('Temporal beside the ledger', () => {
  it('agrees while it keeps time, disagrees once its workflow was terminated, and is mended', async () => {
    await harness.startWorker(town.engine);
    const { id } = await town.startRehearsal(100_000);
    await until('both agree and a timer runs', async () => {
      const { agrees, pendingTimer } = await time.inspect(id);
      return agrees && pendingTimer !== null;
    });
    const seen = await time.inspect(id);
    expect(seen).toMatchObject({ reachable: true, run: { status: 'RUNNING' } });
    expect(seen['pendingTimer']).toMatchObject({ summary: expect.stringContaining('2013-09-') });
    expect(await time.reconcile()).toEqual({ looked: 1, mended: 0 });

    await harness.temporal.client.workflow.getHandle(workflowIdOf(id)).terminate('by hand');
    const broken = await time.inspect(id);
    expect(broken.agrees).toBe(false);
    expect(broken.differences[0]?.zh).toContain('已关闭');

    expect(await time.reconcile()).toEqual({ looked: 1, mended: 1 });
    await until('both agree again', async () => (await time.inspect(id)).agrees);
  });

  it('says clearly that the server is away instead of failing', async () => {
    const away = await createTemporalHarness();
    await away.temporal.close();
    const { inspector } = createTimekeeping(town, away);
    expect(await inspector.healthy()).toBe(false);
  });

  it('performs every moment once with two workers on two engines', async () => {
    await harness.startWorker(town.anotherEngine());
    const rehearsals = await Promise.all([1, 2, 3].map(() => town.startRehearsal(12)));
    await Promise.all(
      rehearsals.map((each) => until('three weeks have passed', () => each.hasPassed(21))),
    );
    for (const rehearsal of rehearsals) {
      await until('the deadline of the first phase is missed', async () =>
        (await rehearsal.events()).some(({ type }) => type === 'DeadlineMissed'),
      );
      const events = await rehearsal.events();
      expect(disorder(events, town.definition)).toEqual([]);
      expect(events.filter(({ type }) => type === 'DeadlineReminded')).toHaveLength(3);
    }
  });
});
