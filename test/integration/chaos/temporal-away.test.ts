import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { childEnvironment } from '../../../platform/config.ts';
import { projectPath } from '../../../platform/paths.ts';
import {
  faultsOfOperations,
  faultsOfProgrammes,
  ledgerOf,
  type LedgerEvent,
} from '../../support/chaos/checker.ts';
import { createChaosClient, type ChaosClient } from '../../support/chaos/client.ts';
import { createChaosDesk } from '../../support/chaos/desk.ts';
import { createStack, type Stack } from '../../support/chaos/stack.ts';
import { settleTown, type Town } from '../../support/chaos/town.ts';
import { until } from '../../support/until.ts';

/** Real seconds for 107 days: a phase that nobody works at is missed after five and urged after seven. */
const PLAN_SECONDS = 32;
/** What a sign-off may take while Temporal is away, on a machine that is busy with other tests. */
const QUICK_MS = 1_500;

jest.setTimeout(170_000);

let stack: Stack;
let town: Town;
let client: ChaosClient;
let programmeIds: string[];

beforeAll(async () => {
  stack = await createStack();
  await Promise.all([stack.api.start(), stack.worker.start()]);
  town = await settleTown(stack);
  client = createChaosClient(() => stack.api.address());
  programmeIds = [];
});
afterAll(() => stack.close());

describe('while Temporal is away', () => {
  it.each([
    ['does not answer any more', () => stack.temporal.freeze(), () => stack.temporal.thaw()],
    ['was killed', () => stack.temporal.kill(), () => stack.temporal.restart()],
  ])(
    'because it %s, sign-offs are taken, and afterwards everything due is raised once and in order',
    async (_why, leave, comeBack) => {
      const worked = await openProgramme();
      const neglected = await openProgramme();
      await leave();

      await expectHealth({ status: 'degraded', temporal: 'failed' });
      await signSurvey(worked);
      expect((await ledgerOf(stack.pool, worked)).some(({ type }) => type === 'PhaseClosed')).toBe(
        true,
      );
      await until('the first rung of the other programme is due', () =>
        isDue(neglected, 'escalate'),
      );
      const meanwhile = await ledgerOf(stack.pool, neglected);
      expect(meanwhile.filter(({ type }) => type === 'DeadlineMissed')).toEqual([]);

      await comeBack();
      await until('it has caught up', async () => {
        const events = await ledgerOf(stack.pool, neglected);
        return events.some(({ type }) => type === 'EscalationRaised');
      });
      await expectHealth({ status: 'ok', temporal: 'ok' });
      const clock = (await ledgerOf(stack.pool, neglected)).filter(
        ({ actor }) => actor === 'clock',
      );
      expect(clock.slice(0, 6).map(({ type }) => type)).toEqual([
        'PhaseOpened',
        'DeadlineReminded',
        'DeadlineReminded',
        'DeadlineReminded',
        'DeadlineMissed',
        'EscalationRaised',
      ]);
      const planned = clock.map(({ data }) => String(data['plannedAt']));
      expect(planned).toEqual(planned.toSorted());
      // Late it is, and it says so: planned and happened are two instants.
      expect(clock.slice(4, 6).every(isLate)).toBe(true);
    },
  );

  it('a server that has lost everything is mended from the ledger, and every programme goes on to its end', async () => {
    await stack.temporal.stop();
    stack.temporal.wipe();
    await stack.temporal.restart();
    const [id = ''] = programmeIds;
    await until('the workflow is missed', async () => (await workflowOf(id)).reachable);
    expect(await workflowOf(id)).toMatchObject({ agrees: false });

    const { stdout } = await promisify(execFile)(
      process.execPath,
      [projectPath('dist', 'cli', 'reconcile.js')],
      { env: childEnvironment({ NODE_OPTIONS: '', ...stack.environment }) },
    );
    for (const programmeId of programmeIds) expect(stdout).toContain(programmeId);

    const played = await Promise.all(programmeIds.map((each) => town.play(client, each)));
    expect(played.map(({ status }) => status)).toEqual(played.map(() => 'completed'));
    await until('Temporal agrees', async () => {
      const views = await Promise.all(programmeIds.map(workflowOf));
      return views.every(({ agrees }) => agrees);
    });
    const scene = { pool: stack.pool, definition: town.definition, programmeIds };
    expect(await faultsOfProgrammes(scene)).toEqual([]);
    expect(await faultsOfOperations(scene, client.operations)).toEqual([]);
    expect([...stack.api.errors(), ...stack.worker.errors()]).toEqual([]);
  });
});

/** A rehearsal whose first phase Temporal has opened. */
async function openProgramme(): Promise<string> {
  const id = await town.start(client, PLAN_SECONDS);
  programmeIds.push(id);
  await until('the first phase is open', async () =>
    (await ledgerOf(stack.pool, id)).some(({ type }) => type === 'PhaseOpened'),
  );
  return id;
}

/** Hands in and signs the whole first phase, each act quickly. */
async function signSurvey(programmeId: string): Promise<void> {
  const { definition } = town;
  const tokenOf = (office: string): string => town.tokenOf(office);
  const desk = createChaosDesk({ client, definition, programmeId, tokenOf });
  const [phase] = definition.phases;
  if (phase === undefined) throw new Error('no phase');
  const acts = client.exchanges.length;
  for (const { key, office } of phase.deliverables) {
    await desk.handIn({ office, phase: phase.key, deliverable: key });
  }
  for (const step of phase.steps) {
    const seen = (await desk.look()).phases[0];
    const slots = seen?.steps.find(({ key }) => key === step.key)?.slots ?? [];
    for (const { office } of slots) {
      const place = { office, phase: phase.key, round: 1, step: step.key };
      await desk.sign({ ...place, decision: 'approve' });
    }
  }
  const made = client.exchanges.slice(acts);
  expect(made.filter(({ status }) => status !== 200 && status !== 201)).toEqual([]);
  expect(made.filter(({ ms }) => ms > QUICK_MS)).toEqual([]);
}

async function expectHealth(expected: {
  readonly status: string;
  readonly temporal: string;
}): Promise<void> {
  const { status, temporal } = expected;
  await until(`readiness says ${status}`, async () => {
    const ready = await client.try({ method: 'GET', path: '/readyz' });
    return ready.body['status'] === status;
  });
  const ready = await client.try({ method: 'GET', path: '/readyz' });
  expect(ready).toMatchObject({
    status: 200,
    body: { checks: { accepting: 'ok', database: 'ok', migrations: 'ok', temporal } },
  });
  expect(await client.try({ method: 'GET', path: '/livez' })).toMatchObject({ status: 200 });
}

async function isDue(programmeId: string, kind: string): Promise<boolean> {
  const { rows } = await stack.pool.query<{ kind: string }>(
    `SELECT moments.kind FROM moments
      WHERE moments.programme_id = $1 AND moments.state = 'planned' AND moments.real_at <= now()`,
    [programmeId],
  );
  return rows.some((row) => row.kind === kind);
}

interface WorkflowSeen {
  readonly reachable: boolean;
  readonly agrees: boolean;
}

function workflowOf(programmeId: string): Promise<WorkflowSeen> {
  return client.get<WorkflowSeen>(`/v1/programmes/${programmeId}/workflow`, town.auditor);
}

function isLate({ at, data }: LedgerEvent): boolean {
  return Date.parse(at) > Date.parse(String(data['plannedAt'])) + 3_600_000;
}
