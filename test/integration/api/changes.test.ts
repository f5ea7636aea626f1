/** The stream of changes: within a second, to whom they concern, and to nobody else. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startedProgramme } from '../../../api/schemas/programmes.ts';
import { startLangxia } from '../../support/api-acts.ts';
import { createTestApi, PASSWORD, type TestApi } from '../../support/api-client.ts';

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
}, 60_000);
afterAll(async () => {
  await api.close();
});

interface Listening {
  /** The ids of the next message. */
  next(): Promise<readonly string[]>;
  close(): Promise<void>;
}

async function listen(account: string): Promise<Listening> {
  const abort = new AbortController();
  const response = await fetch(`${api.url}/v1/changes`, {
    headers: { Authorization: `Bearer ${await api.tokenOf(account)}` },
    signal: abort.signal,
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  if (response.body === null) throw new Error('no stream');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let held = '';
  const message = async (): Promise<string> => {
    for (;;) {
      const end = held.indexOf('\n\n');
      if (end !== -1) {
        const found = held.slice(0, end);
        held = held.slice(end + 2);
        return found;
      }
      const { value, done } = await reader.read();
      if (done) throw new Error('the stream has ended');
      held += value;
    }
  };
  await message();
  return {
    next: async () => {
      for (;;) {
        const data = /^event: programmes\ndata: (.*)$/.exec(await message())?.[1];
        if (data !== undefined) return JSON.parse(data) as readonly string[]; // compared by the tests
      }
    },
    close: async () => {
      abort.abort();
      await reader.cancel().catch(() => undefined);
    },
  };
}

describe('the stream of changes', () => {
  it('tells holders of an office of their programme', async () => {
    const mayor = await listen('mayor');
    const id = await startLangxia(api);
    expect(await mayor.next()).toEqual([id]);
    await mayor.close();
  });

  it('tells nobody who may not know of it', async () => {
    const name = { zh: '路人', en: 'Passer-by' };
    const body = { account: 'passer-by', name, password: PASSWORD };
    expect((await api.send('POST', '/v1/people', { as: 'system-admin', body })).status).toBe(201);
    const outsider = await listen('passer-by');
    await startLangxia(api);
    const own = await api.send('POST', '/v1/programmes', {
      as: 'passer-by',
      body: { definition: { key: 'langxia-transition' }, clock: { speed: 1 } },
    });
    expect(await outsider.next()).toEqual([startedProgramme.parse(own.body).id]);
    await outsider.close();
  });

  it('is refused without a session, and with a query', async () => {
    expect((await api.send('GET', '/v1/changes')).status).toBe(401);
    expect((await api.send('GET', '/v1/changes?since=1', { as: 'mayor' })).status).toBe(400);
  });

  it('refuses one person who listens too often, and lets him in again', async () => {
    const streams = await Promise.all(Array.from({ length: 20 }, () => listen('town-office')));
    expect((await api.send('GET', '/v1/changes', { as: 'town-office' })).status).toBe(503);
    const [first] = streams;
    await first?.close();
    const id = await startLangxia(api);
    const again = streams.slice(1);
    expect(await Promise.all(again.map((stream) => stream.next()))).toEqual(again.map(() => [id]));
    await Promise.all(again.map((stream) => stream.close()));
  });
});
