/** The units of a programme: from the percentage to the unit behind it, samples drawn and inspected, the list changed. */
import { describe, expect, it } from '@jest/globals';
import { accessibilityFaults, PHONE } from '../support/e2e/browser.ts';
import { signInAt } from '../support/e2e/people.ts';
import { openRoom } from '../support/e2e/room.ts';
import { soon } from '../support/e2e/soon.ts';
import { childOf, createRolloutDesk, START, type RolloutDesk } from '../support/rollout-api.ts';

let desk: RolloutDesk;
const { browser } = openRoom(async () => {
  desk = await createRolloutDesk();
  return desk.api;
});

/** Four communities in two towns; the first has built. */
async function rolledOut(): Promise<string> {
  const id = await desk.rolledOut();
  await desk.finish(childOf(id, 'b'), 'build');
  return id;
}

describe('units', () => {
  it('leads from the percentage to the town and to the unit', async () => {
    const id = await rolledOut();
    const visitor = await browser.visit();
    const { page } = visitor;
    await signInAt(visitor, 'clerk', { path: `/programmes/${id}/units` });
    await page.getByRole('link', { name: 'north 1/2 · 50%' }).click();
    const units = page.getByRole('region', { name: '单位明细：build(中)' });
    await units.getByRole('rowheader', { name: 'c', exact: true }).waitFor({ state: 'detached' });
    await page.getByLabel('状态').selectOption('已完成');
    await units.getByRole('rowheader', { name: 'a', exact: true }).waitFor({ state: 'detached' });
    await soon(() => units.getByRole('link').allTextContents(), ['b']);
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await units.getByRole('link', { name: 'b', exact: true }).click();
    await page.waitForURL(new RegExp(childOf(id, 'b')));
    expect(visitor.complaints).toEqual([]);
  });

  it('lets the inspecting office draw a sample and record what it found (en, phone)', async () => {
    const id = await rolledOut();
    const visitor = await browser.visit({ language: 'en', viewport: PHONE });
    const { page } = visitor;
    await signInAt(visitor, 'watch', { path: `/programmes/${id}/units` });
    await page.getByRole('button', { name: 'Draw a sample: build' }).click();
    await page.getByRole('button', { name: 'Record an inspection: b' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Failed').check();
    await form.getByRole('button', { name: 'Record' }).click();
    await form.getByText('Say why it failed').waitFor();
    await form.getByLabel('What was found').fill('The roof leaks');
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await form.getByRole('button', { name: 'Record' }).click();
    await page.getByText('The inspection is recorded.').waitFor();
    const sample = page.getByRole('region', { name: 'Inspection 1 · build' });
    await sample.getByText('Failed').waitFor();
    await page.getByRole('link', { name: 'north 0/2 · 0%' }).waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });

  it('lets the owner change the frozen list, and says what is refused', async () => {
    const id = await rolledOut();
    const visitor = await browser.visit({ expected: /4\d\d/ });
    const { page } = visitor;
    await signInAt(visitor, 'clerk', { path: `/programmes/${id}/units` });
    await page.getByRole('button', { name: '变更单位名册' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: '添加一个单位' }).click();
    await form.getByLabel('编号').fill('a');
    await form.getByLabel('中文名称').fill('戊社区');
    await form.getByLabel('英文名称').fill('Community e');
    await form.getByLabel('所属上级单位').click();
    await page.getByText('south', { exact: true }).last().click();
    await form.getByLabel('变更理由').fill('新设社区');
    await form.getByRole('button', { name: '确认变更' }).click();
    await form.getByRole('alert').waitFor();
    await form.getByLabel('编号').fill('e');
    await form.getByRole('button', { name: '确认变更' }).click();
    await page.getByText('名册已变更，单位方案随后调整。').waitFor();
    await page.getByRole('link', { name: 'south 0/3 · 0%' }).waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });

  it.each([
    ['zh', {}, { stands: /各单位方案正在启动/, unit: 'b · 进行中' }],
    ['en', { viewport: PHONE }, { stands: /The units are beginning/, unit: 'b · Under way' }],
  ] as const)(
    'are rehearsed each by itself, once the clock has waited for them (%s)',
    async (language, window, words) => {
      const id = await desk.start({ clock: { speed: 86_400, standIns: true, holdSeconds: 600 } });
      await desk.api.passTime(id, START);
      const visitor = await browser.visit({ language, ...window });
      const { page } = visitor;
      // The clock of the server stands at the beginning of the plan, and so does the reader's.
      await page.clock.setFixedTime(START);
      await signInAt(visitor, 'clerk', { path: `/rehearsals/${id}` });
      await page.getByText(words.stands).waitFor();
      const unit = page.getByRole('listitem').filter({ hasText: words.unit });
      await unit.waitFor();
      expect(await accessibilityFaults(visitor)).toEqual([]);
      await unit.getByRole('link').click();
      await page.waitForURL(new RegExp(`/rehearsals/${childOf(id, 'b')}`));
      await page.getByRole('heading', { level: 1, name: /centres.* · b$/ }).waitFor();
      expect(visitor.complaints).toEqual([]);
    },
  );
});
