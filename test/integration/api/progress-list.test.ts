/** What indicators are read from and shown as: latest values, the published list, read models made again, a rehearsal’s reports. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indicatorList, progressList, reportPage } from '../../../api/schemas/indicators.ts';
import { reportAll, type ReportScene } from '../../../cli/rehearse/report-all.ts';
import { listLatestValues } from '../../../db/read-models/indicators.ts';
import { createDefinitionStore } from '../../../engine/definition-store.ts';
import { compareProgramme, rebuildProgramme } from '../../../engine/rebuild.ts';
import type { ApiAnswer, TestApi } from '../../support/api-client.ts';
import {
  createIndicatorApi,
  measuredDefinition,
  reportCoverage,
  startMeasured,
} from '../../support/indicator-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await createIndicatorApi();
}, 60_000);

afterAll(async () => {
  await api.close();
});

const start = (): Promise<string> => startMeasured(api);
const report = (
  id: string,
  body: Readonly<Record<string, unknown>> & { readonly as?: string },
): Promise<ApiAnswer> => reportCoverage(api, id, body);

describe('the latest value of many units', () => {
  it('is the one of the latest day, corrections first, and nothing after the day asked about', async () => {
    const id = await start();
    const insert = `
      INSERT INTO indicator_reports (programme_id, position, indicator, unit, as_of, numerator, denominator, office, reported_by, reported_at)
      VALUES ($1, $2, 'coverage', $3, $4, $5, 10, 'alpha', $1, now())`;
    const rows = [
      [101, 'a', '2013-10-02', 1],
      [102, 'a', '2013-10-01', 2],
      [103, 'a', '2013-10-02', 3],
      [104, 'b', '2013-10-05', 4],
      [105, 'b', '2013-09-01', 5],
    ] as const;
    for (const row of rows) await api.pool.query(insert, [id, ...row]);
    const places = ['b', 'a', 'c'].map((unit) => ({ indicator: 'coverage', unit }));
    const at = (day: string) => listLatestValues(api.pool, { programmeId: id, places, day });
    expect((await at('2013-10-05')).map(({ unit, numerator }) => [unit, numerator])).toEqual([
      ['b', 4],
      ['a', 3],
    ]);
    expect((await at('2013-10-01')).map(({ unit, numerator }) => [unit, numerator])).toEqual([
      ['b', 5],
      ['a', 2],
    ]);
  });
});

describe('a rehearsal', () => {
  it('sends values that meet a target for whatever falls short of it', async () => {
    const id = await start();
    await report(id, { numerator: 79, denominator: 100, asOf: '2013-09-19' });
    const act = { office: 'alpha', indicator: 'coverage', target: '2013', asOf: '2013-09-20' };
    const call: ReportScene['call'] = async ({ method, path, body }) =>
      (await api.send(method, path, { as: 'alpha', ...(body === undefined ? {} : { body }) })).body;
    await reportAll({ definition: measuredDefinition, programmeId: id, call }, act);
    await reportAll({ definition: measuredDefinition, programmeId: id, call }, act);
    const path = `/v1/programmes/${id}/indicators`;
    const { items } = await api.read(indicatorList, path, { as: 'alpha' });
    expect(items[0]?.targets[0]?.current).toMatchObject({ value: 80, met: true });
    const history = await api.read(reportPage, `${path}/coverage/reports`, { as: 'alpha' });
    expect(history.items).toHaveLength(2);
  });
});

describe('the published list', () => {
  it('shows every target and phase to anyone signed in, the worst first, also of a day that is over', async () => {
    const id = await start();
    await report(id, { numerator: 79, denominator: 100 });
    await api.passTime(id, '2013-11-02T02:00:00.000Z');
    const path = `/v1/programmes/${id}/progress-list`;
    const list = await api.read(progressList, path, { as: 'system-admin' });
    expect(list.items.map(({ phase, light }) => `${phase} ${light}`)).toEqual([
      'first overdue',
      'second overdue',
      'third overdue',
      'coverage@2013 overdue',
      'agencies@2013 behind',
    ]);
    const before = await api.read(progressList, `${path}?on=2013-09-25`, { as: 'gamma' });
    expect(before.items.map(({ phase, light, value }) => [phase, light, value])).toEqual([
      ['agencies@2013', 'behind', null],
      ['first', 'under-way', null],
      ['coverage@2013', 'ahead', 79],
      ['second', 'waiting', null],
      ['third', 'waiting', null],
    ]);
    const later = await api.send('GET', `${path}?on=2013-11-03`, { as: 'gamma' });
    expect(later.body).toMatchObject({ status: 400, code: 'invalid-request' });
  });

  it('comes as a table that a spreadsheet opens', async () => {
    const id = await start();
    const answer = await api.send('GET', `/v1/programmes/${id}/progress-list.csv?on=2013-09-15`, {
      as: 'watch',
      headers: { 'accept-language': 'en' },
    });
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [head, ...lines] = answer.text.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(head?.split(',')).toHaveLength(10);
    expect(lines).toHaveLength(5);
  });
});

describe('rebuilding', () => {
  it('makes reports and measurements again from the events alone', async () => {
    const id = await start();
    await report(id, { numerator: 79.5, denominator: 100 });
    await report(id, { numerator: 80.25, denominator: 100, reason: 'later files' });
    await api.passTime(id, '2013-11-02T02:00:00.000Z');
    const definitions = createDefinitionStore({
      pool: api.pool,
      clock: api.clock,
      catalogue: api.deps.catalogue,
    });
    const deps = { pool: api.pool, definitions, calendars: api.deps.calendars.store };
    expect((await compareProgramme(deps, id)).differences).toEqual([]);
    await api.pool.query('DELETE FROM indicator_reports WHERE programme_id = $1', [id]);
    await api.pool.query('DELETE FROM indicator_measurements WHERE programme_id = $1', [id]);
    const damage = await rebuildProgramme(deps, id);
    expect(new Set(damage.differences.map(({ table }) => table))).toEqual(
      new Set(['indicatorReports', 'indicatorMeasurements']),
    );
    expect((await compareProgramme(deps, id)).differences).toEqual([]);
  });
});
