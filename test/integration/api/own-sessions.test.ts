/** One's own sessions over HTTP: seen and ended by their owner, and by nobody else. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { ownSessionList, sessionSchema } from '../../../api/schemas/sessions.ts';
import { createTestApi, PASSWORD, type TestApi } from '../../support/api-client.ts';

const STARTS = '2026-03-02T01:00:00.000Z';

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi({ now: STARTS });
}, 60_000);
afterAll(async () => {
  await api.close();
});

interface Device {
  readonly token: string;
  list(): Promise<z.output<typeof ownSessionList>['items']>;
  end(id: string): Promise<number>;
  isSignedIn(): Promise<boolean>;
}

async function signIn(account: string): Promise<Device> {
  const body = { account, password: PASSWORD };
  const { token } = sessionSchema.parse((await api.send('POST', '/v1/sessions', { body })).body);
  const headers = { authorization: `Bearer ${token}` };
  return {
    token,
    list: async () => (await api.read(ownSessionList, '/v1/sessions', { headers })).items,
    end: async (id) => (await api.send('DELETE', `/v1/sessions/${id}`, { headers })).status,
    isSignedIn: async () => (await api.send('GET', '/v1/people/me', { headers })).status === 200,
  };
}

describe('one’s own sessions', () => {
  it('are listed with the one that asks marked, and without their tokens', async () => {
    const desk = await signIn('mayor');
    api.clock.set('2026-03-02T01:05:00.000Z');
    const phone = await signIn('mayor');
    const sessions = await phone.list();
    expect(sessions.map(({ current }) => current)).toEqual([true, false]);
    expect(sessions[1]).toMatchObject({ createdAt: STARTS, lastSeenAt: STARTS });
    expect((await desk.list()).find(({ current }) => current)).toMatchObject({ createdAt: STARTS });
    expect(JSON.stringify(sessions)).not.toContain(desk.token);
  });

  it('are ended one by one, at once', async () => {
    const desk = await signIn('finance-office');
    const phone = await signIn('finance-office');
    const other = (await desk.list()).find(({ current }) => !current);
    expect(await desk.end(other?.id ?? '')).toBe(204);
    expect(await phone.isSignedIn()).toBe(false);
    expect(await desk.isSignedIn()).toBe(true);
    expect(await desk.list()).toHaveLength(1);
    expect(await desk.end(other?.id ?? '')).toBe(404);
  });

  it('are neither shown to nor ended by anybody else', async () => {
    const owner = await signIn('labour-office');
    const [session] = await owner.list();
    for (const account of ['town-office', 'system-admin']) {
      const stranger = await signIn(account);
      expect((await stranger.list()).map(({ id }) => id)).not.toContain(session?.id);
      expect(await stranger.end(session?.id ?? '')).toBe(404);
    }
    expect(await owner.isSignedIn()).toBe(true);
  });

  it('are not listed once they are over', async () => {
    await signIn('deputy-mayor');
    api.clock.set('2029-03-02T01:00:00.000Z');
    const later = await signIn('deputy-mayor');
    expect(await later.list()).toHaveLength(1);
  });
});
