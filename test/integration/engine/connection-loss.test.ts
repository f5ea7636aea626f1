/** A connection that breaks, before or during a write: the caller is told so, and repeating with the same key gives exactly one act. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { UnavailableError } from '../../../db/errors.ts';
import { createPool } from '../../../db/pool.ts';
import { exec, many, one, transaction } from '../../../db/query.ts';
import { verifyProgramme } from '../../../engine/verify.ts';
import {
  createTown,
  freshKey,
  handInAll,
  performDue,
  personOf,
  requestOf,
  signature,
  startProgramme,
  type Town,
} from '../../support/database-fixtures.ts';

let town: Town;
let superuser: pg.Client;

beforeAll(async () => {
  town = await createTown();
  superuser = new pg.Client({ connectionString: town.database.adminUrl });
  await superuser.connect();
});

afterAll(async () => {
  await superuser.end();
  await town.close();
});

async function terminate(applicationName: string): Promise<number> {
  const { rowCount } = await superuser.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database()',
    [applicationName],
  );
  return rowCount ?? 0;
}

async function readyToSign(): Promise<string> {
  const id = await startProgramme(town);
  await performDue(town, id);
  await handInAll(town, id, 'survey');
  return id;
}

async function countDecisions(programmeId: string): Promise<number> {
  const { count } = await one<{ count: number }>(town.pool, {
    text: `SELECT count(*) FROM events WHERE stream = $1 AND type = 'StepDecided'`,
    values: [`programme/${programmeId}`],
  });
  return count;
}

async function untilWaiting(applicationName: string): Promise<void> {
  for (;;) {
    const { rowCount } = await superuser.query(
      `SELECT 1 FROM pg_stat_activity WHERE application_name = $1 AND wait_event_type = 'Lock'`,
      [applicationName],
    );
    if ((rowCount ?? 0) > 0) return;
  }
}

describe('a connection terminated', () => {
  it('between two acts does no harm', async () => {
    const programmeId = await readyToSign();
    const { engine, pool } = town.anotherProcess({ applicationName: 'idle-victim' });
    await one(pool, { text: 'SELECT 1 AS one' });
    const gone = new Promise((resolve) => pool.once('remove', resolve));
    expect(await terminate('idle-victim')).toBe(1);
    await gone;
    const request = requestOf(town, {
      programmeId,
      account: 'finance-office',
      command: signature({ phase: 'survey', step: 'offices', office: 'finance-office' }),
    });
    expect((await engine.execute(request)).kind).toBe('done');
  });

  it('while the act is being written leaves no half of it, and the same key gives exactly one act', async () => {
    const programmeId = await readyToSign();
    const { engine } = town.anotherProcess({ applicationName: 'writing-victim' });
    const blocker = await town.pool.connect();
    await blocker.query('BEGIN');
    await blocker.query('SELECT id FROM programmes WHERE id = $1 FOR UPDATE', [programmeId]);
    const request = requestOf(town, {
      programmeId,
      account: 'finance-office',
      command: signature({ phase: 'survey', step: 'offices', office: 'finance-office' }),
      key: freshKey(personOf(town, 'finance-office')),
    });
    const attempt = engine.execute(request);
    const outcome = expect(attempt).rejects.toBeInstanceOf(UnavailableError);
    await untilWaiting('writing-victim');
    await terminate('writing-victim');
    await outcome;
    await blocker.query('ROLLBACK');
    blocker.release();
    expect(await countDecisions(programmeId)).toBe(0);
    expect((await engine.execute(request)).kind).toBe('done');
    expect((await engine.execute(request)).kind).toBe('replayed');
    expect(await countDecisions(programmeId)).toBe(1);
    expect(await verifyProgramme(town.pool, programmeId)).toMatchObject({ ok: true });
  });

  it('at any instant under load: every act that is repeated until it is answered happens exactly once', async () => {
    const programmeId = await startProgramme(town);
    await performDue(town, programmeId);
    const { engine } = town.anotherProcess({ applicationName: 'load-victim', size: 4 });
    let broken = 0;
    const done = new AbortController();
    const recorded = async (): Promise<number> => {
      const { rows } = await superuser.query<{ count: string }>(
        'SELECT count(*) FROM events WHERE stream = $1',
        [`programme/${programmeId}`],
      );
      return Number(rows[0]?.count) - 2;
    };
    const acts = Array.from({ length: 40 }, async (_, index) => {
      const request = requestOf(town, {
        programmeId,
        account: 'labour-office',
        key: { scope: personOf(town, 'labour-office'), id: `load-${index}`, bodyHash: 'x' },
        command: {
          type: 'HandInDeliverable',
          phase: 'survey',
          deliverable: 'work-plan',
          note: `load ${index}`,
          data: null,
          files: [],
          contentHash: '',
        },
      });
      for (;;) {
        try {
          return (await engine.execute(request)).kind;
        } catch (error) {
          expect(error).toBeInstanceOf(UnavailableError);
          broken += 1;
        }
      }
    });
    // One blow for every few acts done, so that there is always progress between two of them.
    const killer = (async () => {
      for (let struck = 0; !done.signal.aborted && struck < 12;) {
        if ((await recorded()) < struck * 3) continue;
        await terminate('load-victim');
        struck += 1;
      }
    })();
    const kinds = await Promise.all(acts).finally(() => {
      done.abort();
    });
    await killer;
    expect(kinds.every((kind) => kind === 'done' || kind === 'replayed')).toBe(true);
    expect(broken).toBeGreaterThan(0);
    const rows = await many<{ note: string }>(town.pool, {
      text: `SELECT data ->> 'note' AS note FROM events WHERE stream = $1 AND data ->> 'note' LIKE 'load %'`,
      values: [`programme/${programmeId}`],
    });
    expect(rows).toHaveLength(40);
    expect(new Set(rows.map(({ note }) => note)).size).toBe(40);
    expect(await verifyProgramme(town.pool, programmeId)).toMatchObject({ ok: true });
  });
});

describe('a transaction', () => {
  it('that fails is rolled back and its client used again', async () => {
    const pool = createPool(town.database.appUrl, { size: 1 });
    try {
      await expect(
        transaction(pool, async (client) => {
          await exec(client, { text: `INSERT INTO rate_limits (key) VALUES ('rolled back')` });
          throw new Error('on purpose');
        }),
      ).rejects.toThrow('on purpose');
      expect(await many(pool, { text: 'SELECT key FROM rate_limits' })).toEqual([]);
      expect(pool.totalCount).toBe(1);
    } finally {
      await pool.end();
    }
  });

  it('whose connection breaks is reported as unavailable and its client destroyed', async () => {
    const pool = createPool(town.database.appUrl, {
      size: 1,
      applicationName: 'transaction-victim',
    });
    try {
      await expect(
        transaction(pool, async (client) => {
          await exec(client, { text: 'SELECT 1' });
          await terminate('transaction-victim');
          await exec(client, { text: 'SELECT 2' });
        }),
      ).rejects.toBeInstanceOf(UnavailableError);
      expect(await one(pool, { text: 'SELECT 3 AS three' })).toEqual({ three: 3 });
    } finally {
      await pool.end();
    }
  });
});

describe('a database that cannot be reached', () => {
  it('is reported as unavailable', async () => {
    const nowhere = createPool('postgres://nobody:x@127.0.0.1:1/none');
    await expect(one(nowhere, { text: 'SELECT 1' })).rejects.toBeInstanceOf(UnavailableError);
    await nowhere.end();
  });

  it('turns callers away once too many wait for it', async () => {
    const pool = createPool(town.database.appUrl, { size: 1 });
    try {
      const waiting = Array.from({ length: 60 }, () => one(pool, { text: 'SELECT 1 AS one' }));
      const results = await Promise.allSettled(waiting);
      const refused = results.filter(({ status }) => status === 'rejected');
      expect(refused.length).toBeGreaterThan(0);
      for (const result of refused) {
        expect(result.status === 'rejected' && result.reason).toBeInstanceOf(UnavailableError);
      }
    } finally {
      await pool.end();
    }
  });
});
