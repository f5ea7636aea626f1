/** Pages that follow what others do: two offices on one step, a network that goes and comes, a stream that is refused. */
import { describe, expect, it } from '@jest/globals';
import { decide, handInAll, startLangxia } from '../support/api-acts.ts';
import { PHONE, type Visitor, type VisitOptions } from '../support/e2e/browser.ts';
import { signInAt } from '../support/e2e/people.ts';
import { openRoom } from '../support/e2e/room.ts';

const { api, browser } = openRoom();

/** The sheets of the two offices that sign the first step together. */
async function twoSheets(): Promise<{ readonly finance: string; readonly heads: string }> {
  const id = await startLangxia(api);
  await handInAll(api, id, 'survey');
  const place = `${id}.survey.1.offices`;
  return { finance: `${place}.finance-office`, heads: `${place}.village-heads` };
}

async function open(task: string, options: VisitOptions = {}): Promise<Visitor> {
  const visitor = await browser.visit(options);
  await signInAt(visitor, task.split('.').at(-1) ?? '', { path: `/tasks/${task}` });
  return visitor;
}

describe('two offices on one step', () => {
  it('see each other decide', async () => {
    const { finance, heads } = await twoSheets();
    const [first, second] = await Promise.all([open(finance), open(heads, { language: 'en' })]);
    await second.page.getByText('(0 of 2 have').waitFor();
    await first.page.getByRole('button', { name: '同意', exact: true }).click();
    await first.page.getByLabel('意见（选填）').fill('资金已核。');
    await first.page.getByRole('button', { name: '确认同意', exact: true }).click();
    await second.page.getByText('(1 of 2 have').waitFor();
    await second.page.getByText('资金已核。').first().waitFor();
    await second.page.getByRole('button', { name: 'Approve', exact: true }).click();
    await second.page.getByRole('button', { name: 'Confirm approval' }).click();
    await first.page.getByText('已同意 2/2').waitFor();
    expect([...first.complaints, ...second.complaints]).toEqual([]);
  });
});

describe('a lost connection', () => {
  it('is said, and what was missed is caught up (phone)', async () => {
    const { finance, heads } = await twoSheets();
    const visitor = await open(finance, { viewport: PHONE, expected: /ERR_INTERNET_DISCONNECTED/ });
    const { page } = visitor;
    await page.getByText('实时', { exact: true }).waitFor();
    // The last part of the page that comes by itself.
    await page.getByRole('button', { name: '转办' }).waitFor();
    await page.context().setOffline(true);
    await page.getByText('连接中断，正在重连…').waitFor();
    expect((await decide(api, heads, { decision: 'approve' })).status).toBe(201);
    await page.context().setOffline(false);
    await page.getByText('已同意 1/2').waitFor();
    await page.getByText('实时', { exact: true }).waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('is tried again where the stream was answered with an error', async () => {
    const { finance, heads } = await twoSheets();
    const visitor = await browser.visit({ expected: /502/ });
    const { page } = visitor;
    await page.route('**/v1/changes', (route) => route.fulfill({ status: 502 }), { times: 1 });
    await signInAt(visitor, 'finance-office', { path: `/tasks/${finance}` });
    await page.getByText('连接中断，正在重连…').waitFor();
    await page.getByText('实时', { exact: true }).waitFor();
    expect((await decide(api, heads, { decision: 'approve' })).status).toBe(201);
    await page.getByText('已同意 1/2').waitFor();
    expect(visitor.complaints).toEqual([]);
  });
});

describe('a part of the page that cannot be fetched', () => {
  it('is fetched once the server answers again', async () => {
    const { finance } = await twoSheets();
    const visitor = await browser.visit({ expected: /ERR_FAILED|dynamically imported module/ });
    const { page } = visitor;
    await signInAt(visitor, 'finance-office');
    await page.route('**/assets/hands-*.js', (route) => route.abort());
    await page.goto(`/tasks/${finance}`);
    await page.getByText('页面出错').waitFor();
    await page.unroute('**/assets/hands-*.js');
    await page.getByRole('button', { name: '转办' }).waitFor();
    expect(visitor.complaints).toEqual([]);
  });
});
