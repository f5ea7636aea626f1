/** Bodies' meetings, disclosures and what follows the signatures, over HTTP and in the read models. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { eventPage, notificationPage } from '../../../api/schemas/records.ts';
import {
  programmeSchema,
  startedProgramme,
  type slotSchema,
} from '../../../api/schemas/programmes.ts';
import { owedList, taskPage, taskSheet } from '../../../api/schemas/tasks.ts';
import { compareProgramme } from '../../../engine/rebuild.ts';
import { createTestApi, type ApiAnswer, type TestApi } from '../../support/api-client.ts';
import type { Phase } from '../../support/api-acts.ts';
import { ballotOf, townDefinition } from '../../support/chains.ts';

const definition = townDefinition();
let api: TestApi;
let id = '';

beforeAll(async () => {
  api = await createTestApi({ now: '2013-09-14T16:00:00.000Z', definitions: [definition] });
  const body = { definition: { key: definition.key }, startsOn: '2013-09-15' };
  const started = await api.send('POST', '/v1/programmes', { as: 'town', body });
  if (started.status !== 201) throw new Error(started.text);
  id = startedProgramme.parse(started.body).id;
  await api.passTime(id, '2013-09-16T02:00:00.000Z');
}, 60_000);
afterAll(async () => {
  await api.close();
});

async function phaseOf(key: string): Promise<Phase> {
  const { phases } = await api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'town' });
  const phase = phases.find((one) => one.key === key);
  if (phase === undefined) throw new Error(`no phase ${key}`);
  return phase;
}

async function slotOf(key: string, office: string): Promise<z.output<typeof slotSchema>> {
  const slots = (await phaseOf(key)).steps.flatMap((step) => step.slots);
  const slot = slots.find((one) => one.office === office);
  if (slot === undefined) throw new Error(`no slot of ${office}`);
  return slot;
}

function handIn(place: string, as: string, body: object = { note: '已完成' }): Promise<ApiAnswer> {
  const [phase = '', key = ''] = place.split('/');
  return api.send('PUT', `/v1/programmes/${id}/phases/${phase}/deliverables/${key}`, { as, body });
}

function decide(place: string, as: string, decision = 'approve'): Promise<ApiAnswer> {
  const task = `${id}.${place}.${as}`;
  return api.send('POST', `/v1/tasks/${task}/decisions`, {
    as,
    body: { decision, opinion: '意见' },
  });
}

function record(body: object, as = 'committees'): Promise<ApiAnswer> {
  const task = `${id}.land-confer.1.confer.committees`;
  return api.send('POST', `/v1/tasks/${task}/ballots`, { as, body });
}

const choices = ['in-favour', 'in-favour', 'against'] as const;
const three = { eligible: 5, present: 3, inFavour: 2, against: 1, abstained: 0 };
const voters = choices.map((vote, index) => ({ name: `委员${index}`, vote }));
const ballot = { ...ballotOf('2013-09-23', three), voters };

describe('a body that meets and votes', () => {
  it('finds its task in the inbox once minutes and attendance are in', async () => {
    expect((await handIn('land-propose/proposal', 'village')).status).toBe(200);
    expect((await decide('land-propose.1.propose', 'party')).status).toBe(201);
    await api.passTime(id, '2013-09-23T02:00:00.000Z');
    for (const key of ['minutes', 'attendance']) await handIn(`land-confer/${key}`, 'village');
    const inbox = await api.read(taskPage, '/v1/tasks', { as: 'committees' });
    expect(inbox.items.map(({ phase }) => phase)).toEqual(['land-confer']);
    const path = `/v1/tasks/${inbox.items[0]?.id ?? ''}`;
    const sheet = await api.read(taskSheet, path, { as: 'committees' });
    expect(sheet.asked.zh).toContain('表决');
    expect(sheet.currentStep.slots[0]?.body?.ballot).toBe('named');
  });

  it.each<readonly [string, () => Promise<ApiAnswer>, number, string]>([
    ['decided plainly', () => decide('land-confer.1.confer', 'committees'), 422, 'ballot-required'],
    ['without names', () => record(ballotOf('2013-09-23', three)), 422, 'ballot-voters-disagree'],
    [
      'before it could meet',
      () => record({ ...ballot, heldOn: '2013-09-21' }),
      422,
      'ballot-date-invalid',
    ],
    ['with half a vote', () => record({ ...ballot, inFavour: 1.5 }), 400, 'invalid-request'],
    ['on no day', () => record({ ...ballot, heldOn: '2013-02-30' }), 400, 'invalid-request'],
    ['with more than asked', () => record({ ...ballot, result: 'passed' }), 400, 'invalid-request'],
    ['by another office', () => record(ballot, 'members'), 403, 'not-office-holder'],
    ['by an outsider', () => record(ballot, 'outsider'), 404, 'not-found'],
  ])('is not recorded %s, and nothing changes', async (...[, send, status, code]) => {
    const before = await api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'town' });
    const answer = await send();
    expect([answer.status, answer.body]).toMatchObject([status, { code }]);
    const after = await api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'town' });
    expect(after.position).toBe(before.position);
  });

  it('meets again where too few came, and is told so', async () => {
    const few = { ...ballot, present: 2, inFavour: 2, against: 0, voters: voters.slice(0, 2) };
    expect((await record(few)).body).toMatchObject({ phase: { status: 'open' } });
    expect(await slotOf('land-confer', 'committees')).toMatchObject({
      status: 'open',
      inquorate: [{ heldOn: '2013-09-23', eligible: 5, present: 2, quorum: 3 }],
    });
    const told = await api.read(notificationPage, '/v1/notifications', { as: 'committees' });
    expect(told.items[0]).toMatchObject({ kind: 'MeetingInquorate', phase: 'land-confer' });
  });

  it('decides by its vote, which is explained', async () => {
    expect((await record(ballot)).body).toMatchObject({ phase: { status: 'closed' } });
    expect(await slotOf('land-confer', 'committees')).toMatchObject({
      status: 'decided',
      decision: 'approve',
      ballot: {
        ...{ ...three, quorum: 3, needed: 2, passed: true, voters },
        explanation: { en: '3 of 5 present, 3 needed; 2 for, 2 needed: passed' },
      },
    });
    const { items } = await api.read(eventPage, `/v1/programmes/${id}/events?limit=200`, {
      as: 'town',
    });
    expect(items.filter(({ type }) => type === 'MeetingInquorate')).toHaveLength(1);
    const again = await record(ballot);
    expect([again.status, again.body]).toMatchObject([409, { code: 'already-decided' }]);
  });
});

describe('the accounts of a village', () => {
  const posting = (changes: object = {}): object => ({
    data: {
      ...{ place: '村务公开栏', postedOn: '2013-09-23', removedOn: '2013-09-23' },
      ...{ enteredOn: '2013-09-23', objections: [], link: 'https://example.gov.cn/x' },
      ...changes,
    },
  });
  const owed = async (): Promise<readonly string[]> => {
    const { items } = await api.read(owedList, '/v1/deliverables', { as: 'accountant' });
    return items.map(({ deliverable }) => deliverable.key);
  };

  it('are owed before the signatures, the posting is not', async () => {
    expect(await owed()).toEqual(['accounts']);
    const [accounts, later] = (await phaseOf('accounts')).deliverables;
    expect(accounts?.owedSince).toBe('2013-09-15');
    expect(later).toMatchObject({ kind: 'disclosure', afterStep: 'secretary', status: 'due' });
    expect(later?.owedSince).toBeUndefined();
    const data = accounts?.example;
    expect((await handIn('accounts/accounts', 'accountant', { data })).status).toBe(200);
    expect((await decide('accounts.1.supervision-board', 'director')).status).toBe(201);
    const early = await handIn('accounts/posting', 'accountant', posting());
    expect([early.status, early.body]).toMatchObject([409, { code: 'deliverable-not-owed' }]);
  });

  it('are to be posted once the secretary has signed, and whoever posts them is told', async () => {
    expect((await decide('accounts.1.secretary', 'secretary')).status).toBe(201);
    expect(await owed()).toEqual(['posting']);
    const told = await api.read(notificationPage, '/v1/notifications', { as: 'accountant' });
    expect(told.items[0]).toMatchObject({ kind: 'DeliverableCalledFor', phase: 'accounts' });
    const [, later] = (await phaseOf('accounts')).deliverables;
    expect(later).toMatchObject({
      owedSince: '2013-09-23',
      example: { postedOn: '2013-09-23', enteredOn: '2013-09-23' },
    });
  });

  it('are refused without proof, and not accepted when entered a day late', async () => {
    const unproved = await handIn('accounts/posting', 'accountant', posting({ link: undefined }));
    expect([unproved.status, unproved.body]).toMatchObject([422, { code: 'data-invalid' }]);
    const late = await handIn(
      'accounts/posting',
      'accountant',
      posting({ enteredOn: '2013-09-24' }),
    );
    expect(late.body).toMatchObject({
      phase: { status: 'open' },
      deliverable: { check: { ok: false, faults: [{ code: 'not-entered-same-day' }] } },
    });
    expect(await owed()).toEqual(['posting']);
  });

  it('close when they were posted and entered on one day', async () => {
    const done = await handIn('accounts/posting', 'accountant', posting());
    expect(done.body).toMatchObject({
      phase: { status: 'closed' },
      deliverable: { status: 'accepted', check: { ok: true } },
    });
  });

  it('leave read models that the events give again', async () => {
    const { pool } = api;
    const definitions = { get: () => Promise.resolve(definition) };
    const deps = { pool, definitions, calendars: api.deps.calendars.store };
    expect((await compareProgramme(deps, id)).differences).toEqual([]);
  });
});
