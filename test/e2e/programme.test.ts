/** A programme in the browser: its list, handing in a document and a table, mending what the check finds, and returning a phase. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { handInAll, phaseOf, signAll, startLangxia } from '../support/api-acts.ts';
import {
  accessibilityFaults,
  keepPicture,
  PHONE,
  type Visitor,
  type VisitOptions,
} from '../support/e2e/browser.ts';
import { signInAt } from '../support/e2e/people.ts';
import { openRoom } from '../support/e2e/room.ts';
import { soon } from '../support/e2e/soon.ts';

const { api, browser } = openRoom();
let last: Visitor | undefined;

afterEach(async () => {
  if (last !== undefined) await keepPicture(last, 'programme');
});

async function visit(account: string, path: string, options: VisitOptions = {}): Promise<Visitor> {
  const visitor = await browser.visit(options);
  last = visitor;
  await signInAt(visitor, account, { path });
  return visitor;
}

/** Nothing that axe-core finds, and nothing that the page complained of. */
async function expectSound(visitor: Visitor): Promise<void> {
  expect(await accessibilityFaults(visitor)).toEqual([]);
  expect(visitor.complaints).toEqual([]);
}

describe('the list of programmes', () => {
  it.each([
    ['zh', undefined],
    ['en', PHONE],
  ] as const)('names what is open, and leads to the overview (%s)', async (language, viewport) => {
    const id = await startLangxia(api);
    const window = viewport === undefined ? {} : { viewport };
    const visitor = await visit('mayor', '/programmes', { language, ...window });
    const { page } = visitor;
    const open = language === 'zh' ? '组建班子与摸底调查' : 'Set-up and survey';
    await page.getByText(open).first().waitFor();
    await expectSound(visitor);
    await page.locator(`th a[href="/programmes/${id}"]`).click();
    await page.waitForURL(`**/programmes/${id}/overview`);
    await page.getByRole('heading', { level: 3, name: open }).waitFor();
    const next = language === 'zh' ? '接下来会发生什么' : 'What will happen next';
    await page.getByRole('heading', { name: next }).waitFor();
    await page
      .getByText(language === 'zh' ? /工作日提醒/ : /^Reminder/)
      .first()
      .waitFor();
    await expectSound(visitor);
  });

  it('is narrowed by status and kind', async () => {
    const id = await startLangxia(api);
    const visitor = await visit('mayor', '/programmes', { language: 'en' });
    const { page } = visitor;
    const link = page.locator(`th a[href="/programmes/${id}"]`);
    await soon(() => link.textContent(), expect.stringMatching(/^Langxia Town: plan for/));
    await page.getByLabel('Kind').selectOption('Rehearsals');
    await link.waitFor({ state: 'detached' });
    await page.getByLabel('Kind').selectOption('Live');
    await link.waitFor();
    await page.getByLabel('Status').selectOption('Suspended');
    await page.getByText('No programme is like this.').waitFor();
    expect(new URL(page.url()).search).toBe('?kind=live&status=suspended');
    await expectSound(visitor);
  });
});

describe('handing in', () => {
  it('takes a document with a file', async () => {
    const id = await startLangxia(api);
    const visitor = await visit('labour-office', `/programmes/${id}/overview`);
    const { page } = visitor;
    await page.getByRole('link', { name: '提交：工作方案' }).click();
    await page.getByRole('heading', { level: 2, name: '工作方案' }).waitFor();
    await expectSound(visitor);
    await page.getByLabel('文字说明').fill('工作方案已印发。');
    await page.getByLabel('选择文件').setInputFiles({
      name: '工作方案.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('廊下镇工作方案'),
    });
    await page.getByText('已上传').waitFor();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByRole('status').getByText('“工作方案”已提交。').waitFor();
    await page.getByRole('link', { name: '工作方案.txt' }).waitFor();
    await expectSound(visitor);
    const plan = (await phaseOf(api, id, 'survey')).deliverables.find(
      ({ key }) => key === 'work-plan',
    );
    expect(plan).toMatchObject({ status: 'handedIn', note: '工作方案已印发。' });
    expect(plan?.files.map(({ name }) => name)).toEqual(['工作方案.txt']);
  });

  it('shows what is wrong with a table at its row, and takes it once mended', async () => {
    const id = await startLangxia(api);
    const path = `/programmes/${id}/phases/survey/deliverables/survey-table`;
    const visitor = await visit('labour-office', path);
    const { page } = visitor;
    const team = page.getByLabel('第 2 行 协管员队伍');
    await team.selectOption({ label: '劳动保障协管员' });
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page
      .getByRole('alert')
      .getByText(/校验发现/)
      .waitFor();
    await soon(() => team.getAttribute('aria-invalid'), 'true');
    await expectSound(visitor);
    await team.selectOption({ label: '就业援助协管员' });
    await page.getByRole('button', { name: /提交/ }).click();
    await page.getByRole('status').getByText('已提交').waitFor();
    const table = (await phaseOf(api, id, 'survey')).deliverables.find(
      ({ key }) => key === 'survey-table',
    );
    expect(table).toMatchObject({ status: 'handedIn', check: { ok: true } });
    await page.getByText('查看填报数据').click();
    await page.getByRole('cell', { name: '就业援助协管员' }).waitFor();
    await expectSound(visitor);
  });

  it('refuses data that do not fit at their cell, and takes rows from a spreadsheet', async () => {
    const id = await startLangxia(api);
    const path = `/programmes/${id}/phases/survey/deliverables/survey-table`;
    const options = { language: 'en', viewport: PHONE, expected: /422/ } as const;
    const visitor = await visit('labour-office', path, options);
    const { page } = visitor;
    const headcount = page.getByLabel('Row 1 Present headcount');
    await headcount.fill('many');
    await page.getByRole('button', { name: 'Hand in', exact: true }).click();
    await page.getByRole('alert').first().waitFor();
    await soon(() => headcount.getAttribute('aria-invalid'), 'true');
    await soon(() => headcount.inputValue(), 'many');
    await expectSound(visitor);
    await headcount.evaluate((cell, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, '9\tLabour office\n15\tAid office');
    await soon(() => headcount.inputValue(), '9');
    await soon(() => page.getByLabel('Row 2 Department in charge').inputValue(), 'Aid office');
    await page.getByRole('button', { name: 'Hand in', exact: true }).click();
    await page.getByRole('status').getByText('is handed in').waitFor();
  });
});

describe('what the owning office does', () => {
  it('returns a phase, which opens again in a second round', async () => {
    const id = await startLangxia(api);
    await handInAll(api, id, 'survey');
    const visitor = await visit('group-office', `/programmes/${id}/overview`);
    const { page } = visitor;
    await page.getByRole('button', { name: '退回' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('理由').fill('调查表须重填');
    await expectSound(visitor);
    await dialog.getByRole('button', { name: '退回' }).click();
    await page
      .getByRole('status')
      .getByText(/已重新开启/)
      .waitFor();
    await page.getByText('第 2 轮').waitFor();
    expect(await phaseOf(api, id, 'survey')).toMatchObject({ round: 2, status: 'open' });
    await expectSound(visitor);
  });

  it('urges once, and says when it may again', async () => {
    const id = await startLangxia(api);
    const visitor = await visit('group-office', `/programmes/${id}/overview`);
    const { page } = visitor;
    await page.getByRole('button', { name: '催办' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '催办' }).click();
    await page.getByText('刚催办过，可再次催办的时间：').waitFor();
    await soon(() => page.getByRole('button', { name: '催办' }).isDisabled(), true);
    await expectSound(visitor);
  });

  it('suspends a programme, which is said on every tab, and resumes it', async () => {
    const id = await startLangxia(api);
    const visitor = await visit('group-office', `/programmes/${id}/chart`, { language: 'en' });
    const { page } = visitor;
    await page.getByText('Manage', { exact: true }).click();
    await page.getByRole('button', { name: 'Suspend' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('A flood');
    await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
    await page.getByText(/its clock stands still/).waitFor();
    await expectSound(visitor);
    await page.getByText('Manage', { exact: true }).click();
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('The flood is over');
    await page.getByRole('dialog').getByRole('button', { name: 'Resume' }).click();
    await page.getByText('Under way').waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('shows who signed, and a rehearsal as what it is', async () => {
    const id = await startLangxia(api, { clock: { speed: 1 } });
    await handInAll(api, id, 'survey');
    await signAll(api, id, 'survey');
    const visitor = await visit('mayor', `/programmes/${id}/overview`);
    const { page } = visitor;
    await page.getByText('这是演练').waitFor();
    await page.getByText('组建班子与摸底调查').click();
    await page.getByText('已通过').first().waitFor();
    await expectSound(visitor);
  });
});

describe('an office that owes', () => {
  it('asks for more time', async () => {
    const id = await startLangxia(api);
    const visitor = await visit('labour-office', `/programmes/${id}/overview`);
    const { page } = visitor;
    await page.getByRole('button', { name: '申请延期' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('申请延至').fill('2026-03-31');
    await dialog.getByLabel('理由').fill('调查量大');
    await dialog.getByLabel('目前进展').fill('已完成一半');
    await expectSound(visitor);
    await dialog.getByRole('button', { name: '提交申请' }).click();
    await page
      .getByRole('status')
      .getByText(/已申请延期/)
      .waitFor();
    await page.getByText(/由领导小组办公室审批/).waitFor();
    await expectSound(visitor);
  });
});
