/** A real browser for tests of the pages; whatever a page complains of makes its test fail. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { projectPath } from '../../../platform/paths.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Nothing is fetched from outside, and no profile is shared. */
const QUIET = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

export type Language = 'zh' | 'en';

export interface Visitor {
  readonly page: Page;
  /** What the page has complained of: errors on the console, refused by the policy, thrown. */
  readonly complaints: readonly string[];
}

export interface TestBrowser {
  /** Somebody with a window and a profile of his own. */
  visit(options?: VisitOptions): Promise<Visitor>;
  close(): Promise<void>;
}

export interface VisitOptions {
  readonly language?: Language;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Complaints that the test brings about on purpose. */
  readonly expected?: RegExp;
}

/** @throws Error when the machine has no Chromium: `npm test` installs one where it may. */
export async function openBrowser(origin: string): Promise<TestBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'milepost-browser-'));
  const first = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    args: QUIET,
    headless: true,
  });
  const browser = first.browser();
  if (browser === null) throw new Error('the browser gives no handle');
  const contexts: BrowserContext[] = [first];
  return {
    visit: async (options = {}) => {
      const context = await browser.newContext({
        baseURL: origin,
        viewport: options.viewport ?? DESKTOP,
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
      });
      contexts.push(context);
      const language = JSON.stringify(options.language ?? 'zh');
      await context.addInitScript({
        content: `localStorage.setItem('milepost.language', ${language})`,
      });
      const page = await context.newPage();
      return { page, complaints: listen(page, options.expected) };
    },
    close: async () => {
      for (const context of contexts) await context.close();
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** The folder of pictures that failed tests leave; see `keepPicture`. */
const PICTURES = projectPath('test-artifacts', 'e2e');

export async function keepPicture({ page }: Visitor, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** What the page says of each rule that it breaks, made in the page itself. */
const JUDGE = `axe.run(document).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`;

/** Rules of axe-core that the page breaks, each with the places. What a test evaluates is not bound by the page's policy. */
export async function accessibilityFaults({ page }: Visitor): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`${AXE};${JUDGE}`);
}

function listen(page: Page, expected: RegExp | undefined): readonly string[] {
  const complaints: string[] = [];
  const note = (text: string): void => {
    if (expected?.test(text) !== true) complaints.push(text);
  };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') note(message.text());
  });
  page.on('pageerror', (error) => {
    note(error.message);
  });
  return complaints;
}

function findBrowser(): string {
  const given = process.env['MILEPOST_TEST_BROWSER'];
  if (given !== undefined && given !== '') return given;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(
    existsSync,
  );
  if (found === undefined) {
    throw new Error('Chromium is missing; set MILEPOST_TEST_BROWSER to a browser of its kind.');
  }
  return found;
}
