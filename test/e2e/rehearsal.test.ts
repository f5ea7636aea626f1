/** A rehearsal through the pages: started, watched, played as its offices, left to the ladder, and summed up at its end. */
import { describe, expect, it } from '@jest/globals';
import { programmePage, programmeSchema } from '../../api/schemas/programmes.ts';
import { standInSchema } from '../../api/schemas/stand-ins.ts';
import { accessibilityFaults, PHONE } from '../support/e2e/browser.ts';
import { signInAt } from '../support/e2e/people.ts';
import { openRoom } from '../support/e2e/room.ts';
import { soon } from '../support/e2e/soon.ts';

const { api, browser } = openRoom();

/** Fast enough for a plan in minutes, slow enough for the test's clock, which stands still. */
const SPEED = 21_600;

async function startByApi(): Promise<string> {
  const body = {
    definition: { key: 'langxia-transition' },
    clock: { speed: SPEED, standIns: true },
  };
  const { status, body: started } = await api.send('POST', '/v1/programmes', {
    as: 'outsider',
    body,
  });
  expect(status).toBe(201);
  const { id } = started as { readonly id: string }; // judged by its schema
  await api.passTime(id, api.clock.now().toISOString());
  return id;
}

/** Time passes from moment to moment, each performed as a worker would, up to and with the first of a kind. */
async function passUntil(id: string, wanted: string): Promise<void> {
  for (let kind = ''; kind !== wanted;) {
    const { nextMoment } = await api.read(programmeSchema, `/v1/programmes/${id}`, {
      as: 'outsider',
    });
    if (nextMoment === null) throw new Error(`no ${wanted} is to come`);
    kind = nextMoment.kind;
    await api.passTime(id, nextMoment.realAt);
  }
}

async function newest(): Promise<string> {
  const path = '/v1/programmes?started=mine&rehearsal=true';
  const { items } = await api.read(programmePage, path, { as: 'outsider' });
  return items[0]?.id ?? '';
}

describe('rehearsals', () => {
  it('are started from the definition that the address names, at a chosen pace, and stay on the list', async () => {
    const visitor = await browser.visit();
    const { page } = visitor;
    await signInAt(visitor, 'outsider', { path: '/rehearsals' });
    await page.getByText('您还没有发起过演练。').waitFor();
    await page.getByRole('button', { name: '发起演练' }).click();
    await page.locator('.start-missing', { hasText: '请选择方案' }).waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);

    await page.goto('/rehearsals?definition=langxia-transition');
    await page.getByText('适中 · 1 秒 = 6 小时').waitFor();
    await page.getByLabel('快慢').press('ArrowRight');
    await page.getByText('稍快 · 1 秒 = 12 小时').waitFor();
    await page.getByText('全程 108 天，约需 4 分钟').waitFor();
    await page.getByLabel('起始日').fill('2014-03-03');
    await page.getByRole('button', { name: '发起演练' }).click();
    await page.getByRole('timer').waitFor();
    const id = await newest();
    expect(page.url()).toContain(`/rehearsals/${id}`);
    const { startsOn, clock } = await api.read(programmeSchema, `/v1/programmes/${id}`, {
      as: 'outsider',
    });
    expect([startsOn, clock?.speed]).toEqual(['2014-03-03', 43_200]);

    await page.getByRole('link', { name: '全部演练' }).click();
    await page.getByRole('link', { name: /廊下镇/ }).waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });

  it('are played in place as each office, by persons of the rehearsal', async () => {
    const id = await startByApi();
    const visitor = await browser.visit();
    const { page } = visitor;
    await signInAt(visitor, 'outsider', { path: `/rehearsals/${id}` });
    await page.locator('.happened-list', { hasText: '“组建班子与摸底调查”打开' }).waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);

    await page.getByRole('button', { name: '以劳保所身份办理 · 交付“工作方案”' }).click();
    await page.getByText('您正以“演练·劳保所”的身份办理。').waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await page.getByRole('button', { name: '交付', exact: true }).click();
    await page.getByRole('status').filter({ hasText: '劳保所已交付“工作方案”。' }).waitFor();
    await page.locator('.happened-list', { hasText: '劳保所交付“工作方案”' }).waitFor();
    const handedIn = await api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'outsider' });
    const plan = handedIn.phases[0]?.deliverables.find(({ key }) => key === 'work-plan');
    expect(plan?.by?.name.zh).toBe('演练·劳保所');

    await page.getByRole('button', { name: '全部按期办理' }).click();
    await page.getByRole('status').filter({ hasText: '已办理' }).waitFor();
    await page.locator('.happened-list', { hasText: '“组建班子与摸底调查”办结' }).waitFor();
    await page.getByText('目前没有等待办理的事项。').waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });

  it('let one office be looked through, whose return needs an opinion', async () => {
    const id = await startByApi();
    const visitor = await browser.visit();
    const { page } = visitor;
    await signInAt(visitor, 'outsider', { path: `/rehearsals/${id}` });
    for (const office of ['演练·劳保所', '演练·镇办公室']) {
      await page.getByLabel('以何身份办理').selectOption(office);
      await page.getByRole('alert').filter({ hasText: office }).waitFor();
      await page.getByRole('button', { name: '全部按期办理' }).click();
      await page.getByText(/^目前没有等待.*办理的事项。$/).waitFor();
    }
    await page.getByLabel('以何身份办理').selectOption('演练·财政所');
    await page.getByRole('button', { name: /^以财政所身份办理/ }).click();
    await page.getByRole('button', { name: '退回', exact: true }).click();
    await page.getByText('请写明意见。').waitFor();
    await page.getByLabel('意见').fill('摸底数据不全');
    await page.getByRole('button', { name: '退回', exact: true }).click();
    await page.getByRole('status').filter({ hasText: '财政所已退回' }).waitFor();
    await page.getByText('第 2 轮').waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });

  it('left to the system climb the ladder until somebody answers, and end with a summary (en, phone)', async () => {
    const id = await startByApi();
    const visitor = await browser.visit({ language: 'en', viewport: PHONE });
    const { page } = visitor;
    await signInAt(visitor, 'outsider', { path: `/rehearsals/${id}` });
    await page.locator('.strip-state', { hasText: 'Open' }).waitFor();
    await passUntil(id, 'missDeadline');
    await page.locator('.happened-list', { hasText: 'has missed its deadline' }).waitFor();
    await page.locator('.strip-state', { hasText: 'Overdue' }).waitFor();
    await passUntil(id, 'escalate');

    await page.getByRole('button', { name: /Act as .* · Answer: urging/ }).click();
    await page.getByRole('button', { name: 'Submit answer' }).click();
    await page.getByRole('status').filter({ hasText: 'has answered.' }).waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);

    await terminate(id);
    await page.getByRole('heading', { name: 'The rehearsal is over' }).waitFor();
    await page.getByText('The programme was terminated.').waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await page.getByRole('link', { name: 'Rehearse again' }).click();
    await page.getByRole('heading', { name: 'Start a rehearsal' }).waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });

  it('of others may be watched by those who hold an office in them', async () => {
    const body = { definition: { key: 'langxia-transition' }, clock: { speed: SPEED } };
    const { body: started } = await api.send('POST', '/v1/programmes', { as: 'outsider', body });
    const { id } = started as { readonly id: string }; // judged by its schema
    const visitor = await browser.visit();
    await signInAt(visitor, 'mayor', { path: `/rehearsals/${id}` });
    await visitor.page.getByText('只有发起人可以在演练中以各职务的身份办理。').waitFor();
    await soon(() => visitor.page.getByLabel('以何身份办理').count(), 0);
    expect(visitor.complaints).toEqual([]);
  });
});

/** As the owning office, by the session of its rehearsal person. */
async function terminate(id: string): Promise<void> {
  const path = `/v1/programmes/${id}`;
  const opened = await api.send('POST', `${path}/stand-ins`, {
    as: 'outsider',
    body: { office: 'group-office' },
  });
  const { token } = standInSchema.parse(opened.body);
  const { status } = await api.send('POST', `${path}/terminations`, {
    headers: { authorization: `Bearer ${token}` },
    body: { reason: '演练到此为止' },
  });
  expect(status).toBe(201);
}
