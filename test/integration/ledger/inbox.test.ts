/** The inbox: what one's seats are asked, what one may sign of it, and what one has done, page by page. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listProgrammes } from '../../../db/read-models/programmes.ts';
import { listOwed } from '../../../db/read-models/owed-deliverables.ts';
import { listNotifications, markNotificationRead } from '../../../db/read-models/notifications.ts';
import { listTasks, type TaskScope } from '../../../db/read-models/tasks.ts';
import {
  act,
  createTown,
  handInAll,
  performDue,
  personOf,
  setup,
  signature,
  startProgramme,
  type Town,
} from '../../support/database-fixtures.ts';

let town: Town;
const programmes: string[] = [];

beforeAll(async () => {
  town = await createTown();
  for (let index = 0; index < 7; index += 1) {
    const id = await startProgramme(town);
    await performDue(town, id);
    await handInAll(town, id, 'survey');
    programmes.push(id);
  }
});

afterAll(() => town.close());

function inbox(
  account: string,
  scope: TaskScope,
  page: { after?: readonly [string, string]; limit?: number } = {},
) {
  const { after = null, limit = 100 } = page;
  return listTasks(town.pool, {
    personId: personOf(town, account),
    scope,
    at: town.clock.now(),
    after,
    limit,
  });
}

describe('the inbox', () => {
  it('holds the tasks of every seat that the person holds, earliest due first', async () => {
    const tasks = await inbox('finance-office', 'mine');
    expect(tasks.map(({ programmeId }) => programmeId).toSorted()).toEqual(programmes.toSorted());
    const keys = tasks.map(({ dueRealAt, id }) => `${dueRealAt} ${id}`);
    expect(keys).toEqual(keys.toSorted());
    expect(await inbox('mayor', 'mine')).toEqual([]);
  });

  it('comes page by page without gap or repetition', async () => {
    const all = await inbox('finance-office', 'mine');
    const seen: string[] = [];
    let after: readonly [string, string] | undefined;
    for (;;) {
      const page = await inbox('finance-office', 'mine', { limit: 3, ...(after ? { after } : {}) });
      seen.push(...page.map(({ id }) => id));
      const last = page.at(-1);
      if (last === undefined) break;
      after = [last.dueRealAt, last.id];
    }
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  it('leaves out of `mine` what the person handed in himself, and keeps it in `offices`', async () => {
    await town.directory.assignOffice(
      { office: 'finance-office', account: 'labour-office' },
      setup(),
    );
    expect(await inbox('labour-office', 'mine')).toEqual([]);
    expect(await inbox('labour-office', 'offices')).toHaveLength(7);
    expect(await inbox('labour-office', 'delegated')).toEqual([]);
  });

  it('leaves out of `mine` a second slot of a step that the person has signed', async () => {
    await town.directory.assignOffice(
      { office: 'finance-office', account: 'village-heads' },
      setup(),
    );
    const [programmeId = ''] = programmes;
    expect(await inbox('village-heads', 'mine')).toHaveLength(14);
    await act(town, {
      programmeId,
      account: 'village-heads',
      command: signature({ phase: 'survey', step: 'offices', office: 'village-heads' }),
    });
    expect(await inbox('village-heads', 'mine')).toHaveLength(12);
    expect(await inbox('village-heads', 'offices')).toHaveLength(13);
    expect(await inbox('village-heads', 'done')).toMatchObject([
      { programmeId, decision: 'approve' },
    ]);
  });

  it('narrows to a programme and a phase', async () => {
    const query = {
      personId: personOf(town, 'finance-office'),
      scope: 'mine',
      at: town.clock.now(),
      after: null,
      limit: 10,
    } as const;
    expect(await listTasks(town.pool, { ...query, programme: programmes[3] })).toHaveLength(1);
    expect(await listTasks(town.pool, { ...query, phase: 'survey' })).toHaveLength(7);
    expect(
      await listTasks(town.pool, { ...query, phase: 'analysis', programme: programmes[3] }),
    ).toEqual([]);
  });
});

describe('what is owed', () => {
  it('is told to the holders of the owing office while the phase is open', async () => {
    const id = await startProgramme(town);
    const owed = async () =>
      (await listOwed(town.pool, personOf(town, 'labour-office'), town.clock.now())).map(
        ({ programmeId }) => programmeId,
      );
    expect(await owed()).toEqual([]);
    await performDue(town, id);
    expect(await owed()).toEqual([id, id, id]);
    await handInAll(town, id, 'survey');
    expect(await owed()).toEqual([]);
  });
});

describe('programmes', () => {
  it('are seen by holders of their seats, who started them, and administrators', async () => {
    const stranger = await town.directory.registerPerson(
      {
        account: 'stranger',
        name: { zh: '生人', en: 'Stranger' },
        email: null,
        locale: 'zh',
        roles: [],
        passwordHash: null,
      },
      setup(),
    );
    if (stranger.kind !== 'done') throw new Error('not registered');
    const seenBy = async (personId: string, administrator: boolean) => {
      const viewer = { personId, administrator, at: town.clock.now() };
      return (await listProgrammes(town.pool, { viewer, after: null, limit: 100 })).length;
    };
    expect(await seenBy(personOf(town, 'mayor'), false)).toBe(8);
    expect(await seenBy(stranger.value.id, false)).toBe(0);
    expect(await seenBy(stranger.value.id, true)).toBe(8);
    const [programmeId = ''] = programmes;
    await town.directory.assignOffice(
      { office: 'mayor', account: 'stranger', programmeId },
      setup(),
    );
    // A seat in one programme counts only where that programme has given it out.
    expect(await seenBy(stranger.value.id, false)).toBe(0);
  });
});

describe('notifications', () => {
  it('are unread until their person reads them', async () => {
    const personId = personOf(town, 'finance-office');
    const query = { personId, unreadOnly: true, after: null, limit: 100 };
    const unread = await listNotifications(town.pool, query);
    expect(unread.map(({ kind }) => kind)).toContain('StepOpened');
    const id = unread[0]?.id ?? '';
    const at = town.clock.now();
    expect(
      await markNotificationRead(town.pool, id, { personId: personOf(town, 'mayor'), at }),
    ).toBeNull();
    expect(await markNotificationRead(town.pool, id, { personId, at })).toBe(at.toISOString());
    expect(await listNotifications(town.pool, query)).toHaveLength(unread.length - 1);
  });
});
