/** Indicators over HTTP on PostgreSQL: reported, corrected, measured, missed, met late, published. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  indicatorList,
  progressList,
  reportPage,
  unitStandingPage,
} from '../../../api/schemas/indicators.ts';
import { measureAct, reportAct } from '../../../api/schemas/indicator-acts.ts';
import { programmeSchema } from '../../../api/schemas/programmes.ts';
import { listLatestValues } from '../../../db/read-models/indicators.ts';
import { createDefinitionStore } from '../../../engine/definition-store.ts';
import { compareProgramme, rebuildProgramme } from '../../../engine/rebuild.ts';
import type { IndicatorDefinition } from '../../../domain/definition/indicator-types.ts';
import type { Definition } from '../../../domain/definition/types.ts';
import { createTestApi, sha256, type ApiAnswer, type TestApi } from '../../support/api-client.ts';
import { count } from '../../support/indicator-plan.ts';
import { plan } from '../../support/plan.ts';

const coverage: IndicatorDefinition = {
  ...count,
  key: 'coverage',
  title: { zh: '登记率', en: 'Registration' },
  unit: 'percent',
  source: { kind: 'reported', unitSet: null, rollUp: 'ratio' },
  office: 'alpha',
  targets: [{ key: '2013', value: 80, from: '2013-09-15', on: '2013-10-31', pace: 'month' }],
};
const definition: Definition = { ...plan, key: 'measured-plan', indicators: [coverage, count] };

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi({
    now: '2013-09-15T02:00:00.000Z',
    seed: 'measured-plan',
    catalogue: {
      list: () => [definition],
      latest: (key) => (key === definition.key ? definition : undefined),
      get: (key) => (key === definition.key ? definition : undefined),
    },
  });
}, 60_000);

afterAll(async () => {
  await api.close();
});

async function start(): Promise<string> {
  api.clock.set('2013-09-15T02:00:00.000Z');
  const answer = await api.send('POST', '/v1/programmes', {
    as: 'clerk',
    body: { definition: { key: 'measured-plan' }, startsOn: '2013-09-15' },
  });
  const { id } = answer.body as { id: string };
  await api.passTime(id, '2013-09-20T02:00:00.000Z');
  return id;
}

function report(
  id: string,
  body: Readonly<Record<string, unknown>>,
  as = 'alpha',
): Promise<ApiAnswer> {
  const path = `/v1/programmes/${id}/indicators/coverage/reports`;
  return api.send('POST', path, { as, body: { asOf: '2013-09-20', note: 'register', ...body } });
}

describe('reporting', () => {
  it('records a value, corrects it only with a reason, and keeps both', async () => {
    const id = await start();
    const first = await report(id, { numerator: 70, denominator: 100 });
    expect(first.status).toBe(201);
    const { position, report: recorded } = reportAct.parse(first.body);
    expect(recorded).toEqual({
      indicator: 'coverage',
      unit: null,
      asOf: '2013-09-20',
      replaces: null,
    });
    const bare = await report(id, { numerator: 75, denominator: 100 });
    expect(bare.body).toMatchObject({
      status: 422,
      code: 'report-reason-missing',
      params: { replaces: position },
    });
    const second = await report(id, { numerator: 75, denominator: 100, reason: 'miscounted' });
    expect(reportAct.parse(second.body).report.replaces).toBe(position);
    const history = await api.read(reportPage, `/v1/programmes/${id}/indicators/coverage/reports`, {
      as: 'head',
    });
    expect(
      history.items.map(({ numerator, replaces, replacedBy }) => [numerator, replaces, replacedBy]),
    ).toEqual([
      [75, position, null],
      [70, null, position + 1],
    ]);
  });

  it('pages through the history by keyset', async () => {
    const id = await start();
    for (const day of ['2013-09-16', '2013-09-17', '2013-09-18']) {
      await report(id, { numerator: 1, denominator: 2, asOf: day });
    }
    const path = `/v1/programmes/${id}/indicators/coverage/reports?limit=2`;
    const first = await api.read(reportPage, path, { as: 'head' });
    const rest = await api.read(reportPage, `${path}&after=${first.page.endCursor ?? ''}`, {
      as: 'head',
    });
    expect([...first.items, ...rest.items].map(({ asOf }) => asOf)).toEqual([
      '2013-09-18',
      '2013-09-17',
      '2013-09-16',
    ]);
    expect([first.page.hasMore, rest.page.hasMore]).toEqual([true, false]);
  });

  it('refuses what does not fit, each with its own code, and records nothing', async () => {
    const id = await start();
    const before = await api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'head' });
    const codes = await Promise.all([
      report(id, { numerator: 1, denominator: 2 }, 'beta'),
      report(id, { numerator: 3, denominator: 2 }),
      report(id, { numerator: 1 }),
      report(id, { numerator: 1, denominator: 2, unit: 'somewhere' }),
      report(id, { numerator: 1, denominator: 2, asOf: '2013-09-21' }),
      report(id, { numerator: 1, denominator: 2, note: null }),
      report(id, {
        numerator: 1,
        denominator: 2,
        files: [{ sha256: 'a'.repeat(64), name: 'a.pdf' }],
      }),
      report(id, { numerator: 'many', denominator: 2 }),
      api.send('POST', `/v1/programmes/${id}/indicators/nothing/reports`, {
        as: 'alpha',
        body: { numerator: 1, denominator: 2, asOf: '2013-09-20', note: 'x' },
      }),
    ]);
    expect(codes.map(({ body }) => (body as { code: string }).code)).toEqual([
      'not-office-holder',
      'report-above-whole',
      'report-denominator-missing',
      'report-unit-invalid',
      'report-date-invalid',
      'report-evidence-missing',
      'file-not-found',
      'invalid-request',
      'unknown-indicator',
    ]);
    const after = await api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'head' });
    expect(after.position).toBe(before.position);
  });

  it('takes a file as evidence, which everybody in the programme may then read', async () => {
    const id = await start();
    const bytes = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
    const hash = sha256(bytes);
    const put = await fetch(`${api.url}/v1/files/${hash}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${await api.tokenOf('alpha')}`,
        'content-type': 'application/pdf',
      },
      body: bytes,
    });
    expect(put.status).toBe(201);
    const files = [{ sha256: hash, name: 'register.pdf' }];
    const answer = await report(id, { numerator: 1, denominator: 2, note: null, files });
    expect(answer.status).toBe(201);
    const seen = await api.send('GET', `/v1/files/${hash}`, { as: 'watch' });
    expect(seen.status).toBe(200);
    const again = await report(id, {
      numerator: 1,
      denominator: 2,
      asOf: '2013-09-19',
      note: null,
      files,
    });
    expect(again.status).toBe(201);
  });

  it('gives one answer to a repeated request', async () => {
    const id = await start();
    const request = {
      as: 'alpha',
      body: { numerator: 1, denominator: 2, asOf: '2013-09-20', note: 'x' },
      headers: { 'idempotency-key': 'one report' },
    };
    const path = `/v1/programmes/${id}/indicators/coverage/reports`;
    const [first, second] = await Promise.all([
      api.send('POST', path, request),
      api.send('POST', path, request),
    ]);
    expect(second.text).toBe(first.text);
    const history = await api.read(reportPage, path, { as: 'head' });
    expect(history.items).toHaveLength(1);
  });
});

describe('measuring', () => {
  it('shows values of today, the even pace and what was measured', async () => {
    const id = await start();
    await report(id, { numerator: 10, denominator: 100 });
    await api.passTime(id, '2013-10-02T02:00:00.000Z');
    const { items } = await api.read(indicatorList, `/v1/programmes/${id}/indicators`, {
      as: 'watch',
    });
    const [shown] = items;
    expect(shown?.targets[0]?.current).toMatchObject({
      value: 10,
      numerator: 10,
      denominator: 100,
      met: false,
      pace: { expected: 30.63, behind: true },
    });
    expect(shown?.measurements).toHaveLength(1);
    expect(shown?.measurements[0]).toMatchObject({
      occasion: 'pace-2013-09-30',
      value: 10,
      pace: { expected: 27.23, behind: true },
    });
    const { items: told } = (await api.send('GET', '/v1/notifications', { as: 'alpha' })).body as {
      items: { kind: string; subject: string; text: string }[];
    };
    const behind = told.find(({ kind }) => kind === 'IndicatorMeasured');
    expect(behind?.subject).toBe('【进度滞后】登记率（2013）：落后于序时进度');
    expect(behind?.text).toContain(
      '100中的10，10%；要求不低于80%：未达标；序时进度应为27.23%，滞后',
    );
  });

  it('records a missed target, climbs, and closes late when it is met and measured', async () => {
    const id = await start();
    await report(id, { numerator: 79, denominator: 100 });
    await api.passTime(id, '2013-11-02T02:00:00.000Z');
    const missed = await api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'head' });
    expect(missed.phases.find(({ key }) => key === 'coverage@2013')).toMatchObject({
      status: 'open',
      overdue: true,
      missed: true,
      rungs: ['urge'],
    });
    expect(missed.indicators[0]?.targets[0]).toMatchObject({
      overdue: true,
      last: { value: 79, met: false, behind: null },
    });
    const escalation = `${id}.coverage@2013.1.urge`;
    const answered = await api.send('POST', `/v1/escalations/${escalation}/answers`, {
      as: 'alpha',
      body: { answer: 'next week' },
    });
    expect(answered.status).toBe(201);
    await report(id, { numerator: 85, denominator: 100, asOf: '2013-11-02' });
    const path = `/v1/programmes/${id}/indicators/coverage/measurements`;
    const refused = await api.send('POST', path, { as: 'gamma', body: { target: '2013' } });
    expect(refused.body).toMatchObject({ status: 403, code: 'not-office-holder' });
    const measured = await api.send('POST', path, { as: 'clerk', body: { target: '2013' } });
    expect(measureAct.parse(measured.body)).toMatchObject({
      phase: { key: 'coverage@2013', status: 'closed' },
      measurement: {
        value: 85,
        met: true,
        words: { en: '85 of 100, 85 %; at least 80 % needed: met' },
      },
    });
    const { rows } = await api.pool.query<{ qualifier: string; state: string }>(
      `SELECT qualifier, state FROM moments WHERE programme_id = $1 AND phase = 'coverage@2013' AND kind = 'measure'
        ORDER BY at, qualifier`,
      [id],
    );
    expect(rows.map(({ qualifier, state }) => `${qualifier} ${state}`)).toEqual([
      'pace-2013-09-30 performed',
      'target performed',
      'urge performed',
      'supervise cancelled',
      'circulate cancelled',
      'accountability cancelled',
    ]);
  });

  it('shows the whole programme as its only unit behind the value', async () => {
    const id = await start();
    await report(id, { numerator: 90, denominator: 100 });
    const path = `/v1/programmes/${id}/indicators/coverage/units`;
    const page = await api.read(unitStandingPage, path, { as: 'head' });
    expect(page.items).toEqual([
      { unit: null, met: true, numerator: 90, denominator: 100, asOf: '2013-09-20' },
    ]);
    expect((await api.read(unitStandingPage, `${path}?met=false`, { as: 'head' })).items).toEqual(
      [],
    );
    const unknown = await api.send('GET', `${path}?target=1999`, { as: 'head' });
    expect(unknown.body).toMatchObject({ status: 404, code: 'unknown-target' });
  });
});

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
    const deps = { pool: api.pool, definitions };
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
