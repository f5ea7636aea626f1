/** From navigation until the inbox can be used, beside a document without application that shows the same tasks. */
import type { Page } from 'playwright-core';
import { READERS } from './definitions.ts';
import type { Enter } from './entrance.ts';
import type { Figures } from './figures.ts';
import { scaled, type Scene } from './scene.ts';
import { percentile } from './statistics.ts';

const VISITS = 20;
const MOST_PRESSES = 200;
const BYTES_IN_KB = 1000;
const ITEM = '[data-inbox-item]';

/** A page with links to tasks, and the key that leads to the first of them. */
interface Place {
  readonly path: string;
  readonly key: string;
  /** What the document does by itself. */
  readonly script: string;
}

const INBOX: Place = { path: '/inbox', key: 'j', script: '' };

/** The least that shows tasks: asks the API as soon as there is a document, and puts a link for each into it. */
const BARE: Place = {
  path: '/livez',
  key: 'Tab',
  script: `document.addEventListener('DOMContentLoaded', async () => {
    const { items } = await (await fetch('/v1/tasks?scope=mine&limit=100')).json();
    for (const { id, stepTitle } of items) {
      const link = document.createElement('a');
      link.href = '/tasks/' + id;
      link.textContent = stepTitle.zh;
      link.dataset.inboxItem = '';
      document.body.append(link);
    }
  })`,
};

/** Of one visit; milliseconds since its navigation began, by the page's own clock. */
interface Sight {
  /** The first task's link was in the document. */
  readonly shownMs: number;
  /** A key had led to a task. */
  readonly usableMs: number;
  /** Compressed bytes of the scripts that had come by then. */
  readonly scriptBytes: number;
  /** Processor time of the thread that scripts and layout run on; it hardly depends on what else the machine does. */
  readonly threadMs: number;
}

interface Visits {
  /** With an empty cache. */
  readonly cold: Sight;
  readonly warm: Sight;
}

const WATCH = `{
  const sight = (window.milepostSight = {});
  const observer = new MutationObserver(() => {
    if (document.querySelector('${ITEM}') === null) return;
    sight.shownMs = performance.now();
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener('focusin', ({ target }) => {
    if (sight.usableMs !== undefined || !target.matches('${ITEM}')) return;
    sight.usableMs = performance.now();
    sight.scriptBytes = performance.getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  });
}`;

export async function benchInboxPage(scene: Scene, enter: Enter): Promise<void> {
  const { around, figures } = scene;
  around.say('正在打开待办页面', 'pages: visiting the inbox');
  // The first answers of a server are slower than any later ones.
  await visitTwice(enter, INBOX);
  await visitTwice(enter, BARE);
  const inbox: Visits[] = [];
  const bare: Visits[] = [];
  for (let round = 0; round < scaled(VISITS, scene); round += 1) {
    inbox.push(await visitTwice(enter, INBOX));
    bare.push(await visitTwice(enter, BARE));
  }
  for (const when of ['cold', 'warm'] as const) {
    const [name, bareName] = [`inbox page, ${when}`, `bare page, ${when}`];
    const at = (visits: Visits): Sight => visits[when];
    addSights(figures, name, inbox.map(at));
    addSights(figures, bareName, bare.map(at));
    const ratio = figures.medianOf(name) / figures.medianOf(bareName);
    figures.add(`inbox page / bare page, ${when}`, '×', ratio);
  }
  for (const { cold } of inbox) {
    figures.add('inbox page, scripts', 'KB', cold.scriptBytes / BYTES_IN_KB);
  }
}

function addSights(figures: Figures, name: string, sights: readonly Sight[]): void {
  const usable = sights.map(({ usableMs }) => usableMs);
  for (const ms of usable) figures.add(name, 'ms', ms);
  figures.add(`${name}, p95`, 'ms', percentile(usable, 95));
  for (const { shownMs, threadMs } of sights) {
    figures.add(`${name}, first task shown`, 'ms', shownMs);
    figures.add(`${name}, processor time`, 'ms', threadMs);
  }
}

/** Two documents after one another on one new profile: what the first has fetched serves the second. */
async function visitTwice(enter: Enter, place: Place): Promise<Visits> {
  const context = await enter(READERS[0], { bypassCSP: place === BARE });
  await context.addInitScript({ content: WATCH });
  await context.addInitScript({ content: place.script });
  const visit = async (): Promise<Sight> => {
    const page = await context.newPage();
    const devTools = await context.newCDPSession(page);
    await devTools.send('Performance.enable');
    await page.goto(place.path, { waitUntil: 'commit' });
    const sight = await use(page, place.key);
    const { metrics } = await devTools.send('Performance.getMetrics');
    const threadSeconds = metrics.find(({ name }) => name === 'ThreadTime')?.value;
    if (threadSeconds === undefined) throw new Error('the browser does not tell processor time');
    await page.close();
    return { ...sight, threadMs: threadSeconds * 1000 };
  };
  try {
    return { cold: await visit(), warm: await visit() };
  } finally {
    await context.close();
  }
}

/** Presses the key as soon as a task is seen, as often as it takes. @throws Error when no press is answered. */
async function use(page: Page, key: string): Promise<Omit<Sight, 'threadMs'>> {
  await page.locator(ITEM).first().waitFor({ state: 'attached' });
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    await page.keyboard.press(key);
    const sight = await page.evaluate<Partial<Sight>>('milepostSight');
    const { shownMs, usableMs, scriptBytes } = sight;
    if (shownMs === undefined || usableMs === undefined || scriptBytes === undefined) continue;
    return { shownMs, usableMs, scriptBytes };
  }
  throw new Error(`${page.url()} does not answer ${key}`);
}
