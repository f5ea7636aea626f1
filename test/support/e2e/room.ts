/** What the browser tests of a file stand on: an API on a database of its own, and a browser that opens its pages. */
import { afterAll, beforeAll } from '@jest/globals';
import { createTestApi, type TestApi } from '../api-client.ts';
import { openBrowser, type TestBrowser } from './browser.ts';

export interface Room {
  readonly api: TestApi;
  readonly browser: TestBrowser;
}

/** Both are there from the first `beforeAll` of the file that follows, and are closed after its last test. */
export function openRoom(openApi: () => Promise<TestApi> = createTestApi): Room {
  let room: Room | undefined;
  beforeAll(async () => {
    const api = await openApi();
    room = { api, browser: await openBrowser(api.url) };
  }, 60_000);
  afterAll(async () => {
    await room?.browser.close();
    await room?.api.close();
  });
  return { api: later(() => room?.api), browser: later(() => room?.browser) };
}

/** Stands for what is made only once the tests run, so that a file may name it at its top. */
function later<T extends object>(find: () => T | undefined): T {
  return new Proxy({} as T, {
    get: (_nothing, name) => {
      const found = find();
      if (found === undefined) throw new Error('the tests have not begun');
      return Reflect.get(found, name) as unknown;
    },
  });
}
