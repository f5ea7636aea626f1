/** A duty over HTTP: its periods are handed in, signed, missed, answered, lapse, and stay readable when the state has let them go. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { periodPage } from '../../../api/schemas/duties.ts';
import { programmeSchema, startedProgramme } from '../../../api/schemas/programmes.ts';
import { contentSchema } from '../../../api/schemas/records.ts';
import { escalationList, owedList, taskSheet } from '../../../api/schemas/tasks.ts';
import { compareProgramme } from '../../../engine/rebuild.ts';
import { createDefinitionStore } from '../../../engine/definition-store.ts';
import { createTestApi, type ApiAnswer, type TestApi } from '../../support/api-client.ts';
import { decide, handInAll, signAll } from '../../support/api-acts.ts';
import { createDutyCatalogue, DUTY_DEFINITION } from '../../support/duty-catalogue.ts';

let api: TestApi;
let id: string;
const catalogue = createDutyCatalogue();

beforeAll(async () => {
  api = await createTestApi({ now: '2013-09-15T01:00:00.000Z', catalogue });
  id = await start();
  await play();
}, 60_000);
afterAll(async () => {
  await api.close();
});

async function start(): Promise<string> {
  const answer = await api.send('POST', '/v1/programmes', {
    as: 'group-office',
    body: { definition: { key: DUTY_DEFINITION } },
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return startedProgramme.parse(answer.body).id;
}

/** October on time, November late, December never, January returned and then on time, February open and missed. */
async function play(): Promise<void> {
  await api.passTime(id, local('2013-09-20 10:00'));
  await handInAll(api, id, 'survey');
  await signAll(api, id, 'survey');
  await api.passTime(id, local('2013-10-08 10:00'));
  await settle('posting@2013-10');
  await api.passTime(id, local('2013-11-13 10:00'));
  const escalation = `/v1/escalations/${id}.posting@2013-11.1.urge/answers`;
  const answered = await api.send('POST', escalation, {
    as: 'finance-office',
    body: { answer: '报表正在核对，月底前公布' },
  });
  expect(answered.status).toBe(201);
  await settle('posting@2013-11');
  await api.passTime(id, local('2014-01-08 10:00'));
  await handInAll(api, id, 'posting@2014-01');
  const task = `${id}.posting@2014-01.1.secretary.deputy-secretary`;
  const rejected = await decide(api, task, { decision: 'reject', opinion: '数字不符' });
  expect(rejected.body).toMatchObject({
    programme: { status: 'active' },
    phase: { key: 'posting@2014-01', status: 'open', round: 2 },
  });
  await settle('posting@2014-01');
  await api.passTime(id, local('2014-02-20 10:00'));
}

async function settle(phase: string): Promise<void> {
  await handInAll(api, id, phase);
  await signAll(api, id, phase);
}

function local(dateTime: string): string {
  return new Date(`${dateTime.replace(' ', 'T')}:00+08:00`).toISOString();
}

function put(phase: string): Promise<ApiAnswer> {
  const path = `/v1/programmes/${id}/phases/${phase}/deliverables/statement`;
  return api.send('PUT', path, { as: 'finance-office', body: { note: '报表' } });
}

describe('a programme with a duty', () => {
  it('shows what comes next, what is open, and what became of the periods so far', async () => {
    const seen = await api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'mayor' });
    const [duty] = seen.duties;
    expect(duty).toMatchObject({
      key: 'posting',
      clause: '11',
      every: 'month',
      from: '2013-09-15',
      until: '2014-03-31',
      nextPeriod: '2014-03',
      nextOpensOn: '2014-03-01',
      open: [{ phase: 'posting@2014-02', period: '2014-02', dueOn: '2014-02-10', overdue: true }],
      counts: { done: 2, late: 1, lapsed: 1 },
    });
    expect(duty?.recent.map(({ period, status }) => `${period} ${status}`)).toEqual([
      '2014-02 missed-open',
      '2014-01 done',
      '2013-12 lapsed',
      '2013-11 late',
      '2013-10 done',
    ]);
    expect(seen.phases.map(({ key }) => key)).toEqual(['survey', 'posting@2014-02']);
  });

  it('has read models that equal those made again from its events', async () => {
    const definitions = createDefinitionStore({ pool: api.pool, clock: api.clock, catalogue });
    const deps = { pool: api.pool, definitions, calendars: api.deps.calendars.store };
    const { differences, events } = await compareProgramme(deps, id);
    expect(differences).toEqual([]);
    expect(events).toBeGreaterThan(50);
  });

  it('tells whoever held a period up, and the owner, that it lapsed', async () => {
    const { rows } = await api.pool.query<{ office: string; phase: string }>(
      `SELECT office, phase FROM notifications WHERE programme_id = $1 AND kind = 'PhaseLapsed' ORDER BY office`,
      [id],
    );
    expect(rows).toEqual([
      { office: 'finance-office', phase: 'posting@2013-12' },
      { office: 'group-office', phase: 'posting@2013-12' },
      { office: 'village-heads', phase: 'posting@2013-12' },
    ]);
    const inbox = await api.send('GET', '/v1/notifications', { as: 'finance-office' });
    expect(inbox.text).toContain('【失效】村务、财务公开（2013年12月）');
  });

  it('asks the offices of the open period and no longer those of one that is over', async () => {
    const { items } = await api.read(owedList, '/v1/deliverables', { as: 'finance-office' });
    const own = items.filter(({ programmeId }) => programmeId === id);
    expect(own.map(({ phase }) => phase)).toEqual(['posting@2014-02']);
  });

  it('plans the next period and the lapse of the open one', async () => {
    const { body } = await api.send('GET', `/v1/programmes/${id}/moments`, { as: 'mayor' });
    const planned = body as readonly { readonly kind: string; readonly phase: string }[];
    expect(planned).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'openPeriod', phase: 'posting@2014-03' }),
        expect.objectContaining({ kind: 'lapse', phase: 'posting@2014-02' }),
      ]),
    );
  });
});

describe('the list of periods', () => {
  const path = (query: string): string => `/v1/programmes/${id}/duties/posting/periods${query}`;

  it('comes page by page, newest first, each period once', async () => {
    const seen: string[] = [];
    let query = '?limit=2';
    for (;;) {
      const { items, page } = await api.read(periodPage, path(query), { as: 'mayor' });
      seen.push(...items.map(({ period }) => period));
      if (!page.hasMore) break;
      query = `?limit=2&after=${page.endCursor ?? ''}`;
    }
    expect(seen).toEqual(['2014-02', '2014-01', '2013-12', '2013-11', '2013-10']);
  });

  it('says of each period what became of it', async () => {
    const { items } = await api.read(periodPage, path(''), { as: 'mayor' });
    expect(items.find(({ period }) => period === '2013-11')).toEqual({
      phase: 'posting@2013-11',
      period: '2013-11',
      title: { zh: '2013年11月', en: 'November 2013' },
      round: 1,
      status: 'late',
      opensOn: '2013-11-01',
      dueOn: '2013-11-10',
      missed: true,
      closedAt: local('2013-11-13 10:00'),
      rung: 'supervise',
    });
    expect(items.find(({ period }) => period === '2014-01')?.round).toBe(2);
  });

  it('is not there for a duty that nobody knows, nor for whoever may not know of the programme', async () => {
    const unknown = `/v1/programmes/${id}/duties/nothing/periods`;
    expect((await api.send('GET', unknown, { as: 'mayor' })).status).toBe(404);
    expect((await api.send('GET', path(''), { as: 'outsider' })).status).toBe(404);
    expect((await api.send('GET', path('?after=bad'), { as: 'mayor' })).status).toBe(400);
  });
});

describe('a period that is over', () => {
  it('takes nothing in any more, and says so', async () => {
    const answers = await Promise.all([put('posting@2013-12'), put('posting@2014-03')]);
    expect(answers.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual([
      [409, 'period-over'],
      [409, 'period-not-begun'],
    ]);
    expect((await put('posting@2013-q4')).status).toBe(404);
    expect((await put('posting@@')).status).toBe(404);
  });

  it('still shows what was handed in, and the sheet by which it was signed', async () => {
    const content = await api.read(
      contentSchema,
      `/v1/programmes/${id}/phases/posting@2013-10/deliverables/statement`,
      { as: 'mayor' },
    );
    expect(content).toMatchObject({
      status: 'accepted',
      phase: 'posting@2013-10',
      round: 1,
      note: '财务明细报表 已完成',
    });
    const task = `/v1/tasks/${id}.posting@2013-10.1.secretary.deputy-secretary`;
    const sheet = await api.read(taskSheet, task, { as: 'deputy-secretary' });
    expect(sheet).toMatchObject({
      status: 'done',
      decision: 'approve',
      next: [],
      currentStep: { status: 'approved' },
      deliverables: [
        { key: 'statement', status: 'accepted' },
        { key: 'receptions', status: 'accepted', check: { ok: true } },
      ],
      returnTargets: ['posting@2013-10'],
    });
  });

  it('shows a period that lapsed with what it still owes', async () => {
    const path = `/v1/programmes/${id}/phases/posting@2013-12/deliverables/statement`;
    expect(await api.read(contentSchema, path, { as: 'mayor' })).toMatchObject({ status: 'due' });
  });

  it('keeps its rungs in the record, answered or not, and takes no answer any more', async () => {
    const list = await api.read(escalationList, `/v1/programmes/${id}/escalations`, {
      as: 'mayor',
    });
    const ofDuty = list.items.filter(({ phase }) => phase.startsWith('posting'));
    expect(ofDuty.map(({ phase, rung }) => `${phase.slice(8)} ${rung}`)).toEqual(
      expect.arrayContaining(['2013-11 urge', '2013-12 accountability', '2014-02 urge']),
    );
    expect(ofDuty.find(({ phase }) => phase === 'posting@2013-11')?.answer).toBe(
      '报表正在核对，月底前公布',
    );
    const late = await api.send('POST', `/v1/escalations/${id}.posting@2013-12.1.urge/answers`, {
      as: 'finance-office',
      body: { answer: 'too late' },
    });
    expect(late.body).toMatchObject({ status: 409, code: 'period-over' });
  });
});

describe('a check that asks for the period', () => {
  const handIn = async (...days: readonly string[]): Promise<unknown> => {
    const path = `/v1/programmes/${id}/phases/posting@2014-02/deliverables/receptions`;
    const body = { data: { rows: days.map((on) => ({ on })) } };
    const answer = await api.send('PUT', path, { as: 'village-heads', body });
    expect(answer.status).toBe(200);
    return (answer.body as { deliverable: { check: unknown } }).deliverable.check;
  };

  it('points at each row outside of it or still to come', async () => {
    expect(await handIn('2014-01-31', '2014-02-03', '2014-02-21')).toMatchObject({
      ok: false,
      faults: [
        { pointer: '/rows/0/on', code: 'date-outside-period' },
        { pointer: '/rows/2/on', code: 'date-to-come' },
      ],
    });
  });

  it('passes the example that the period shows', async () => {
    const seen = await api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'mayor' });
    const period = seen.phases.find(({ key }) => key === 'posting@2014-02');
    const table = period?.deliverables.find(({ key }) => key === 'receptions');
    expect(table?.example).toEqual({ rows: [{ on: '2014-02-01' }, { on: '2014-02-02' }] });
    expect(await handIn('2014-02-01', '2014-02-02')).toEqual({ ok: true, faults: [] });
  });
});

describe('the end of a duty', () => {
  it('is the end of the programme, though its last period lapses', async () => {
    await api.passTime(id, local('2014-04-30 10:00'));
    const seen = await api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'mayor' });
    expect(seen.status).toBe('completed');
    expect(seen.duties[0]).toMatchObject({
      nextPeriod: null,
      nextOpensOn: null,
      open: [],
      counts: { done: 2, late: 1, lapsed: 3 },
    });
  });
});
