/** The outbox: claimed under a lease, settled or given back, and nothing lost to the order of commits. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createOutbox } from '../../../db/outbox.ts';
import {
  createTown,
  handInAll,
  performDue,
  startProgramme,
  type Town,
} from '../../support/database-fixtures.ts';

let town: Town;

beforeAll(async () => {
  town = await createTown();
});

beforeEach(async () => {
  await town.pool.query('DELETE FROM outbox');
});

afterAll(() => town.close());

const LEASE_MS = 60_000;

describe('the outbox', () => {
  it('gives a programme with everything that waited for it, in order', async () => {
    const outbox = createOutbox(town.pool);
    const id = await startProgramme(town);
    await performDue(town, id);
    const [batch, ...others] = await outbox.claimBatch(10, LEASE_MS);
    expect(others).toEqual([]);
    expect(batch?.programmeId).toBe(id);
    expect(batch?.rows.map(({ types }) => types)).toEqual([
      ['ProgrammeActivated'],
      ['PhaseOpened'],
    ]);
    expect(batch?.rows.map(({ fromPosition, toPosition }) => [fromPosition, toPosition])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('lets what changes no date wait until something does', async () => {
    const outbox = createOutbox(town.pool);
    const id = await startProgramme(town);
    await performDue(town, id);
    const [first] = await outbox.claimBatch(10, LEASE_MS);
    await outbox.settle(first?.rows.map((row) => row.id) ?? []);
    await handInAll(town, id, 'survey');
    expect(await outbox.claimBatch(10, LEASE_MS)).toEqual([]);
    expect(await outbox.nudge(id)).toBe(true);
    const [second] = await outbox.claimBatch(10, LEASE_MS);
    expect(second?.rows.at(0)?.fromPosition).toBe(3);
    expect(second?.rows.at(-2)?.toPosition).toBe(7);
    expect(second?.rows.at(-1)).toMatchObject({ urgent: true, types: [], toPosition: 7 });
  });

  it('gives rows to one relay only, until the lease is over', async () => {
    const ids = [
      await startProgramme(town),
      await startProgramme(town),
      await startProgramme(town),
    ];
    const relays = [createOutbox(town.pool), createOutbox(town.anotherProcess().pool)];
    const claimed = (
      await Promise.all(relays.map((relay) => relay.claimBatch(10, LEASE_MS)))
    ).flat();
    expect(claimed.map(({ programmeId }) => programmeId).toSorted()).toEqual(ids.toSorted());
    expect(await createOutbox(town.pool).claimBatch(10, LEASE_MS)).toEqual([]);
  });

  it('gives the rows of a relay that died to another', async () => {
    const id = await startProgramme(town);
    const outbox = createOutbox(town.pool);
    const [first] = await outbox.claimBatch(10, 0);
    expect(first?.rows[0]?.attempts).toBe(1);
    const [second] = await outbox.claimBatch(10, LEASE_MS);
    expect(second).toMatchObject({ programmeId: id });
    expect(second?.rows[0]?.attempts).toBe(2);
  });

  it('gives what a relay has taken along with what comes after it, so that the end never comes first', async () => {
    const id = await startProgramme(town);
    const [taken] = await createOutbox(town.pool).claimBatch(10, LEASE_MS);
    expect(taken?.rows.map(({ types }) => types)).toEqual([['ProgrammeActivated']]);
    await performDue(town, id);
    const other = createOutbox(town.anotherProcess().pool);
    expect(await other.claimBatch(10, LEASE_MS)).toEqual([]);
    expect(await other.nudge(id)).toBe(true);
    const [batch] = await other.claimBatch(10, LEASE_MS);
    expect(batch?.rows.map(({ types }) => types)).toEqual([
      ['ProgrammeActivated'],
      ['PhaseOpened'],
      [],
    ]);
  });

  it('gives postponed rows again after their delay and settled ones never', async () => {
    await startProgramme(town);
    const outbox = createOutbox(town.pool);
    const [batch] = await outbox.claimBatch(10, LEASE_MS);
    const ids = batch?.rows.map((row) => row.id) ?? [];
    await outbox.postpone(ids, LEASE_MS);
    expect(await outbox.claimBatch(10, LEASE_MS)).toEqual([]);
    await outbox.postpone(ids, 0);
    expect(await outbox.claimBatch(10, 0)).toHaveLength(1);
    await outbox.settle(ids);
    expect(await outbox.claimBatch(10, 0)).toEqual([]);
    expect(await outbox.health()).toEqual({ waiting: 0, oldestMs: 0 });
  });

  it('loses nothing to a transaction that took its number early and commits late', async () => {
    const late = new pg.Client({ connectionString: town.database.appUrl });
    await late.connect();
    try {
      const programmeId = await startProgramme(town);
      await town.pool.query('DELETE FROM outbox');
      await late.query('BEGIN');
      await late.query(
        `INSERT INTO outbox (programme_id, from_position, to_position, types, urgent, created_at, available_at)
         VALUES ($1, 2, 2, '{PhaseOpened}', true, now(), now())`,
        [programmeId],
      );
      const other = await startProgramme(town);
      const outbox = createOutbox(town.pool);
      const before = await outbox.claimBatch(10, LEASE_MS);
      expect(before.map((batch) => batch.programmeId)).toEqual([other]);
      await outbox.settle(before.flatMap(({ rows }) => rows.map(({ id }) => id)));
      await late.query('COMMIT');
      const after = await outbox.claimBatch(10, LEASE_MS);
      expect(after.map((batch) => batch.programmeId)).toEqual([programmeId]);
    } finally {
      await late.end();
    }
  });

  it('nudges no programme that does not exist', async () => {
    expect(await createOutbox(town.pool).nudge('00000000-0000-4000-8000-000000000000')).toBe(false);
  });
});
