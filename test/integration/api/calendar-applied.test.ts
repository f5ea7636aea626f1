/** What a notice does to programmes under way: each is moved once, whoever is killed in between, and as the preview said. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { previewSchema } from '../../../api/schemas/calendars.ts';
import { momentList, programmeSchema, startedProgramme } from '../../../api/schemas/programmes.ts';
import { notificationPage } from '../../../api/schemas/records.ts';
import { escalationList, owedList, taskPage } from '../../../api/schemas/tasks.ts';
import type { EventData } from '../../../domain/programme/events.ts';
import { listProgrammesBehind } from '../../../db/read-models/calendars.ts';
import { applyCalendarRequest, isSettled } from '../../../engine/apply-calendar.ts';
import { createDefinitionStore } from '../../../engine/definition-store.ts';
import { createEngine } from '../../../engine/execute.ts';
import { compareProgramme } from '../../../engine/rebuild.ts';
import { verifyProgramme } from '../../../engine/verify.ts';
import type { Engine } from '../../../engine/types.ts';
import {
  createCalendarSweep,
  type CalendarSweep,
  type CalendarSweepDeps,
} from '../../../worker/calendar-sweep.ts';
import { handInAll, startLangxia } from '../../support/api-acts.ts';
import { createTestApi, type ApiAnswer, type TestApi } from '../../support/api-client.ts';
import { noticeBody } from '../../support/calendars.ts';
import { silentLog } from '../../support/database-fixtures.ts';

const NOW = '2026-12-30T03:00:00.000Z';
const OWNER = 'group-office';

interface Programmes {
  /** Its first phase was returned and is signed: five working days from 30 December. */
  readonly returned: string;
  /** Its first phase is overdue and was urged: an answer within two working days from 30 December. */
  readonly urged: string;
  /** All its due days lie in the next year. */
  readonly waiting: string;
  readonly terminated: string;
  /** A rehearsal of 2013. */
  readonly rehearsal: string;
}

let api: TestApi;
let programmes: Programmes;

beforeAll(async () => {
  api = await createTestApi({ now: '2026-12-01T01:00:00.000Z' });
  programmes = await startAll();
}, 60_000);
afterAll(async () => {
  await api.close();
});

async function startAll(): Promise<Programmes> {
  const returned = await startLangxia(api, { startsOn: '2026-12-01' });
  const urged = await startLangxia(api, { startsOn: '2026-12-14' });
  const waiting = await startLangxia(api, { startsOn: '2026-12-20' });
  const terminated = await startLangxia(api, { startsOn: '2026-12-20' });
  await post(`/v1/programmes/${terminated}/terminations`, { reason: '另有安排' }, OWNER);
  const played = { startsOn: '2013-09-15', clock: { speed: 1 } };
  const rehearsal = startedProgramme.parse(
    (await post('/v1/programmes', { definition: { key: 'langxia-transition' }, ...played }, OWNER))
      .body,
  ).id;
  for (const id of [urged, returned, waiting]) await api.passTime(id, NOW);
  await post(`/v1/programmes/${returned}/returns`, { phase: 'survey', reason: '重报' }, OWNER);
  await handInAll(api, returned, 'survey');
  return { returned, urged, waiting, terminated, rehearsal };
}

function post(path: string, body: unknown, as = 'system-admin'): Promise<ApiAnswer> {
  return api.send('POST', path, { as, body, headers: { 'idempotency-key': randomUUID() } });
}

/** A worker of its own: nothing in memory that another one knows. */
function anotherEngine(): Engine {
  const { pool, deps, clock } = api;
  return createEngine({ pool, clock, catalogue: deps.catalogue, email: false, log: silentLog });
}

function sweepOf(engine: Engine, after: (done: number) => void = () => undefined): CalendarSweep {
  let done = 0;
  const apply: CalendarSweepDeps['apply'] = async ({ programmeId, ...ref }) => {
    const settled = isSettled(await engine.execute(applyCalendarRequest(programmeId, ref)));
    done += 1;
    after(done);
    return settled;
  };
  const findBehind: CalendarSweepDeps['findBehind'] = (afterId, limit) =>
    listProgrammesBehind(api.pool, afterId, limit);
  return createCalendarSweep({ findBehind, apply, log: silentLog });
}

async function appliedTo(id: string): Promise<readonly EventData['CalendarApplied'][]> {
  const { rows } = await api.pool.query<{ data: EventData['CalendarApplied'] }>(
    `SELECT data FROM events WHERE stream = 'programme/' || $1 AND type = 'CalendarApplied' ORDER BY position`,
    [id],
  );
  return rows.map(({ data }) => data);
}

async function told(id: string): Promise<readonly { subject: string; text: string }[]> {
  const page = await api.read(notificationPage, '/v1/notifications?limit=200', { as: OWNER });
  return page.items.filter(
    ({ programmeId, kind }) => programmeId === id && kind === 'CalendarApplied',
  );
}

async function provisionalPhases(id: string): Promise<readonly (string | undefined)[]> {
  const { faults } = await api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'mayor' });
  return faults.filter(({ code }) => code === 'date-provisional').map(({ phase }) => phase);
}

async function previewOf(body: unknown): Promise<z.output<typeof previewSchema>> {
  const answer = await post('/v1/calendars/cn-public/previews', body);
  expect(answer.status).toBe(200);
  return previewSchema.parse(answer.body);
}

type Named = Omit<z.output<typeof momentList>[number], 'at' | 'realAt'>;

function isSameMoment(one: Named, other: Named): boolean {
  const parts = ['kind', 'phase', 'round', 'workdaysBefore', 'rung'] as const;
  return parts.every((part) => one[part] === other[part]);
}

async function taskDueDates(id: string): Promise<readonly string[]> {
  const path = `/v1/tasks?programme=${id}`;
  const { items } = await api.read(taskPage, path, { as: 'finance-office' });
  return items.map(({ dueAt }) => dueAt);
}

describe('a notice for the next year', () => {
  let preview: z.output<typeof previewSchema>;

  it('is previewed without changing anything', async () => {
    preview = await previewOf({ notice: noticeBody() });
    expect(preview).toMatchObject({
      onVersion: 1,
      horizonBefore: '2026-12-31',
      horizonAfter: '2027-12-31',
      examined: 4,
      affected: 3,
      truncated: false,
    });
    const { returned, urged, waiting } = programmes;
    const moved = new Map(preview.programmes.map((one) => [one.programmeId, one]));
    expect([...moved.keys()].toSorted()).toEqual([returned, urged, waiting].toSorted());
    expect(moved.get(returned)?.changes).toMatchObject([
      {
        phase: 'survey',
        round: 2,
        dueOnBefore: '2027-01-06',
        dueOnAfter: '2027-01-07',
        why: 'rework',
      },
    ]);
    expect(moved.get(urged)?.answers).toMatchObject([
      { rung: 'urge', answerDueOnBefore: '2027-01-01', answerDueOnAfter: '2027-01-04' },
    ]);
    expect(moved.get(waiting)).toMatchObject({ changes: [], answers: [] });
    expect(await appliedTo(returned)).toEqual([]);
    expect(await listProgrammesBehind(api.pool, ZERO, 10)).toEqual([]);
    expect((await provisionalPhases(returned)).length).toBeGreaterThan(0);
    expect(await taskDueDates(returned)).toEqual(['2027-01-06T16:00:00.000Z']);
  });

  it('reaches every programme once, though one worker stops half-way and two go on at once', async () => {
    expect((await post('/v1/calendars/cn-public/notices', noticeBody())).status).toBe(201);
    expect(await listProgrammesBehind(api.pool, ZERO, 10)).toHaveLength(4);
    const killed = sweepOf(anotherEngine(), () => {
      void killed.close();
    });
    await killed.sweep();
    const left = await listProgrammesBehind(api.pool, ZERO, 10);
    expect(left.length).toBeLessThan(4);
    const workers = [anotherEngine(), anotherEngine(), api.deps.engine].map((one) => sweepOf(one));
    await Promise.all(workers.map((worker) => worker.sweep()));
    expect(await listProgrammesBehind(api.pool, ZERO, 10)).toEqual([]);
    const { returned, urged, waiting, rehearsal, terminated } = programmes;
    for (const id of [returned, urged, waiting, rehearsal]) {
      expect(await appliedTo(id)).toHaveLength(1);
      expect((await compareOf(id)).differences).toEqual([]);
      expect((await verifyProgramme(api.pool, id)).ok).toBe(true);
    }
    expect(await appliedTo(terminated)).toEqual([]);
    const { rows } = await api.pool.query(
      `SELECT programme_id AS id FROM outbox WHERE urgent AND types @> '{CalendarApplied}'`,
    );
    expect(rows.map(({ id }: { id: string }) => id).toSorted()).toEqual(
      [returned, urged, waiting, rehearsal].toSorted(),
    );
    expect(await sweepOf(anotherEngine()).sweep()).toBe(0);
  });

  it('moves exactly what the preview said', async () => {
    for (const { programmeId, changes, answers, confirmed } of preview.programmes) {
      const [applied] = await appliedTo(programmeId);
      expect(applied).toMatchObject({ from: 1, to: 2, changes, answers, confirmed });
    }
    for (const { programmeId, moments, momentCount, phases } of preview.programmes) {
      expect(moments.length).toBe(momentCount);
      const path = `/v1/programmes/${programmeId}/moments`;
      const planned = await api.read(momentList, path, { as: 'mayor' });
      for (const { before: _before, after, ...moment } of moments) {
        const at = planned.flatMap((one) => (isSameMoment(one, moment) ? [one.at] : []));
        expect(at).toEqual(after === null ? [] : [after]);
      }
      const named = moments.map(({ phase }) => phase);
      expect(phases.map(({ key }) => key)).toEqual(expect.arrayContaining(named));
    }
    const survey = preview.programmes.find(
      ({ programmeId }) => programmeId === programmes.returned,
    );
    // Its due day moves by a day, and with it what is counted from there.
    expect(survey?.moments).toContainEqual({
      ...{ kind: 'remind', phase: 'survey', round: 2, workdaysBefore: 2 },
      ...{ before: '2027-01-04T01:00:00.000Z', after: '2027-01-05T01:00:00.000Z' },
    });
    expect(await appliedTo(programmes.rehearsal)).toMatchObject([
      { changes: [], answers: [], confirmed: [], recipients: [] },
    ]);
  });

  it('is told to the owner of each once, in words', async () => {
    const [news, ...more] = await told(programmes.returned);
    expect(more).toEqual([]);
    expect(news?.subject).toContain('1项日期已重新计算');
    expect(news?.text).toContain(
      '国务院办公厅已公布2027年放假安排（国办发明电〔2026〕9号），本方案1项日期已重新计算。',
    );
    expect(news?.text).toContain('由2027年1月6日改为2027年1月7日');
    const [unmoved] = await told(programmes.waiting);
    expect(unmoved?.text).toContain('本方案日期无变动');
    expect(await told(programmes.rehearsal)).toEqual([]);
  });

  it('shows in the inbox, in what is owed, with the escalation, and takes the faults away', async () => {
    const { returned, urged, waiting } = programmes;
    expect(await taskDueDates(returned)).toEqual(['2027-01-07T16:00:00.000Z']);
    const { items } = await api.read(escalationList, `/v1/programmes/${urged}/escalations`, {
      as: 'mayor',
    });
    expect(items).toMatchObject([{ rung: 'urge', answerDueOn: '2027-01-04' }]);
    for (const id of [returned, urged, waiting]) expect(await provisionalPhases(id)).toEqual([]);
    const shown = await api.read(programmeSchema, `/v1/programmes/${waiting}`, { as: 'mayor' });
    expect(shown.calendar).toEqual({ key: 'cn-public', version: 2 });
    const owed = await api.read(owedList, '/v1/deliverables?scope=mine', { as: 'town-office' });
    expect(owed.items.some(({ programmeId }) => programmeId === urged)).toBe(true);
  });

  it('holds for whoever starts afterwards', async () => {
    const id = await startLangxia(api, { startsOn: '2027-01-04' });
    expect(await provisionalPhases(id)).toEqual([]);
    expect(await listProgrammesBehind(api.pool, ZERO, 10)).toEqual([]);
  });
});

describe('a day of typhoon', () => {
  it('moves what is counted over it, in programmes whose worker had them in memory', async () => {
    const days = [{ date: '2027-01-05', off: true, name: { zh: '台风停工', en: 'Typhoon' } }];
    const override = {
      key: 'cn-public',
      days,
      reason: '台风红色预警',
      documentNumber: '金防汛〔2027〕1号',
    };
    const preview = await previewOf({ override });
    const { returned, waiting } = programmes;
    const redated = preview.programmes.filter(({ changes }) => changes.length > 0);
    expect(redated.map(({ programmeId }) => programmeId)).toEqual([returned]);
    // No due day of this one moves, but what is counted over the day from one that stays does.
    const counted = preview.programmes.find(({ programmeId }) => programmeId === waiting);
    expect(counted).toMatchObject({ changes: [], answers: [], confirmed: [] });
    expect(counted?.moments.length).toBeGreaterThan(0);
    expect((await post('/v1/calendars/cn-public/overrides', override)).status).toBe(201);
    await sweepOf(api.deps.engine).sweep();
    const applied = await appliedTo(programmes.returned);
    expect(applied).toHaveLength(2);
    expect(applied[1]).toMatchObject({
      from: 2,
      to: 3,
      published: [{ kind: 'override', number: '金防汛〔2027〕1号' }],
      changes: [{ dueOnBefore: '2027-01-07', dueOnAfter: '2027-01-08' }],
    });
    const news = await told(programmes.returned);
    expect(news.map(({ text }) => text).join()).toContain('金防汛〔2027〕1号规定2027年1月5日放假');
    expect((await compareOf(programmes.returned)).differences).toEqual([]);
  });

  it('leaves the programme usable, and its reminders by the new count', async () => {
    const { returned } = programmes;
    await api.passTime(returned, '2027-01-06T02:00:00.000Z');
    const { rows } = await api.pool.query<{ planned: string }>(
      `SELECT data->>'plannedAt' AS planned FROM events
        WHERE stream = 'programme/' || $1 AND type = 'DeadlineReminded' AND (data->>'round')::int = 2 ORDER BY position`,
      [returned],
    );
    // Five and two working days before 8 January, with 1 to 3 and 5 January off.
    expect(rows.map(({ planned }) => planned)).toEqual(['2027-01-06T01:00:00.000Z']);
    expect((await compareOf(returned)).differences).toEqual([]);
  });
});

const ZERO = '00000000-0000-0000-0000-000000000000';

function compareOf(id: string): ReturnType<typeof compareProgramme> {
  const { pool, clock, deps } = api;
  const definitions = createDefinitionStore({ pool, clock, catalogue: deps.catalogue });
  return compareProgramme({ pool, definitions, calendars: deps.calendars.store }, id);
}
