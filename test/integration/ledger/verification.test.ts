/** The chain verifies, and every kind of tampering by somebody who may do everything is found. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { verifyLedger, verifyProgramme, verifyStream } from '../../../engine/verify.ts';
import {
  createTown,
  handInAll,
  performDue,
  startProgramme,
  type Town,
} from '../../support/database-fixtures.ts';

let town: Town;
let superuser: pg.Client;

beforeAll(async () => {
  town = await createTown();
  superuser = new pg.Client({ connectionString: town.database.adminUrl });
  await superuser.connect();
  await superuser.query('ALTER TABLE events DISABLE TRIGGER ALL');
});

afterAll(async () => {
  await superuser.end();
  await town.close();
});

async function runningProgramme(): Promise<string> {
  const id = await startProgramme(town);
  await performDue(town, id);
  await handInAll(town, id, 'survey');
  return id;
}

const TAMPERINGS = [
  [
    'a changed member of the data',
    `UPDATE events SET data = data || '{"note": "another"}' WHERE stream = $1 AND position = 3`,
    3,
  ],
  ['a changed actor', `UPDATE events SET actor = 'clock' WHERE stream = $1 AND position = 3`, 3],
  [
    'a changed time',
    `UPDATE events SET occurred_at = occurred_at - interval '1 day' WHERE stream = $1 AND position = 4`,
    4,
  ],
  [
    'a changed time of recording',
    `UPDATE events SET recorded_at = recorded_at + interval '1 ms' WHERE stream = $1 AND position = 2`,
    2,
  ],
  [
    'a person put in place of another',
    `UPDATE events SET on_behalf_of = actor WHERE stream = $1 AND position = 3`,
    3,
  ],
  [
    'changed bytes',
    `UPDATE events SET bytes = bytes || ' '::bytea WHERE stream = $1 AND position = 3`,
    3,
  ],
  [
    'bytes changed together with their own hash',
    `UPDATE events SET bytes = b, data = convert_from(b, 'UTF8')::jsonb -> 'data', hash = encode(sha256(b), 'hex')
       FROM (SELECT convert_to(replace(convert_from(bytes, 'UTF8'), 'of survey', 'of surrey'), 'UTF8') AS b
               FROM events WHERE stream = $1 AND position = 3) AS forged
      WHERE stream = $1 AND position = 3`,
    4,
  ],
  ['a deleted event', `DELETE FROM events WHERE stream = $1 AND position = 3`, 3],
  ['a cut tail', `DELETE FROM events WHERE stream = $1 AND position = 7`, 7],
  [
    'two events changing places',
    `UPDATE events SET position = CASE position WHEN 3 THEN 1004 ELSE 1003 END WHERE stream = $1 AND position IN (3, 4)`,
    3,
  ],
  ['a head that says less', `UPDATE programmes SET position = 6 WHERE 'programme/' || id = $1`, 7],
  [
    'a head of another hash',
    `UPDATE programmes SET head_hash = repeat('a', 64) WHERE 'programme/' || id = $1`,
    7,
  ],
  [
    'a changed type',
    `UPDATE events SET type = 'PhaseClosed' WHERE stream = $1 AND position = 2`,
    2,
  ],
  [
    'another command',
    `UPDATE events SET command_id = 'forged' WHERE stream = $1 AND position = 5`,
    5,
  ],
] as const;

describe('verification of a programme', () => {
  it('finds nothing in an untouched stream and counts its events', async () => {
    const id = await runningProgramme();
    const verdict = await verifyProgramme(town.pool, id);
    expect(verdict).toMatchObject({ ok: true, entries: 7, head: { position: 7 } });
    expect(verdict).not.toHaveProperty('firstBad');
  });

  it.each(TAMPERINGS)('finds %s', async (_what, statement, position) => {
    const id = await runningProgramme();
    const changed = await superuser.query(statement, [`programme/${id}`]);
    expect(changed.rowCount).toBeGreaterThan(0);
    const verdict = await verifyProgramme(town.pool, id);
    expect(verdict.ok).toBe(false);
    expect(verdict.firstBad?.position).toBe(position);
  });

  it('finds events of a programme whose row was removed', async () => {
    const id = await runningProgramme();
    await superuser.query('DELETE FROM programmes WHERE id = $1', [id]);
    const found = [];
    for await (const verdict of verifyLedger(town.pool)) {
      if (verdict.stream === `programme/${id}`) found.push(verdict.ok);
    }
    expect(found).toEqual([false]);
  });
});

describe('verification of the directory', () => {
  it('holds, and finds a forged appointment', async () => {
    expect(await verifyStream(town.pool, 'directory')).toMatchObject({ ok: true, entries: 27 });
    await superuser.query(
      `UPDATE events SET data = jsonb_set(data, '{person}', '"nobody"') WHERE stream = 'directory' AND position = 3`,
    );
    expect(await verifyStream(town.pool, 'directory')).toMatchObject({
      ok: false,
      firstBad: { position: 3, reason: 'column-differs', column: 'data' },
    });
  });
});
