/** The stored snapshot may be some events behind; nobody who reads the programme can tell. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SNAPSHOT_EVERY } from '../../../db/ledger/stored-state.ts';
import { findProgramme } from '../../../db/read-models/programmes.ts';
import { compareProgramme, rebuildProgramme } from '../../../engine/rebuild.ts';
import {
  act,
  createTown,
  performDue,
  personOf,
  startProgramme,
  type Town,
} from '../../support/database-fixtures.ts';

let town: Town;

beforeAll(async () => {
  town = await createTown();
});

afterAll(() => town.close());

async function storedAt(programmeId: string): Promise<{ position: number; snapshot: number }> {
  const { rows } = await town.pool.query<{ position: number; snapshot: number; inside: number }>(
    `SELECT position, snapshot_position AS snapshot, (snapshot::json ->> 'position')::int AS inside
       FROM programmes WHERE id = $1`,
    [programmeId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('no such programme');
  expect(row.inside).toBe(row.snapshot);
  return row;
}

function handIn(on: Pick<Town, 'people' | 'engine'>, programmeId: string, note: string) {
  const command = {
    type: 'HandInDeliverable',
    phase: 'survey',
    deliverable: 'work-plan',
    note,
    data: null,
    files: [],
    contentHash: '',
  } as const;
  return act(on, { programmeId, account: 'labour-office', command });
}

it('is written every few events, and read with the events after it', async () => {
  const programmeId = await startProgramme(town);
  await performDue(town, programmeId);
  const viewer = {
    personId: personOf(town, 'mayor'),
    administrator: false,
    at: town.clock.now(),
  };
  const lags = new Set<number>();
  for (let number = 0; number < 2 * SNAPSHOT_EVERY; number += 1) {
    // Each act by a process that has never seen the programme.
    const stranger = { ...town, engine: town.anotherProcess({ size: 1 }).engine };
    const result = await handIn(stranger, programmeId, `version ${number}`);
    expect(result.kind).toBe('done');
    const { position, snapshot } = await storedAt(programmeId);
    lags.add(position - snapshot);
    const seen = await findProgramme(town.pool, programmeId, viewer);
    expect(seen?.state).toEqual(result.kind === 'done' && result.outcome.state);
    expect((await compareProgramme(town, programmeId)).differences).toEqual([]);
  }
  expect(Math.max(...lags)).toBe(SNAPSHOT_EVERY - 1);
  expect(Math.min(...lags)).toBe(0);
});

it('is found to differ when it was changed, and made again from the events', async () => {
  const programmeId = await startProgramme(town);
  await performDue(town, programmeId);
  await handIn(town, programmeId, 'the plan');
  await town.pool.query(
    `UPDATE programmes SET snapshot = replace(snapshot, '"status":"scheduled"', '"status":"closed"') WHERE id = $1`,
    [programmeId],
  );
  expect((await compareProgramme(town, programmeId)).differences).toMatchObject([
    { table: 'programmes', key: programmeId },
  ]);
  await rebuildProgramme(town, programmeId);
  expect((await compareProgramme(town, programmeId)).differences).toEqual([]);
  const { position, snapshot } = await storedAt(programmeId);
  expect(snapshot).toBe(position);
});
