/** The sheet of a task in a browser: signing in three clicks, returning, conflicts, drafts, and who else is brought in. */
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { taskPage } from '../../api/schemas/tasks.ts';
import { createTestApi, PASSWORD, sha256 } from '../support/api-client.ts';
import { decide, handInAll, phaseOf, startLangxia } from '../support/api-acts.ts';
import {
  accessibilityFaults,
  PHONE,
  type Visitor,
  type VisitOptions,
} from '../support/e2e/browser.ts';
import { signInAt } from '../support/e2e/people.ts';
import { openRoom } from '../support/e2e/room.ts';
import { soon } from '../support/e2e/soon.ts';

const { api, browser } = openRoom(() => createTestApi({ now: '2026-03-02T01:00:00.000Z' }));
/** The sheet and lists of tasks, not acts on them. */
const READS_OF_TASKS = /\/v1\/tasks(?:\?|\/[^/]+$)/;

const visitors: Visitor[] = [];

afterEach(() => {
  for (const { complaints } of visitors.splice(0)) expect(complaints).toEqual([]);
});

/** A programme whose first step is open to the finance office and the heads of villages. */
async function readyToSign(): Promise<{ readonly id: string; readonly task: string }> {
  const id = await startLangxia(api);
  await handInAll(api, id, 'survey');
  return { id, task: `${id}.survey.1.offices.finance-office` };
}

async function visit(options: VisitOptions = {}): Promise<Visitor> {
  const visitor = await browser.visit(options);
  visitors.push(visitor);
  return visitor;
}

/** The finance office on a sheet. */
async function open(task: string, options: VisitOptions = {}): Promise<Page> {
  const visitor = await visit(options);
  await signInAt(visitor, 'finance-office', { path: `/tasks/${task}` });
  return visitor.page;
}

function button(page: Page, name: string): ReturnType<Page['locator']> {
  return page.getByRole('button', { name, exact: true });
}

async function faults(page: Page): Promise<readonly string[]> {
  return accessibilityFaults({ page, complaints: [] });
}

describe('the sheet of a task', () => {
  it('is signed in three clicks from the inbox, and gives a receipt', async () => {
    const { id } = await readyToSign();
    const visitor = await visit();
    const { page } = visitor;
    await signInAt(visitor, 'finance-office', { path: `/inbox?programme=${id}` });
    await page.getByRole('link', { name: '组建班子与摸底调查 · 成员单位会签' }).click();
    await button(page, '同意').click();
    await button(page, '确认同意').click();
    await page.getByRole('heading', { name: '已同意' }).waitFor();
    const finance = (await phaseOf(api, id, 'survey')).steps[0]?.slots[0];
    expect(finance).toMatchObject({ office: 'finance-office', decision: 'approve' });
    await page
      .getByText(/^[0-9a-f]{64}$/)
      .last()
      .waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it.each([
    ['zh', undefined],
    ['en', PHONE],
  ] as const)(
    'shows what was handed in, the policy and who is next (%s)',
    async (language, viewport) => {
      const { id, task } = await readyToSign();
      const page = await open(task, { language, ...(viewport === undefined ? {} : { viewport }) });
      const zh = language === 'zh';
      await page
        .getByRole('cell', { name: zh ? '劳动保障协管员' : 'Labour security co-managers' })
        .waitFor();
      await page.getByText(zh ? /^等待签批：财政所/ : /^Waiting for: Finance Office/).waitFor();
      await page.getByText(zh ? '校验通过' : 'Check passed').waitFor();
      await button(page, zh ? '退回' : 'Return').click();
      await page.getByLabel(zh ? '退回至' : 'Return to').waitFor();
      expect(await faults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth > window.innerWidth')).toBe(
        false,
      );
      expect(id).not.toBe('');
    },
  );

  it('shows a file in place and gives it for download', async () => {
    const id = await startLangxia(api);
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const hash = sha256(png);
    const headers = { 'content-type': 'image/png' };
    await api.send('PUT', `/v1/files/${hash}`, { as: 'labour-office', body: png, headers });
    await handInAll(api, id, 'survey');
    const deliverable = `/v1/programmes/${id}/phases/survey/deliverables/work-plan`;
    const body = { note: '见附件', files: [{ sha256: hash, name: '现场照片.png' }] };
    const handedIn = await api.send('PUT', deliverable, { as: 'labour-office', body });
    expect(handedIn.status).toBe(200);
    const page = await open(`${id}.survey.1.offices.finance-office`);
    await page.getByText('70 B').waitFor();
    await page.getByRole('button', { name: '预览 现场照片.png' }).click();
    const image = page.getByRole('img', { name: '现场照片.png' });
    await image.waitFor();
    const picture = page.locator('.task-image');
    await soon(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth), 1);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载 现场照片.png' }).click();
    expect((await download).suggestedFilename()).toBe('现场照片.png');
    expect(await faults(page)).toEqual([]);
  });

  it('is returned with an opinion, and signed again in the next round', async () => {
    const { id, task } = await readyToSign();
    const page = await open(task);
    await button(page, '退回').click();
    await button(page, '确认退回').click();
    await page.getByText('请填写意见。').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByLabel('意见（必填）').fill('人数与台账不符，请核实。');
    await button(page, '确认退回').click();
    await page.getByRole('heading', { name: '已退回' }).waitFor();
    await expect(phaseOf(api, id, 'survey')).resolves.toMatchObject({ round: 2, status: 'open' });
    await handInAll(api, id, 'survey');
    await page.goto('/inbox');
    await page
      .getByRole('row', { name: /第 2 轮/ })
      .getByRole('link')
      .click();
    await page.getByText('人数与台账不符，请核实。').waitFor();
    await button(page, '同意').click();
    await page.getByLabel('意见（选填）').fill('已更正，同意。');
    await button(page, '确认同意').click();
    await page.getByRole('heading', { name: '已同意' }).waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it('says how things stand when somebody else was faster, and keeps what was written', async () => {
    const { task } = await readyToSign();
    const page = await open(task, { expected: /409|412|ERR_FAILED/ });
    await button(page, '弃权').click();
    await page.getByLabel('意见（必填）').fill('数据仍需核实，暂不表态。');
    // The page is not told before it has confirmed.
    await page.route(READS_OF_TASKS, (route) => route.abort());
    expect((await decide(api, task, { decision: 'approve' })).status).toBe(201);
    const refused = page.waitForResponse((response) => response.request().method() === 'POST');
    await button(page, '确认弃权').click();
    expect([409, 412]).toContain((await refused).status());
    await page.unroute(READS_OF_TASKS);
    await page.getByText(/签批：同意。/).waitFor();
    await page.getByText('您填写的意见没有提交，保留如下：').waitFor();
    await page.getByText('数据仍需核实，暂不表态。').waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it.each([
    ['is signed although', { decision: 'approve' }],
    ['is looked at again where', { decision: 'abstain', opinion: '尚未看完。' }],
  ])('%s another office decides at the same instant', async (_what, decision) => {
    const { id, task } = await readyToSign();
    const page = await open(task, { expected: /412/ });
    const heads = `${id}.survey.1.offices.village-heads`;
    const first = async (route: Route): Promise<void> => {
      expect((await decide(api, heads, decision)).status).toBe(201);
      await route.continue();
    };
    await page.route('**/decisions', first, { times: 1 });
    await button(page, '同意').click();
    await button(page, '确认同意').click();
    if (decision.decision === 'abstain') {
      await page.getByText('版本已过时').waitFor();
      await page.getByText('尚未看完。').first().waitFor();
      await button(page, '确认同意').click();
    }
    await page.getByRole('heading', { name: '已同意' }).waitFor();
    const { slots = [] } = (await phaseOf(api, id, 'survey')).steps[0] ?? {};
    expect(slots.map((slot) => slot.decision)).toEqual(['approve', decision.decision]);
  });

  it('keeps a draft over a reload and over the end of the session', async () => {
    const { task } = await readyToSign();
    const page = await open(task, { expected: /401/ });
    await button(page, '不同意').click();
    await page.getByLabel('意见（必填）').fill('与上位文件不一致。');
    await page.reload();
    await soon(() => page.getByLabel('意见（必填）').inputValue(), '与上位文件不一致。');
    await button(page, '弃权').click();
    await page.context().clearCookies();
    await button(page, '确认弃权').click();
    const dialog = page.getByRole('dialog', { name: '登录已过期' });
    await dialog.getByLabel('账号').fill('finance-office');
    await dialog.getByLabel('密码', { exact: true }).fill(PASSWORD);
    expect(await faults(page)).toEqual([]);
    await dialog.getByRole('button', { name: '登录' }).click();
    await dialog.waitFor({ state: 'detached' });
    await soon(() => page.getByLabel('意见（必填）').inputValue(), '与上位文件不一致。');
    await button(page, '确认弃权').click();
    await page.getByRole('heading', { name: '已弃权' }).waitFor();
  });

  it('gives one’s decision back while the step is open', async () => {
    const { id, task } = await readyToSign();
    await decide(api, task, { decision: 'approve' });
    const page = await open(task);
    await button(page, '撤回签批').click();
    expect(await faults(page)).toEqual([]);
    await button(page, '确认撤回').click();
    await page.getByText('签批已撤回，席位重新待签批。').waitFor();
    await button(page, '同意').waitFor();
    const slot = (await phaseOf(api, id, 'survey')).steps[0]?.slots[0];
    expect(slot).toMatchObject({ office: 'finance-office', status: 'open' });
  });

  it('is signed by keyboard alone', async () => {
    const { task } = await readyToSign();
    const page = await open(task);
    await button(page, '同意').waitFor();
    await tabTo(page, '同意');
    await page.keyboard.press('Enter');
    await tabTo(page, '确认同意');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '已同意' }).waitFor();
  });

  it('brings in further signers, asks for opinions, and is given away', async () => {
    const { id, task } = await readyToSign();
    const page = await open(task);
    await hand(page, { act: '加签', office: '督查', text: '事关督查。' });
    await page.getByText('已加签：督查。').waitFor();
    await hand(page, { act: '减签', office: '督查', text: '已口头商定。' });
    await page.getByText('已减签：督查。').waitFor();
    await hand(page, { act: '征询意见', office: '劳保所', text: '人数是否核实？' });
    await page.getByText('已向劳保所征询意见。').waitFor();
    await page.getByText('人数是否核实？').waitFor();
    await hand(page, { act: '转办', office: '督查', text: '由督查主办。' });
    await page.getByText('已转办给督查。').waitFor();
    await page.getByText(/此席位已不再需要签批/).waitFor();
    const path = `/v1/tasks?programme=${id}`;
    const { items } = await api.read(taskPage, path, { as: 'supervision-office' });
    expect(items.map(({ office }) => office)).toEqual(['supervision-office']);
  });

  it('may be read by others of the programme, not signed', async () => {
    const { task } = await readyToSign();
    const visitor = await visit();
    await signInAt(visitor, 'mayor', { path: `/tasks/${task}` });
    await visitor.page.getByText('此席位由财政所签批，您可以查看，不能签批。').waitFor();
    await soon(() => button(visitor.page, '同意').count(), 0);
    expect(await accessibilityFaults(visitor)).toEqual([]);
  });
});

interface Hand {
  readonly act: string;
  readonly office: string;
  readonly text: string;
}

async function hand(page: Page, { act, office, text }: Hand): Promise<void> {
  await button(page, act).click();
  const dialog = page.getByRole('dialog', { name: act });
  await dialog.getByLabel('职务').selectOption({ label: office });
  await dialog.getByRole('textbox').fill(text);
  expect(await faults(page)).toEqual([]);
  await dialog.getByRole('button', { name: act }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Presses Tab until the button of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<string>('document.activeElement.textContent');
    if (focused === name) return;
  }
  throw new Error(`no way to ${name} by keyboard`);
}
