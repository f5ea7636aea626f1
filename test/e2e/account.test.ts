/** One's own account through the pages: who one is, and ending a session left open elsewhere. */
import { describe, expect, it } from '@jest/globals';
import { accessibilityFaults, PHONE } from '../support/e2e/browser.ts';
import { signInAt } from '../support/e2e/people.ts';
import { openRoom } from '../support/e2e/room.ts';
import { soon } from '../support/e2e/soon.ts';

const { api, browser } = openRoom();

describe('one’s own account', () => {
  it('is reached from the menu, and ends a session left open elsewhere', async () => {
    const elsewhere = await api.tokenOf('mayor');
    const visitor = await browser.visit();
    const { page } = visitor;
    await signInAt(visitor, 'mayor');
    await page.getByRole('banner').getByRole('button', { name: '镇长' }).click();
    await page.getByRole('link', { name: '我的账户与登录' }).click();
    await page.getByRole('heading', { level: 1, name: '我的账户' }).waitFor();
    const sessions = page.getByRole('table', { name: '本人的登录会话' });
    await sessions.getByRole('rowheader', { name: '本次登录' }).waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await sessions.getByRole('button', { name: /^结束/ }).click();
    await page.getByText('已结束该登录。').waitFor();
    await soon(() => sessions.getByRole('row').count(), 2);
    const headers = { authorization: `Bearer ${elsewhere}` };
    expect((await api.send('GET', '/v1/people/me', { headers })).status).toBe(401);
    expect(visitor.complaints).toEqual([]);
  });

  it('is read in English on a phone', async () => {
    const visitor = await browser.visit({ language: 'en', viewport: PHONE });
    await signInAt(visitor, 'finance-office', { path: '/account' });
    await visitor.page.getByRole('rowheader', { name: 'This session' }).waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });
});
