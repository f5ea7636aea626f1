/** Calendars over HTTP: reading them, publishing a year's notice and a day of typhoon, and two administrators at once. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calendarList, calendarSchema, dayList } from '../../../api/schemas/calendars.ts';
import { problemSchema } from '../../../api/schemas/problem.ts';
import { verifyStream } from '../../../engine/verify.ts';
import { createTestApi, type ApiAnswer, type TestApi } from '../../support/api-client.ts';
import { noticeBody, NOTICE_2027, TYPHOON } from '../../support/calendars.ts';

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi({ now: '2026-12-01T01:00:00.000Z' });
}, 60_000);
afterAll(async () => {
  await api.close();
});

const NOTICES = '/v1/calendars/cn-public/notices';
const OVERRIDES = '/v1/calendars/cn-public/overrides';
const PREVIEWS = '/v1/calendars/cn-public/previews';

function post(path: string, body: unknown, as = 'system-admin'): Promise<ApiAnswer> {
  return api.send('POST', path, { as, body, headers: { 'idempotency-key': randomUUID() } });
}

function typhoonBody(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const { kind: _kind, ...override } = TYPHOON;
  return { key: 'cn-public', ...override, reason: '台风红色预警', ...change };
}

async function versionNow(): Promise<number> {
  const { items } = await api.read(calendarList, '/v1/calendars', { as: 'mayor' });
  return items.find(({ key }) => key === 'cn-public')?.version ?? 0;
}

describe('before the notice', () => {
  it('shows what shipped, through which day it is published, and on which document a day rests', async () => {
    const { items } = await api.read(calendarList, '/v1/calendars', { as: 'mayor' });
    expect(items).toMatchObject([{ key: 'cn-public', version: 1, horizon: '2026-12-31' }]);
    const calendar = await api.read(calendarSchema, '/v1/calendars/cn-public', { as: 'mayor' });
    expect(calendar.versions).toMatchObject([
      { version: 1, publication: { kind: 'shipped' }, publishedBy: null },
    ]);
    const path = '/v1/calendars/cn-public/days?from=2026-12-31&to=2027-01-02';
    const days = await api.read(dayList, path, { as: 'mayor' });
    expect(days.items).toMatchObject([
      { date: '2026-12-31', working: true, why: 'weekday', provisional: false },
      { date: '2027-01-01', working: true, why: 'weekday', provisional: true },
      { date: '2027-01-02', working: false, why: 'weekend', provisional: true },
    ]);
  });

  it('refuses spans that run backwards or have no end, and calendars that are not there', async () => {
    for (const span of ['from=2026-12-31&to=2026-12-30', 'from=2026-01-01&to=2027-06-01']) {
      const answer = await api.send('GET', `/v1/calendars/cn-public/days?${span}`, { as: 'mayor' });
      expect(answer.body).toMatchObject({ status: 400, code: 'invalid-request' });
    }
    expect((await api.send('GET', '/v1/calendars/none', { as: 'mayor' })).status).toBe(404);
    const unknown = await post('/v1/calendars/none/notices', noticeBody({ key: 'none' }));
    expect(unknown.status).toBe(404);
  });

  it('names every fault with its place in both languages, and changes nothing', async () => {
    const body = noticeBody({ makeUpWorkdays: ['2027-03-02', '2027-02-06'] });
    const refused = await post(NOTICES, body);
    expect(refused.body).toMatchObject({
      status: 422,
      code: 'calendar-faulty',
      errors: [
        { in: 'body', pointer: '/makeUpWorkdays/0' },
        { in: 'body', pointer: '/makeUpWorkdays/1' },
      ],
    });
    const english = await api.send('POST', PREVIEWS, {
      as: 'system-admin',
      body: { notice: body },
      headers: { 'accept-language': 'en' },
    });
    const { errors = [] } = problemSchema.parse(english.body);
    expect(errors.map(({ pointer }) => pointer)).toEqual([
      '/notice/makeUpWorkdays/0',
      '/notice/makeUpWorkdays/1',
    ]);
    expect(errors.map(({ detail }) => detail).join()).toMatch(/weekend.*holiday/);
    expect(await versionNow()).toBe(1);
  });

  it.each([
    ['of another calendar', NOTICES, noticeBody({ key: 'other' })],
    ['without holidays', NOTICES, noticeBody({ holidays: [] })],
    ['with a field too many', NOTICES, { ...noticeBody(), extra: 1 }],
    ['an override without a reason', OVERRIDES, typhoonBody({ reason: ' ' })],
    ['a preview of nothing', PREVIEWS, {}],
    ['a preview of both', PREVIEWS, { notice: noticeBody(), override: typhoonBody() }],
  ])('refuses what has not the form: %s', async (_name, path, body) => {
    expect((await post(path, body)).body).toMatchObject({ status: 400, code: 'invalid-request' });
    expect(await versionNow()).toBe(1);
  });

  it('lets nobody else publish', async () => {
    for (const as of ['mayor', 'security-admin', 'audit-admin']) {
      expect((await post(NOTICES, noticeBody(), as)).status).toBe(403);
      expect((await post(PREVIEWS, { notice: noticeBody() }, as)).status).toBe(403);
    }
  });
});

describe('publishing', () => {
  it('lets one of two administrators publish a year, and tells the other', async () => {
    const answers = await Promise.all([post(NOTICES, noticeBody()), post(NOTICES, noticeBody())]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 201)?.body).toMatchObject({
      version: 2,
      horizon: '2027-12-31',
    });
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'calendar-year-published',
      params: { year: 2027 },
    });
    const calendar = await api.read(calendarSchema, '/v1/calendars/cn-public', { as: 'mayor' });
    expect(calendar).toMatchObject({
      version: 2,
      horizon: '2027-12-31',
      versions: [
        {
          version: 2,
          publication: { kind: 'notice', year: 2027, number: NOTICE_2027.notice.number },
          publishedBy: { name: { zh: 'system-admin' } },
        },
        { version: 1 },
      ],
    });
  });

  it('gives a repeated request the first answer', async () => {
    const request = {
      as: 'system-admin',
      body: typhoonBody(),
      headers: { 'idempotency-key': 'typhoon' },
    };
    const [first, second] = await Promise.all([
      api.send('POST', OVERRIDES, request),
      api.send('POST', OVERRIDES, request),
    ]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.text).toBe(first.text);
    expect(await versionNow()).toBe(3);
    const other = await api.send('POST', OVERRIDES, {
      ...request,
      body: typhoonBody({ reason: 'x' }),
    });
    expect(other.body).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
  });

  it('shows the day of typhoon with its document', async () => {
    const path = '/v1/calendars/cn-public/days?from=2027-03-01&to=2027-03-01';
    const { items } = await api.read(dayList, path, { as: 'mayor' });
    expect(items).toMatchObject([
      {
        working: false,
        why: 'override',
        documentNumber: TYPHOON.documentNumber,
        name: { zh: '台风停工' },
      },
    ]);
  });

  it('refuses a change of a calendar that has moved on since it was looked at', async () => {
    const days = [{ date: '2027-03-02', off: true, name: { zh: '台风停工', en: 'Typhoon' } }];
    const stale = await post(OVERRIDES, typhoonBody({ days, onVersion: 2 }));
    expect(stale.body).toMatchObject({
      status: 409,
      code: 'calendar-changed',
      params: { version: 3 },
    });
  });

  it('amends a published year only by a later notice, with a reason', async () => {
    const notice = {
      number: '国发明电〔2027〕1号',
      title: '国务院关于调整的通知',
      issuedOn: '2027-01-15',
    };
    const bare = await post(NOTICES, noticeBody({ amends: true }));
    expect(bare.body).toMatchObject({
      code: 'calendar-faulty',
      errors: [
        { pointer: '/notice/number' },
        { pointer: '/notice/issuedOn' },
        { pointer: '/reason' },
      ],
    });
    const unpublished = noticeBody({
      notice,
      amends: true,
      reason: 'x',
      year: 2031,
      makeUpWorkdays: [],
    });
    expect((await post(NOTICES, unpublished)).body).toMatchObject({ code: 'calendar-faulty' });
    const amended = await post(NOTICES, noticeBody({ notice, amends: true, reason: '纪念活动' }));
    expect(amended.body).toMatchObject({ version: 4, publication: { amends: true } });
  });

  it('keeps every version in a stream of the ledger that verifies', async () => {
    const verdict = await verifyStream(api.pool, 'calendar/cn-public');
    expect(verdict).toMatchObject({ ok: true, entries: 4 });
    const { rows } = await api.pool.query<{ type: string; version: number; by: string }>(
      `SELECT type, (data->>'version')::int AS version, actor AS by FROM events
        WHERE stream = 'calendar/cn-public' ORDER BY position`,
    );
    expect(rows.map(({ type, version }) => `${type} ${version}`)).toEqual([
      'CalendarPublished 1',
      'CalendarPublished 2',
      'CalendarPublished 3',
      'CalendarPublished 4',
    ]);
    expect(rows[0]?.by).toBe('setup');
  });
});
