/** What if: due days moved by keys and by a form, an extension applied for, planning backward, and another version. */
import { describe, expect, it } from '@jest/globals';
import { phaseOf, startLangxia } from '../support/api-acts.ts';
import {
  createFlightDesk,
  dueOn,
  FIRST_VERSION,
  type FlightDesk,
} from '../support/api-migrations.ts';
import { accessibilityFaults, PHONE } from '../support/e2e/browser.ts';
import { signInAt } from '../support/e2e/people.ts';
import { openRoom } from '../support/e2e/room.ts';
import { soon } from '../support/e2e/soon.ts';

const STARTS = '2026-03-02T01:00:00.000Z';

let desk: FlightDesk;
const { browser } = openRoom(async () => {
  desk = await createFlightDesk(STARTS);
  return desk.api;
});

async function started(): Promise<string> {
  desk.api.clock.set(STARTS);
  return startLangxia(desk.api, FIRST_VERSION);
}

describe('what if', () => {
  it('moves a due day by keys, shows what moves, and applies for the extension', async () => {
    const id = await started();
    const { dueOn: due, title } = await phaseOf(desk.api, id, 'survey');
    const visitor = await browser.visit();
    const { page } = visitor;
    await signInAt(visitor, 'group-office', { path: `/programmes/${id}/what-if` });
    expect(await accessibilityFaults(visitor)).toEqual([]);
    const handle = page.getByRole('slider', { name: `${title.zh}的截止日` });
    await handle.press('PageUp');
    await handle.press('ArrowRight');
    const moved = new Date(Date.parse(due) + 8 * 86_400_000).toISOString().slice(0, 10);
    await soon(() => handle.getAttribute('aria-valuetext'), moved);
    const moves = page.getByRole('region', { name: '变动的日期' });
    await moves.getByRole('row', { name: `${title.zh} · 截止 ${due} ${moved} +8 天` }).waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await page.getByRole('button', { name: '按此申请延期' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('申请理由').fill('入户调查量大');
    await form.getByLabel('目前进展').fill('已完成六成');
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await form.getByRole('button', { name: '提交申请' }).click();
    await form.waitFor({ state: 'detached' });
    const { extensions } = await phaseOf(desk.api, id, 'survey');
    expect(extensions).toMatchObject([{ to: moved, status: 'requested' }]);
    await handle.press('Home');
    await page.getByText('还没有假设。').waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('says the first breach when an office is vacant, and plans backward (en, phone)', async () => {
    const id = await started();
    const visitor = await browser.visit({ language: 'en', viewport: PHONE });
    const { page } = visitor;
    await signInAt(visitor, 'mayor', { path: `/programmes/${id}/what-if` });
    await page.getByLabel('What', { exact: true }).selectOption('A vacant office');
    await page.getByLabel('Office').selectOption({ value: 'mayor' });
    await page.getByLabel('From').fill('2026-03-10');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText(/^Missed first: /).waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await page.getByRole('link', { name: 'Plan backward' }).click();
    await page.getByLabel('Last day').fill('2026-12-31');
    await page.getByLabel('Earliest start').fill('2026-03-02');
    await page.getByRole('button', { name: 'Reckon' }).click();
    await page.getByText('The last day can be kept.').waitFor();
    await page.getByText('197 days').first().waitFor();
    await page.getByLabel('Last day').fill('2026-05-01');
    await page.getByRole('button', { name: 'Reckon' }).click();
    await page.getByText('The last day cannot be kept:').waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });

  it('moves the programme to another version, proposed by one and approved by another', async () => {
    const id = await started();
    const version = await desk.publish(dueOn('survey', '2014-01-15'));
    const owner = await browser.visit();
    const path = `/programmes/${id}/what-if/version`;
    await signInAt(owner, 'group-office', { path });
    const preview = owner.page.getByRole('region', { name: /逐阶段预览/ });
    await preview.getByRole('cell', { name: '改期' }).first().waitFor();
    expect(await accessibilityFaults(owner)).toEqual([]);
    await owner.page.getByRole('button', { name: '提出变更' }).click();
    await owner.page.getByText(/待.+审定/).waitFor();
    expect(await accessibilityFaults(owner)).toEqual([]);
    const superior = await browser.visit();
    await signInAt(superior, 'deputy-mayor', { path });
    await superior.page.getByRole('button', { name: '同意变更' }).click();
    await superior.page.getByText(`方案按第 ${String(version)} 版运行`).waitFor();
    expect([...owner.complaints, ...superior.complaints]).toEqual([]);
  });
});
