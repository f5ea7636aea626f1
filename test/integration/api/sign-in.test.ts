import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personSchema, sessionSchema } from '../../../api/schemas/sessions.ts';
import { createTestApi, PASSWORD, type ApiAnswer, type TestApi } from '../../support/api-client.ts';

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi({ limits: { pair: 3, account: 5, source: 50 } });
}, 60_000);
afterAll(async () => {
  await api.close();
});

function signIn(account: string, password: string): Promise<ApiAnswer> {
  return api.send('POST', '/v1/sessions', { body: { account, password } });
}

describe('signing in', () => {
  it('gives a token, a cookie and who one is', async () => {
    const answer = await signIn('mayor', PASSWORD);
    expect(answer.status).toBe(201);
    const session = sessionSchema.parse(answer.body);
    expect(session.person).toMatchObject({
      account: 'mayor',
      roles: [],
      offices: [{ key: 'mayor', programmeId: null }],
    });
    expect(answer.headers.get('set-cookie')).toBe(
      `milepost_session=${session.token}; Path=/; HttpOnly; SameSite=Strict`,
    );
    const cookie = `milepost_session=${session.token}`;
    const me = await api.read(personSchema, '/v1/people/me', { headers: { cookie } });
    expect(me.account).toBe('mayor');
  });

  it('refuses an unknown account and a wrong password with the same words', async () => {
    const unknown = await signIn('nobody-of-this-name', PASSWORD);
    const wrong = await signIn('town-office', 'not the password');
    expect(unknown.status).toBe(401);
    const strip = ({ text }: ApiAnswer): string => text.replace(/urn:uuid:[0-9a-f-]+/, '');
    expect(strip(unknown)).toBe(strip(wrong));
  });

  it('is bounded per account and source, and says how long to wait', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 4; attempt += 1) {
      statuses.push((await signIn('finance-office', 'not the password')).status);
    }
    expect(statuses).toEqual([401, 401, 401, 429]);
    const right = await signIn('finance-office', PASSWORD);
    expect(right.status).toBe(429);
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await signIn('labour-office', PASSWORD)).status).toBe(201);
  });

  it('does not count attempts that succeed', async () => {
    for (let attempt = 0; attempt < 6; attempt += 1) {
      expect((await signIn('group-office', PASSWORD)).status).toBe(201);
    }
  });

  it('refuses a cookie that another site makes the browser send', async () => {
    const cookie = `milepost_session=${await api.tokenOf('mayor')}`;
    const headers = { cookie, 'sec-fetch-site': 'cross-site' };
    const answer = await api.send('DELETE', '/v1/sessions/current', { headers });
    expect(answer.body).toMatchObject({ status: 403, code: 'cross-site-request' });
    expect((await api.send('GET', '/v1/people/me', { headers: { cookie } })).status).toBe(200);
  });
});

describe('signing out', () => {
  it('ends the session at once and forgets the cookie', async () => {
    const { token } = sessionSchema.parse((await signIn('deputy-mayor', PASSWORD)).body);
    const headers = { authorization: `Bearer ${token}` };
    const out = await api.send('DELETE', '/v1/sessions/current', { headers });
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await api.send('GET', '/v1/people/me', { headers })).status).toBe(401);
  });
});

describe('the directory', () => {
  it('takes a new person, who can sign in and holds nothing', async () => {
    const body = {
      account: 'new-clerk',
      name: { zh: '新办事员', en: 'New clerk' },
      password: 'another long password',
    };
    const request = { as: 'system-admin', body, headers: { 'idempotency-key': 'register' } };
    const made = await api.send('POST', '/v1/people', request);
    expect(made.status).toBe(201);
    expect((await api.send('POST', '/v1/people', request)).text).toBe(made.text);
    const twice = await api.send('POST', '/v1/people', { as: 'system-admin', body });
    expect(twice.body).toMatchObject({ status: 409, code: 'account-taken' });
    const session = sessionSchema.parse((await signIn('new-clerk', body.password)).body);
    expect(session.person).toMatchObject({ roles: [], offices: [] });
  });

  it('gives no office to an administrator', async () => {
    const answer = await api.send('POST', '/v1/offices/mayor/appointments', {
      as: 'security-admin',
      body: { account: 'audit-admin' },
    });
    expect(answer.body).toMatchObject({ status: 422, code: 'administrator-holds-no-office' });
  });
});
