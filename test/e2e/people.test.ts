/** People and offices through the pages: each administrator does his own part, and a vacancy stands first. */
import { describe, expect, it } from '@jest/globals';
import { accessibilityFaults, PHONE } from '../support/e2e/browser.ts';
import { signInAt } from '../support/e2e/people.ts';
import { openRoom } from '../support/e2e/room.ts';
import { soon } from '../support/e2e/soon.ts';

const { browser } = openRoom();

describe('people and offices', () => {
  it('takes a new person from the system administrator', async () => {
    const visitor = await browser.visit({ expected: /409/ });
    const { page } = visitor;
    await signInAt(visitor, 'system-admin', { path: '/people/accounts' });
    await page.getByRole('table', { name: '全部人员' }).waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await page.getByRole('button', { name: '登记人员' }).click();
    const dialog = page.getByRole('dialog', { name: '登记人员' });
    await dialog.getByLabel('姓名（中文）').fill('李新');
    await dialog.getByLabel('姓名（英文或拼音）').fill('Li Xin');
    await dialog.getByLabel('账号').fill('mayor');
    await dialog.getByLabel('初始密码').fill('a first password');
    const send = dialog.getByRole('button', { name: '登记人员' });
    await send.click();
    await dialog.getByRole('alert').first().waitFor();
    await dialog.getByLabel('账号').fill('li-xin');
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await send.click();
    await page.getByText('已登记李新。').waitFor();
    await page.getByLabel('查找姓名、账号或职务').fill('li xin');
    await page.getByRole('rowheader', { name: '李新' }).waitFor();
    await page.getByRole('link', { name: '职务', exact: true }).click();
    await page.getByRole('table', { name: '全部职务与任职人' }).waitFor();
    await soon(() => page.getByRole('button', { name: /任命/ }).count(), 0);
    expect(visitor.complaints).toEqual([]);
  });

  it('lets the security administrator end and give an office, and shows the vacancy first', async () => {
    const visitor = await browser.visit();
    const { page } = visitor;
    await signInAt(visitor, 'security-admin', { path: '/people' });
    await page.getByText('没有空缺职务。').waitFor();
    await page.getByRole('button', { name: '免职：财政所（财政所）' }).click();
    const ending = page.getByRole('dialog');
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await ending.getByRole('button', { name: '免职' }).click();
    await page.getByText('已免职。').waitFor();
    const vacant = page.getByRole('table', { name: '空缺的职务' });
    await vacant.getByRole('rowheader', { name: /财政所/ }).waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await vacant.getByRole('button', { name: '任命“财政所”' }).click();
    const appointing = page.getByRole('dialog', { name: '任命“财政所”' });
    await appointing.getByLabel('人员').fill('outsider');
    await page.getByRole('option', { name: /局外人/ }).waitFor({ state: 'attached' });
    await appointing.getByLabel('人员').press('Enter');
    await appointing.getByRole('button', { name: '任命' }).click();
    await page.getByText('已任命局外人。').waitFor();
    await page.getByText('没有空缺职务。').waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('is only looked at by the audit administrator, in English on a phone', async () => {
    const visitor = await browser.visit({ language: 'en', viewport: PHONE });
    const { page } = visitor;
    await signInAt(visitor, 'audit-admin', { path: '/people' });
    await page.getByRole('table', { name: 'All offices and their holders' }).waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await soon(() => page.getByRole('button', { name: /Appoint|End/ }).count(), 0);
    await page.getByRole('link', { name: 'People', exact: true }).last().click();
    await page.getByRole('table', { name: 'All people' }).waitFor();
    await soon(() => page.getByRole('button', { name: 'Register a person' }).count(), 0);
    expect(await accessibilityFaults(visitor)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });

  it('is not for others', async () => {
    const visitor = await browser.visit();
    await signInAt(visitor, 'mayor', { path: '/people' });
    await visitor.page.getByText('您不是管理员').waitFor();
    expect(visitor.complaints).toEqual([]);
  });
});
