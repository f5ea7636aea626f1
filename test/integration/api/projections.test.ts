/** What if and planning backward: answers that change nothing. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startLangxia } from '../../support/api-acts.ts';
import { createFlightDesk, FIRST_VERSION, type FlightDesk } from '../../support/api-migrations.ts';

let desk: FlightDesk;

const STARTS = '2026-03-02T01:00:00.000Z';

beforeAll(async () => {
  desk = await createFlightDesk(STARTS);
}, 60_000);
afterAll(async () => {
  await desk.api.close();
});

describe('what if', () => {
  it('answers for a programme under way and changes nothing', async () => {
    desk.api.clock.set(STARTS);
    const id = await startLangxia(desk.api, FIRST_VERSION);
    const before = await desk.written(id);
    const answer = await desk.post(`/v1/programmes/${id}/projections`, 'village-heads', {
      changes: [
        { kind: 'vacancy', office: 'mayor', from: '2026-03-10' },
        { kind: 'calendar', off: ['2026-03-12'] },
      ],
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      firstBreach: { phase: 'survey', responsible: ['mayor'], withoutChanges: false },
      completesOn: { after: null },
    });
    expect(await desk.written(id)).toEqual(before);
    const faulty = await desk.post(`/v1/programmes/${id}/projections`, 'mayor', {
      changes: [
        { kind: 'late', phase: 'nowhere', workdays: 3 },
        { kind: 'vacancy', office: 'nobody', from: '2026-03-10' },
      ],
    });
    expect(faulty.body).toMatchObject({
      status: 422,
      code: 'projection-change-invalid',
      errors: [{ pointer: '/changes/0/phase' }, { pointer: '/changes/1/office' }],
    });
    const hidden = await desk.post(`/v1/programmes/${id}/projections`, 'outsider', {
      changes: [{ kind: 'start', startsOn: '2026-04-01' }],
    });
    expect([200, 404]).toContain(hidden.status);
  });

  it('answers for a plan that has not begun', async () => {
    const answer = await desk.post('/v1/definitions/langxia-transition/projections', 'mayor', {
      version: 1,
      startsOn: '2026-03-02',
      changes: [{ kind: 'start', startsOn: '2026-03-16' }],
    });
    const { moves, completesOn, firstBreach } = answer.body as {
      readonly moves: readonly {
        readonly kind: string;
        readonly phase: string;
        readonly after: { readonly on: string };
      }[];
      readonly completesOn: object;
      readonly firstBreach: null;
    };
    expect(firstBreach).toBeNull();
    expect(moves.find(({ kind, phase }) => kind === 'opens' && phase === 'survey')?.after.on).toBe(
      '2026-03-16',
    );
    expect(completesOn).toEqual({ before: '2026-06-15', after: '2026-06-29' });
    const missing = await desk.post('/v1/definitions/nowhere/projections', 'mayor', {
      changes: [{ kind: 'start', startsOn: '2026-03-16' }],
    });
    expect(missing.status).toBe(404);
    const bad = await desk.post('/v1/definitions/langxia-transition/projections', 'mayor', {
      changes: Array.from({ length: 11 }, () => ({ kind: 'start', startsOn: '2026-03-16' })),
    });
    expect(bad.body).toMatchObject({ code: 'invalid-request' });
    const late = await desk.post('/v1/definitions/langxia-transition/projections', 'mayor', {
      startsOn: '2101-01-01',
      changes: [{ kind: 'late', phase: 'survey', workdays: 1 }],
    });
    expect(late.body).toMatchObject({ code: 'invalid-request' });
  });

  it('plans backward from a last day, and the start that it offers holds', async () => {
    const path = '/v1/definitions/langxia-transition/backward-plans';
    const body = { version: 1, endsOn: '2026-12-31', earliest: '2026-03-02' };
    const answer = await desk.post(path, 'mayor', body);
    expect(answer.body).toMatchObject({
      latestStart: '2026-09-15',
      startsOn: '2026-09-15',
      slackDays: 197,
      faults: [],
    });
    const tight = await desk.post(path, 'mayor', {
      ...body,
      endsOn: '2026-05-01',
      keep: 'workdays',
    });
    expect(tight.body).toMatchObject({ faults: [{ code: 'starts-too-early' }] });
    const unknown = await desk.post(path, 'mayor', {
      ...body,
      fixed: { nowhere: { to: '2026-05-01' } },
    });
    expect(unknown.body).toMatchObject({ status: 422, code: 'plan-unknown-phase' });
  });
});
