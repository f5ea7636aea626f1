/** A real browser for tests of the pages; whatever a page complains of makes its test fail. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { findChromium, launchChromium, newReader, type Language } from '../../../bench/chromium.ts';
import { projectPath } from '../../../platform/paths.ts';

export const PHONE = { width: 390, height: 844 };

export type { Language };

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
  const { browser, close } = await launchChromium(findChromium(process.env));
  return {
    visit: async ({ expected, ...options } = {}) => {
      const context = await newReader(browser, {
        ...options,
        baseURL: origin,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      return { page, complaints: listen(page, expected) };
    },
    close,
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
