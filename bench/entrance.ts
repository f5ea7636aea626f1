/** The way of an office into the pages: a browser profile of its own in which it is signed in. */
import type { Browser, BrowserContext } from 'playwright-core';
import { createSessionCookie } from '../api/http/session-token.ts';
import { newReader, type ReaderOptions } from './chromium.ts';
import type { Scene } from './scene.ts';

/** Every call gives a new profile, whose cache is empty. */
export type Enter = (office: string, options?: ReaderOptions) => Promise<BrowserContext>;

export function createEntrance({ around, people }: Scene, browser: Browser): Enter {
  const { name } = createSessionCookie(undefined);
  return async (office, options = {}) => {
    const context = await newReader(browser, { ...options, baseURL: around.origin });
    await context.addCookies([{ name, value: people.tokenOf(office), url: around.origin }]);
    return context;
  };
}
