/** The wall chart in the browser: bars with their details, a table of the same, in both languages and on paper. */
import { describe, expect, it } from '@jest/globals';
import { startLangxia } from '../support/api-acts.ts';
import { accessibilityFaults, PHONE } from '../support/e2e/browser.ts';
import { signInAt } from '../support/e2e/people.ts';
import { openRoom } from '../support/e2e/room.ts';
import { soon } from '../support/e2e/soon.ts';

const { api, browser } = openRoom();

describe('the wall chart', () => {
  it.each([
    ['zh', undefined],
    ['en', PHONE],
  ] as const)('tells of reminders, rungs and missed dates (%s)', async (language, viewport) => {
    const id = await startLangxia(api);
    const later = new Date(api.clock.now().getTime() + 24 * 86_400_000).toISOString();
    await api.passTime(id, later);
    const window = viewport === undefined ? {} : { viewport };
    const visitor = await browser.visit({ language, ...window });
    const { page } = visitor;
    await signInAt(visitor, 'mayor', { path: `/programmes/${id}/chart` });
    const word = language === 'zh' ? '逾期' : 'Overdue';
    const raised = language === 'zh' ? /催办 \d{4}-\d{2}-\d{2}/ : /Urging \d{4}-\d{2}-\d{2}/;
    const bar = page.getByRole('button', { name: raised });
    await bar.waitFor();
    await soon(() => bar.getAttribute('aria-label'), expect.stringContaining(word));
    await bar.focus();
    await page.locator('.bar-details').getByText(word).waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await page.locator('summary').click();
    await page.getByRole('cell', { name: raised }).waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });

  it.each([
    ['A4', 842, 595],
    ['A3', 1191, 842],
  ])('fits on one sheet of %s in print', async (paper, width, height) => {
    const id = await startLangxia(api);
    const visitor = await browser.visit();
    const { page } = visitor;
    await signInAt(visitor, 'mayor', { path: `/programmes/${id}/chart` });
    await page.getByRole('listitem').filter({ hasText: '资料归档' }).waitFor();
    await page.evaluate('window.print = () => undefined');
    await page.getByRole('button', { name: `打印 ${paper}` }).click();
    const sheet = await page.pdf({ preferCSSPageSize: true });
    const source = sheet.toString('latin1');
    expect(source.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    // In points, a 72nd of an inch.
    const [, ...box] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(source) ?? [];
    expect(box.map((side) => Math.round(Number(side)))).toEqual([width, height]);
    expect(visitor.complaints).toEqual([]);
  });
});
