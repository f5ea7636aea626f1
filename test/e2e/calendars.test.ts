/** The calendar through the pages: a year at a glance, and a day of typhoon previewed and published. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { startLangxia } from '../support/api-acts.ts';
import { accessibilityFaults, PHONE } from '../support/e2e/browser.ts';
import { signInAt } from '../support/e2e/people.ts';
import { openRoom } from '../support/e2e/room.ts';
import { soon } from '../support/e2e/soon.ts';

const { api, browser } = openRoom();

beforeAll(async () => {
  await startLangxia(api);
}, 60_000);

describe('the calendar', () => {
  it('shows a year with its notice, and warns of one that is not published', async () => {
    const visitor = await browser.visit({ language: 'en', viewport: PHONE });
    const { page } = visitor;
    await signInAt(visitor, 'mayor', { path: '/calendars' });
    const october = page.getByRole('table', { name: 'October' });
    await october
      .getByRole('cell', { name: /Public holiday · National Day/ })
      .first()
      .waitFor();
    await page.getByText('国办发明电〔2025〕7号').first().waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await page.getByRole('button', { name: 'Year after' }).click();
    await page.getByText('No notice for 2027 has been published').waitFor();
    await october
      .getByRole('cell', { name: /Provisional/ })
      .first()
      .waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await soon(() => page.getByRole('link', { name: 'Settle days locally' }).count(), 0);
    expect(visitor.complaints).toEqual([]);
  });

  it('takes a day of typhoon after a preview of what it moves', async () => {
    const visitor = await browser.visit();
    const { page } = visitor;
    await signInAt(visitor, 'system-admin', { path: '/calendars' });
    await page.getByRole('link', { name: '本地调整' }).click();
    await page.getByRole('heading', { level: 1, name: '本地调整' }).waitFor();
    await page.getByLabel('文号').fill('金防汛〔2026〕3号');
    await page.getByLabel('理由').fill('台风红色预警');
    await page.getByLabel('日期', { exact: true }).fill('2026-03-12');
    await page.getByLabel('事由（中文）').fill('台风停工');
    await page.getByLabel('事由（英文）').fill('Typhoon');
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await page.getByRole('button', { name: '预览影响' }).click();
    await page.getByText(/共查看 1 个在办方案/).waitFor();
    const moves = page.getByRole('table', { name: '会变动的日期' });
    const reminder = moves.getByRole('row', { name: /截止前 5 个工作日提醒/ }).first();
    await reminder.getByText('2026-03-10 09:00').waitFor();
    await reminder.getByText('2026-03-09 09:00').waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    const publish = page.getByRole('button', { name: '发布', exact: true });
    await page.getByLabel('理由').fill('台风红色预警，全镇停工');
    await soon(() => publish.isDisabled(), true);
    await page.getByRole('button', { name: '预览影响' }).click();
    await publish.and(page.locator(':enabled')).click();
    await page.getByText('已发布第 2 版').waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await page.goto('/calendars');
    const march = page.getByRole('table', { name: '3 月' });
    await march.getByRole('cell', { name: /本地放假 · 台风停工/ }).waitFor();
    await page.getByRole('cell', { name: '台风红色预警，全镇停工' }).waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('imports the notice of a year, and names what is wrong with it', async () => {
    const visitor = await browser.visit({ expected: /422|400/ });
    const { page } = visitor;
    await signInAt(visitor, 'system-admin', { path: '/calendars/cn-public/notice' });
    await page.getByRole('button', { name: '预览影响' }).click();
    await page.getByRole('alert').waitFor();
    const notice = {
      key: 'cn-public',
      year: 2027,
      notice: { number: '国办发明电〔2026〕9号', title: '2027 年通知', issuedOn: '2026-02-10' },
      holidays: [
        { from: '2027-01-01', to: '2027-01-03', name: { zh: '元旦', en: "New Year's Day" } },
      ],
      makeUpWorkdays: ['2027-03-02'],
    };
    const text = page.getByLabel('通知内容（JSON）');
    await text.fill(JSON.stringify(notice));
    await page.getByRole('button', { name: '预览影响' }).click();
    await page.getByText('/notice/makeUpWorkdays/0').waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await text.fill(JSON.stringify({ ...notice, makeUpWorkdays: [] }));
    await page.getByRole('button', { name: '预览影响' }).click();
    await page.getByText('公布截止日由 2026-12-31 变为 2027-12-31。').waitFor();
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByText(/已发布第 \d 版/).waitFor();
    expect(visitor.complaints).toEqual([]);
  });
});
