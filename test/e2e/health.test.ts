/** The health of promises: calm while all is kept, an alarm as soon as a moment is not performed, and calm again. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { startLangxia } from '../support/api-acts.ts';
import { createTestApi } from '../support/api-client.ts';
import { accessibilityFaults, PHONE } from '../support/e2e/browser.ts';
import { signInAt } from '../support/e2e/people.ts';
import { openRoom } from '../support/e2e/room.ts';
import { soon } from '../support/e2e/soon.ts';

const { api, browser } = openRoom(() => createTestApi({ now: '2026-03-02T01:00:00.000Z' }));
let id: string;

beforeAll(async () => {
  id = await startLangxia(api);
}, 60_000);

describe('the health of promises', () => {
  it('raises the alarm by itself when a moment is not performed, and is calm once it is', async () => {
    const visitor = await browser.visit();
    const { page } = visitor;
    await signInAt(visitor, 'system-admin', { path: '/health' });
    await page.getByText('到期的时点都已执行。').waitFor();
    await page.getByRole('table').getByText('组建班子与摸底调查').first().waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    api.clock.set('2026-04-20T01:00:00.000Z');
    await page.getByRole('alert').getByText('1 个方案有到期未执行的时点').waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await api.passTime(id, '2026-04-20T01:00:00.000Z');
    await page.getByText('到期的时点都已执行。').waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('leads to the programme, in English and on a phone', async () => {
    const second = await startLangxia(api);
    api.clock.set('2026-12-31T01:00:00.000Z');
    const visitor = await browser.visit({ language: 'en', viewport: PHONE });
    const { page } = visitor;
    await signInAt(visitor, 'audit-admin', { path: '/health' });
    const alarm = page.getByRole('region', { name: /due and not performed/ });
    await alarm.waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    const link = alarm.getByRole('link');
    await soon(() => link.getAttribute('href'), `/programmes/${second}/overview`);
    expect(visitor.complaints).toEqual([]);
    await api.passTime(second, '2026-12-31T01:00:00.000Z');
  });

  it('is for administrators', async () => {
    const visitor = await browser.visit({ expected: /403/ });
    await signInAt(visitor, 'mayor', { path: '/health' });
    await visitor.page.getByRole('alert').waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });
});
