/** Indicators over HTTP on PostgreSQL: reported, corrected, measured, missed, met late. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { measureAct, reportAct } from '../../../api/schemas/indicator-acts.ts';
import { indicatorList, reportPage, unitStandingPage } from '../../../api/schemas/indicators.ts';
import { programmeSchema } from '../../../api/schemas/programmes.ts';
import { sha256, type ApiAnswer, type TestApi } from '../../support/api-client.ts';
import { createIndicatorApi, reportCoverage, startMeasured } from '../../support/indicator-api.ts';

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
      report(id, { numerator: 1, denominator: 2, as: 'beta' }),
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
