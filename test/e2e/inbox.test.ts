/** The inbox in a browser: what waits, moving by keyboard, filtering, signing several at once, and how light it is. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { createTestApi } from '../support/api-client.ts';
import { decide, handInAll, startLangxia } from '../support/api-acts.ts';
import { accessibilityFaults, PHONE } from '../support/e2e/browser.ts';
import { signInAt } from '../support/e2e/people.ts';
import { openRoom } from '../support/e2e/room.ts';
import { soon } from '../support/e2e/soon.ts';

/** Compressed, before the inbox is usable. */
const MOST_SCRIPT_BYTES = 350_000;

const { api, browser } = openRoom(() => createTestApi({ now: '2026-03-02T01:00:00.000Z' }));
/** The first is overdue. */
const ids: string[] = [];

beforeAll(async () => {
  for (const [index, startsOn] of ['2026-02-02', '2026-03-02', '2026-03-02'].entries()) {
    const id = await startLangxia(api, { startsOn, title: `第${index + 1}号方案` });
    await handInAll(api, id, 'survey');
    ids.push(id);
  }
}, 60_000);

function taskOf(index: number, office = 'finance-office'): string {
  return `${ids[index] ?? ''}.survey.1.offices.${office}`;
}

function row(page: Page, title: string): ReturnType<Page['locator']> {
  return page.getByRole('row', { name: title });
}

describe('the inbox', () => {
  it.each([
    ['zh', undefined],
    ['en', PHONE],
  ] as const)('shows what waits, the overdue first (%s)', async (language, viewport) => {
    const visitor = await browser.visit({
      language,
      ...(viewport === undefined ? {} : { viewport }),
    });
    const { page } = visitor;
    await signInAt(visitor, 'finance-office');
    const said = language === 'zh' ? /待签批共 3 项，其中逾期 1 项/ : /To sign: 3.*overdue: 1/;
    await page.getByText(said).waitFor();
    const first = page.getByRole('table').first().getByRole('row').nth(1);
    await soon(() => first.textContent(), expect.stringContaining('第1号方案'));
    await soon(
      () => first.textContent(),
      expect.stringContaining(language === 'zh' ? '逾期' : 'Overdue'),
    );
    expect(await accessibilityFaults(visitor)).toEqual([]);
    expect(await widerThanWindow(page)).toBe(false);
    expect(visitor.complaints).toEqual([]);
  });

  it('is usable with less than 350 KB of compressed scripts', async () => {
    const visitor = await browser.visit();
    const { page } = visitor;
    await signInAt(visitor, 'finance-office');
    await page.goto('/inbox');
    await row(page, '第1号方案').waitFor();
    const bytes = await page.evaluate<number>(
      `performance.getEntriesByType('resource')
         .filter(({ name }) => name.endsWith('.js'))
         .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`,
    );
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(MOST_SCRIPT_BYTES);
  });

  it('keeps what is filtered in the address', async () => {
    const visitor = await browser.visit();
    const { page } = visitor;
    await signInAt(visitor, 'finance-office');
    await page.getByLabel('方案', { exact: true }).selectOption({ label: '第2号方案' });
    await row(page, '第1号方案').waitFor({ state: 'detached' });
    await row(page, '第2号方案').waitFor();
    expect(new URL(page.url()).searchParams.get('programme')).toBe(ids[1]);
    await page.reload();
    await row(page, '第2号方案').waitFor();
    await soon(() => row(page, '第1号方案').count(), 0);
    await page.getByRole('button', { name: '清除筛选' }).click();
    await row(page, '第1号方案').waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('is worked through by keyboard alone', async () => {
    const visitor = await browser.visit();
    const { page } = visitor;
    await signInAt(visitor, 'finance-office');
    await row(page, '第1号方案').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '键盘快捷键' }).waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('x');
    await page.getByText('已选 1 项').waitFor();
    await page.keyboard.press('x');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '签批', exact: true }).waitFor();
    expect(page.url()).toContain(`/tasks/${taskOf(0)}`);
    expect(visitor.complaints).toEqual([]);
  });

  it('signs several with one opinion, and keeps selected what failed', async () => {
    const visitor = await browser.visit({ expected: /409/ });
    const { page } = visitor;
    await signInAt(visitor, 'finance-office');
    await row(page, '第3号方案').waitFor();
    // Another window of the same office is faster, and this page is not told.
    await page.route('**/v1/tasks?*', (route) => route.abort());
    for (const title of ['第2号方案', '第3号方案']) {
      await row(page, title).getByRole('checkbox').check();
    }
    await page.getByText('已选 2 项').waitFor();
    await page.getByRole('button', { name: '一并同意' }).click();
    await page.getByLabel('意见（选填，对所选各项相同）').fill('同意，请抓紧办理。');
    expect(await accessibilityFaults(visitor)).toEqual([]);
    expect((await decide(api, taskOf(2), { decision: 'approve' })).status).toBe(201);
    await page.getByRole('button', { name: '确认同意 2 项' }).click();
    await page.getByText('已同意 1 项，未成功 1 项。').waitFor();
    await soon(() => row(page, '第3号方案').getByRole('checkbox').isChecked(), true);
    await soon(() => row(page, '第2号方案').getByRole('checkbox').isChecked(), false);
    expect(await accessibilityFaults(visitor)).toEqual([]);
  });

  it.each([
    ['/inbox/done', 'finance-office', '已办事项', '第2号方案'],
    ['/inbox/started', 'group-office', '我发起的方案', '第1号方案'],
    ['/inbox/copies', 'mayor', '抄送给我的事项', '请镇长知悉。'],
  ])('lists what was done, started and copied (%s)', async (path, ...rest) => {
    const [account, heading, shown] = rest;
    const copy = { office: 'mayor', note: '请镇长知悉。' };
    const copies = `/v1/programmes/${ids[0] ?? ''}/phases/survey/copies`;
    await api.send('POST', copies, { as: 'group-office', body: copy });
    const visitor = await browser.visit();
    await signInAt(visitor, account, { path });
    await visitor.page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await visitor.page.getByText(shown).first().waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });

  it('shows what else waits, and lets a question be answered where it stands', async () => {
    const question = { office: 'labour-office', question: '人数是否核实？' };
    await api.send('POST', `/v1/tasks/${taskOf(0)}/consultations`, {
      as: 'finance-office',
      body: question,
    });
    const visitor = await browser.visit();
    const { page } = visitor;
    await signInAt(visitor, 'labour-office');
    await page.getByText('待答复问题 1 个').waitFor();
    await page.getByRole('link', { name: '人数是否核实？' }).click();
    const dialog = page.getByRole('dialog', { name: '答复征询' });
    await dialog.getByLabel('答复意见').fill('已核实，无误。');
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await dialog.getByRole('button', { name: '答复征询' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '人数是否核实？' }).waitFor({ state: 'detached' });
    expect(visitor.complaints).toEqual([]);
  });
});

function widerThanWindow(page: Page): Promise<boolean> {
  return page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth');
}
