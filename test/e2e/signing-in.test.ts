/** Signing in through the pages, in both languages, on a desk and on a phone. */
import { describe, expect, it } from '@jest/globals';
import { accessibilityFaults, PHONE } from '../support/e2e/browser.ts';
import { signInByForm } from '../support/e2e/people.ts';
import { openRoom } from '../support/e2e/room.ts';
import { soon } from '../support/e2e/soon.ts';

const { browser } = openRoom();

describe('signing in', () => {
  it.each([
    ['zh', undefined],
    ['en', PHONE],
  ] as const)('leads to the inbox and out again (%s)', async (language, viewport) => {
    const visitor = await browser.visit({
      language,
      ...(viewport === undefined ? {} : { viewport }),
    });
    await visitor.page.goto('/');
    await visitor.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await signInByForm(visitor, 'mayor', { language });
    const heading = visitor.page.getByRole('heading', { level: 1 });
    await soon(() => heading.textContent(), language === 'zh' ? '待办' : 'Inbox');
    expect(await accessibilityFaults(visitor)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });

  it('leads to every place and back without a new start of the page', async () => {
    const visitor = await browser.visit({ language: 'en' });
    const { page } = visitor;
    await signInByForm(visitor, 'system-admin', { language: 'en' });
    const links = page.getByRole('navigation').first().getByRole('link');
    const there = (await links.all()).slice(1);
    expect(there.length).toBeGreaterThan(6);
    // What one place has read is what the next one finds.
    for (const link of [...there, ...there.toReversed()]) {
      const address = (await link.getAttribute('href')) ?? '';
      await link.click();
      await page.waitForURL(`**${address}`);
      await page.locator('#content').getByRole('heading', { level: 1 }).waitFor();
      await page.locator('#content .waiting').waitFor({ state: 'detached' });
      await soon(() => page.getByRole('alert').count(), 0);
    }
    expect(visitor.complaints).toEqual([]);
  });

  it('says what was wrong, and keeps the account', async () => {
    const visitor = await browser.visit({ expected: /401/ });
    const { page } = visitor;
    await page.goto('/programmes');
    await page.getByLabel('账号').fill('mayor');
    await page.getByLabel('密码', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('alert').waitFor();
    await soon(() => page.getByLabel('账号').inputValue(), 'mayor');
    expect(visitor.complaints).toEqual([]);
  });

  it('is asked for again on top of the page when the session is over', async () => {
    const visitor = await browser.visit({ expected: /401/ });
    const { page } = visitor;
    await signInByForm(visitor, 'mayor');
    await page.context().clearCookies();
    await page.reload();
    await page.getByLabel('账号').waitFor();
    expect(visitor.complaints).toEqual([]);
  });
});
