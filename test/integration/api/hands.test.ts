/** Who acts, over HTTP: slots that change hands, opinions asked, copies, urging, and vacant offices. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { consultationList, copyPage } from '../../../api/schemas/hands.ts';
import { eventPage, notificationPage } from '../../../api/schemas/records.ts';
import { programmeSchema } from '../../../api/schemas/programmes.ts';
import { owedList, taskPage, taskSheet } from '../../../api/schemas/tasks.ts';
import { createDefinitionStore } from '../../../engine/definition-store.ts';
import { compareProgramme, rebuildProgramme } from '../../../engine/rebuild.ts';
import { createTestApi, type ApiAnswer, type TestApi } from '../../support/api-client.ts';
import { decide, handInAll, phaseOf, signAll, startLangxia } from '../../support/api-acts.ts';

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
}, 60_000);
afterAll(async () => {
  await api.close();
});

async function readyToSign(): Promise<string> {
  const id = await startLangxia(api);
  await handInAll(api, id, 'survey');
  return id;
}

function post(as: string, path: string, body: object = {}): Promise<ApiAnswer> {
  return api.send('POST', path, { as, body });
}

const taskOf = (id: string, office: string): string => `${id}.survey.1.offices.${office}`;

async function inboxOf(as: string, id: string, scope = 'mine'): Promise<readonly string[]> {
  const path = `/v1/tasks?scope=${scope}&programme=${id}`;
  return (await api.read(taskPage, path, { as })).items.map((task) => task.id);
}

async function toldOf(as: string, id: string) {
  const { items } = await api.read(notificationPage, '/v1/notifications?limit=200', { as });
  return items.filter(({ programmeId }) => programmeId === id);
}

async function slotOf(id: string, office: string) {
  const { steps } = await phaseOf(api, id, 'survey');
  return steps[0]?.slots.find((slot) => slot.office === office);
}

async function expectRebuilt(id: string): Promise<void> {
  const definitions = createDefinitionStore({ ...api.deps, pool: api.pool });
  const calendars = api.deps.calendars.store;
  const { differences } = await compareProgramme({ pool: api.pool, definitions, calendars }, id);
  expect(differences).toEqual([]);
}

describe('a transfer', () => {
  it('moves the task from one inbox to the other, and shows where it came from', async () => {
    const id = await readyToSign();
    const body = { office: 'supervision-office', reason: '出差' };
    const answer = await post(
      'finance-office',
      `/v1/tasks/${taskOf(id, 'finance-office')}/transfers`,
      body,
    );
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe(`/v1/tasks/${taskOf(id, 'supervision-office')}`);
    expect(await inboxOf('finance-office', id)).toEqual([]);
    expect(await inboxOf('supervision-office', id)).toEqual([taskOf(id, 'supervision-office')]);
    await expectRebuilt(id);
  });

  it('is refused to an office that hands in, or that signs already', async () => {
    const id = await readyToSign();
    const path = `/v1/tasks/${taskOf(id, 'finance-office')}/transfers`;
    const codes = await Promise.all(
      ['labour-office', 'village-heads', 'nobody'].map((office) =>
        post('finance-office', path, { office, reason: '出差' }),
      ),
    );
    expect(codes.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual([
      [409, 'office-owes-deliverable'],
      [409, 'office-already-signs'],
      [422, 'office-not-in-definition'],
    ]);
    const strange = await post('mayor', path, { office: 'supervision-office', reason: '出差' });
    expect(strange.body).toMatchObject({ status: 403, code: 'not-office-holder' });
    const bare = await post('finance-office', path, { office: 'supervision-office', reason: ' ' });
    expect(bare.body).toMatchObject({ status: 400, code: 'invalid-request' });
  });

  it('carries the decision through: the successor signs and the phase closes', async () => {
    const id = await readyToSign();
    await post('finance-office', `/v1/tasks/${taskOf(id, 'finance-office')}/transfers`, {
      office: 'supervision-office',
      reason: '回避',
    });
    expect(await slotOf(id, 'supervision-office')).toMatchObject({
      status: 'open',
      transferredFrom: ['finance-office'],
    });
    const sheet = await api.read(taskSheet, `/v1/tasks/${taskOf(id, 'supervision-office')}`, {
      as: 'supervision-office',
    });
    expect(sheet.policy.zh).toContain('督查');
    await signAll(api, id, 'survey');
    expect((await phaseOf(api, id, 'survey')).status).toBe('closed');
    await expectRebuilt(id);
  });
});

describe('a further signer', () => {
  it('is asked before the slot, can be taken back, and leaves no count behind', async () => {
    const id = await readyToSign();
    const task = taskOf(id, 'finance-office');
    const body = { office: 'supervision-office', place: 'before', reason: '核对数字' };
    expect((await post('finance-office', `/v1/tasks/${task}/signers`, body)).status).toBe(201);
    expect(await inboxOf('finance-office', id)).toEqual([]);
    expect(await inboxOf('supervision-office', id)).toEqual([taskOf(id, 'supervision-office')]);
    expect(await slotOf(id, 'supervision-office')).toMatchObject({
      addedBy: { office: 'finance-office', place: 'before' },
    });
    expect((await decide(api, task, { decision: 'approve' })).body).toMatchObject({
      code: 'slot-not-open',
    });
    const told = await toldOf('supervision-office', id);
    expect(told.map(({ kind }) => kind)).toContain('SignerAdded');
    expect(JSON.stringify(told)).not.toContain('核对数字');
    const removal = await post('finance-office', `/v1/tasks/${task}/signer-removals`, {
      office: 'supervision-office',
      reason: '不必了',
    });
    expect(removal.status).toBe(201);
    expect(await inboxOf('supervision-office', id)).toEqual([]);
    expect(await inboxOf('finance-office', id)).toEqual([task]);
    await signAll(api, id, 'survey');
    await expectRebuilt(id);
  });

  it('named by the paper cannot be taken back', async () => {
    const id = await readyToSign();
    const path = `/v1/tasks/${taskOf(id, 'finance-office')}/signer-removals`;
    const answer = await post('finance-office', path, { office: 'village-heads', reason: '不必' });
    expect(answer.body).toMatchObject({ status: 409, code: 'signer-required-by-paper' });
  });
});

describe('a consultation', () => {
  it('is asked, answered, and shown beside the slot', async () => {
    const id = await readyToSign();
    const path = `/v1/tasks/${taskOf(id, 'finance-office')}/consultations`;
    const body = { office: 'supervision-office', question: '编制数对吗？' };
    const asked = await post('finance-office', path, body);
    expect(asked.status).toBe(201);
    const { consultation } = asked.body as { readonly consultation: string };
    expect(await slotOf(id, 'finance-office')).toMatchObject({
      status: 'open',
      waitingFor: 'supervision-office',
    });
    const list = await api.read(consultationList, '/v1/consultations', {
      as: 'supervision-office',
    });
    expect(list.items).toMatchObject([
      { id: consultation, question: '编制数对吗？', status: 'open' },
    ]);
    const answers = `/v1/consultations/${consultation}/answers`;
    expect((await post('mayor', answers, { answer: '对' })).body).toMatchObject({
      code: 'not-office-holder',
    });
    expect((await post('supervision-office', answers, { answer: '对' })).status).toBe(201);
    const slot = await slotOf(id, 'finance-office');
    expect(slot?.waitingFor).toBeUndefined();
    expect(slot?.consultations).toMatchObject([
      { id: consultation, status: 'answered', answer: '对' },
    ]);
    expect(
      (await api.read(consultationList, '/v1/consultations', { as: 'supervision-office' })).items,
    ).toEqual([]);
    await expectRebuilt(id);
  });

  it('is closed when the asker signs without waiting', async () => {
    const id = await readyToSign();
    const path = `/v1/tasks/${taskOf(id, 'finance-office')}/consultations`;
    await post('finance-office', path, { office: 'mayor', question: '可否？' });
    expect(
      (await post('finance-office', path, { office: 'mayor', question: '?' })).body,
    ).toMatchObject({ code: 'consultation-open' });
    expect((await decide(api, taskOf(id, 'finance-office'), { decision: 'approve' })).status).toBe(
      201,
    );
    const all = await api.read(consultationList, `/v1/programmes/${id}/consultations`, {
      as: 'mayor',
    });
    expect(all.items.map(({ status }) => status)).toEqual(['closed']);
    const late = await post('mayor', `/v1/consultations/${all.items[0]?.id ?? ''}/answers`, {
      answer: '可',
    });
    expect(late.body).toMatchObject({ status: 409, code: 'consultation-closed' });
    await expectRebuilt(id);
  });
});

describe('copies and urging', () => {
  it('shows a copy to the office that was to know', async () => {
    const id = await readyToSign();
    const path = `/v1/programmes/${id}/phases/survey/copies`;
    const body = { office: 'supervision-office', note: '请知悉' };
    expect((await post('group-office', path, body)).status).toBe(201);
    expect((await post('mayor', path, body)).body).toMatchObject({ code: 'may-not-copy' });
    const { items } = await api.read(copyPage, '/v1/copies?limit=1', { as: 'supervision-office' });
    expect(items).toMatchObject([{ programmeId: id, from: 'group-office', note: '请知悉' }]);
    await expectRebuilt(id);
  });

  it('urges once in four hours, and tells when it may be done again', async () => {
    const id = await readyToSign();
    const path = `/v1/programmes/${id}/phases/survey/urgings`;
    expect((await post('finance-office', path)).body).toMatchObject({ code: 'may-not-urge' });
    expect((await post('group-office', path, { note: '请抓紧' })).status).toBe(201);
    const again = await post('mayor', path);
    const { urgedAt } = await phaseOf(api, id, 'survey');
    const until = new Date(Date.parse(urgedAt ?? '') + 4 * 3_600_000).toISOString();
    expect(again.body).toMatchObject({ status: 429, code: 'urged-recently', until });
    expect(again.headers.get('retry-after')).toBe('14400');
    const told = await toldOf('village-heads', id);
    expect(told.map(({ kind }) => kind)).toContain('PhaseUrged');
    await expectRebuilt(id);
  });
});

describe('a vacant office', () => {
  it('falls to its superior, who sees it, signs for it, and is recorded with it', async () => {
    const own = await createTestApi();
    try {
      const id = await startLangxia(own);
      await handInAll(own, id, 'survey');
      await vacate(own, 'finance-office');
      const programme = await own.read(programmeSchema, `/v1/programmes/${id}`, { as: 'mayor' });
      expect(programme.faults).toMatchObject([
        { code: 'office-vacant', office: 'finance-office', actingOffice: 'deputy-mayor' },
      ]);
      const { items } = await own.read(taskPage, '/v1/tasks', { as: 'deputy-mayor' });
      expect(items).toMatchObject([
        { id: taskOf(id, 'finance-office'), actingOffice: 'deputy-mayor' },
      ]);
      expect((await own.read(taskPage, '/v1/tasks', { as: 'mayor' })).items).toEqual([]);
      const path = `/v1/tasks/${taskOf(id, 'finance-office')}/decisions`;
      const body = { decision: 'approve' };
      expect((await own.send('POST', path, { as: 'mayor', body })).status).toBe(403);
      expect((await own.send('POST', path, { as: 'deputy-mayor', body })).status).toBe(201);
      const { items: events } = await own.read(eventPage, `/v1/programmes/${id}/events?limit=200`, {
        as: 'mayor',
      });
      expect(events.filter(({ onBehalfOf }) => onBehalfOf !== undefined)).toMatchObject([
        { type: 'StepDecided', onBehalfOf: 'finance-office' },
      ]);
      const definitions = createDefinitionStore({ ...own.deps, pool: own.pool });
      const deps = { pool: own.pool, definitions, calendars: own.deps.calendars.store };
      expect((await compareProgramme(deps, id)).differences).toEqual([]);
      expect(await own.deps.verify(id)).toMatchObject({ ok: true });
    } finally {
      await own.close();
    }
  }, 60_000);

  it('goes further up when the superior is vacant too, and owes what it owed', async () => {
    const own = await createTestApi();
    try {
      const id = await startLangxia(own);
      await vacate(own, 'labour-office');
      const owed = async (as: string) =>
        (await own.read(owedList, '/v1/deliverables', { as })).items.map((one) => one.actingOffice);
      expect(await owed('deputy-mayor')).toHaveLength(3);
      await vacate(own, 'deputy-mayor');
      expect(await owed('deputy-mayor')).toEqual([]);
      expect(await owed('mayor')).toEqual(['mayor', 'mayor', 'mayor']);
      const path = `/v1/programmes/${id}/phases/survey/deliverables/work-plan`;
      const handed = await own.send('PUT', path, { as: 'mayor', body: { note: '代拟' } });
      expect(handed.status).toBe(200);
    } finally {
      await own.close();
    }
  }, 60_000);
});

describe('rebuilding', () => {
  it('puts back what stands in for a seat, consultations and copies', async () => {
    const id = await readyToSign();
    const task = taskOf(id, 'finance-office');
    await post('finance-office', `/v1/tasks/${task}/consultations`, {
      office: 'mayor',
      question: '?',
    });
    await post('group-office', `/v1/programmes/${id}/phases/survey/copies`, { office: 'mayor' });
    await api.pool.query('DELETE FROM consultations WHERE programme_id = $1', [id]);
    await api.pool.query('DELETE FROM copies WHERE programme_id = $1', [id]);
    await api.pool.query(`UPDATE tasks SET fallback_seats = '{}' WHERE programme_id = $1`, [id]);
    const definitions = createDefinitionStore({ ...api.deps, pool: api.pool });
    const calendars = api.deps.calendars.store;
    const { differences } = await rebuildProgramme({ pool: api.pool, definitions, calendars }, id);
    expect([...new Set(differences.map(({ table }) => table))].sort()).toEqual([
      'consultations',
      'copies',
      'tasks',
    ]);
    await expectRebuilt(id);
  });
});

/** Ends whatever appointments the office has. */
async function vacate(own: TestApi, office: string): Promise<void> {
  const { rows } = await own.pool.query<{ id: string }>(
    'SELECT holdings.id FROM holdings WHERE holdings.seat = $1 AND holdings.until_at IS NULL',
    [office],
  );
  for (const { id } of rows) {
    const path = `/v1/appointments/${id}/endings`;
    const answer = await own.send('POST', path, { as: 'security-admin', body: {} });
    if (answer.status !== 201) throw new Error(`${office} was not vacated: ${answer.text}`);
  }
  own.clock.set(new Date(own.clock.now().getTime() + 1000).toISOString());
}
