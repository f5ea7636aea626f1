/** People and offices: every change is an event of its own stream, and takes effect on the next act. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyStream } from '../../../engine/verify.ts';
import {
  act,
  createTown,
  freshKey,
  handInAll,
  performDue,
  personOf,
  setup,
  signature,
  startProgramme,
  type Town,
} from '../../support/database-fixtures.ts';

let town: Town;

beforeAll(async () => {
  town = await createTown();
});

afterAll(() => town.close());

function newcomer(account: string, roles: readonly 'audit-admin'[] = []) {
  const name = { zh: '新人', en: 'Newcomer' };
  return { account, name, email: null, locale: 'zh', roles, passwordHash: null } as const;
}

describe('the directory', () => {
  it('writes an event for every change, without secrets, in a chain that verifies', async () => {
    const registered = await town.directory.registerPerson(
      { ...newcomer('clerk-one'), passwordHash: 'a secret hash' },
      setup(),
    );
    if (registered.kind !== 'done') throw new Error('not registered');
    await town.directory.changePassword(
      { personId: registered.value.id, passwordHash: 'another secret hash' },
      { by: registered.value.id, key: freshKey('setup') },
    );
    const { rows } = await town.pool.query<{ type: string; text: string }>(
      `SELECT type, convert_from(bytes, 'UTF8') AS text FROM events WHERE stream = 'directory' ORDER BY position DESC LIMIT 2`,
    );
    expect(rows.map(({ type }) => type)).toEqual(['PasswordChanged', 'PersonRegistered']);
    expect(rows.map(({ text }) => text).join()).not.toContain('secret');
    expect(await verifyStream(town.pool, 'directory')).toMatchObject({ ok: true });
  });

  it('refuses a second person of one account, also when both come at once', async () => {
    const both = await Promise.all([
      town.directory.registerPerson(newcomer('twin'), setup()),
      town.directory.registerPerson(newcomer('twin'), setup()),
    ]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused']);
    expect(both.find(({ kind }) => kind === 'refused')).toMatchObject({
      refusal: { code: 'account-taken' },
    });
    expect(await verifyStream(town.pool, 'directory')).toMatchObject({ ok: true });
  });

  it('repeats the first answer for the same key and refuses another body', async () => {
    const scene = setup();
    const answer = () => ({ status: 201, body: { made: 'once' } });
    const first = await town.directory.registerPerson(newcomer('repeated'), { ...scene, answer });
    const second = await town.directory.registerPerson(newcomer('repeated'), { ...scene, answer });
    expect([first.kind, second.kind]).toEqual(['done', 'replayed']);
    expect(second).toMatchObject({ answer: { status: 201, body: { made: 'once' } } });
    const other = await town.directory.registerPerson(newcomer('other'), {
      ...scene,
      key: { ...scene.key, bodyHash: 'another' },
    });
    expect(other).toMatchObject({ kind: 'refused', refusal: { code: 'idempotency-key-reused' } });
  });

  it.each([
    ['an unknown office', { office: 'nobody', account: 'mayor' }, 'unknown-office'],
    ['an unknown account', { office: 'mayor', account: 'nobody' }, 'account-not-found'],
    [
      'a span that ends before it begins',
      { office: 'mayor', account: 'mayor', until: '2000-01-01T00:00:00.000Z' },
      'span-invalid',
    ],
  ])('refuses %s', async (_what, holding, code) => {
    expect(await town.directory.assignOffice(holding, setup())).toMatchObject({
      kind: 'refused',
      refusal: { code },
    });
  });

  it('gives no office to an administrator', async () => {
    await town.directory.registerPerson(newcomer('auditor', ['audit-admin']), setup());
    const result = await town.directory.assignOffice(
      { office: 'mayor', account: 'auditor' },
      setup(),
    );
    expect(result).toMatchObject({
      kind: 'refused',
      refusal: { code: 'administrator-holds-no-office' },
    });
  });
});

describe('a holding', () => {
  it('passes to a successor with the next act, in every process', async () => {
    const other = town.anotherProcess();
    const programmeId = await startProgramme(town);
    await performDue(town, programmeId);
    await handInAll(town, programmeId, 'survey');
    const command = signature({ phase: 'survey', step: 'offices', office: 'finance-office' });
    await other.engine.nextMoment(programmeId);
    const holding = await town.pool.query<{ id: string }>(
      `SELECT id FROM holdings WHERE seat = 'finance-office'`,
    );
    await town.directory.endHolding({ id: holding.rows[0]?.id ?? '' }, setup());
    const successor = await town.directory.registerPerson(newcomer('finance-successor'), setup());
    await town.directory.assignOffice(
      { office: 'finance-office', account: 'finance-successor' },
      setup(),
    );
    if (successor.kind !== 'done') throw new Error('not registered');
    const former = await act(
      { ...town, engine: other.engine },
      { programmeId, account: 'finance-office', command },
    );
    expect(former).toMatchObject({ kind: 'refused', refusal: { code: 'not-office-holder' } });
    const result = await other.engine.execute({
      programmeId,
      command,
      caller: { kind: 'person', id: successor.value.id },
      key: freshKey(successor.value.id),
    });
    expect(result.kind).toBe('done');
    await town.directory.assignOffice(
      { office: 'finance-office', account: 'finance-office' },
      setup(),
    );
  });

  it('counts from its first instant until the last before its end', async () => {
    await town.directory.registerPerson(newcomer('interim'), setup());
    await town.directory.assignOffice(
      {
        office: 'village-heads',
        account: 'interim',
        from: '2013-09-16T00:00:00.000Z',
        until: '2013-09-17T00:00:00.000Z',
      },
      setup(),
    );
    const interim = await town.pool.query<{ id: string }>(
      `SELECT id FROM people WHERE account = 'interim'`,
    );
    const id = interim.rows[0]?.id ?? '';
    const programmeId = await startProgramme(town);
    await performDue(town, programmeId);
    await handInAll(town, programmeId, 'survey');
    const attempt = (instant: string) => {
      town.clock.set(instant);
      return town.engine.execute({
        programmeId,
        command: signature({ phase: 'survey', step: 'offices', office: 'village-heads' }),
        caller: { kind: 'person', id },
        key: freshKey(id),
      });
    };
    const refused = { kind: 'refused', refusal: { code: 'not-office-holder' } };
    expect(await attempt('2013-09-15T23:59:59.999Z')).toMatchObject(refused);
    expect(await attempt('2013-09-17T00:00:00.000Z')).toMatchObject(refused);
    expect(await attempt('2013-09-16T00:00:00.000Z')).toMatchObject({ kind: 'done' });
  });
});

describe('starting a programme', () => {
  it('seats the named accounts in this programme only', async () => {
    const owner = personOf(town, 'town-office');
    const result = await town.engine.activate({
      definition: { key: 'langxia-transition', version: 1 },
      caller: { kind: 'person', id: owner },
      key: freshKey(owner),
      speed: 1000,
      offices: { 'labour-office': 'mayor' },
    });
    if (result.kind !== 'done') throw new Error(JSON.stringify(result));
    const { id, startsOn, clock } = result.outcome.state;
    expect(startsOn).toBe('2013-09-15');
    expect(clock).toMatchObject({ speed: 1000, anchor: '2013-09-14T16:00:00.000Z' });
    await performDue(town, id);
    const handIn = (account: string) =>
      act(town, {
        programmeId: id,
        account,
        command: {
          type: 'HandInDeliverable',
          phase: 'survey',
          deliverable: 'work-plan',
          note: 'plan',
          data: null,
          files: [],
          contentHash: '',
        },
      });
    expect((await handIn('mayor')).kind).toBe('done');
    expect(await handIn('labour-office')).toMatchObject({ refusal: { code: 'not-office-holder' } });
  });

  it.each([
    ['a live one by somebody without the owning office', {}, 'not-owner'],
    [
      'one of an unknown definition',
      { definition: { key: 'no-such-plan' } },
      'definition-not-found',
    ],
    [
      'one of an unknown version',
      { definition: { key: 'langxia-transition', version: 99 } },
      'definition-not-found',
    ],
    ['one with an unknown account', { offices: { mayor: 'nobody' } }, 'account-not-found'],
    ['one with an unknown office', { offices: { emperor: 'mayor' } }, 'unknown-office'],
    ['one on a day that does not exist', { startsOn: '2013-02-30' }, 'start-date-invalid'],
    ['one too far away', { startsOn: '2101-01-01' }, 'start-date-invalid'],
    ['one with a title that cannot be stored', { title: 'a\u0000b' }, 'data-invalid'],
  ])('refuses %s', async (_what, change, code) => {
    const id = personOf(town, code === 'not-owner' ? 'mayor' : 'group-office');
    const before = await town.pool.query('SELECT count(*) FROM events');
    const result = await town.engine.activate({
      definition: { key: 'langxia-transition' },
      caller: { kind: 'person', id },
      key: freshKey(id),
      ...change,
    });
    expect(result).toMatchObject({ kind: 'refused', refusal: { code } });
    const after = await town.pool.query('SELECT count(*) FROM events');
    expect(after.rows).toEqual(before.rows);
  });
});
