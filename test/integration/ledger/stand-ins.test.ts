/** The inbox of whoever stands in for others: complete, page by page, and never by reading what does not fall to him. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { inboxPlan } from '../../../bench/inbox-plan.ts';
import type { Surroundings } from '../../../bench/surroundings.ts';
import { listTasks } from '../../../db/read-models/tasks.ts';
import {
  createTown,
  handInAll,
  performDue,
  personOf,
  setup,
  startProgramme,
  type Town,
} from '../../support/database-fixtures.ts';

const MANY = 20_000;
const PAGE = 51;

let town: Town;
let owner: pg.Pool;

/** Copies of the task that is there, for the seat's own programmes. */
const MULTIPLY = `
  INSERT INTO tasks (id, programme_id, phase, round, step, office, seat, status, opened_at, due_at, due_real_at, fallback_seats)
  SELECT tasks.id || number, tasks.programme_id, tasks.phase, tasks.round, tasks.step, tasks.office, tasks.seat, tasks.status,
         tasks.opened_at, tasks.due_at, tasks.due_real_at + number * interval '1 second', tasks.fallback_seats
    FROM tasks CROSS JOIN generate_series(1, $2) AS number WHERE tasks.seat = $1 AND tasks.status = 'open'`;

beforeAll(async () => {
  town = await createTown();
  owner = new pg.Pool({ connectionString: town.database.adminUrl, max: 2 });
  const id = await startProgramme(town);
  await performDue(town, id);
  await handInAll(town, id, 'survey');
  await owner.query(MULTIPLY, ['finance-office', MANY]);
  await owner.query(MULTIPLY, ['village-heads', MANY]);
  await owner.query('ANALYZE');
}, 60_000);

afterAll(async () => {
  await owner.end();
  await town.close();
});

async function inboxOf(account: string, limit = PAGE) {
  const personId = personOf(town, account);
  const query = { personId, scope: 'mine', at: town.clock.now(), after: null, limit } as const;
  return listTasks(town.pool, query);
}

// The plan asks by the clock of this machine, which is later than the town's.
const readBy = async (account: string): Promise<number> => {
  const around = { owner } as unknown as Surroundings; // of which it uses nothing else
  return (await inboxPlan(around, personOf(town, account))).tasksRead;
};

describe('the inbox of a superior', () => {
  it('reads no task of an office that is held, however many there are', async () => {
    expect(await inboxOf('deputy-mayor')).toEqual([]);
    // It stands in the lines of four offices, and none of their forty thousand tasks is touched.
    await expect(readBy('deputy-mayor')).resolves.toBe(0);
  });

  it('has the tasks of a vacant one, and reads no more of them than a page', async () => {
    const { rows } = await town.pool.query<{ id: string }>(
      `SELECT holdings.id FROM holdings WHERE holdings.seat = 'finance-office'`,
    );
    town.clock.set('2013-09-16T02:00:00.000Z');
    for (const { id } of rows) {
      const ended = await town.directory.endHolding({ id }, setup());
      expect(ended.kind).toBe('done');
    }
    town.clock.set('2013-09-16T02:00:01.000Z');
    const page = await inboxOf('deputy-mayor');
    expect(page).toHaveLength(PAGE);
    expect(new Set(page.map(({ seat }) => seat))).toEqual(new Set(['finance-office']));
    expect(new Set(page.map(({ actingSeat }) => actingSeat))).toEqual(new Set(['deputy-mayor']));
    const due = page.map(({ dueRealAt }) => dueRealAt);
    expect(due).toEqual(due.toSorted());
    expect(await readBy('deputy-mayor')).toBeLessThanOrEqual(2 * PAGE);
    expect(await readBy('village-heads')).toBeLessThanOrEqual(2 * PAGE);
  });

  it('leaves what falls to somebody nearer to him', async () => {
    expect(await inboxOf('mayor')).toEqual([]);
  });
});
