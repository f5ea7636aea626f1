/** The whole Langxia plan through the pages alone: set up, handed in and signed by its offices, phase after phase, and read by the auditor. */
import { describe, expect, it } from '@jest/globals';
import { programmeSchema } from '../../api/schemas/programmes.ts';
import { phaseOf, type Phase } from '../support/api-acts.ts';
import { accessibilityFaults, type Visitor } from '../support/e2e/browser.ts';
import { signInByForm } from '../support/e2e/people.ts';
import { openRoom } from '../support/e2e/room.ts';

const WHOLE_PLAN_MS = 300_000;

const { api, browser } = openRoom();

/** The offices at their desks: each signs in once and keeps its window. */
interface Desks {
  /** At the path when it sits down, afterwards where it was. */
  at(account: string, path: string): Promise<Visitor['page']>;
  close(): Promise<void>;
}

function openDesks(): Desks {
  const visitors = new Map<string, Visitor>();
  return {
    at: async (account, path) => {
      const known = visitors.get(account);
      if (known !== undefined) return known.page;
      // Who signs while another does is told of it by the API, and signs again by himself.
      const visitor = await browser.visit({ expected: /412/ });
      visitors.set(account, visitor);
      await signInByForm(visitor, account, { path });
      return visitor.page;
    },
    close: async () => {
      for (const { page, complaints } of visitors.values()) {
        expect(complaints).toEqual([]);
        await page.context().close();
      }
    },
  };
}

async function setUp(desks: Desks): Promise<string> {
  const page = await desks.at('group-office', '/set-up/definitions/langxia-transition');
  await page.getByRole('button', { name: '正式启动…' }).click();
  const dialog = page.getByRole('dialog', { name: '确认正式启动' });
  await dialog.getByRole('button', { name: '正式启动' }).click();
  await page.getByText(/已启动。/).waitFor();
  const address = await page.getByRole('link', { name: '打开方案' }).getAttribute('href');
  const id = /^\/programmes\/([0-9a-f-]{36})$/.exec(address ?? '')?.[1];
  if (id === undefined) throw new Error(`no programme at ${address ?? 'no address'}`);
  return id;
}

/** Offices work side by side, each at one thing after another. */
async function handIn(desks: Desks, id: string, phase: Phase): Promise<void> {
  const owners = [...new Set(phase.deliverables.map(({ office }) => office))];
  await Promise.all(
    owners.map(async (owner) => {
      const page = await desks.at(owner, '/inbox');
      for (const { title, office, schema } of phase.deliverables) {
        if (office !== owner) continue;
        await page.getByRole('link', { name: '方案', exact: true }).click();
        await page.locator(`a[href="/programmes/${id}"]`).click();
        await page.getByRole('link', { name: `提交：${title.zh}` }).click();
        if (schema === undefined) await page.getByLabel('文字说明').fill('已完成，附后。');
        await page.getByRole('button', { name: '提交', exact: true }).click();
        await page.getByRole('status').getByText('已提交').waitFor();
      }
    }),
  );
}

/** Each office signs from its own inbox, in the order in which the plan asks for it. */
async function sign(desks: Desks, id: string, key: string): Promise<void> {
  for (let phase = await phaseOf(api, id, key); phase.status === 'open';) {
    const { title, steps } = phase;
    const step = steps.find(({ status }) => status === 'open');
    const all = step?.slots.filter(({ status }) => status === 'open') ?? [];
    // In the last phase fewer than all suffice; whoever came too late would be turned away.
    const open = key === 'archive' ? all.slice(0, 1) : all;
    if (step === undefined || open.length === 0) throw new Error(`nobody signs ${key}`);
    await Promise.all(
      open.map(async ({ office }) => {
        const page = await desks.at(office, '/inbox');
        await page.getByRole('link', { name: '待办', exact: true }).first().click();
        await page.getByRole('link', { name: `${title.zh} · ${step.title.zh}` }).click();
        await page.getByRole('button', { name: '同意', exact: true }).click();
        await page.getByRole('button', { name: '确认同意', exact: true }).click();
        await page.getByRole('heading', { name: '已同意' }).waitFor();
      }),
    );
    phase = await phaseOf(api, id, key);
  }
}

describe('the plan of Langxia', () => {
  it(
    'is carried out by its offices through the pages alone',
    async () => {
      const desks = openDesks();
      const id = await setUp(desks);
      const read = (): ReturnType<typeof readProgramme> => readProgramme(id);
      for (const { key, opensOn } of (await read()).phases) {
        await api.passTime(id, `${opensOn}T01:00:00.000Z`);
        const phase = await phaseOf(api, id, key);
        await handIn(desks, id, phase);
        await sign(desks, id, key);
        await expect(phaseOf(api, id, key)).resolves.toMatchObject({ status: 'closed', round: 1 });
      }
      await expect(read()).resolves.toMatchObject({ status: 'completed' });
      const page = await desks.at('audit-admin', `/programmes/${id}/overview`);
      await page.getByText('已完成').first().waitFor();
      expect(await accessibilityFaults({ page, complaints: [] })).toEqual([]);
      await desks.close();
    },
    WHOLE_PLAN_MS,
  );
});

async function readProgramme(id: string): Promise<ReturnType<(typeof programmeSchema)['parse']>> {
  return api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'mayor' });
}
