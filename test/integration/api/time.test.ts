/** Extensions, suspension, good cause, appeals and proposals over HTTP and PostgreSQL, and the read models that follow them. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { programmeSchema } from '../../../api/schemas/programmes.ts';
import { escalationList, taskPage } from '../../../api/schemas/tasks.ts';
import { circularPage, pendingList } from '../../../api/schemas/time.ts';
import { eventPage, notificationPage } from '../../../api/schemas/records.ts';
import { compareProgramme } from '../../../engine/rebuild.ts';
import { decide, handInAll, phaseOf, startLangxia } from '../../support/api-acts.ts';
import { createTestApi, type ApiAnswer, type TestApi } from '../../support/api-client.ts';

const apis: TestApi[] = [];
let api: TestApi;
let id: string;

/** Shanghai time. */
const local = (text: string): string =>
  new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();

beforeEach(async () => {
  api = await createTestApi({ now: local('2026-03-02 09:00') });
  apis.push(api);
  id = await startLangxia(api);
}, 60_000);

afterEach(async () => {
  // Whatever happened, the read models are what folding the events again gives.
  const definitions = { get: (key: string, version: number) => definition(key, version) };
  const calendars = api.deps.calendars.store;
  const report = await compareProgramme({ pool: api.pool, definitions, calendars }, id);
  expect(report.differences).toEqual([]);
  await api.close();
  apis.pop();
});

afterAll(async () => {
  for (const open of apis) await open.close();
});

function definition(key: string, version: number): Promise<never> {
  return Promise.resolve((api.deps.catalogue.get(key, version) ?? null) as never);
}

function post(as: string, path: string, body: unknown): Promise<ApiAnswer> {
  return api.send('POST', path, { as, body });
}

function ask(dueOn: string, as = 'labour-office'): Promise<ApiAnswer> {
  const body = { phase: 'survey', round: 1, reason: '调查量大', progress: '已完成一半', dueOn };
  return post(as, `/v1/programmes/${id}/extensions`, body);
}

const pendingOf = async (as: string): Promise<readonly { id: string; decideAt: string }[]> =>
  (await api.read(pendingList, '/v1/pending-decisions', { as })).items;

describe('an extension over HTTP', () => {
  it('is asked for, found by whoever decides, granted, and moves phase, tasks and moments', async () => {
    await handInAll(api, id, 'survey');
    const before = await phaseOf(api, id, 'survey');
    // All is handed in, so that those who have not signed hold it up.
    expect((await ask('2026-03-31')).status).toBe(403);
    const asked = await ask('2026-03-31', 'finance-office');
    expect(asked.status).toBe(201);
    expect(asked.body).toMatchObject({
      extension: { status: 'requested', decider: 'group-office', from: before.dueOn },
    });
    expect(await pendingOf('finance-office')).toEqual([]);
    const [waiting] = await pendingOf('group-office');
    expect(waiting).toMatchObject({
      kind: 'extension',
      reason: '调查量大',
      progress: '已完成一半',
      to: '2026-03-31',
    });
    const granted = await post('group-office', waiting?.decideAt ?? '', {
      grant: true,
      dueOn: '2026-03-27',
      opinion: '同意延期',
    });
    expect(granted.status).toBe(201);
    const after = await phaseOf(api, id, 'survey');
    expect(after.dueOn).toBe('2026-03-27');
    expect(after.extensions).toMatchObject([
      { from: before.dueOn, to: '2026-03-27', status: 'granted', opinion: '同意延期' },
    ]);
    expect(await pendingOf('group-office')).toEqual([]);
    const tasks = await api.read(taskPage, '/v1/tasks', { as: 'finance-office' });
    expect(tasks.items.map(({ dueAt }) => dueAt)).toEqual([after.dueAt]);
    const told = await api.read(notificationPage, '/v1/notifications', {
      as: 'finance-office',
    });
    expect(told.items[0]).toMatchObject({ kind: 'DeadlineExtended', phase: 'survey' });
    expect(told.items[0]?.subject).toContain('准予延期');
  });

  it('is never decided by the applicant, and refused with an opinion', async () => {
    const asked = (await ask('2026-03-31', 'town-office')).body as { extension: { id: string } };
    const path = `/v1/programmes/${id}/extensions/${asked.extension.id}/decisions`;
    expect((await post('town-office', path, { grant: true })).body).toMatchObject({
      code: 'not-office-holder',
    });
    expect((await post('group-office', path, { grant: false })).body).toMatchObject({
      status: 422,
      code: 'opinion-required',
    });
    expect((await post('group-office', path, { grant: false, opinion: '时间充足' })).status).toBe(
      201,
    );
    expect((await post('group-office', path, { grant: true })).body).toMatchObject({
      status: 409,
      code: 'extension-decided',
    });
    const phase = await phaseOf(api, id, 'survey');
    expect(phase.extensions).toMatchObject([{ status: 'refused', opinion: '时间充足' }]);
  });

  it('lapses undecided at the due instant, and a late one is refused and shown as such', async () => {
    expect((await ask('2026-03-31')).status).toBe(201);
    const { dueAt, dueOn } = await phaseOf(api, id, 'survey');
    await api.passTime(id, new Date(dueAt).toISOString());
    expect(await pendingOf('group-office')).toEqual([]);
    const late = await ask('2026-03-31');
    expect(late.status).toBe(201);
    expect(late.body).toMatchObject({ extension: { status: 'refused-late' } });
    const phase = await phaseOf(api, id, 'survey');
    expect(phase).toMatchObject({ dueOn, missed: true });
    expect(phase.extensions.map(({ status }) => status)).toEqual(['lapsed', 'late']);
  });

  it.each([
    [{ dueOn: '2026-02-30' }, 400],
    [{ dueOn: '2020-01-01' }, 422],
    [{ reason: ' ' }, 400],
    [{ round: 0 }, 400],
    [{ round: 2 }, 409],
    [{ phase: 'nowhere' }, 404],
    [{ extra: true }, 400],
  ])('with %j answers %i and changes nothing', async (fields, status) => {
    const body = {
      phase: 'survey',
      round: 1,
      reason: '调查量大',
      progress: '一半',
      dueOn: '2026-03-31',
      ...fields,
    };
    const answer = await post('labour-office', `/v1/programmes/${id}/extensions`, body);
    expect(answer.status).toBe(status);
    expect((await phaseOf(api, id, 'survey')).extensions).toEqual([]);
  });
});

describe('a suspension over HTTP', () => {
  it('stops the clock, and on resumption moves dates, inbox and moments without a burst', async () => {
    await handInAll(api, id, 'survey');
    const before = await phaseOf(api, id, 'survey');
    const stopped = await post('group-office', `/v1/programmes/${id}/suspensions`, {
      reason: '防汛',
    });
    expect(stopped.body).toMatchObject({ programme: { status: 'suspended' } });
    expect((await api.read(taskPage, '/v1/tasks', { as: 'finance-office' })).items).toEqual([]);
    const task = `${id}.survey.1.offices.finance-office`;
    expect((await decide(api, task, { decision: 'approve' })).body).toMatchObject({
      code: 'programme-not-active',
    });
    api.clock.set(local('2026-04-01 10:00'));
    const held = await api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'mayor' });
    expect(held).toMatchObject({ status: 'suspended', nextMoment: null });
    expect(held.phases[0]?.overdue).toBe(false);
    expect((await api.deps.engine.nextMoment(id))?.next).toBeNull();
    const resumed = await post('group-office', `/v1/programmes/${id}/resumptions`, {
      reason: '已过',
    });
    expect(resumed.body).toMatchObject({ programme: { status: 'active' } });
    const after = await phaseOf(api, id, 'survey');
    const days = (Date.parse(after.dueAt) - Date.parse(before.dueAt)) / 86_400_000;
    expect(days).toBe(30);
    const tasks = await api.read(taskPage, '/v1/tasks', { as: 'finance-office' });
    expect(tasks.items.map(({ dueAt }) => dueAt)).toEqual([after.dueAt]);
    await api.passTime(id, local('2026-04-01 23:00'));
    const events = await api.read(eventPage, `/v1/programmes/${id}/events?limit=200`, {
      as: 'mayor',
    });
    expect(events.items.filter(({ type }) => type === 'DeadlineReminded')).toEqual([]);
    const told = await api.read(notificationPage, '/v1/notifications', { as: 'group-office' });
    expect(told.items.map(({ kind, phase }) => [kind, phase])).toEqual(
      expect.arrayContaining([
        ['ProgrammeSuspended', null],
        ['ProgrammeResumed', null],
      ]),
    );
  });

  it('is refused to whoever does not hold the named office', async () => {
    const answer = await post('mayor', `/v1/programmes/${id}/suspensions`, { reason: '防汛' });
    expect(answer.body).toMatchObject({ status: 403, code: 'not-office-holder' });
  });
});

describe('the climb over HTTP', () => {
  async function climb(workdays: 1 | 10): Promise<void> {
    const { dueAt } = await phaseOf(api, id, 'survey');
    const days = workdays === 1 ? 3 : 20;
    const until = new Date(Date.parse(dueAt) + days * 86_400_000).toISOString();
    await api.passTime(id, until);
  }

  it('stops for a good cause', async () => {
    await climb(1);
    const path = `/v1/programmes/${id}/phases/survey/good-causes`;
    const body = { round: 1, reason: '洪水' };
    expect((await post('labour-office', path, body)).body).toMatchObject({
      code: 'not-office-holder',
    });
    expect((await post('group-office', path, body)).status).toBe(201);
    const { rungs } = await phaseOf(api, id, 'survey');
    await climb(10);
    expect(await phaseOf(api, id, 'survey')).toMatchObject({
      climbStopped: true,
      missed: true,
      rungs,
    });
  });

  it('records an answer that did not come, and shows a late one as late', async () => {
    await climb(10);
    const list = (): Promise<readonly unknown[]> =>
      api
        .read(escalationList, `/v1/programmes/${id}/escalations`, { as: 'mayor' })
        .then(({ items }) => items);
    expect((await list())[0]).toMatchObject({ answerOverdue: true, answeredLate: false });
    const answer = await post('labour-office', `/v1/escalations/${id}.survey.1.urge/answers`, {
      answer: '本周完成',
    });
    expect(answer.status).toBe(201);
    expect((await list())[0]).toMatchObject({ answerOverdue: false, answeredLate: true });
  });

  it('takes an answer in the same write in which it is recorded as missed', async () => {
    await climb(1);
    api.clock.set(local('2026-04-20 10:00'));
    const path = `/v1/escalations/${id}.survey.1.urge/answers`;
    expect((await post('labour-office', path, { answer: '本周完成' })).status).toBe(201);
    const { items } = await api.read(escalationList, `/v1/programmes/${id}/escalations`, {
      as: 'mayor',
    });
    expect(items[0]).toMatchObject({ rung: 'urge', answer: '本周完成', answeredLate: true });
    expect(items).toHaveLength(4);
  });

  it('lists circulars, revokes what a review struck, and only proposes accountability', async () => {
    await climb(10);
    const rung = `${id}.survey.1.accountability`;
    const page = await api.read(circularPage, '/v1/circulars', { as: 'mayor' });
    expect(page.items.map(({ rung: key, daysLate }) => [key, daysLate > 0])).toEqual([
      ['accountability', true],
      ['circulate', true],
    ]);
    expect(page.items[0]).toMatchObject({
      accountability: { status: 'proposed' },
      review: 'none',
      revoked: false,
    });
    const asked = await post('labour-office', `/v1/escalations/${rung}/reviews`, {
      grounds: '已报备',
    });
    if (asked.status === 409) throw new Error(`too late in this test: ${asked.text}`);
    expect(asked.body).toMatchObject({ review: { id: `${rung}.review`, decider: 'group-office' } });
    const decidePath = `/v1/escalations/${rung}/accountability-decisions`;
    const measure = { measure: 'talk', opinion: '谈话提醒' };
    expect((await post('group-office', decidePath, measure)).body).toMatchObject({
      code: 'review-pending',
    });
    const waiting = await pendingOf('group-office');
    expect(waiting.map(({ id: matter }) => matter)).toEqual([
      `${rung}.review`,
      `${rung}.accountability`,
    ]);
    const struck = await post('group-office', waiting[0]?.decideAt ?? '', {
      upheld: false,
      opinion: '属实',
    });
    expect(struck.status).toBe(201);
    expect((await post('group-office', decidePath, measure)).body).toMatchObject({
      code: 'rung-struck',
    });
    const after = await api.read(circularPage, `/v1/programmes/${id}/circulars`, { as: 'mayor' });
    expect(after.items[0]).toMatchObject({ revoked: true, review: 'struck' });
    expect(after.items).toHaveLength(2);
  });

  it('has the proposal decided by a person, and then shows the decision', async () => {
    await climb(10);
    const rung = `${id}.survey.1.accountability`;
    const [waiting] = await pendingOf('group-office');
    expect(waiting).toMatchObject({ kind: 'accountability', id: `${rung}.accountability` });
    const body = { measure: 'none', opinion: '情况特殊' };
    expect((await post('group-office', waiting?.decideAt ?? '', body)).status).toBe(201);
    const page = await api.read(circularPage, '/v1/circulars', { as: 'mayor' });
    expect(page.items[0]?.accountability).toEqual({ status: 'decided', measure: 'none' });
    expect(await pendingOf('group-office')).toEqual([]);
  });

  it('pages circulars by keyset, filters them by day and phase, and shows them to those concerned only', async () => {
    await climb(10);
    const first = await api.read(circularPage, '/v1/circulars?limit=1', { as: 'mayor' });
    expect(first.page.hasMore).toBe(true);
    const second = await api.read(
      circularPage,
      `/v1/circulars?limit=1&after=${first.page.endCursor ?? ''}`,
      { as: 'mayor' },
    );
    expect(second.items.map(({ rung }) => rung)).toEqual(['circulate']);
    const day = second.items[0]?.raisedOn ?? '';
    const one = await api.read(circularPage, `/v1/circulars?from=${day}&to=${day}`, {
      as: 'mayor',
    });
    expect(one.items).toHaveLength(1);
    const none = await api.read(circularPage, '/v1/circulars?phase=analysis', { as: 'mayor' });
    expect(none.items).toEqual([]);
    const here = '/v1/circulars?phase=survey&definition=langxia-transition';
    expect((await api.read(circularPage, here, { as: 'mayor' })).items).toHaveLength(2);
    expect((await api.read(circularPage, '/v1/circulars', { as: 'outsider' })).items).toEqual([]);
    const hidden = await api.send('GET', `/v1/programmes/${id}/circulars`, { as: 'outsider' });
    expect(hidden.status).toBe(404);
  });
});
