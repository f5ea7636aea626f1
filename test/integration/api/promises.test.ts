/** The health of promises and what was sent of a programme, over HTTP and PostgreSQL. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { programmeSchema } from '../../../api/schemas/programmes.ts';
import { promisesSchema } from '../../../api/schemas/promises.ts';
import { sentNotificationPage } from '../../../api/schemas/sent-notifications.ts';
import { escalationList } from '../../../api/schemas/tasks.ts';
import { phaseOf, startLangxia } from '../../support/api-acts.ts';
import { createTestApi, type TestApi } from '../../support/api-client.ts';

let api: TestApi;
let id: string;

/** Shanghai time. */
const local = (text: string): string =>
  new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();

beforeAll(async () => {
  api = await createTestApi({ now: local('2026-03-02 09:00') });
  id = await startLangxia(api);
}, 60_000);
afterAll(async () => {
  await api.close();
});

const promises = () => api.read(promisesSchema, '/v1/health/promises', { as: 'audit-admin' });
const sent = (query = '', as = 'mayor') =>
  api.read(sentNotificationPage, `/v1/programmes/${id}/notifications${query}`, { as });

describe('the health of promises', () => {
  it('counts what is armed and names what fires next', async () => {
    const { armed, late, emails, checks } = await promises();
    expect(late).toMatchObject({ count: 0, since: null, programmes: [] });
    expect(emails).toEqual({ waiting: 0, retried: 0, givenUp: 0, since: null });
    expect(checks).toEqual([{ name: 'database', vital: true, ok: true }]);
    expect(armed.count).toBeGreaterThan(armed.next.length - 1);
    const { nextMoment } = await api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'mayor' });
    expect(armed.next[0]).toMatchObject({
      programmeId: id,
      kind: nextMoment?.kind,
      realAt: nextMoment?.realAt,
      phaseTitle: { zh: '组建班子与摸底调查' },
    });
  });

  it('calls a moment late that nobody has performed after the tolerance, and no sooner', async () => {
    const [next] = (await promises()).armed.next;
    const dueMs = Date.parse(next?.realAt ?? '');
    const before = api.clock.now().toISOString();
    api.clock.set(new Date(dueMs + 20_000).toISOString());
    expect((await promises()).late.count).toBe(0);
    api.clock.set(new Date(dueMs + 20_001).toISOString());
    const { late } = await promises();
    expect(late).toMatchObject({
      count: 1,
      since: next?.realAt,
      programmes: [{ programmeId: id, rehearsal: false, dueAt: next?.realAt }],
    });
    api.clock.set(before);
  });

  it('counts what waits to be told and to be mailed', async () => {
    await api.pool.query(
      `UPDATE notifications SET email_state = 'pending', email_attempts = 2, email_next_at = now(),
              email_error = 'ETIMEDOUT CONN mail.example.org' WHERE notifications.office = 'labour-office'`,
    );
    const { emails, outbox } = await promises();
    expect(emails.waiting).toBeGreaterThan(0);
    expect(emails.retried).toBe(emails.waiting);
    expect(emails.since).not.toBeNull();
    expect(outbox.waiting).toBeGreaterThan(0);
    expect(outbox.since).not.toBeNull();
  });
});

describe('what was sent of a programme', () => {
  it('says to whom, of which event, and what became of the e-mail, page by page', async () => {
    await api.pool.query(
      `UPDATE notifications SET email_state = 'pending', email_attempts = 1, email_next_at = $1,
              email_error = 'EENVELOPE RCPT TO 550 <zhang@example.org> unknown' WHERE notifications.office = 'labour-office'`,
      [local('2026-03-02 10:00')],
    );
    const first = await sent('?limit=1');
    const rest = await sent(`?after=${first.page.endCursor ?? ''}`);
    const all = [...first.items, ...rest.items];
    expect((await sent()).items).toEqual(all);
    const told = all.find(({ office }) => office === 'labour-office');
    expect(told).toMatchObject({
      person: { name: { zh: '劳保所' } },
      kind: 'PhaseOpened',
      phase: 'survey',
      readAt: null,
      email: { attempts: 1, state: 'pending', lastError: 'refused' },
    });
    expect(told?.email.nextAt).toBe(local('2026-03-02 10:00'));
    expect(told?.subject).toContain('摸底');
    expect(JSON.stringify(all)).not.toContain('example.org');
    expect((await sent('?email=pending')).items.map(({ office }) => office)).toEqual([
      ...new Set(all.filter(({ email }) => email.state === 'pending').map(({ office }) => office)),
    ]);
    expect((await sent('?phase=analysis')).items).toEqual([]);
  });

  it('is for those who may see the programme', async () => {
    const path = `/v1/programmes/${id}/notifications`;
    expect((await api.send('GET', path, { as: 'outsider' })).status).toBe(404);
    expect((await sent('', 'audit-admin')).items.length).toBeGreaterThan(0);
    expect((await api.send('GET', `${path}?after=xyz`, { as: 'mayor' })).status).toBe(400);
  });

  it('never tells what people wrote', async () => {
    const { dueAt } = await phaseOf(api, id, 'survey');
    const body = {
      phase: 'survey',
      round: 1,
      reason: '缘由之密',
      progress: '进展之密',
      dueOn: '2026-04-30',
    };
    await api.send('POST', `/v1/programmes/${id}/extensions`, { as: 'labour-office', body });
    expect(Date.parse(dueAt)).toBeGreaterThan(api.clock.now().getTime());
    const { items } = await sent();
    expect(items[0]?.kind).toBe('ExtensionRequested');
    expect(JSON.stringify(items)).not.toContain('之密');
  });
});

describe('who may press', () => {
  it('is said of an open phase, with the cool-down, the good cause and the last day of an appeal', async () => {
    expect((await phaseOf(api, id, 'survey')).pressure).toMatchObject({
      responsible: ['town-office', 'labour-office'],
      urgedBy: expect.arrayContaining(['group-office', 'mayor']),
    });
    const path = `/v1/programmes/${id}/phases/survey/urgings`;
    const at = api.clock.now();
    expect((await api.send('POST', path, { as: 'group-office', body: {} })).status).toBe(201);
    const urged = (await phaseOf(api, id, 'survey')).pressure;
    expect(urged?.urgeAgainAt).toBe(new Date(at.getTime() + 4 * 3_600_000).toISOString());
    const { dueAt } = await phaseOf(api, id, 'survey');
    await api.passTime(id, new Date(Date.parse(dueAt) + 4 * 86_400_000).toISOString());
    const late = (await phaseOf(api, id, 'survey')).pressure;
    expect(late).toMatchObject({ goodCauseBy: 'group-office' });
    expect(late?.urgeAgainAt).toBeUndefined();
    const { items } = await api.read(escalationList, `/v1/programmes/${id}/escalations`, {
      as: 'mayor',
    });
    const [urge] = items;
    expect(urge?.appealUntil).toMatch(/^2026-03-/);
    const answer = await api.send('POST', `/v1/escalations/${urge?.id ?? ''}/reviews`, {
      as: 'labour-office',
      body: { grounds: '时间有误' },
    });
    expect(answer.status).toBe(201);
    const again = await api.read(escalationList, `/v1/programmes/${id}/escalations`, {
      as: 'mayor',
    });
    expect(again.items[0]?.appealUntil).toBeUndefined();
  });
});
