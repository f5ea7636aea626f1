/** Read models made again from the events equal those that stand, and mend those that do not. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { compareProgramme, rebuildProgramme } from '../../../engine/rebuild.ts';
import {
  act,
  approveAll,
  createTown,
  handInAll,
  openTasks,
  performDue,
  signature,
  startProgramme,
  type Town,
} from '../../support/database-fixtures.ts';

let town: Town;

beforeAll(async () => {
  town = await createTown({ email: true });
});

afterAll(() => town.close());

/** Two phases with reminders, a late finance office, rungs, an answer, a withdrawn decision and a return to the first phase. */
async function eventfulProgramme(): Promise<string> {
  town.clock.set('2013-09-15T02:00:00.000Z');
  const id = await startProgramme(town);
  await performDue(town, id);
  town.clock.set('2013-09-24T02:00:00.000Z');
  await performDue(town, id);
  await handInAll(town, id, 'survey');
  const finance = { phase: 'survey', step: 'offices', office: 'finance-office' };
  await act(town, { programmeId: id, account: 'finance-office', command: signature(finance) });
  await act(town, {
    programmeId: id,
    account: 'finance-office',
    command: {
      type: 'WithdrawDecision',
      phase: 'survey',
      round: 1,
      step: 'offices',
      office: 'finance-office',
      reason: 'again',
    },
  });
  town.clock.set('2013-10-11T02:00:00.000Z');
  await performDue(town, id);
  await act(town, {
    programmeId: id,
    account: 'finance-office',
    command: {
      type: 'AnswerEscalation',
      escalationId: `${id}.survey.1.urge`,
      answer: 'we are on it',
    },
  });
  await approveAll(town, id);
  await performDue(town, id);
  await handInAll(town, id, 'analysis');
  const [task] = await openTasks(town.pool, id);
  if (task === undefined) throw new Error('nobody is asked');
  await act(town, {
    programmeId: id,
    account: task.office,
    command: signature({
      ...task,
      decision: 'return',
      opinion: 'figures are missing',
      returnTo: 'survey',
    }),
  });
  await handInAll(town, id, 'survey');
  return id;
}

describe('rebuilding a programme', () => {
  it('finds live and rebuilt equal after everything that can happen', async () => {
    const id = await eventfulProgramme();
    const report = await compareProgramme(town, id);
    expect(report.differences).toEqual([]);
    expect(report.events).toBeGreaterThan(25);
    const { rows } = await town.pool.query<{ state: string; count: number }>(
      'SELECT state, count(*) FROM moments WHERE programme_id = $1 GROUP BY state ORDER BY state',
      [id],
    );
    expect(rows.map(({ state }) => state)).toEqual(['cancelled', 'performed', 'planned']);
    const tasks = await town.pool.query<{ status: string }>(
      'SELECT DISTINCT status FROM tasks WHERE programme_id = $1 ORDER BY status',
      [id],
    );
    expect(tasks.rows.map(({ status }) => status)).toEqual(['cancelled', 'done', 'open']);
  });

  it('mends rows that were lost, changed or added, and keeps what was read and mailed', async () => {
    const id = await eventfulProgramme();
    const owner = new pg.Client({ connectionString: town.database.adminUrl });
    await owner.connect();
    try {
      await owner.query(
        `UPDATE notifications SET read_at = now(), email_state = 'sent' WHERE programme_id = $1`,
        [id],
      );
      const told = await owner.query(
        'SELECT id FROM notifications WHERE programme_id = $1 ORDER BY id',
        [id],
      );
      await owner.query(`DELETE FROM notifications WHERE id = $1`, [
        (told.rows[0] as { id: string }).id,
      ]);
      await owner.query(`DELETE FROM tasks WHERE programme_id = $1 AND status = 'done'`, [id]);
      await owner.query(`UPDATE phases SET status = 'closed' WHERE programme_id = $1`, [id]);
      await owner.query(`UPDATE deliverables SET note = 'forged' WHERE programme_id = $1`, [id]);
      await owner.query(`DELETE FROM moments WHERE programme_id = $1`, [id]);
      await owner.query(`UPDATE escalations SET answer = NULL WHERE programme_id = $1`, [id]);
      await owner.query(
        `UPDATE programmes SET status = 'completed', next_at = NULL WHERE id = $1`,
        [id],
      );
      const damage = await compareProgramme(town, id);
      expect(new Set(damage.differences.map(({ table }) => table))).toEqual(
        new Set([
          'programmes',
          'phases',
          'tasks',
          'deliverables',
          'escalations',
          'notifications',
          'moments',
        ]),
      );
      await rebuildProgramme(town, id);
      expect((await compareProgramme(town, id)).differences).toEqual([]);
      const after = await owner.query<{ email: string; read: boolean; count: number }>(
        `SELECT email_state AS email, read_at IS NOT NULL AS read, count(*)::int AS count
           FROM notifications WHERE programme_id = $1 GROUP BY 1, 2 ORDER BY 1`,
        [id],
      );
      expect(after.rows).toEqual([
        { email: 'none', read: false, count: 1 },
        { email: 'sent', read: true, count: told.rows.length - 1 },
      ]);
    } finally {
      await owner.end();
    }
  });

  it('leaves the programme usable', async () => {
    const id = await eventfulProgramme();
    await rebuildProgramme(town, id);
    await approveAll(town, id);
    expect((await compareProgramme(town, id)).differences).toEqual([]);
  });
});
