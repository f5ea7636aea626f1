/** Acting as the offices of a rehearsal, and every way in which that could be abused. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isWithinReach } from '../../../api/http/stand-in-reach.ts';
import { allRoutes } from '../../../api/routes/all.ts';
import { eventPage } from '../../../api/schemas/records.ts';
import { programmePage, programmeSchema } from '../../../api/schemas/programmes.ts';
import { personPage } from '../../../api/schemas/directory.ts';
import { rehearsalPersonList, standInSchema } from '../../../api/schemas/stand-ins.ts';
import { startLangxia } from '../../support/api-acts.ts';
import {
  createTestApi,
  PASSWORD,
  type ApiAnswer,
  type ApiRequest,
  type TestApi,
} from '../../support/api-client.ts';

const MINUTE_MS = 60_000;
const SPEED = 100;

let api: TestApi;
/** Started by the outsider, who holds no office. */
let rehearsal: string;
let live: string;

beforeAll(async () => {
  api = await createTestApi();
  live = await startLangxia(api);
  rehearsal = await startRehearsal('outsider');
}, 60_000);
afterAll(async () => {
  await api.close();
});

async function startRehearsal(as: string, clock: object = { standIns: true }): Promise<string> {
  const body = { definition: { key: 'langxia-transition' }, clock: { speed: SPEED, ...clock } };
  const { status, body: started } = await api.send('POST', '/v1/programmes', { as, body });
  expect(status).toBe(201);
  const { id } = started as { readonly id: string }; // judged by its schema
  await api.passTime(id, api.clock.now().toISOString());
  return id;
}

function open(id: string, office: string, request: ApiRequest): Promise<ApiAnswer> {
  return api.send('POST', `/v1/programmes/${id}/stand-ins`, { ...request, body: { office } });
}

async function tokenOf(office: string, id = rehearsal): Promise<string> {
  const answer = await open(id, office, { as: 'outsider' });
  expect(answer.status).toBe(201);
  return standInSchema.parse(answer.body).token;
}

function bearer(token: string): Required<Pick<ApiRequest, 'headers'>> {
  return { headers: { authorization: `Bearer ${token}` } };
}

function codeOf({ body }: ApiAnswer): unknown {
  return (body as { readonly code?: unknown }).code; // judged by its schema
}

async function directoryEvents(type: string): Promise<readonly { actor: string; data: unknown }[]> {
  const text =
    'SELECT actor, data FROM events WHERE stream = $1 AND type = $2 ORDER BY position DESC';
  return (await api.pool.query<{ actor: string; data: unknown }>(text, ['directory', type])).rows;
}

describe('acting as an office of a rehearsal', () => {
  it('is done by a person of its own for each office, marked by name and account', async () => {
    const path = `/v1/programmes/${rehearsal}/stand-ins`;
    const { items } = await api.read(rehearsalPersonList, path, { as: 'outsider' });
    expect(items).toHaveLength(9);
    expect(new Set(items.map(({ person }) => person.id)).size).toBe(9);
    const mayor = items.find(({ office }) => office === 'mayor');
    expect(mayor?.person.name).toEqual({ zh: '演练·镇长', en: 'Rehearsal · Mayor' });
    const me = await api.send('GET', '/v1/people/me', bearer(await tokenOf('mayor')));
    expect(me.body).toMatchObject({
      account: `rehearsal/${rehearsal}/mayor`,
      roles: [],
      offices: [{ key: 'mayor', programmeId: rehearsal }],
    });
  });

  it('hands in and leaves the name of the rehearsal person in the ledger', async () => {
    const answer = await open(rehearsal, 'labour-office', { as: 'outsider' });
    const { token, person } = standInSchema.parse(answer.body);
    const path = `/v1/programmes/${rehearsal}/phases/survey/deliverables/work-plan`;
    const handedIn = await api.send('PUT', path, { ...bearer(token), body: { note: '已制定' } });
    expect(handedIn.status).toBe(200);
    const events = await api.read(eventPage, `/v1/programmes/${rehearsal}/events`, {
      as: 'outsider',
    });
    const act = events.items.find(({ type }) => type === 'DeliverableHandedIn');
    expect(act?.actor).toBe(person.id);
    const programme = await api.read(programmeSchema, `/v1/programmes/${rehearsal}`, {
      as: 'outsider',
    });
    const deliverable = programme.phases[0]?.deliverables.find(({ key }) => key === 'work-plan');
    expect(deliverable?.by?.name.zh).toMatch(/^演练·/);
  });

  it('is on record in the directory, with who acts through whom', async () => {
    const answer = await open(rehearsal, 'finance-office', { as: 'outsider' });
    const { person } = standInSchema.parse(answer.body);
    const outsider = await api.send('GET', '/v1/people/me', { as: 'outsider' });
    const { id: by } = outsider.body as { readonly id: string }; // judged by its schema
    const [last] = await directoryEvents('StandInOpened');
    expect(last).toEqual({
      actor: by,
      data: { person: person.id, office: 'finance-office', programme: rehearsal, by },
    });
  });

  it('fills no vacancy: nobody is missing in a rehearsal with persons of its own', async () => {
    const { faults } = await api.read(programmeSchema, `/v1/programmes/${rehearsal}`, {
      as: 'outsider',
    });
    expect(faults.filter(({ code }) => code === 'office-vacant')).toEqual([]);
  });

  it('leaves offices that were given to accounts to those accounts', async () => {
    const body = {
      definition: { key: 'langxia-transition' },
      clock: { speed: SPEED, standIns: true },
      offices: { mayor: 'mayor' },
    };
    const started = await api.send('POST', '/v1/programmes', { as: 'outsider', body });
    const { id } = started.body as { readonly id: string }; // judged by its schema
    expect(codeOf(await open(id, 'mayor', { as: 'outsider' }))).toBe('no-rehearsal-person');
    expect((await open(id, 'group-office', { as: 'outsider' })).status).toBe(201);
  });

  it('lists one’s own rehearsals with their clocks', async () => {
    const path = '/v1/programmes?started=mine&rehearsal=true';
    const { items } = await api.read(programmePage, path, { as: 'outsider' });
    expect(items.map(({ id }) => id)).toContain(rehearsal);
    expect(items.every((item) => item.clock?.speed === SPEED)).toBe(true);
    const others = await api.read(programmePage, path, { as: 'group-office' });
    expect(others.items).toEqual([]);
  });
});

describe('a session of a rehearsal person is refused', () => {
  it('in a live programme, to whoever started it', async () => {
    const answer = await open(live, 'mayor', { as: 'group-office' });
    expect([answer.status, codeOf(answer)]).toEqual([409, 'not-a-rehearsal']);
    const list = await api.send('GET', `/v1/programmes/${live}/stand-ins`, { as: 'group-office' });
    expect(codeOf(list)).toBe('not-a-rehearsal');
  });

  it('to everybody but who started the rehearsal', async () => {
    expect((await open(rehearsal, 'mayor', { as: 'mayor' })).status).toBe(404);
    // Administrators see every programme, and act in none.
    for (const as of ['system-admin', 'security-admin', 'audit-admin']) {
      expect(codeOf(await open(rehearsal, 'mayor', { as }))).toBe('not-the-starter');
    }
    const shared = await startRehearsal('outsider', {});
    expect(codeOf(await open(shared, 'mayor', { as: 'mayor' }))).toBe('not-the-starter');
  });

  it('where the offices are held by people of the organisation', async () => {
    const shared = await startRehearsal('outsider', {});
    expect(codeOf(await open(shared, 'mayor', { as: 'outsider' }))).toBe('no-rehearsal-person');
  });

  it('for an office that is none', async () => {
    expect(codeOf(await open(rehearsal, 'emperor', { as: 'outsider' }))).toBe(
      'no-rehearsal-person',
    );
  });

  it('to a rehearsal person', async () => {
    const token = await tokenOf('mayor');
    expect(codeOf(await open(rehearsal, 'mayor', bearer(token)))).toBe('stand-in-confined');
  });
});

describe('a rehearsal person', () => {
  it('sees no other programme and acts in none', async () => {
    const { headers } = bearer(await tokenOf('labour-office'));
    const other = await startRehearsal('outsider');
    for (const id of [live, other]) {
      const see = await api.send('GET', `/v1/programmes/${id}`, { headers });
      expect(see.status).toBe(404);
      const path = `/v1/programmes/${id}/phases/survey/deliverables/work-plan`;
      expect((await api.send('PUT', path, { headers, body: { note: 'x' } })).status).toBe(404);
      const task = `/v1/tasks/${id}.survey.1.offices.finance-office/decisions`;
      const decided = await api.send('POST', task, { headers, body: { decision: 'approve' } });
      expect(decided.status).toBe(404);
    }
    const inbox = await api.send('GET', '/v1/deliverables', { headers });
    const { items } = inbox.body as { readonly items: readonly { programmeId: string }[] }; // judged
    expect(new Set(items.map(({ programmeId }) => programmeId))).toEqual(new Set([rehearsal]));
  });

  it('reaches nothing outside programmes and what waits in them', async () => {
    const { headers } = bearer(await tokenOf('mayor'));
    const closed = allRoutes.filter(
      ({ path, permission }) => permission !== 'public' && !isWithinReach(path),
    );
    expect(closed.map(({ path }) => path)).toContain('/v1/programmes');
    for (const { method, path } of closed) {
      const answer = await api.send(
        method.toUpperCase(),
        path
          .replaceAll('{id}', rehearsal)
          .replaceAll('{key}', 'langxia-transition')
          .replaceAll(/\{\w+\}/g, '1'),
        { headers },
      );
      expect([path, answer.status]).toEqual([path, 403]);
    }
  });

  it('cannot sign in, be appointed, be given an office or be found among the people', async () => {
    const account = `rehearsal/${rehearsal}/mayor`;
    const signedIn = await api.send('POST', '/v1/sessions', {
      body: { account, password: PASSWORD },
    });
    expect(codeOf(signedIn)).toBe('sign-in-failed');
    const appointed = await api.send('POST', '/v1/offices/mayor/appointments', {
      as: 'security-admin',
      body: { account, until: null },
    });
    expect(appointed.status).toBe(400);
    const started = await api.send('POST', '/v1/programmes', {
      as: 'outsider',
      body: {
        definition: { key: 'langxia-transition' },
        clock: { speed: SPEED },
        offices: { mayor: account },
      },
    });
    expect(started.status).toBe(400);
    const { items } = await api.read(personPage, '/v1/people?limit=200', { as: 'system-admin' });
    expect(items.filter((person) => person.account.startsWith('rehearsal/'))).toEqual([]);
  });

  it('is kept by the database from a password, an e-mail address and a role', async () => {
    for (const change of [
      "password_hash = 'x'",
      "email = 'a@b.c'",
      "roles = '{system-admin}'",
      "account = 'mayor2'",
    ]) {
      const text = `UPDATE people SET ${change} WHERE rehearsal_of = $1`;
      await expect(api.pool.query(text, [rehearsal])).rejects.toThrow(/people_/);
    }
  });

  it('signs as another person than who handed in, as in life', async () => {
    const id = await startRehearsal('outsider');
    const programme = await api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'outsider' });
    for (const { key, office, schema, example } of programme.phases[0]?.deliverables ?? []) {
      const data = schema === undefined ? {} : { data: example };
      const { headers } = bearer(await tokenOf(office, id));
      const path = `/v1/programmes/${id}/phases/survey/deliverables/${key}`;
      const answer = await api.send('PUT', path, { headers, body: { note: key, ...data } });
      expect(answer.status).toBe(200);
    }
    const task = `/v1/tasks/${id}.survey.1.offices.finance-office/decisions`;
    const body = { decision: 'approve' };
    const byOther = bearer(await tokenOf('labour-office', id));
    expect((await api.send('POST', task, { ...byOther, body })).status).toBe(403);
    const byOwn = bearer(await tokenOf('finance-office', id));
    expect((await api.send('POST', task, { ...byOwn, body })).status).toBe(201);
  });

  it('is told nothing by e-mail', async () => {
    const text = `
      SELECT count(*)::integer AS count FROM notifications
       WHERE programme_id = $1 AND email_state <> 'none'`;
    const { rows } = await api.pool.query<{ count: number }>(text, [rehearsal]);
    expect(rows).toEqual([{ count: 0 }]);
  });
});

describe('the session of a rehearsal person', () => {
  it('ends after half an hour, with the next one for the same person, and with the opener’s own', async () => {
    const first = bearer(await tokenOf('mayor'));
    expect((await api.send('GET', '/v1/people/me', first)).status).toBe(200);
    const second = bearer(await tokenOf('mayor'));
    expect((await api.send('GET', '/v1/people/me', first)).status).toBe(401);

    api.clock.set(new Date(api.clock.now().getTime() + 31 * MINUTE_MS).toISOString());
    expect((await api.send('GET', '/v1/people/me', second)).status).toBe(401);

    const third = bearer(await tokenOf('mayor'));
    expect((await api.send('GET', '/v1/people/me', third)).status).toBe(200);
    await api.send('DELETE', '/v1/sessions/current', { as: 'outsider' });
    expect((await api.send('GET', '/v1/people/me', third)).status).toBe(401);
  });

  it('ends when whoever opened it is disabled', async () => {
    const token = bearer(await tokenOf('mayor'));
    const set = (at: string | null): Promise<unknown> =>
      api.pool.query('UPDATE people SET disabled_at = $1 WHERE account = $2', [at, 'outsider']);
    await set(api.clock.now().toISOString());
    expect((await api.send('GET', '/v1/people/me', token)).status).toBe(401);
    await set(null);
    expect((await api.send('GET', '/v1/people/me', token)).status).toBe(200);
  });
});
