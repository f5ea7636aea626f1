/** Definitions in flight: previewed, proposed, approved by another person, applied; the programme goes on with what it has. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decidedMigration, migrationPreview } from '../../../api/schemas/migrations.ts';
import { momentList } from '../../../api/schemas/programmes.ts';
import { notificationPage } from '../../../api/schemas/records.ts';
import { taskPage } from '../../../api/schemas/tasks.ts';
import type { PhaseDefinition } from '../../../domain/definition/types.ts';
import { createEngine } from '../../../engine/execute.ts';
import { compareProgramme, type RebuildDeps } from '../../../engine/rebuild.ts';
import { decide, handInAll, phaseOf, signAll, startLangxia } from '../../support/api-acts.ts';
import {
  createFlightDesk,
  dueOn,
  FIRST_VERSION,
  type FlightDesk,
} from '../../support/api-migrations.ts';

let desk: FlightDesk;

const STARTS = '2026-03-02T01:00:00.000Z';

beforeAll(async () => {
  desk = await createFlightDesk(STARTS);
}, 60_000);
afterAll(async () => {
  await desk.api.close();
});

function rebuildDeps(): RebuildDeps {
  const { pool, deps } = desk.api;
  return { pool, definitions: deps.definitions, calendars: deps.calendars.store };
}

describe('a migration', () => {
  it('moves the dates, keeps what was signed, and tells the workflow', async () => {
    const id = await startLangxia(desk.api, FIRST_VERSION);
    await handInAll(desk.api, id, 'survey');
    await decide(desk.api, `${id}.survey.1.offices.finance-office`, { decision: 'approve' });
    const version = await desk.publish((phases) =>
      dueOn('survey', '2013-10-08')(dueOn('archive', '2014-01-10')(phases)),
    );
    const before = await desk.programme(id);
    expect(before.definition.version).toBe(1);
    const standing = await desk.written(id);
    const previewed = await desk.post(`/v1/programmes/${id}/migrations/previews`, 'mayor', {
      version,
    });
    const preview = migrationPreview.parse(previewed.body);
    expect(preview.phases.map(({ key, verdict }) => `${key} ${verdict}`)).toEqual([
      'survey re-dated',
      ...['analysis', 'staffing', 'rules', 'registration', 'assembly'].map((key) => `${key} kept`),
      'archive re-dated',
    ]);
    expect(await desk.written(id)).toEqual(standing);
    const { migration } = await desk.propose(id, { version, previewHash: preview.previewHash });
    expect((await desk.programme(id)).migration).toMatchObject({
      id: migration.id,
      version,
      decidedBy: 'deputy-mayor',
    });
    const told = await desk.api.read(notificationPage, '/v1/notifications', { as: 'deputy-mayor' });
    expect(told.items[0]).toMatchObject({ kind: 'MigrationProposed', phase: null });
    const { pool, clock, deps } = desk.api;
    const { catalogue, log } = deps;
    const elsewhere = createEngine({ pool, clock, catalogue, email: false, log });
    await elsewhere.nextMoment(id);
    const done = await desk.approve(id, migration.id);
    // A process that had the programme in memory goes on by the new version as well.
    expect(await elsewhere.nextMoment(id)).toEqual(await deps.engine.nextMoment(id));
    expect(done.status).toBe(201);
    expect(decidedMigration.parse(done.body).definition.version).toBe(version);
    const after = await desk.programme(id);
    expect(after).toMatchObject({ definition: { version }, migration: null });
    const dates = (shown: typeof after): readonly string[] => shown.phases.map((one) => one.dueOn);
    expect(dates(after)).toEqual(preview.phases.map((phase) => phase.after?.dueOn ?? ''));
    expect(dates(after)[0]).toBe('2026-03-25');
    const slots = after.phases[0]?.steps[0]?.slots ?? [];
    expect(slots.map(({ office, status }) => `${office} ${status}`)).toEqual([
      'finance-office decided',
      'village-heads open',
    ]);
    const tasks = await desk.api.read(taskPage, `/v1/tasks?programme=${id}`, {
      as: 'village-heads',
    });
    expect(tasks.items[0]?.dueAt).toBe('2026-03-25T16:00:00.000Z');
    const moments = await desk.api.read(momentList, `/v1/programmes/${id}/moments`, {
      as: 'mayor',
    });
    expect(moments.find(({ kind }) => kind === 'missDeadline')?.at).toBe(
      '2026-03-25T16:00:00.000Z',
    );
    const { rows } = await desk.api.pool.query<{ types: string[]; urgent: boolean }>(
      'SELECT types, urgent FROM outbox WHERE programme_id = $1 ORDER BY id DESC LIMIT 1',
      [id],
    );
    expect(rows[0]).toEqual({ types: ['ProgrammeMigrated'], urgent: true });
    expect((await compareProgramme(rebuildDeps(), id)).differences).toEqual([]);
    await signAll(desk.api, id, 'survey');
    expect((await phaseOf(desk.api, id, 'survey')).status).toBe('closed');
    expect((await compareProgramme(rebuildDeps(), id)).differences).toEqual([]);
  });

  it('adds, leaves out and asks for other things, and its read models are the fold of its events', async () => {
    const id = await startLangxia(desk.api, FIRST_VERSION);
    await handInAll(desk.api, id, 'survey');
    const office = {
      key: 'press-office',
      title: { zh: '宣传办', en: 'Press office' },
      reportsTo: 'mayor',
      clause: null,
    };
    const version = await desk.publish(
      (phases) =>
        phases
          .filter(({ key }) => key !== 'archive')
          .flatMap((phase): readonly PhaseDefinition[] => {
            const [deliverable] = phase.deliverables;
            if (phase.key !== 'survey' || deliverable === undefined) return [phase];
            const more = {
              key: 'press',
              title: office.title,
              clause: '1',
              kind: 'document',
              office: office.key,
            } as const;
            const { schema: _schema, example: _example, checks: _checks, ...plain } = deliverable;
            const added = {
              ...phase,
              key: 'press-work',
              deliverables: [{ ...plain, key: 'press' }],
              after: [],
            };
            return [{ ...phase, deliverables: [...phase.deliverables, more] }, added];
          }),
      { offices: [...desk.first.offices, office] },
    );
    const { migration } = await desk.propose(id, { version });
    expect((await desk.approve(id, migration.id)).status).toBe(201);
    const after = await desk.programme(id);
    expect(after.phases.map(({ key }) => key)).toEqual([
      ...['survey', 'press-work', 'analysis', 'staffing', 'rules', 'registration', 'assembly'],
    ]);
    // One more thing is owed, so the step that was open is taken back.
    expect(after.phases[0]?.steps[0]?.status).toBe('waiting');
    expect(after.phases[0]?.deliverables.map(({ status }) => status)).toEqual([
      ...['handedIn', 'handedIn', 'handedIn', 'handedIn', 'due'],
    ]);
    const report = await compareProgramme(rebuildDeps(), id);
    expect(report.differences).toEqual([]);
    const { rows } = await desk.api.pool.query<{ status: string }>(
      `SELECT status FROM phases WHERE programme_id = $1 AND key = 'archive'`,
      [id],
    );
    expect(rows).toEqual([{ status: 'lapsed' }]);
    // A new office sees the programme as soon as somebody holds it, and acts in it.
    await desk.post('/v1/offices/press-office/appointments', 'security-admin', {
      account: 'outsider',
    });
    await desk.api.passTime(id, '2026-03-02T02:00:00.000Z');
    expect((await desk.api.send('GET', `/v1/programmes/${id}`, { as: 'outsider' })).status).toBe(
      200,
    );
    const handed = await desk.api.send(
      'PUT',
      `/v1/programmes/${id}/phases/survey/deliverables/press`,
      {
        as: 'outsider',
        body: { note: '已发布' },
      },
    );
    expect(handed.status).toBe(200);
    expect((await phaseOf(desk.api, id, 'survey')).steps[0]?.status).toBe('open');
  });

  it('is refused by the same person, by others, when it is impossible, and when the preview has changed', async () => {
    const id = await startLangxia(desk.api, FIRST_VERSION);
    const version = await desk.publish(dueOn('survey', '2013-10-05'));
    const path = `/v1/programmes/${id}/migrations`;
    expect((await desk.post(path, 'mayor', { version })).body).toMatchObject({ code: 'not-owner' });
    expect((await desk.post(path, 'group-office', { version: 999 })).body).toMatchObject({
      status: 422,
      code: 'migration-target-unknown',
    });
    expect((await desk.post(path, 'group-office', { version: 1 })).body).toMatchObject({
      status: 422,
      code: 'migration-target-invalid',
    });
    const { migration } = await desk.propose(id, { version });
    expect((await desk.approve(id, '999')).body).toMatchObject({
      status: 409,
      code: 'migration-not-pending',
    });
    const decisions = `${path}/${migration.id}/decisions`;
    expect((await desk.post(decisions, 'group-office', { approve: true })).body).toMatchObject({
      code: 'not-office-holder',
    });
    expect((await desk.post(decisions, 'deputy-mayor', { approve: false })).body).toMatchObject({
      code: 'opinion-required',
    });
    // What changes the preview in between: the phase goes on and its present round is another one.
    await handInAll(desk.api, id, 'survey');
    await decide(desk.api, `${id}.survey.1.offices.finance-office`, {
      decision: 'return',
      opinion: '重报',
    });
    await desk.api.passTime(id, '2026-03-20T01:00:00.000Z');
    await desk.post(`/v1/programmes/${id}/returns`, 'group-office', {
      phase: 'survey',
      reason: '重报',
    });
    const outdated = await desk.approve(id, migration.id);
    expect(outdated.body).toMatchObject({
      status: 409,
      code: 'migration-outdated',
      programme: { status: 'active' },
    });
    const again = await desk.propose(id, { version });
    const refused = await desk.post(`${path}/${again.migration.id}/decisions`, 'deputy-mayor', {
      approve: false,
      opinion: '暂缓',
    });
    expect(refused.status).toBe(201);
    expect(await desk.programme(id)).toMatchObject({ definition: { version: 1 }, migration: null });
    const gone = await desk.publish((phases) =>
      phases.map((phase) => ({
        ...phase,
        key: phase.key === 'survey' ? 'other-survey' : phase.key,
        after: phase.after.map((key) => (key === 'survey' ? 'other-survey' : key)),
      })),
    );
    expect((await desk.post(path, 'group-office', { version: gone })).body).toMatchObject({
      status: 409,
      code: 'migration-impossible',
    });
  });
});
