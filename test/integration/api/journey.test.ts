import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { eventPage, notificationPage, verificationSchema } from '../../../api/schemas/records.ts';
import { programmeSchema, startedProgramme } from '../../../api/schemas/programmes.ts';
import { escalationList, taskPage, taskSheet } from '../../../api/schemas/tasks.ts';
import { createTestApi, type TestApi } from '../../support/api-client.ts';
import { handInAll, phaseOf, signAll } from '../../support/api-acts.ts';

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi({ now: '2013-09-14T16:00:00.000Z' });
}, 60_000);
afterAll(async () => {
  await api.close();
});

function programme(id: string): Promise<z.output<typeof programmeSchema>> {
  return api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'mayor' });
}

describe('the Langxia plan through the API', () => {
  let id = '';

  it('is started by its owning office and by nobody else', async () => {
    const body = { definition: { key: 'langxia-transition' }, startsOn: '2013-09-15' };
    const refused = await api.send('POST', '/v1/programmes', { as: 'mayor', body });
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ code: 'not-owner' });
    const started = await api.send('POST', '/v1/programmes', { as: 'group-office', body });
    expect(started.status).toBe(201);
    id = startedProgramme.parse(started.body).id;
    expect(started.headers.get('location')).toBe(`/v1/programmes/${id}`);
    expect(started.body).toMatchObject({
      status: 'active',
      rehearsal: false,
      startsOn: '2013-09-15',
    });
  });

  it('shows its phases with windows of which both days are included', async () => {
    // The first act after the moment performs the opening, whatever the lateness of the clock.
    await handInAll(api, id, 'survey');
    const shown = await programme(id);
    expect(shown.phases).toHaveLength(7);
    expect(shown.phases[0]).toMatchObject({
      key: 'survey',
      status: 'open',
      round: 1,
      opensAt: '2013-09-14T16:00:00.000Z',
      dueAt: '2013-09-30T16:00:00.000Z',
      overdue: false,
    });
    expect(shown.phases[0]?.deliverables.every((one) => one.status === 'handedIn')).toBe(true);
    expect(shown.faults).toEqual([]);
    expect(shown.nextMoment).toMatchObject({ phase: 'survey' });
  });

  it('puts the first step into the inboxes of its offices', async () => {
    const inbox = await api.read(taskPage, '/v1/tasks?scope=mine', { as: 'finance-office' });
    expect(inbox.items).toHaveLength(1);
    expect(inbox.items[0]).toMatchObject({
      programmeId: id,
      phase: 'survey',
      step: 'offices',
      office: 'finance-office',
      overdue: false,
      dueAt: '2013-09-30T16:00:00.000Z',
    });
    const sheet = await api.read(taskSheet, `/v1/tasks/${inbox.items[0]?.id ?? ''}`, {
      as: 'finance-office',
    });
    expect(sheet.deliverables).toHaveLength(4);
    expect(sheet.next).toEqual(['finance-office', 'village-heads']);
    expect(sheet.policy.zh).toContain('财政所');
    expect((await api.read(taskPage, '/v1/tasks', { as: 'mayor' })).items).toEqual([]);
  });

  it('keeps a decision with its opinion, and gives it back while the step is open', async () => {
    const task = `${id}.survey.1.offices.finance-office`;
    const decided = await api.send('POST', `/v1/tasks/${task}/decisions`, {
      as: 'finance-office',
      body: { decision: 'approve', opinion: '同意' },
    });
    expect(decided.status).toBe(201);
    expect(decided.body).toMatchObject({
      programme: { id, status: 'active' },
      phase: { key: 'survey', status: 'open' },
    });
    const [step] = (await phaseOf(api, id, 'survey')).steps;
    expect(step?.slots[0]).toMatchObject({
      office: 'finance-office',
      status: 'decided',
      decision: 'approve',
      opinion: '同意',
    });
    const again = await api.send('POST', `/v1/tasks/${task}/decisions`, {
      as: 'finance-office',
      body: { decision: 'approve' },
    });
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({
      code: 'already-decided',
      programme: { id, status: 'active' },
      phase: { key: 'survey', status: 'open', round: 1 },
    });
    const withdrawn = await api.send('POST', `/v1/tasks/${task}/withdrawals`, {
      as: 'finance-office',
      body: { reason: '再看一下' },
    });
    expect(withdrawn.status).toBe(201);
    expect((await phaseOf(api, id, 'survey')).steps[0]?.slots[0]?.status).toBe('open');
  });

  it('asks for an opinion unless approving, and moves nothing without one', async () => {
    const before = (await programme(id)).position;
    const refused = await api.send(
      'POST',
      `/v1/tasks/${id}.survey.1.offices.finance-office/decisions`,
      {
        as: 'finance-office',
        body: { decision: 'reject' },
        headers: { 'accept-language': 'en' },
      },
    );
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'opinion-required',
      title: 'An opinion is required',
    });
    expect((await programme(id)).position).toBe(before);
  });

  it('goes through all phases to its completion, late in one of them', async () => {
    await signAll(api, id, 'survey');
    expect((await phaseOf(api, id, 'survey')).status).toBe('closed');
    const days: Readonly<Record<string, string>> = {
      analysis: '2013-10-08',
      staffing: '2013-11-06',
      rules: '2013-11-12',
      registration: '2013-11-20',
      assembly: '2013-12-10',
      archive: '2013-12-20',
    };
    for (const [key, day] of Object.entries(days)) {
      await api.passTime(id, `${day}T02:00:00.000Z`);
      await handInAll(api, id, key);
      await signAll(api, id, key);
    }
    expect(await programme(id)).toMatchObject({ status: 'completed', nextMoment: null });
    expect((await phaseOf(api, id, 'staffing')).missed).toBe(true);
  }, 60_000);

  it('has raised the rungs of the late phase, to be answered by whoever held it up', async () => {
    const path = `/v1/programmes/${id}/escalations`;
    const { items } = await api.read(escalationList, path, { as: 'mayor' });
    expect(items.map((one) => [one.phase, one.rung, one.plannedAt])).toEqual([
      ['staffing', 'urge', '2013-11-01T01:00:00.000Z'],
      ['staffing', 'supervise', '2013-11-05T01:00:00.000Z'],
    ]);
  });

  it('has told people in their language', async () => {
    const { items, page } = await api.read(notificationPage, '/v1/notifications?limit=5', {
      as: 'labour-office',
      headers: { 'accept-language': 'en' },
    });
    expect(items).toHaveLength(5);
    expect(page.hasMore).toBe(true);
    const id = items[0]?.id ?? '';
    expect(items[0]?.subject).toMatch(/[A-Za-z]{4}/);
    const reads = `/v1/notifications/${id}/reads`;
    expect((await api.send('POST', reads, { as: 'labour-office' })).status).toBe(201);
    const all = '/v1/notifications?unread=true&limit=200';
    const unread = await api.read(notificationPage, all, { as: 'labour-office' });
    expect(unread.items.length).toBeGreaterThan(5);
    expect(unread.items.some((one) => one.id === id)).toBe(false);
    expect((await api.send('POST', reads, { as: 'mayor' })).status).toBe(404);
  });

  it('has an audit trail that verifies', async () => {
    const seen: z.output<typeof eventPage>['items'] = [];
    for (let after = '0', more = true; more;) {
      const path = `/v1/programmes/${id}/events?after=${after}&limit=50`;
      const { items, page } = await api.read(eventPage, path, { as: 'audit-admin' });
      seen.push(...items);
      after = page.endCursor ?? '';
      more = page.hasMore;
    }
    expect(seen.map((one) => one.position)).toEqual(seen.map((_one, index) => index + 1));
    expect(seen.map((one) => one.type)).toEqual(
      expect.arrayContaining([
        'ProgrammeActivated',
        'PhaseOpened',
        'DeliverableHandedIn',
        'StepDecided',
        'DeadlineMissed',
        'EscalationRaised',
        'PhaseClosed',
        'ProgrammeCompleted',
      ]),
    );
    const path = `/v1/audit/verification?programme=${id}`;
    const verification = await api.read(verificationSchema, path, { as: 'audit-admin' });
    expect(verification).toEqual({ ok: true, entries: seen.length, head: seen.at(-1)?.hash });
  });
});
