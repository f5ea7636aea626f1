/** Setting a programme up through the pages: the plan on the chosen days, its faults, the start, and a definition uploaded. */
import { describe, expect, it } from '@jest/globals';
import { programmePage, programmeSchema } from '../../api/schemas/programmes.ts';
import { accessibilityFaults, PHONE } from '../support/e2e/browser.ts';
import { signInAt } from '../support/e2e/people.ts';
import { openRoom } from '../support/e2e/room.ts';
import { soon } from '../support/e2e/soon.ts';

const LANGXIA = '/set-up/definitions/langxia-transition';

const { api, browser } = openRoom();

describe('setting a programme up', () => {
  it('starts Langxia live on a chosen day, one office given to somebody else', async () => {
    const visitor = await browser.visit();
    const { page } = visitor;
    await signInAt(visitor, 'group-office', { path: '/set-up' });
    await page.getByLabel('查找方案、文件或印发单位').fill('廊下镇');
    await page.getByText('共 17 份，显示 1 份').waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await page.getByRole('link', { name: /廊下镇/ }).click();
    await page.getByText('2026-03-02 – 2026-03-17').waitFor();
    await page.getByLabel('首日').fill('2026-03-09');
    await page.getByLabel('首日').press('Enter');
    await page.getByText('2026-03-09 – 2026-03-24').waitFor();
    await page.getByText('2013-09-15 – 2013-09-30').waitFor();
    await page.getByLabel('“财政所”仅本方案改由（账号）').fill('outsider');
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await page.getByRole('button', { name: '正式启动…' }).click();
    const dialog = page.getByRole('dialog', { name: '确认正式启动' });
    await dialog.getByText('财政所 → outsider').waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await dialog.getByRole('button', { name: '正式启动' }).click();
    await page.getByText(/已启动。/).waitFor();
    const { items } = await api.read(programmePage, '/v1/programmes', { as: 'outsider' });
    expect(items).toHaveLength(1);
    const path = `/v1/programmes/${items[0]?.id ?? ''}`;
    const programme = await api.read(programmeSchema, path, { as: 'mayor' });
    expect(programme).toMatchObject({ startsOn: '2026-03-09', rehearsal: false });
    await soon(
      () => page.getByRole('link', { name: '打开方案' }).getAttribute('href'),
      `/programmes/${programme.id}`,
    );
    expect(visitor.complaints).toEqual([]);
  });

  it('keeps what was typed when the start is refused', async () => {
    const visitor = await browser.visit({ expected: /40[49]|422/ });
    const { page } = visitor;
    await signInAt(visitor, 'group-office', { path: LANGXIA });
    const account = page.getByLabel('“镇办公室”仅本方案改由（账号）');
    await account.fill('nobody-known');
    await page.getByRole('button', { name: '正式启动…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '正式启动' }).click();
    await dialog.getByRole('alert').waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await dialog.getByRole('button', { name: '再看看' }).click();
    await soon(() => account.inputValue(), 'nobody-known');
    expect(visitor.complaints).toEqual([]);
  });

  it('is read in English on a phone by whoever may only rehearse it', async () => {
    const visitor = await browser.visit({ language: 'en', viewport: PHONE });
    const { page } = visitor;
    const path = '/set-up/definitions/dongguan-community-committees';
    await signInAt(visitor, 'mayor', { path });
    await page.getByText('starts it live; you may rehearse it.').waitFor();
    await page
      .getByText(/^Nobody holds the office/)
      .first()
      .waitFor();
    await soon(
      () => page.getByRole('link', { name: 'Rehearse first' }).getAttribute('href'),
      '/rehearsals?definition=dongguan-community-committees',
    );
    await soon(() => page.getByRole('button', { name: 'Start live…' }).count(), 0);
    expect(await accessibilityFaults(visitor)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });

  it('has an uploaded definition judged and published', async () => {
    const visitor = await browser.visit();
    const { page } = visitor;
    await signInAt(visitor, 'system-admin', { path: '/set-up' });
    await page.getByRole('link', { name: '上传方案定义' }).click();
    const langxia = api.deps.catalogue.get('langxia-transition', 1);
    const text = page.getByLabel('方案定义（JSON）');
    await text.fill(JSON.stringify({ ...langxia, version: 2, owner: 'nobody' }));
    await page.getByRole('button', { name: '校验' }).click();
    await page.getByRole('rowheader', { name: '/owner' }).waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await text.fill(JSON.stringify({ ...langxia, version: 2 }));
    await page.getByRole('button', { name: '校验' }).click();
    await page.getByText('没有问题，可以发布。').waitFor();
    await page.getByRole('button', { name: '发布' }).click();
    await page.getByText('已发布“langxia-transition”第 2 版。').waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });
});
