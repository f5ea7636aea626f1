/** The auditor's pages: the trail after a return, what a decision changed, the programme as it stood, the chain verified, Temporal. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestApi, type TestApi } from '../support/api-client.ts';
import { decide, handInAll, phaseOf, startLangxia } from '../support/api-acts.ts';
import { accessibilityFaults, PHONE, type Visitor } from '../support/e2e/browser.ts';
import { signInAt } from '../support/e2e/people.ts';
import { openRoom } from '../support/e2e/room.ts';
import { soon } from '../support/e2e/soon.ts';

const AUDITOR = 'audit-admin';

const { api, browser } = openRoom(() => createTestApi({ overrides: { inspector: agreeing() } }));
let id: string;
let trail: string;

/** Signed by one office and returned by another on the 5th, handed in again on the 6th. */
beforeAll(async () => {
  id = await startLangxia(api, { startsOn: '2026-03-02' });
  trail = `/programmes/${id}/trail`;
  api.clock.set('2026-03-03T02:00:00.000Z');
  await handInAll(api, id, 'survey');
  const [step] = (await phaseOf(api, id, 'survey')).steps;
  const slots = step?.slots.filter(({ status }) => status === 'open') ?? [];
  const [first = '', second = ''] = slots.map(
    ({ office }) => `${id}.survey.1.${step?.key ?? ''}.${office}`,
  );
  await decide(api, first, { decision: 'approve', opinion: '材料齐备' });
  api.clock.set('2026-03-05T02:00:00.000Z');
  await decide(api, second, { decision: 'return', opinion: '摸底调查表不全' });
  api.clock.set('2026-03-06T02:00:00.000Z');
  await handInAll(api, id, 'survey');
}, 60_000);

/** Temporal as it answers when both sides agree. */
function agreeing(): TestApi['deps']['inspector'] {
  const at = '2026-03-02T01:00:00.000Z';
  return {
    healthy: () => Promise.resolve(true),
    inspect: ({ programmeId, position, nextAt }) =>
      Promise.resolve({
        workflowId: `programme/${programmeId}`,
        reachable: true,
        agrees: true,
        differences: [],
        run: {
          id: 'run-1',
          status: 'RUNNING',
          startedAt: at,
          closedAt: null,
          historyLength: 30,
          taskQueue: 'programmes',
        },
        pendingTimer: { firesAt: nextAt ?? at, summary: 'remind' },
        pendingActivities: [],
        lastActivities: [
          { activity: 'openPhase', summary: 'survey', scheduledAt: at, outcome: 'completed' },
        ],
        accountedPosition: position,
      }),
  };
}

async function expectClean(visitor: Visitor): Promise<void> {
  expect(await accessibilityFaults(visitor)).toEqual([]);
  expect(visitor.complaints).toEqual([]);
}

describe('the record', () => {
  it('tells in sentences what happened, by whom and why, and filters it by the address', async () => {
    const visitor = await browser.visit();
    const { page } = visitor;
    await signInAt(visitor, AUDITOR, { path: trail });
    const entries = page.getByRole('region', { name: '操作记录' }).getByRole('listitem');
    await entries.first().waitFor();
    await expectClean(visitor);
    await page.getByLabel('事项类型').selectOption({ label: '退回（1）' });
    await page.getByText('已显示 1 条符合筛选的记录').waitFor();
    expect(page.url()).toContain('type=PhaseReturned');
    const told = await entries.first().innerText();
    expect(told).toContain('“组建班子与摸底调查”退回至“组建班子与摸底调查”重新办理');
    expect(told).toContain('理由：摸底调查表不全');
    expect(told).toContain('2026-03-05 10:00:00');
    await page.reload();
    await page.getByText('已显示 1 条符合筛选的记录').waitFor();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByText('已显示 1 条符合筛选的记录').waitFor({ state: 'detached' });
    // Digit by digit, as a hand does it: month, day, year.
    await page.getByLabel('发生自（含当日）').pressSequentially('03042026');
    await page.getByLabel('发生至（含当日）').fill('2026-03-04');
    await page.getByText('没有符合筛选的记录。').waitFor();
    expect(new URL(page.url()).search).toBe('?from=2026-03-04&until=2026-03-04');
    await expectClean(visitor);
  });

  it('shows the values before and after a decision, by keyboard', async () => {
    const visitor = await browser.visit();
    const { page } = visitor;
    await signInAt(visitor, AUDITOR, { path: `${trail}?type=StepDecided&order=oldest` });
    const details = page.getByRole('button', { name: /^详情：第/ });
    await details.first().focus();
    await page.keyboard.press('Enter');
    const table = page.getByRole('region', { name: /前后的值/ });
    const row = table.getByRole('row').filter({ hasText: '› 签批意见' });
    await row.waitFor();
    await soon(() => row.getByRole('cell').allInnerTexts(), ['—', '同意']);
    await expectClean(visitor);
    await page.getByRole('link', { name: '回看当时的方案' }).click();
    await page.getByRole('heading', { name: '往日回看' }).waitFor();
    expect(page.url()).toContain('/trail/as-of?position=');
  });

  it('is handed out as a file of what is shown', async () => {
    const visitor = await browser.visit();
    const { page } = visitor;
    await signInAt(visitor, AUDITOR, { path: `${trail}?type=StepDecided` });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载所示记录（JSON）' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`trail-${id}.json`);
    expect(visitor.complaints).toEqual([]);
  });

  it('reads in English on a phone', async () => {
    const visitor = await browser.visit({ language: 'en', viewport: PHONE });
    const { page } = visitor;
    await signInAt(visitor, AUDITOR, { path: `${trail}?type=PhaseReturned` });
    await page.getByText('was returned to').waitFor();
    await page.getByRole('button', { name: /^Details of entry/ }).click();
    await page.getByRole('heading', { name: 'Before and after' }).waitFor();
    await page.getByText('Hash of the entry before').waitFor();
    await expectClean(visitor);
  });
});

describe('the programme as it stood', () => {
  it('shows the earlier round before the return, and steps on from there', async () => {
    const visitor = await browser.visit();
    const { page } = visitor;
    await signInAt(visitor, AUDITOR, { path: `${trail}/as-of` });
    await page.getByLabel('指定时刻').fill('2026-03-04T12:00');
    await page.getByRole('button', { name: '回看' }).click();
    const survey = page.getByRole('row').filter({ hasText: '组建班子与摸底调查' });
    await survey.getByText('第 1 轮', { exact: true }).waitFor();
    await soon(() => survey.innerText(), expect.stringContaining('意见：材料齐备'));
    await soon(() => survey.innerText(), expect.stringContaining('今天：第 2 轮'));
    await expectClean(visitor);
    const place = page.getByRole('status').filter({ hasText: /^第 \d+ 条，共/ });
    const before = await place.innerText();
    await page.getByRole('slider').focus();
    await page.keyboard.press('ArrowRight');
    await place.filter({ hasNotText: before }).waitFor();
    await page.getByRole('button', { name: '最近' }).click();
    await survey.getByText('第 2 轮', { exact: true }).waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('says that an instant has not come yet, in English on a phone', async () => {
    const visitor = await browser.visit({ language: 'en', viewport: PHONE, expected: /400/ });
    const { page } = visitor;
    const path = `${trail}/as-of?at=2030-01-01T00:00:00.000Z`;
    await signInAt(visitor, AUDITOR, { path });
    await page.getByText('This instant has not come yet.').waitFor();
    await page.getByRole('button', { name: 'First' }).click();
    await page.getByText('Started “').waitFor();
    await expectClean(visitor);
  });
});

describe('Temporal beside the ledger', () => {
  it('is shown to administrators, and kept from others', async () => {
    const visitor = await browser.visit();
    const { page } = visitor;
    await signInAt(visitor, AUDITOR, { path: trail });
    await page.getByRole('link', { name: '工作流对照' }).click();
    await page.getByRole('heading', { name: '两边一致' }).waitFor();
    await page.getByRole('cell', { name: '完成' }).waitFor();
    await expectClean(visitor);
    const head = await browser.visit();
    await signInAt(head, 'mayor', { path: trail });
    await head.page.getByRole('link', { name: '台账核验' }).waitFor();
    await soon(() => head.page.getByRole('link', { name: '工作流对照' }).count(), 0);
    expect(head.complaints).toEqual([]);
  });
});

describe('the verification', () => {
  it('says that the chain holds, and names the place once somebody has changed it', async () => {
    const visitor = await browser.visit();
    const { page } = visitor;
    await signInAt(visitor, AUDITOR, { path: `${trail}/verification` });
    await page.getByRole('button', { name: '开始核验' }).click();
    await page.getByRole('heading', { name: '核验通过' }).waitFor();
    await page.getByRole('button', { name: '复制哈希' }).waitFor();
    await expectClean(visitor);
    await tamperWith(5);
    await page.getByRole('button', { name: '重新核验' }).click();
    await page.getByRole('heading', { name: '核验未通过' }).waitFor();
    await page.getByText('第 5 条有问题：所存内容与原始字节不符，内容被改动过。').waitFor();
    await page.getByText('此前的 4 条完好。').waitFor();
    await expectClean(visitor);
    await page.getByRole('link', { name: '查看第 5 条' }).click();
    await page.getByText('已显示 1 条符合筛选的记录').waitFor();
    await page.getByRole('button', { name: '收起：第 5 条' }).waitFor();
  });
});

async function tamperWith(position: number): Promise<void> {
  const owner = new pg.Client({ connectionString: api.adminUrl });
  await owner.connect();
  try {
    await owner.query('ALTER TABLE events DISABLE TRIGGER ALL');
    await owner.query(
      `UPDATE events SET data = data || '{"note": "另一份"}' WHERE stream = 'programme/' || $1 AND position = $2`,
      [id, position],
    );
  } finally {
    await owner.end();
  }
}
