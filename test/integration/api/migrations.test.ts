/** Definitions in flight: published, previewed, proposed, approved by another person, applied; the programme goes on with what it has. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { definitionList } from '../../../api/schemas/definitions.ts';
import {
  decidedMigration,
  migrationPreview,
  proposedMigration,
} from '../../../api/schemas/migrations.ts';
import { momentList, programmeSchema } from '../../../api/schemas/programmes.ts';
import { notificationPage } from '../../../api/schemas/records.ts';
import { taskPage } from '../../../api/schemas/tasks.ts';
import type { Definition, PhaseDefinition } from '../../../domain/definition/types.ts';
import { compareProgramme } from '../../../engine/rebuild.ts';
import { verifyStream } from '../../../engine/verify.ts';
import { createTestApi, type ApiAnswer, type TestApi } from '../../support/api-client.ts';
import { decide, handInAll, phaseOf, signAll, startLangxia } from '../../support/api-acts.ts';

let api: TestApi;
let first: Definition;

const FIRST_VERSION = { definition: { key: 'langxia-transition', version: 1 } };
const STARTS = '2026-03-02T01:00:00.000Z';

beforeAll(async () => {
  api = await createTestApi({ now: STARTS });
  const shipped = api.deps.catalogue.get('langxia-transition', 1);
  if (shipped === undefined) throw new Error('the Langxia plan is missing');
  first = shipped;
}, 60_000);
afterAll(async () => {
  await api.close();
});

type Phases = (phases: readonly PhaseDefinition[]) => readonly PhaseDefinition[];

let versions = 1;

/** Publishes the next version and gives its number. */
async function publish(change: Phases, more: Partial<Definition> = {}): Promise<number> {
  // Notes point at places in the phases, which move.
  const version = versions + 1;
  const body = { ...first, notes: [], ...more, version, phases: change(first.phases) };
  const answer = await api.send('POST', '/v1/definitions', { as: 'system-admin', body });
  if (answer.status !== 201) throw new Error(answer.text);
  versions = version;
  return version;
}

const dueOn =
  (key: string, to: string): Phases =>
  (phases) =>
    phases.map((phase) =>
      phase.key === key ? { ...phase, window: { ...phase.window, to } } : phase,
    );

async function programme(id: string): Promise<z.output<typeof programmeSchema>> {
  return api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'mayor' });
}

function post(path: string, as: string, body: object): Promise<ApiAnswer> {
  return api.send('POST', path, { as, body });
}

async function proposal(id: string, body: object): Promise<z.output<typeof proposedMigration>> {
  const answer = await post(`/v1/programmes/${id}/migrations`, 'group-office', body);
  if (answer.status !== 201) throw new Error(answer.text);
  return proposedMigration.parse(answer.body);
}

async function approve(id: string, migration: string): Promise<ApiAnswer> {
  const path = `/v1/programmes/${id}/migrations/${migration}/decisions`;
  return post(path, 'deputy-mayor', { approve: true });
}

async function written(id: string): Promise<object> {
  const { rows } = await api.pool.query<{ position: number; outbox: number; moments: number }>(
    `SELECT (SELECT position FROM programmes WHERE id = $1) AS position,
            (SELECT count(*) FROM outbox WHERE programme_id = $1) AS outbox,
            (SELECT count(*) FROM moments WHERE programme_id = $1) AS moments`,
    [id],
  );
  return rows[0] ?? {};
}

beforeAll(() => {
  api.clock.set(STARTS);
});

describe('publishing a definition', () => {
  it('is refused with every fault, for a version out of turn, and for whoever is no system administrator', async () => {
    const send = (body: object, as = 'system-admin'): Promise<ApiAnswer> =>
      post('/v1/definitions', as, body);
    const faulty = await send({ ...first, version: 2, owner: 'nobody', zone: 'Nowhere' });
    expect(faulty.body).toMatchObject({ status: 422, code: 'definition-faulty' });
    const { errors } = faulty.body as { readonly errors: readonly { readonly pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/owner', '/zone']),
    );
    expect((await send({ ...first, version: 3 })).body).toMatchObject({
      status: 409,
      code: 'definition-version-invalid',
      params: { expected: 2 },
    });
    expect((await send({ ...first, key: 'new-plan', version: 2 })).body).toMatchObject({
      code: 'definition-version-invalid',
      params: { expected: 1 },
    });
    expect((await send({ ...first, title: { zh: '改', en: 'changed' } })).body).toMatchObject({
      code: 'definition-version-invalid',
    });
    for (const as of ['mayor', 'security-admin', 'audit-admin']) {
      expect((await send({ ...first, version: 2 }, as)).status).toBe(403);
    }
    const rollout = {
      key: 'units',
      title: first.title,
      clause: '1',
      unitSet: 'villages',
      definition: { key: 'nowhere', version: 1 },
    };
    const unitSets = [
      {
        key: 'villages',
        title: first.title,
        within: null,
        madeUp: { count: 2, title: first.title },
      },
    ];
    const lost = await send({ ...first, version: 2, unitSets, rollouts: [rollout] });
    expect(lost.body).toMatchObject({
      code: 'definition-faulty',
      errors: [{ pointer: '/rollouts/0/definition' }],
    });
    const { items } = await api.read(definitionList, '/v1/definitions', { as: 'mayor' });
    expect(items.find(({ key }) => key === first.key)?.versions).toHaveLength(1);
  });

  it('keeps it beside those that ship, audited in a stream of its own, and the same content twice is one act', async () => {
    const office = {
      key: 'archive-office',
      title: { zh: '档案室', en: 'Archive office' },
      reportsTo: 'mayor',
      clause: null,
    };
    const body = { ...first, key: 'other-plan', offices: [...first.offices, office] };
    const once = await post('/v1/definitions', 'system-admin', body);
    expect(once.status).toBe(201);
    expect(once.headers.get('location')).toBe('/v1/definitions/other-plan/versions/1');
    const twice = await post('/v1/definitions', 'system-admin', body);
    expect([twice.status, twice.body]).toEqual([200, once.body]);
    const read = await api.send('GET', '/v1/definitions/other-plan/versions/1', { as: 'mayor' });
    expect(read.body).toEqual(body);
    const { items } = await api.read(definitionList, '/v1/definitions', { as: 'mayor' });
    const origins = items.map(({ key, origin, versions: all }) => [key, origin, all.length]);
    expect(origins).toEqual(
      expect.arrayContaining([
        ['langxia-transition', 'shipped', 1],
        ['other-plan', 'published', 1],
      ]),
    );
    const { rows } = await api.pool.query<{ type: string; data: object }>(
      `SELECT type, data FROM events WHERE stream = 'definition/other-plan'`,
    );
    expect(rows).toMatchObject([
      { type: 'DefinitionPublished', data: { key: 'other-plan', version: 1 } },
    ]);
    expect(await verifyStream(api.pool, 'definition/other-plan')).toMatchObject({ ok: true });
    // People can be appointed to an office that the organisation did not know before.
    const appointed = await post('/v1/offices/archive-office/appointments', 'security-admin', {
      account: 'outsider',
    });
    expect(appointed.status).toBe(201);
  });

  it('happens once when two publish the same version at the same time', async () => {
    const body = (title: string): object => ({
      ...first,
      key: 'raced-plan',
      title: { zh: title, en: title },
    });
    const answers = await Promise.all(
      ['one', 'two'].map((title) => post('/v1/definitions', 'system-admin', body(title))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('lets a programme be started from it and shows that programme everywhere', async () => {
    const answer = await post('/v1/programmes', 'group-office', {
      definition: { key: 'other-plan' },
    });
    expect(answer.status).toBe(201);
    const { id } = answer.body as { readonly id: string };
    await api.passTime(id, api.clock.now().toISOString());
    expect((await programme(id)).definition).toEqual({ key: 'other-plan', version: 1 });
    await handInAll(api, id, 'survey');
    const { items } = await api.read(taskPage, `/v1/tasks?programme=${id}`, {
      as: 'finance-office',
    });
    expect(items).toHaveLength(1);
  });
});

describe('a migration', () => {
  it('moves the dates, keeps what was signed, and tells the workflow', async () => {
    const id = await startLangxia(api, FIRST_VERSION);
    await handInAll(api, id, 'survey');
    await decide(api, `${id}.survey.1.offices.finance-office`, { decision: 'approve' });
    const version = await publish((phases) =>
      dueOn('survey', '2013-10-08')(dueOn('archive', '2014-01-10')(phases)),
    );
    const before = await programme(id);
    expect(before.definition.version).toBe(1);
    const standing = await written(id);
    const previewed = await post(`/v1/programmes/${id}/migrations/previews`, 'mayor', { version });
    const preview = migrationPreview.parse(previewed.body);
    expect(preview.phases.map(({ key, verdict }) => `${key} ${verdict}`)).toEqual([
      'survey re-dated',
      ...['analysis', 'staffing', 'rules', 'registration', 'assembly'].map((key) => `${key} kept`),
      'archive re-dated',
    ]);
    expect(await written(id)).toEqual(standing);
    const { migration } = await proposal(id, { version, previewHash: preview.previewHash });
    expect((await programme(id)).migration).toMatchObject({
      id: migration.id,
      version,
      decidedBy: 'deputy-mayor',
    });
    const told = await api.read(notificationPage, '/v1/notifications', { as: 'deputy-mayor' });
    expect(told.items[0]).toMatchObject({ kind: 'MigrationProposed', phase: null });
    const done = await approve(id, migration.id);
    expect(done.status).toBe(201);
    expect(decidedMigration.parse(done.body).definition.version).toBe(version);
    const after = await programme(id);
    expect(after).toMatchObject({ definition: { version }, migration: null });
    const dates = (shown: typeof after): readonly string[] => shown.phases.map((one) => one.dueOn);
    expect(dates(after)).toEqual(preview.phases.map((phase) => phase.after?.dueOn ?? ''));
    expect(dates(after)[0]).toBe('2026-03-25');
    const slots = after.phases[0]?.steps[0]?.slots ?? [];
    expect(slots.map(({ office, status }) => `${office} ${status}`)).toEqual([
      'finance-office decided',
      'village-heads open',
    ]);
    const tasks = await api.read(taskPage, `/v1/tasks?programme=${id}`, { as: 'village-heads' });
    expect(tasks.items[0]?.dueAt).toBe('2026-03-25T16:00:00.000Z');
    const moments = await api.read(momentList, `/v1/programmes/${id}/moments`, { as: 'mayor' });
    expect(moments.filter(({ kind }) => kind === 'missDeadline')[0]?.at).toBe(
      '2026-03-25T16:00:00.000Z',
    );
    const { rows } = await api.pool.query<{ types: string[]; urgent: boolean }>(
      'SELECT types, urgent FROM outbox WHERE programme_id = $1 ORDER BY id DESC LIMIT 1',
      [id],
    );
    expect(rows[0]).toEqual({ types: ['ProgrammeMigrated'], urgent: true });
    expect(
      (await compareProgramme({ pool: api.pool, definitions: api.deps.definitions }, id))
        .differences,
    ).toEqual([]);
    await signAll(api, id, 'survey');
    expect((await phaseOf(api, id, 'survey')).status).toBe('closed');
    expect(
      (await compareProgramme({ pool: api.pool, definitions: api.deps.definitions }, id))
        .differences,
    ).toEqual([]);
  });

  it('adds, leaves out and asks for other things, and its read models are the fold of its events', async () => {
    const id = await startLangxia(api, FIRST_VERSION);
    await handInAll(api, id, 'survey');
    const office = {
      key: 'press-office',
      title: { zh: '宣传办', en: 'Press office' },
      reportsTo: 'mayor',
      clause: null,
    };
    const version = await publish(
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
      { offices: [...first.offices, office] },
    );
    const { migration } = await proposal(id, { version });
    expect((await approve(id, migration.id)).status).toBe(201);
    const after = await programme(id);
    expect(after.phases.map(({ key }) => key)).toEqual([
      ...['survey', 'press-work', 'analysis', 'staffing', 'rules', 'registration', 'assembly'],
    ]);
    // One more thing is owed, so the step that was open is taken back.
    expect(after.phases[0]?.steps[0]?.status).toBe('waiting');
    expect(after.phases[0]?.deliverables.map(({ status }) => status)).toEqual([
      ...['handedIn', 'handedIn', 'handedIn', 'handedIn', 'due'],
    ]);
    const report = await compareProgramme(
      { pool: api.pool, definitions: api.deps.definitions },
      id,
    );
    expect(report.differences).toEqual([]);
    const { rows } = await api.pool.query<{ status: string }>(
      `SELECT status FROM phases WHERE programme_id = $1 AND key = 'archive'`,
      [id],
    );
    expect(rows).toEqual([{ status: 'lapsed' }]);
    // A new office sees the programme as soon as somebody holds it, and acts in it.
    await post('/v1/offices/press-office/appointments', 'security-admin', { account: 'outsider' });
    await api.passTime(id, '2026-03-02T02:00:00.000Z');
    expect((await api.send('GET', `/v1/programmes/${id}`, { as: 'outsider' })).status).toBe(200);
    const handed = await api.send('PUT', `/v1/programmes/${id}/phases/survey/deliverables/press`, {
      as: 'outsider',
      body: { note: '已发布' },
    });
    expect(handed.status).toBe(200);
    expect((await phaseOf(api, id, 'survey')).steps[0]?.status).toBe('open');
  });

  it('is refused by the same person, by others, when it is impossible, and when the preview has changed', async () => {
    const id = await startLangxia(api, FIRST_VERSION);
    const version = await publish(dueOn('survey', '2013-10-05'));
    const path = `/v1/programmes/${id}/migrations`;
    expect((await post(path, 'mayor', { version })).body).toMatchObject({ code: 'not-owner' });
    expect((await post(path, 'group-office', { version: 999 })).body).toMatchObject({
      status: 422,
      code: 'migration-target-unknown',
    });
    expect((await post(path, 'group-office', { version: 1 })).body).toMatchObject({
      status: 422,
      code: 'migration-target-invalid',
    });
    const { migration } = await proposal(id, { version });
    expect((await approve(id, '999')).body).toMatchObject({
      status: 409,
      code: 'migration-not-pending',
    });
    const decisions = `${path}/${migration.id}/decisions`;
    expect((await post(decisions, 'group-office', { approve: true })).body).toMatchObject({
      code: 'not-office-holder',
    });
    expect((await post(decisions, 'deputy-mayor', { approve: false })).body).toMatchObject({
      code: 'opinion-required',
    });
    // What changes the preview in between: the phase goes on and its present round is another one.
    await handInAll(api, id, 'survey');
    await decide(api, `${id}.survey.1.offices.finance-office`, {
      decision: 'return',
      opinion: '重报',
    });
    await api.passTime(id, '2026-03-20T01:00:00.000Z');
    await post(`/v1/programmes/${id}/returns`, 'group-office', { phase: 'survey', reason: '重报' });
    const outdated = await approve(id, migration.id);
    expect(outdated.body).toMatchObject({
      status: 409,
      code: 'migration-outdated',
      programme: { status: 'active' },
    });
    const again = await proposal(id, { version });
    const refused = await post(`${path}/${again.migration.id}/decisions`, 'deputy-mayor', {
      approve: false,
      opinion: '暂缓',
    });
    expect(refused.status).toBe(201);
    expect(await programme(id)).toMatchObject({ definition: { version: 1 }, migration: null });
    const gone = await publish((phases) =>
      phases.map((phase) => ({
        ...phase,
        key: phase.key === 'survey' ? 'other-survey' : phase.key,
        after: phase.after.map((key) => (key === 'survey' ? 'other-survey' : key)),
      })),
    );
    expect((await post(path, 'group-office', { version: gone })).body).toMatchObject({
      status: 409,
      code: 'migration-impossible',
    });
  });
});

describe('what if', () => {
  it('answers for a programme under way and changes nothing', async () => {
    api.clock.set(STARTS);
    const id = await startLangxia(api, FIRST_VERSION);
    const before = await written(id);
    const answer = await post(`/v1/programmes/${id}/projections`, 'village-heads', {
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
    expect(await written(id)).toEqual(before);
    const faulty = await post(`/v1/programmes/${id}/projections`, 'mayor', {
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
    const hidden = await post(`/v1/programmes/${id}/projections`, 'outsider', {
      changes: [{ kind: 'start', startsOn: '2026-04-01' }],
    });
    expect([200, 404]).toContain(hidden.status);
  });

  it('answers for a plan that has not begun', async () => {
    const answer = await post('/v1/definitions/langxia-transition/projections', 'mayor', {
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
    const missing = await post('/v1/definitions/nowhere/projections', 'mayor', {
      changes: [{ kind: 'start', startsOn: '2026-03-16' }],
    });
    expect(missing.status).toBe(404);
    const bad = await post('/v1/definitions/langxia-transition/projections', 'mayor', {
      changes: Array.from({ length: 11 }, () => ({ kind: 'start', startsOn: '2026-03-16' })),
    });
    expect(bad.body).toMatchObject({ code: 'invalid-request' });
  });

  it('plans backward from a last day, and the start that it offers holds', async () => {
    const path = '/v1/definitions/langxia-transition/backward-plans';
    const body = { version: 1, endsOn: '2026-12-31', earliest: '2026-03-02' };
    const answer = await post(path, 'mayor', body);
    expect(answer.body).toMatchObject({
      latestStart: '2026-09-15',
      startsOn: '2026-09-15',
      slackDays: 197,
      faults: [],
    });
    const tight = await post(path, 'mayor', { ...body, endsOn: '2026-05-01', keep: 'workdays' });
    expect(tight.body).toMatchObject({ faults: [{ code: 'starts-too-early' }] });
    const unknown = await post(path, 'mayor', {
      ...body,
      fixed: { nowhere: { to: '2026-05-01' } },
    });
    expect(unknown.body).toMatchObject({ status: 422, code: 'plan-unknown-phase' });
  });
});
