/** From the answer to a sign-off until the open sheets of two other offices show it, beside a document that only listens. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { OfficeDefinition } from '../domain/definition/types.ts';
import { READERS } from './definitions.ts';
import type { Enter } from './entrance.ts';
import { scaled, type Scene } from './scene.ts';
import { percentile } from './statistics.ts';

const ACTS = 30;
/** The API looks for changes again and again: acts must fall into every part of the time in between, so each waits another while. */
const STAGGER_MS = 137;
const LONGEST_STAGGER_MS = 500;
const PATIENCE_MS = 20_000;

export interface LiveChange {
  readonly enter: Enter;
  /** Id of a task of the step, up to its office. */
  readonly step: string;
  /** Those who may sign at once. */
  readonly signers: readonly OfficeDefinition[];
}

/** Notes by the machine's clock when an office's approval came to stand on the sheet. */
const WATCH = `{
  const seen = (window.milepostSeen = {});
  const look = () => {
    for (const { textContent } of document.querySelectorAll('.task-slot-approve strong')) {
      seen[textContent] ??= Date.now();
    }
  };
  const whatever = { childList: true, subtree: true, attributes: true };
  new MutationObserver(look).observe(document, whatever);
}`;

/** Notes every telling of a change. */
const LISTEN = `{
  const told = (window.milepostTold = []);
  new EventSource('/v1/changes').addEventListener('programmes', () => told.push(Date.now()));
}`;

export async function benchLiveChange(scene: Scene, change: LiveChange): Promise<void> {
  const { around, figures } = scene;
  around.say('正在观看签批', 'pages: watching sign-offs');
  const sheets = await Promise.all(READERS.map((office) => openSheet(change, office)));
  const listener = await openListener(change);
  const waits: number[] = [];
  for (const [index, { key, title }] of change.signers.slice(0, scaled(ACTS, scene)).entries()) {
    await delay((index * STAGGER_MS) % LONGEST_STAGGER_MS);
    const { sentMs, answeredMs } = await sign(scene, `${change.step}.${key}`, key);
    const shownMs = await Promise.all(
      sheets.map((sheet) => numberIn(sheet, `milepostSeen[${JSON.stringify(title.zh)}]`)),
    );
    const toldMs = await numberIn(listener, `milepostTold.find((ms) => ms >= ${sentMs})`);
    waits.push(Math.max(...shownMs) - answeredMs);
    figures.add('live change', 'ms', Math.max(...shownMs) - answeredMs);
    figures.add('bare listener', 'ms', toldMs - answeredMs);
  }
  figures.add('live change, p95', 'ms', percentile(waits, 95));
  const ratio = figures.medianOf('live change') / figures.medianOf('bare listener');
  figures.add('live change / bare listener', '×', ratio);
}

/** The office's own sheet, once it shows the signers and hears of changes. */
async function openSheet({ enter, step }: LiveChange, office: string): Promise<Page> {
  const context = await enter(office);
  await context.addInitScript({ content: WATCH });
  const page = await context.newPage();
  const stream = page.waitForResponse('**/v1/changes');
  await page.goto(`/tasks/${step}.${office}`);
  await page.locator('.task-slot').first().waitFor();
  await stream;
  return page;
}

async function openListener({ enter }: LiveChange): Promise<Page> {
  const context = await enter(READERS[0], { bypassCSP: true });
  const page = await context.newPage();
  await page.goto('/livez');
  const stream = page.waitForResponse('**/v1/changes');
  await page.evaluate(LISTEN);
  await stream;
  return page;
}

async function sign(
  { around, people }: Scene,
  task: string,
  office: string,
): Promise<{ readonly sentMs: number; readonly answeredMs: number }> {
  const sentMs = Date.now();
  const answer = await fetch(`${around.origin}/v1/tasks/${task}/decisions`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${people.tokenOf(office)}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: '{"decision":"approve","opinion":"同意。"}',
  });
  const answeredMs = Date.now();
  const text = await answer.text();
  if (answer.status !== 201) throw new Error(`${task} answered ${answer.status}: ${text}`);
  return { sentMs, answeredMs };
}

/**
 * Waits until the page has the number. The page's policy lets Playwright's own waiting look once only.
 * @throws Error when it does not come.
 */
async function numberIn(page: Page, expression: string): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve, reject) => {
    const lastMs = Date.now() + ${PATIENCE_MS};
    const look = () => {
      const number = ${expression};
      if (number !== undefined) resolve(number);
      else if (Date.now() > lastMs) reject(new Error('never shown'));
      else requestAnimationFrame(look);
    };
    look();
  })`);
}
