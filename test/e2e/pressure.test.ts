/** The tab of pressure: a missed deadline, its rungs answered and appealed, extensions decided, urging and its cool-down. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { phaseOf, startLangxia } from '../support/api-acts.ts';
import {
  accessibilityFaults,
  PHONE,
  type Visitor,
  type VisitOptions,
} from '../support/e2e/browser.ts';
import { signInAt } from '../support/e2e/people.ts';
import { openRoom } from '../support/e2e/room.ts';
import { soon } from '../support/e2e/soon.ts';

const { api, browser } = openRoom();
const visitors: Visitor[] = [];

afterEach(() => {
  for (const { complaints } of visitors) expect(complaints).toEqual([]);
  visitors.length = 0;
});

async function visit(account: string, id: string, options: VisitOptions = {}): Promise<Visitor> {
  const visitor = await browser.visit(options);
  visitors.push(visitor);
  await signInAt(visitor, account, { path: `/programmes/${id}/pressure` });
  await visitor.page.getByRole('heading', { level: 2 }).first().waitFor();
  return visitor;
}

const DAY_MS = 86_400_000;

/** A programme whose first phase is due, the clock so many days after. */
async function startOverdue(days: number): Promise<string> {
  api.clock.set('2026-03-02T01:00:00.000Z');
  const id = await startLangxia(api);
  const { dueAt } = await phaseOf(api, id, 'survey');
  await api.passTime(id, new Date(Date.parse(dueAt) + days * DAY_MS).toISOString());
  return id;
}

const ladderOf = ({ page }: Visitor) =>
  page.getByRole('article').filter({ hasText: /组建班子与摸底调查|Set-up and survey/ });

describe('a deadline that was missed', () => {
  it('is answered through the page by the responsible office, and the answer stands there for all', async () => {
    const id = await startOverdue(1);
    const visitor = await visit('labour-office', id);
    const { page } = visitor;
    await page.getByText('等您答复 1 项。').waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await page.getByRole('button', { name: '答复', exact: true }).click();
    const form = page.getByRole('form', { name: '答复' });
    await form.getByRole('button', { name: '答复', exact: true }).click();
    await form.getByText(/^请填写/).waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await form.getByLabel('答复内容').fill('名册有误，三个工作日内补齐。');
    await form.getByRole('button', { name: '答复', exact: true }).click();
    await page.getByRole('status').filter({ hasText: '已答复。' }).waitFor();
    await ladderOf(visitor).getByText('名册有误，三个工作日内补齐。').waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    const other = await visit('mayor', id, { language: 'en', viewport: PHONE });
    await other.page.getByText('名册有误，三个工作日内补齐。').waitFor();
    await other.page.getByText('Answered by').waitFor();
    await soon(() => other.page.getByRole('button', { name: 'Answer', exact: true }).count(), 0);
    expect(await accessibilityFaults(other)).toEqual([]);
  });

  it('keeps what was written when somebody else was faster, and shows the present state', async () => {
    const id = await startOverdue(1);
    const visitor = await browser.visit({ expected: /409/ });
    visitors.push(visitor);
    await signInAt(visitor, 'town-office', { path: `/programmes/${id}/pressure` });
    const { page } = visitor;
    await page.getByRole('button', { name: '答复', exact: true }).click();
    const form = page.getByRole('form', { name: '答复' });
    await form.getByLabel('答复内容').fill('镇办公室的答复');
    const answer = await api.send('POST', `/v1/escalations/${id}.survey.1.urge/answers`, {
      as: 'labour-office',
      body: { answer: '劳保所的答复' },
    });
    expect(answer.status).toBe(201);
    await form.getByRole('button', { name: '答复', exact: true }).click();
    await form.getByRole('alert').waitFor();
    await page.getByText('劳保所的答复').waitFor();
    await soon(() => form.getByLabel('答复内容').inputValue(), '镇办公室的答复');
    await form.getByText('情况已有变化').waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
  });

  it('is appealed, struck by whoever decides, and stays in the list of circulars as revoked', async () => {
    const id = await startOverdue(7);
    const appellant = await visit('labour-office', id, { language: 'en' });
    const rung = appellant.page
      .getByRole('listitem')
      .filter({ has: appellant.page.getByRole('heading', { name: /^Circulated criticism/ }) });
    await rung.getByRole('button', { name: 'Appeal' }).click();
    await rung.getByLabel('Grounds').fill('The list had been handed in.');
    await rung.getByRole('button', { name: 'Appeal' }).click();
    await rung.getByText('Waits for a decision').waitFor();
    const decider = await visit('group-office', id, { language: 'en', viewport: PHONE });
    await decider.page.getByText('Waiting for your decision: 1.').waitFor();
    await decider.page.getByRole('button', { name: 'Decide the appeal' }).click();
    await decider.page.getByLabel('Strike the rung').check();
    await decider.page.getByLabel('Reasons').fill('It had indeed.');
    expect(await accessibilityFaults(decider)).toEqual([]);
    await decider.page.getByRole('button', { name: 'Decide the appeal' }).click();
    await decider.page.getByText('Struck by').waitFor();
    const circulars = decider.page.getByRole('region', { name: 'Circulars' });
    await circulars.getByText('revoked by appeal').waitFor();
    expect(await accessibilityFaults(decider)).toEqual([]);
  });

  it('leads to a proposal that a person decides, and a good cause stops the climb', async () => {
    const id = await startOverdue(15);
    const visitor = await visit('group-office', id);
    const { page } = visitor;
    await page.getByRole('button', { name: '决定问责建议' }).click();
    await page.getByLabel('谈话提醒').check();
    await page.getByLabel('理由', { exact: true }).fill('首次逾期，以谈话为宜。');
    await page.getByRole('button', { name: '决定问责建议' }).click();
    await page.getByText('决定：谈话提醒').waitFor();
    await page.getByRole('button', { name: '认定正当理由' }).click();
    await page.getByLabel('正当理由', { exact: true }).fill('台风停工。');
    await page.getByRole('button', { name: '认定正当理由' }).click();
    await page.getByText('已认定正当理由，本轮不再升级').waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
  });
});

describe('urging by hand', () => {
  it('is offered once, and again after its cool-down', async () => {
    api.clock.set('2026-03-02T01:00:00.000Z');
    const id = await startLangxia(api);
    const visitor = await visit('group-office', id);
    const { page } = visitor;
    const ladder = ladderOf(visitor);
    await ladder.getByRole('button', { name: '催办' }).click();
    await ladder.getByLabel('附言').fill('请尽快。');
    await ladder.getByRole('button', { name: '催办' }).click();
    await ladder.getByText('可再次催办的时间：').waitFor();
    await ladder.getByText('2026-03-02 13:00').waitFor();
    await soon(() => ladder.getByRole('button', { name: '催办' }).count(), 0);
    expect(await accessibilityFaults(visitor)).toEqual([]);
    const sent = page.getByRole('listitem').filter({ hasText: '【催办】' });
    await sent.getByText('未读').first().waitFor();
    await api.passTime(id, '2026-03-02T05:00:00.000Z');
    await page.reload();
    await ladder.getByRole('button', { name: '催办' }).waitFor();
  });
});

describe('an extension', () => {
  it('is decided by the office that it waits for, with an earlier day', async () => {
    api.clock.set('2026-03-02T01:00:00.000Z');
    const id = await startLangxia(api);
    const body = {
      phase: 'survey',
      round: 1,
      reason: '调查量大',
      progress: '已完成一半',
      dueOn: '2026-03-31',
    };
    await api.send('POST', `/v1/programmes/${id}/extensions`, { as: 'labour-office', body });
    const visitor = await visit('group-office', id);
    const { page } = visitor;
    await page.getByText('已完成一半').waitFor();
    await page.getByRole('button', { name: '裁定延期' }).click();
    await page.getByLabel('准予延至 2026-03-31').check();
    await page.getByLabel('准予但改为更早的日期').fill('2026-03-27');
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await page.getByRole('button', { name: '裁定延期' }).click();
    await page.getByText('裁定：准予延期').waitFor();
    expect((await phaseOf(api, id, 'survey')).dueOn).toBe('2026-03-27');
  });
});

describe('what was sent', () => {
  it('names the class of a failure and the next attempt, and can be narrowed to failures', async () => {
    const id = await startOverdue(1);
    await api.pool.query(
      `UPDATE notifications SET email_state = 'failed-for-good', email_attempts = 3,
              email_error = 'EENVELOPE RCPT TO 550 <a@example.org> unknown'
        WHERE notifications.office = 'labour-office' AND notifications.kind = 'EscalationRaised'`,
    );
    const visitor = await visit('audit-admin', id, { viewport: PHONE });
    const { page } = visitor;
    await page.getByRole('link', { name: '邮件失败' }).click();
    await page.getByText('邮件放弃发送（邮件服务器拒收）').waitFor();
    await soon(() => page.getByText('未读').count(), 1);
    expect(await accessibilityFaults(visitor)).toEqual([]);
  });
});
