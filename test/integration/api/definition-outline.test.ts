/** A definition as it would begin on a day, and who holds which office until when. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { outlineSchema } from '../../../api/schemas/definition-outline.ts';
import { definitionList } from '../../../api/schemas/definitions.ts';
import { appointmentSchema, officeList } from '../../../api/schemas/directory.ts';
import { programmeSchema } from '../../../api/schemas/programmes.ts';
import { createTestApi, type TestApi } from '../../support/api-client.ts';
import { startLangxia } from '../../support/api-acts.ts';

const OUTLINE = '/v1/definitions/langxia-transition/versions/1/outline';

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
}, 60_000);
afterAll(async () => {
  await api.close();
});

describe('the outline of a definition', () => {
  it('has the dates that a programme started on that day gets', async () => {
    const outline = await api.read(outlineSchema, OUTLINE, { as: 'group-office' });
    const id = await startLangxia(api);
    const { phases } = await api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'mayor' });
    const dates = ({ key, opensOn, dueOn }: (typeof phases)[number]): object => ({
      key,
      opensOn,
      dueOn,
    });
    expect(outline.phases.map(({ key, opensOn, dueOn }) => ({ key, opensOn, dueOn }))).toEqual(
      phases.map(dates),
    );
    expect(outline).toMatchObject({ startsOn: '2026-03-02', today: '2026-03-02', faults: [] });
    expect(outline.phases[0]?.steps[0]?.policy.zh).toMatch(/^须.*同意$/);
  });

  it('shifts all windows by as many days, and says what is provisional', async () => {
    const path = `${OUTLINE}?startsOn=2027-01-01`;
    const outline = await api.read(outlineSchema, path, { as: 'outsider' });
    expect(outline.phases[0]).toMatchObject({
      opensOn: '2027-01-01',
      dueOn: '2027-01-16',
      paperFrom: '2013-09-15',
      provisional: true,
    });
    expect(outline.faults.map(({ code }) => code)).toContain('date-provisional');
    const wrong = await api.send('GET', `${OUTLINE}?startsOn=1999-12-31`, { as: 'mayor' });
    expect(wrong.status).toBe(400);
    const unknown = OUTLINE.replace('versions/1', 'versions/7');
    expect((await api.send('GET', unknown, { as: 'mayor' })).status).toBe(404);
  });

  it('tells of a vacant office and of who acts for it', async () => {
    const offices = await api.read(officeList, '/v1/offices', { as: 'audit-admin' });
    const office = offices.items.find(({ key }) => key === 'finance-office');
    const [appointment] = office?.appointments ?? [];
    expect(appointment).toMatchObject({ from: '2000-01-01T00:00:00.000Z', until: null });
    const path = `/v1/appointments/${appointment?.id ?? ''}/endings`;
    const ended = await api.send('POST', path, { as: 'security-admin', body: {} });
    expect(appointmentSchema.parse(ended.body).until).toBe(api.clock.now().toISOString());
    const outline = await api.read(outlineSchema, OUTLINE, { as: 'mayor' });
    expect(outline.offices.find(({ key }) => key === 'finance-office')).toMatchObject({
      holders: [],
      actingOffice: 'deputy-mayor',
    });
    expect(outline.faults).toMatchObject([{ code: 'office-vacant', office: 'finance-office' }]);
  });

  it('knows appointments that have not begun', async () => {
    const from = '2026-06-01T00:00:00.000Z';
    const body = { account: 'outsider', from };
    const path = '/v1/offices/finance-office/appointments';
    expect((await api.send('POST', path, { as: 'security-admin', body })).status).toBe(201);
    const { items } = await api.read(officeList, '/v1/offices', { as: 'security-admin' });
    expect(items.find(({ key }) => key === 'finance-office')).toMatchObject({
      holders: [],
      appointments: [{ person: { name: { en: 'Outsider' } }, from, until: null }],
    });
  });
});

describe('definitions in short', () => {
  it('name their paper and how many of its clauses they rest on', async () => {
    const { items } = await api.read(definitionList, '/v1/definitions', { as: 'mayor' });
    const langxia = items.find(({ key }) => key === 'langxia-transition');
    expect(langxia).toMatchObject({ clauses: 8, documentNumber: null });
    expect(langxia?.paper.zh).toContain('廊下镇');
  });
});
