/** One act per command key, whoever asks how often, over which connection. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  act,
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

beforeAll(async () => {
  town = await createTown();
});

afterAll(() => town.close());

const signed = signature({ phase: 'survey', step: 'offices', office: 'finance-office' });

async function readyToSign(): Promise<string> {
  const id = await startProgramme(town);
  await performDue(town, id);
  await handInAll(town, id, 'survey');
  return id;
}

async function decisions(programmeId: string): Promise<number> {
  const { rows } = await town.pool.query<{ count: number }>(
    `SELECT count(*) FROM events WHERE stream = $1 AND type = 'StepDecided'`,
    [`programme/${programmeId}`],
  );
  return rows[0]?.count ?? -1;
}

describe('a command key', () => {
  it('used twice gives one act and the first answer', async () => {
    const programmeId = await readyToSign();
    const key = freshKey(personOf(town, 'finance-office'));
    const request = {
      ...requestOf(town, { programmeId, account: 'finance-office', command: signed, key }),
      answer: () => ({ status: 201, body: { z: 1, a: { y: 2, b: 3 } }, location: '/there' }),
    };
    const first = await town.engine.execute(request);
    const second = await town.engine.execute(request);
    expect(first.kind).toBe('done');
    expect(second.kind).toBe('replayed');
    if (first.kind !== 'done' || second.kind !== 'replayed') return;
    expect(JSON.stringify(second.answer)).toBe(JSON.stringify(first.answer));
    expect(await decisions(programmeId)).toBe(1);
  });

  it('used from two processes at once gives one act and the same answer', async () => {
    const other = town.anotherProcess();
    for (let round = 0; round < 10; round += 1) {
      const programmeId = await readyToSign();
      const key = freshKey(personOf(town, 'finance-office'));
      const asked = { programmeId, account: 'finance-office', command: signed, key };
      const results = await Promise.all([
        act(town, asked),
        act({ ...town, engine: other.engine }, asked),
        act(town, asked),
      ]);
      const answers = results.map((result) => (result.kind === 'refused' ? result : result.answer));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(results.filter(({ kind }) => kind === 'done')).toHaveLength(1);
      expect(await decisions(programmeId)).toBe(1);
    }
  });

  it('used with another body is refused and changes nothing', async () => {
    const programmeId = await readyToSign();
    const key = freshKey(personOf(town, 'finance-office'));
    await act(town, { programmeId, account: 'finance-office', command: signed, key });
    const again = await act(town, {
      programmeId,
      account: 'finance-office',
      command: signed,
      key: { ...key, bodyHash: 'another' },
    });
    expect(again).toMatchObject({ kind: 'refused', refusal: { code: 'idempotency-key-reused' } });
    expect(await decisions(programmeId)).toBe(1);
  });

  it('belongs to its person: another person may use the same', async () => {
    const programmeId = await readyToSign();
    const key = freshKey(personOf(town, 'finance-office'));
    await act(town, { programmeId, account: 'finance-office', command: signed, key });
    const other = await act(town, {
      programmeId,
      account: 'village-heads',
      command: signature({ phase: 'survey', step: 'offices', office: 'village-heads' }),
      key: { ...key, scope: personOf(town, 'village-heads') },
    });
    expect(other.kind).toBe('done');
  });

  it('of a refused act is free again', async () => {
    const programmeId = await startProgramme(town);
    const key = freshKey(personOf(town, 'finance-office'));
    const early = await act(town, { programmeId, account: 'finance-office', command: signed, key });
    expect(early.kind).toBe('refused');
    await performDue(town, programmeId);
    await handInAll(town, programmeId, 'survey');
    expect(
      (await act(town, { programmeId, account: 'finance-office', command: signed, key })).kind,
    ).toBe('done');
  });

  it('starts one programme, from two processes at once', async () => {
    const other = town.anotherProcess();
    const owner = personOf(town, 'group-office');
    const request = {
      definition: { key: 'langxia-transition' },
      caller: { kind: 'person', id: owner },
      key: freshKey(owner),
      offices: { 'finance-office': 'town-office' },
    } as const;
    const before = await town.pool.query('SELECT id FROM programmes');
    const results = await Promise.all([
      town.engine.activate(request),
      other.engine.activate(request),
      town.engine.activate(request),
    ]);
    const ids = results.map((result) => (result.kind === 'refused' ? result : result.answer.body));
    expect(new Set(ids.map((id) => JSON.stringify(id))).size).toBe(1);
    const after = await town.pool.query('SELECT id FROM programmes');
    expect(after.rowCount).toBe((before.rowCount ?? 0) + 1);
    const holdings = await town.pool.query(
      'SELECT id FROM holdings WHERE programme_id IS NOT NULL',
    );
    expect(holdings.rowCount).toBe(1);
  });
});
