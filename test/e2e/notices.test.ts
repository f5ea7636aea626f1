/** Notifications: unread ones marked and counted, leading to what they are about, and marked as read. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { notificationPage } from '../../api/schemas/records.ts';
import { phaseOf, startLangxia } from '../support/api-acts.ts';
import { accessibilityFaults, PHONE } from '../support/e2e/browser.ts';
import { signInAt } from '../support/e2e/people.ts';
import { openRoom } from '../support/e2e/room.ts';
import { soon } from '../support/e2e/soon.ts';

const { api, browser } = openRoom();

beforeAll(async () => {
  const id = await startLangxia(api);
  const { dueAt } = await phaseOf(api, id, 'survey');
  await api.passTime(id, new Date(Date.parse(dueAt) + 86_400_000).toISOString());
}, 60_000);

const unreadOf = async (as: string): Promise<number> =>
  (await api.read(notificationPage, '/v1/notifications?unread=true', { as })).items.length;

describe('notifications', () => {
  it('are counted beside the way to them, lead to their place, and are read by going there', async () => {
    const total = await unreadOf('labour-office');
    expect(total).toBeGreaterThan(2);
    const visitor = await browser.visit();
    const { page } = visitor;
    await signInAt(visitor, 'labour-office');
    await page.getByRole('link', { name: `通知 （${total} 条未读）` }).click();
    await page.getByRole('heading', { level: 1, name: '通知' }).waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await page
      .getByRole('link', { name: /【催办】/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 2, name: '督办阶梯' }).waitFor();
    await page.getByRole('link', { name: `通知 （${total - 1} 条未读）` }).waitFor();
    expect(await unreadOf('labour-office')).toBe(total - 1);
    expect(visitor.complaints).toEqual([]);
  });

  it('are marked one by one and all together, in English and on a phone', async () => {
    const total = await unreadOf('town-office');
    const visitor = await browser.visit({ language: 'en', viewport: PHONE });
    const { page } = visitor;
    await signInAt(visitor, 'town-office', { path: '/notifications?unread=true' });
    const items = page.getByRole('main').getByRole('listitem');
    await items.first().waitFor();
    await soon(() => items.count(), total);
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await items
      .first()
      .getByRole('button', { name: /^Mark as read/ })
      .click();
    await page.getByRole('button', { name: `Mark the ${total - 1} shown as read` }).click();
    await page.getByText('Nothing unread.').waitFor();
    expect(await unreadOf('town-office')).toBe(0);
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await page.getByRole('link', { name: 'All' }).click();
    await items.first().waitFor();
    await soon(() => items.count(), total);
    expect(visitor.complaints).toEqual([]);
  });

  it('say so where there are none', async () => {
    const visitor = await browser.visit();
    await signInAt(visitor, 'outsider', { path: '/notifications' });
    await visitor.page.getByText('还没有通知').waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });
});
