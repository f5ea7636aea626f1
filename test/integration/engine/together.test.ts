/** Acts on many programmes that come at once share statements; what is wrong with one of them touches no other. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compareProgramme } from '../../../engine/rebuild.ts';
import type { CommandKey, Executed } from '../../../engine/types.ts';
import { verifyProgramme } from '../../../engine/verify.ts';
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

const PROGRAMMES = 20;
const ACCOUNT = 'finance-office';

let town: Town;

beforeAll(async () => {
  town = await createTown();
});

afterAll(() => town.close());

async function programmesToSign(): Promise<readonly string[]> {
  return Promise.all(
    Array.from({ length: PROGRAMMES }, async () => {
      const id = await startProgramme(town);
      await performDue(town, id);
      await handInAll(town, id, 'survey');
      return id;
    }),
  );
}

function sign(on: Pick<Town, 'people' | 'engine'>, programmeId: string, key?: CommandKey) {
  const command = signature({ phase: 'survey', step: 'offices', office: ACCOUNT });
  const asked = { programmeId, account: ACCOUNT, command };
  return act(on, key === undefined ? asked : { ...asked, key });
}

interface Signed {
  readonly events: number;
  readonly transactions: number;
}

async function signedIn(programmeIds: readonly string[]): Promise<Signed> {
  const { rows } = await town.pool.query<Signed>(
    `SELECT count(*)::int AS events, count(DISTINCT events.xmin::text)::int AS transactions
       FROM events WHERE events.type = 'StepDecided' AND events.stream = ANY($1)`,
    [programmeIds.map((id) => `programme/${id}`)],
  );
  return rows[0] ?? { events: 0, transactions: 0 };
}

async function expectWhole(programmeIds: readonly string[]): Promise<void> {
  for (const id of programmeIds) {
    expect(await verifyProgramme(town.pool, id)).toMatchObject({ ok: true });
    expect((await compareProgramme(town, id)).differences).toEqual([]);
  }
}

function kindsOf(results: readonly Executed[]): readonly string[] {
  return results.map(({ kind }) => kind);
}

describe('acts that come at once', () => {
  it('share transactions, each recorded once', async () => {
    const ids = await programmesToSign();
    const results = await Promise.all(ids.map((id) => sign(town, id)));
    expect(kindsOf(results)).toEqual(ids.map(() => 'done'));
    const { events, transactions } = await signedIn(ids);
    expect(events).toBe(PROGRAMMES);
    expect(transactions).toBeLessThan(PROGRAMMES);
    await expectWhole(ids);
  });

  it('let one act alone be refused when two of them carry the same key', async () => {
    const ids = await programmesToSign();
    const key = freshKey(personOf(town, ACCOUNT));
    const [first = '', second = '', ...others] = ids;
    const results = await Promise.all([
      ...others.slice(0, 2).map((id) => sign(town, id)),
      sign(town, first, { ...key, bodyHash: 'the one' }),
      sign(town, second, { ...key, bodyHash: 'the other' }),
      ...others.slice(2).map((id) => sign(town, id)),
    ]);
    const refused = results.flatMap((result) => (result.kind === 'refused' ? [result] : []));
    expect(refused).toMatchObject([{ refusal: { code: 'idempotency-key-reused' } }]);
    expect(results.filter(({ kind }) => kind === 'done')).toHaveLength(PROGRAMMES - 1);
    expect((await signedIn(ids)).events).toBe(PROGRAMMES - 1);
    await expectWhole(ids);
  });

  it('are decided again where another process was first, and only there', async () => {
    const ids = await programmesToSign();
    const other = { ...town, engine: town.anotherProcess().engine };
    const village = signature({ phase: 'survey', step: 'offices', office: 'village-heads' });
    const results = await Promise.all(
      ids.flatMap((programmeId, index) => [
        sign(town, programmeId),
        ...(index % 2 === 0
          ? [act(other, { programmeId, account: 'village-heads', command: village })]
          : []),
      ]),
    );
    expect(kindsOf(results)).toEqual(results.map(() => 'done'));
    expect((await signedIn(ids)).events).toBe(PROGRAMMES + PROGRAMMES / 2);
    await expectWhole(ids);
  });

  it('go through while somebody holds one of their programmes, which alone is unavailable', async () => {
    const ids = await programmesToSign();
    const held = ids[PROGRAMMES / 2] ?? '';
    const holder = await town.pool.connect();
    try {
      await holder.query('BEGIN');
      await holder.query('SELECT id FROM programmes WHERE id = $1 FOR UPDATE', [held]);
      const results = await Promise.allSettled(ids.map((id) => sign(town, id)));
      expect(results.map(({ status }) => status)).toEqual(
        ids.map((id) => (id === held ? 'rejected' : 'fulfilled')),
      );
      expect(results[PROGRAMMES / 2]).toMatchObject({ reason: { name: 'UnavailableError' } });
    } finally {
      await holder.query('ROLLBACK');
      holder.release();
    }
    expect(kindsOf([await sign(town, held)])).toEqual(['done']);
    await expectWhole(ids);
  });
});
