/** A move of a programme in which others were consulted, copied and asked: all of it stays, and other processes can show it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApp } from '../../../api/app.ts';
import { startHttpServer, type HttpServer } from '../../../api/http-server.ts';
import { createDefinitionStore } from '../../../engine/definition-store.ts';
import { compareProgramme } from '../../../engine/rebuild.ts';
import { decide, handInAll, startLangxia } from '../../support/api-acts.ts';
import { createMetrics } from '../../../platform/metrics.ts';
import { createFlightDesk, FIRST_VERSION, type FlightDesk } from '../../support/api-migrations.ts';

let desk: FlightDesk;
let id: string;
let elsewhere: HttpServer;

const OPEN_TASK = 'survey.1.offices.village-heads';

async function posted(path: string, as: string, body: object): Promise<void> {
  const answer = await desk.post(path, as, body);
  expect([path, answer.status]).toEqual([path, 201]);
}

async function differences(): Promise<readonly unknown[]> {
  const { pool, deps } = desk.api;
  const { definitions, calendars } = deps;
  const compared = await compareProgramme({ pool, definitions, calendars: calendars.store }, id);
  return compared.differences;
}

beforeAll(async () => {
  desk = await createFlightDesk('2026-03-02T01:00:00.000Z');
  id = await startLangxia(desk.api, FIRST_VERSION);
  await posted(`/v1/programmes/${id}/extensions`, 'group-office', {
    phase: 'survey',
    round: 1,
    reason: '情况复杂',
    progress: '已过半',
    dueOn: '2026-04-10',
  });
  await handInAll(desk.api, id, 'survey');
  await decide(desk.api, `${id}.survey.1.offices.finance-office`, { decision: 'approve' });
  await posted(`/v1/tasks/${id}.${OPEN_TASK}/consultations`, 'village-heads', {
    office: 'mayor',
    question: '是否合适？',
  });
  await posted(`/v1/programmes/${id}/phases/survey/copies`, 'group-office', { office: 'mayor' });
  const [first] = desk.first.phases;
  const deliverable = first?.deliverables[0];
  if (first === undefined || deliverable === undefined) throw new Error('the plan is empty');
  const { schema: _schema, example: _example, checks: _checks, ...plain } = deliverable;
  const afterStep = first.steps.at(-1)?.key ?? '';
  const later = { ...plain, key: 'filing', kind: 'document', afterStep } as const;
  const version = await desk.publish(
    (phases) =>
      phases.map((phase) =>
        phase.key === 'survey' ? { ...phase, deliverables: [...phase.deliverables, later] } : phase,
      ),
    {
      offices: desk.first.offices.map((office) =>
        office.key === 'village-heads' ? { ...office, deputy: 'supervision-office' } : office,
      ),
    },
  );
  const { migration } = await desk.propose(id, { version });
  const done = await desk.approve(id, migration.id);
  expect([done.status, done.text]).toEqual([201, done.text]);
  const { pool, clock, deps } = desk.api;
  const { catalogue } = deps;
  const definitions = createDefinitionStore({ pool, clock, catalogue });
  elsewhere = await startHttpServer(
    createApp({ ...deps, definitions, registry: createMetrics('elsewhere') }),
    {
      host: '127.0.0.1',
      port: 0,
      drainMs: 1000,
    },
  );
}, 60_000);
afterAll(async () => {
  await elsewhere.close();
  await desk.api.close();
});

describe('a programme that moved to a published version', () => {
  it('keeps the open question and the request, and its read models are the fold of its events', async () => {
    expect(await differences()).toEqual([]);
    const { phases } = await desk.programme(id);
    const [survey] = phases;
    expect(survey?.deliverables.find(({ key }) => key === 'filing')).toMatchObject({
      status: 'due',
    });
    const { rows } = await desk.api.pool.query<{ line: string[] }>(
      `SELECT tasks.fallback_seats AS line FROM tasks WHERE tasks.id = $1`,
      [`${id}.${OPEN_TASK}`],
    );
    expect(rows[0]?.line[0]).toBe('supervision-office');
  });

  it.each([
    ['/v1/consultations', 'mayor'],
    ['/v1/copies', 'mayor'],
    ['/v1/pending-decisions', 'deputy-mayor'],
    ['/v1/tasks', 'village-heads'],
    ['/v1/notifications', 'mayor'],
  ])('shows in %s of a process that never saw the version', async (path, as) => {
    const token = await desk.api.tokenOf(as);
    const answer = await fetch(`http://127.0.0.1:${String(elsewhere.port)}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
    const { items } = (await answer.json()) as { readonly items: readonly object[] };
    expect(items.length).toBeGreaterThan(0);
  });

  it('owes what follows the step only once it is approved', async () => {
    await decide(desk.api, `${id}.${OPEN_TASK}`, { decision: 'approve' });
    for (let turn = 0; turn < 9; turn += 1) {
      const [survey] = (await desk.programme(id)).phases;
      const open = survey?.steps.flatMap(({ key, slots }) =>
        slots.filter(({ status }) => status === 'open').map(({ office }) => `${key}.${office}`),
      )[0];
      if (open === undefined) break;
      await decide(desk.api, `${id}.survey.1.${open}`, { decision: 'approve' });
    }
    const { rows } = await desk.api.pool.query<{ status: string }>(
      `SELECT status FROM deliverables WHERE programme_id = $1 AND key = 'filing'`,
      [id],
    );
    expect(rows).toEqual([{ status: 'due' }]);
    expect(await differences()).toEqual([]);
  });
});
