/** Which programmes are late, as the sweep asks. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createOutbox } from '../../../db/outbox.ts';
import { findOverdueProgrammes } from '../../../db/read-models/timekeeping.ts';
import {
  createTown,
  performDue,
  startProgramme,
  type Town,
} from '../../support/database-fixtures.ts';

let town: Town;

beforeAll(async () => {
  town = await createTown();
});

afterAll(() => town.close());

async function tellAll(): Promise<void> {
  const outbox = createOutbox(town.pool);
  const batches = await outbox.claimBatch(100, 1_000);
  await outbox.settle(batches.flatMap(({ rows }) => rows.map(({ id }) => id)));
}

it('are those whose next moment has passed and of which Temporal has heard', async () => {
  const [first, second] = [await startProgramme(town), await startProgramme(town)];
  const late = (): Promise<readonly string[]> =>
    findOverdueProgrammes(town.pool, town.clock.now(), 10).then((rows) =>
      rows.map(({ programmeId }) => programmeId),
    );
  // Temporal is about to hear of them anyway.
  expect(await late()).toEqual([]);
  await tellAll();
  expect([...(await late())].toSorted()).toEqual([first, second].toSorted());
  await performDue(town, first);
  expect(await late()).toEqual([second]);
  const [row] = await findOverdueProgrammes(town.pool, town.clock.now(), 10);
  expect(row).toEqual({ programmeId: second, nextAt: '2013-09-14T16:00:00.000Z' });
});
