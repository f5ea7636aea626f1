/** No act overtakes a moment that was due before it, however late Temporal is; a refused act leaves the clock's own work done. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  act,
  createTown,
  freshKey,
  handInAll,
  performDue,
  personOf,
  signature,
  startProgramme,
  type Town,
} from '../../support/database-fixtures.ts';

let town: Town;

beforeAll(async () => {
  town = await createTown();
});

afterAll(() => town.close());

async function typesOf(programmeId: string): Promise<readonly string[]> {
  const { rows } = await town.pool.query<{ type: string }>(
    'SELECT type FROM events WHERE stream = $1 ORDER BY position',
    [`programme/${programmeId}`],
  );
  return rows.map(({ type }) => type);
}

describe('a command that comes late', () => {
  it('finds everything that was due done before it, in the order of the plan and in one write', async () => {
    town.clock.set('2013-09-15T02:00:00.000Z');
    const programmeId = await startProgramme(town);
    await performDue(town, programmeId);
    town.clock.set('2013-10-09T02:00:00.000Z');
    await handInAll(town, programmeId, 'survey');
    expect(await typesOf(programmeId)).toEqual([
      'ProgrammeActivated',
      'PhaseOpened',
      'DeadlineReminded',
      'DeadlineReminded',
      'DeadlineReminded',
      'DeadlineMissed',
      'EscalationRaised',
      'DeliverableHandedIn',
      'DeliverableHandedIn',
      'DeliverableHandedIn',
      'DeliverableHandedIn',
      'StepOpened',
    ]);
    const { rows } = await town.pool.query(
      `SELECT from_position, to_position FROM outbox WHERE programme_id = $1 AND from_position = 3`,
      [programmeId],
    );
    expect(rows).toEqual([{ from_position: 3, to_position: 8 }]);
  });

  it('when it is refused, leaves what the clock had to do', async () => {
    town.clock.set('2013-09-15T02:00:00.000Z');
    const programmeId = await startProgramme(town);
    const result = await act(town, {
      programmeId,
      account: 'mayor',
      command: signature({ phase: 'survey', step: 'mayor', office: 'mayor' }),
    });
    expect(result).toMatchObject({ kind: 'refused', refusal: { code: 'step-not-open' } });
    expect(result.kind === 'refused' && result.state?.position).toBe(2);
    expect(await typesOf(programmeId)).toEqual(['ProgrammeActivated', 'PhaseOpened']);
    const { rows } = await town.pool.query(
      `SELECT scope FROM commands WHERE stream = $1 ORDER BY position`,
      [`programme/${programmeId}`],
    );
    expect(rows.at(-1)).toEqual({ scope: 'clock' });
  });

  it('is refused when the caller saw an older position', async () => {
    town.clock.set('2013-09-15T02:00:00.000Z');
    const programmeId = await startProgramme(town);
    await performDue(town, programmeId);
    const owner = personOf(town, 'group-office');
    const request = {
      programmeId,
      caller: { kind: 'person', id: owner },
      command: { type: 'WithdrawProgramme', reason: 'a better plan' },
    } as const;
    const stale = await town.engine.execute({
      ...request,
      key: freshKey(owner),
      expectedPosition: 1,
    });
    expect(stale).toMatchObject({
      kind: 'refused',
      refusal: { code: 'stale-version', params: { position: 2 } },
    });
    const fresh = await town.engine.execute({
      ...request,
      key: freshKey(owner),
      expectedPosition: 2,
    });
    expect(fresh.kind).toBe('done');
  });
});

describe('a moment', () => {
  it('that is not due yet is not performed', async () => {
    town.clock.set('2013-09-15T02:00:00.000Z');
    const programmeId = await startProgramme(town);
    await performDue(town, programmeId);
    const plan = await town.engine.nextMoment(programmeId);
    if (!plan?.next) throw new Error('nothing is planned');
    const after = await town.engine.perform(programmeId, plan.next.moment);
    expect(after).toEqual(plan);
  });

  it('that was performed or is planned no more changes nothing', async () => {
    town.clock.set('2013-09-15T02:00:00.000Z');
    const programmeId = await startProgramme(town);
    const first = await town.engine.nextMoment(programmeId);
    if (!first?.next) throw new Error('nothing is planned');
    const once = await town.engine.perform(programmeId, first.next.moment);
    const twice = await town.engine.perform(programmeId, first.next.moment);
    expect(twice).toEqual(once);
  });

  it('of a programme that nobody knows is told as unknown', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect(await town.engine.nextMoment(unknown)).toBeNull();
    expect(
      await town.engine.perform(unknown, {
        kind: 'openPhase',
        phase: 'survey',
        round: 1,
        at: '2013-09-15T00:00:00.000Z',
      }),
    ).toBeNull();
  });
});
