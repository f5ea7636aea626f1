import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  programmePage,
  programmeSchema,
  startedProgramme,
} from '../../../api/schemas/programmes.ts';
import { createCatalogue } from '../../../programmes/catalogue.ts';
import { createTestApi, type TestApi } from '../../support/api-client.ts';
import { startLangxia } from '../../support/api-acts.ts';

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
}, 60_000);
afterAll(async () => {
  await api.close();
});

async function idsFor(as: string, query: string): Promise<readonly string[]> {
  const { items } = await api.read(programmePage, `/v1/programmes${query}`, { as });
  return items.map(({ id }) => id);
}

it('lists the programmes that one started oneself, page by page, and nobody else’s', async () => {
  const first = await startLangxia(api);
  // The newest stands first, so they must not begin at one instant.
  await api.passTime(first, new Date(api.clock.now().getTime() + 60_000).toISOString());
  const second = await startLangxia(api);
  await expect(idsFor('group-office', '?started=mine')).resolves.toEqual([second, first]);
  const page = await api.read(programmePage, '/v1/programmes?started=mine&limit=1', {
    as: 'group-office',
  });
  const after = page.page.endCursor ?? '';
  await expect(idsFor('group-office', `?started=mine&after=${after}`)).resolves.toEqual([first]);
  await expect(idsFor('mayor', '')).resolves.toEqual([second, first]);
  await expect(idsFor('mayor', '?started=mine')).resolves.toEqual([]);
  await expect(idsFor('audit-admin', '?started=mine')).resolves.toEqual([]);
});

it('are called as the paper is in both languages, or as whoever starts one says', async () => {
  const start = async (more: object): Promise<string> => {
    const body = { definition: { key: 'langxia-transition' }, clock: { speed: 1 }, ...more };
    const answer = await api.send('POST', '/v1/programmes', { as: 'outsider', body });
    return startedProgramme.parse(answer.body).id;
  };
  const named = await start({ title: '廊下试点' });
  const unnamed = await start({});
  const { items } = await api.read(programmePage, '/v1/programmes?started=mine', {
    as: 'outsider',
  });
  const titles = new Map(items.map(({ id, title, titleEn }) => [id, [title, titleEn]]));
  expect(titles.get(named)).toEqual(['廊下试点', null]);
  const title = createCatalogue().latest('langxia-transition')?.title;
  expect(titles.get(unnamed)).toEqual([title?.zh, title?.en]);
  const shown = await api.read(programmeSchema, `/v1/programmes/${unnamed}`, { as: 'outsider' });
  expect(shown).toMatchObject({ title: title?.zh, titleEn: title?.en });
});

it('knows of no other starter', async () => {
  const answer = await api.send('GET', '/v1/programmes?started=others', { as: 'mayor' });
  expect([answer.status, answer.body]).toMatchObject([400, { code: 'invalid-request' }]);
});
