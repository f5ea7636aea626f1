/** A Chromium with a profile of its own, for whatever looks at the pages as people do: the benchmarks and the tests of the pages. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type LaunchOptions,
} from 'playwright-core';
import type { Environment } from '../platform/config.ts';
import { StartupError } from '../platform/startup-error.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * What a browser without a window has no use for. Each new context opens a window of its own, whose address bar is a page
 * that costs half a second of processor time. The list replaces the one that comes with playwright, so it repeats it.
 */
const WITHOUT = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'AimEnabled', 'LensOverlay', 'MediaRouter'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'PaintHolding'],
  ...['HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'ThirdPartyStoragePartitioning'],
  ...['AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints', 'NetworkTimeServiceQuerying'],
  ...['PreconnectToSearch', 'SkipListAccountsWithoutGaiaCookies'],
];

/** Nothing is fetched from outside, and no profile is shared. */
const QUIET = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  `--disable-features=${WITHOUT.join(',')}`,
];

const DESKTOP = { width: 1440, height: 900 };

export type Language = 'zh' | 'en';

export interface Chromium {
  readonly browser: Browser;
  /** Closes it and removes its profile, once. */
  readonly close: () => Promise<void>;
}

export interface ReaderOptions extends BrowserContextOptions {
  readonly language?: Language;
}

/**
 * @param executablePath as `findChromium` gives it
 * @param options which signals Playwright follows by itself
 */
export async function launchChromium(
  executablePath: string,
  options: Pick<LaunchOptions, 'handleSIGINT' | 'handleSIGTERM' | 'handleSIGHUP'> = {},
): Promise<Chromium> {
  const profile = mkdtempSync(join(tmpdir(), 'milepost-browser-'));
  const first = await chromium.launchPersistentContext(profile, {
    ...options,
    executablePath,
    args: QUIET,
    headless: true,
  });
  const browser = first.browser();
  if (browser === null) throw new Error('the browser gives no handle');
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await first.close();
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { browser, close: () => (closing ??= close()) };
}

/** A profile of somebody who reads Chinese at a desk in China, unless the options say otherwise; its cache is empty. */
export async function newReader(
  browser: Browser,
  { language = 'zh', ...options }: ReaderOptions,
): Promise<BrowserContext> {
  const desk = { viewport: DESKTOP, timezoneId: 'Asia/Shanghai' };
  const context = await browser.newContext({ ...desk, ...options });
  await context.addInitScript({
    content: `localStorage.setItem('milepost.language', ${JSON.stringify(language)})`,
  });
  return context;
}

/** @throws StartupError when the machine has none. */
export function findChromium(environment: Environment): string {
  const given = environment['MILEPOST_TEST_BROWSER'];
  if (given !== undefined && given !== '') return given;
  const folders = (environment['PATH'] ?? '').split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(
    existsSync,
  );
  if (found === undefined) {
    throw new StartupError(
      'Chromium is missing; set MILEPOST_TEST_BROWSER to a browser of its kind.',
    );
  }
  return found;
}
