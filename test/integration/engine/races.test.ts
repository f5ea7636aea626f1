/** Processes that act on one programme at the same time: nothing is lost, nobody is refused for having been second. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  act,
  createTown,
  handInAll,
  openTasks,
  performDue,
  signature,
  startProgramme,
  type Town,
} from '../../support/database-fixtures.ts';
import { compareProgramme } from '../../../engine/rebuild.ts';
import { verifyProgramme } from '../../../engine/verify.ts';

let town: Town;

beforeAll(async () => {
  town = await createTown();
});

afterAll(() => town.close());

async function readyToSign(): Promise<string> {
  const id = await startProgramme(town);
  await performDue(town, id);
  await handInAll(town, id, 'survey');
  return id;
}

describe('two processes', () => {
  it('take every office’s sign-off of a step at once', async () => {
    const other = town.anotherProcess();
    for (let round = 0; round < 15; round += 1) {
      const programmeId = await readyToSign();
      const offices = (await openTasks(town.pool, programmeId)).map(({ office }) => office);
      const results = await Promise.all(
        offices.map((office, index) =>
          act(index % 2 === 0 ? town : { ...town, engine: other.engine }, {
            programmeId,
            account: office,
            command: signature({ phase: 'survey', step: 'offices', office }),
          }),
        ),
      );
      expect(results.map(({ kind }) => kind)).toEqual(offices.map(() => 'done'));
      expect((await openTasks(town.pool, programmeId)).map(({ step }) => step)).toEqual([
        'group-office',
      ]);
      expect(await verifyProgramme(town.pool, programmeId)).toMatchObject({ ok: true });
    }
  });

  it('take a crowd of replacements of one deliverable without losing one', async () => {
    const processes = [
      town,
      { ...town, engine: town.anotherProcess().engine },
      { ...town, engine: town.anotherProcess().engine },
    ];
    const programmeId = await startProgramme(town);
    await performDue(town, programmeId);
    const results = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        act(processes[index % processes.length] ?? town, {
          programmeId,
          account: 'labour-office',
          command: {
            type: 'HandInDeliverable',
            phase: 'survey',
            deliverable: 'work-plan',
            note: `version ${index}`,
            data: null,
            files: [],
            contentHash: '',
          },
        }),
      ),
    );
    expect(results.filter(({ kind }) => kind !== 'done')).toEqual([]);
    const { rows } = await town.pool.query<{ note: string }>(
      `SELECT data ->> 'note' AS note FROM events WHERE stream = $1 AND type = 'DeliverableHandedIn'`,
      [`programme/${programmeId}`],
    );
    expect(new Set(rows.map(({ note }) => note)).size).toBe(60);
    expect((await compareProgramme(town, programmeId)).differences).toEqual([]);
  });

  it('let one of two holders of an office sign, and tell the other what stands', async () => {
    const other = town.anotherProcess();
    const programmeId = await readyToSign();
    await town.directory.assignOffice(
      { office: 'finance-office', account: 'town-office', programmeId },
      { by: 'setup', key: { scope: 'setup', id: `second-${programmeId}`, bodyHash: 'x' } },
    );
    const command = signature({ phase: 'survey', step: 'offices', office: 'finance-office' });
    const results = await Promise.all([
      act(town, { programmeId, account: 'finance-office', command }),
      act({ ...town, engine: other.engine }, { programmeId, account: 'finance-office', command }),
    ]);
    expect(results.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    const [late] = results.filter(({ kind }) => kind === 'refused');
    expect(late).toMatchObject({ refusal: { code: 'already-decided' } });
    expect(late?.kind === 'refused' && late.state?.phases[0]?.steps[0]?.votes).toMatchObject([
      { office: 'finance-office', decision: 'approve' },
    ]);
  });

  it('perform a moment once, however many workers come with it', async () => {
    const other = town.anotherProcess();
    const programmeId = await startProgramme(town);
    const plan = await town.engine.nextMoment(programmeId);
    const moment = plan?.next?.moment;
    if (moment === undefined) throw new Error('nothing is planned');
    const plans = await Promise.all(
      [town.engine, other.engine, town.engine, other.engine].map((engine) =>
        engine.perform(programmeId, moment),
      ),
    );
    expect(plans.map((each) => each?.position)).toEqual([2, 2, 2, 2]);
    const { rows } = await town.pool.query(
      'SELECT type FROM events WHERE stream = $1 ORDER BY position',
      [`programme/${programmeId}`],
    );
    expect(rows).toEqual([{ type: 'ProgrammeActivated' }, { type: 'PhaseOpened' }]);
  });
});
