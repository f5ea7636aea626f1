/** Indicators: reported, corrected with a reason, measured, and the list of progress. */
import { describe, expect, it } from '@jest/globals';
import { accessibilityFaults, PHONE } from '../support/e2e/browser.ts';
import { signInAt } from '../support/e2e/people.ts';
import { openRoom } from '../support/e2e/room.ts';
import { soon } from '../support/e2e/soon.ts';
import { createIndicatorApi, reportCoverage, startMeasured } from '../support/indicator-api.ts';

const { api, browser } = openRoom(createIndicatorApi);

describe('indicators', () => {
  it('takes a report with evidence, its correction with a reason, and measures', async () => {
    const id = await startMeasured(api);
    const visitor = await browser.visit();
    const { page } = visitor;
    await signInAt(visitor, 'alpha', { path: `/programmes/${id}/indicators` });
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await page.getByRole('link', { name: '登记率' }).click();
    await page.getByRole('button', { name: '填报数值' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('分子').fill('30');
    await form.getByLabel('分母').fill('100');
    await form.getByLabel('数据来源').fill('登记簿');
    await form
      .getByLabel('添加佐证材料')
      .setInputFiles({ name: '台账.txt', mimeType: 'text/plain', buffer: Buffer.from('30/100') });
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await form.getByRole('button', { name: '提交填报' }).click();
    await page.getByText('填报已记录。').waitFor();
    await page.getByRole('button', { name: '更正：全方案，2013-09-20' }).click();
    await form.getByLabel('分子').fill('36');
    await form.getByRole('button', { name: '提交填报' }).click();
    await form.getByText('必填').waitFor();
    await form.getByLabel('更正理由').fill('漏报一个村');
    await form.getByRole('button', { name: '提交填报' }).click();
    const reports = page.getByRole('region', { name: '填报记录' });
    await reports.getByText('更正，理由：漏报一个村').waitFor();
    const corrected = reports.getByRole('row', { name: /30\/100/ });
    await soon(() => corrected.textContent(), expect.stringContaining('已被更正'));
    await page.getByRole('button', { name: '立即测量：2013 年目标' }).click();
    const measurements = page.getByRole('region', { name: '测量记录' });
    await measurements.getByRole('cell', { name: '36%' }).waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });

  it('shows the progress list, the worst first, and gives it as a table (en, phone)', async () => {
    const id = await startMeasured(api);
    await reportCoverage(api, id, { numerator: 2, denominator: 100 });
    const visitor = await browser.visit({ language: 'en', viewport: PHONE });
    const { page } = visitor;
    const path = `/programmes/${id}/indicators/progress-list`;
    await signInAt(visitor, 'watch', { path });
    const list = page.getByRole('region', { name: 'Progress list' });
    await list.getByRole('rowheader', { name: /Registration/ }).waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as a table (CSV)' }).click();
    expect((await download).suggestedFilename()).toBe('progress-2013-09-20.csv');
    await page.getByRole('link', { name: 'Indicators', exact: true }).last().click();
    await page.getByRole('link', { name: 'Registration' }).click();
    await page.getByRole('img', { name: /A line of the measured values/ }).waitFor();
    await soon(() => page.getByRole('button', { name: 'Report a value' }).count(), 0);
    expect(await accessibilityFaults(visitor)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });
});
