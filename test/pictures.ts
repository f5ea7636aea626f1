/** `npm run pictures`: makes the pictures of the README again, from real pages on real servers. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '../platform/paths.ts';
import { createTestApi, type TestApi } from './support/api-client.ts';
import { handInAll, startLangxia } from './support/api-acts.ts';
import { openBrowser, type Language, type TestBrowser } from './support/e2e/browser.ts';
import { signInAt } from './support/e2e/people.ts';
import { startTestServers } from './support/servers.ts';

const FOLDER = projectPath('docs', 'images');
const LANGUAGES: readonly Language[] = ['zh', 'en'];
const DAY_MS = 86_400_000;
/** The second programme's first phase is over by then, and its rungs have begun. */
const DAYS_LATE = 22;

interface Picture {
  readonly name: string;
  readonly account: string;
  readonly path: string;
  /** What is there once everything is. */
  readonly shown: string;
}

async function main(): Promise<void> {
  const servers = await startTestServers();
  Object.assign(process.env, servers.environment);
  try {
    const api = await createTestApi();
    const browser = await openBrowser(api.url);
    try {
      const pictures = await prepare(api);
      mkdirSync(FOLDER, { recursive: true });
      for (const picture of pictures) await take(browser, picture);
    } finally {
      await browser.close();
      await api.close();
    }
  } finally {
    await servers.close();
  }
}

/** One programme whose first phase is late, and one that is ready to be signed. */
async function prepare(api: TestApi): Promise<readonly Picture[]> {
  const late = await startLangxia(api);
  const today = new Date(api.clock.now().getTime() + DAYS_LATE * DAY_MS).toISOString();
  await api.passTime(late, today);
  const ready = await startLangxia(api);
  await handInAll(api, ready, 'survey');
  return [
    {
      name: 'inbox',
      account: 'finance-office',
      path: '/inbox',
      shown: '#content a[href^="/tasks/"]',
    },
    {
      name: 'sheet',
      account: 'finance-office',
      path: `/tasks/${ready}.survey.1.offices.finance-office`,
      shown: '#content table',
    },
    {
      name: 'chart',
      account: 'mayor',
      path: `/programmes/${late}/chart`,
      shown: '.chart-mark-rung.chart-mark-past',
    },
  ];
}

async function take(browser: TestBrowser, { name, account, path, shown }: Picture): Promise<void> {
  for (const language of LANGUAGES) {
    const visitor = await browser.visit({ language });
    await signInAt(visitor, account, { path });
    await visitor.page.locator(shown).first().waitFor();
    const file = `${name}.${language}.png`;
    await visitor.page.screenshot({ path: join(FOLDER, file) });
    process.stdout.write(`docs/images/${file}\n`);
  }
}

await main();
