import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Definition } from '../../../domain/definition/types.ts';
import { insertDefinition } from '../../../db/read-models/definitions.ts';
import { faultsOfOperations, faultsOfProgrammes, ledgerOf } from '../../support/chaos/checker.ts';
import { createChaosClient, type Answer, type ChaosClient } from '../../support/chaos/client.ts';
import { contentOf, taskOf } from '../../support/chaos/desk.ts';
import type { Program } from '../../support/chaos/program.ts';
import { createStack, type Stack } from '../../support/chaos/stack.ts';
import { settleTown, type Town } from '../../support/chaos/town.ts';

const PROGRAMMES = 10;
const SIGNERS = [
  'finance-office',
  'village-heads',
  'town-office',
  'group-office',
  'deputy-secretary',
  'deputy-mayor',
  'supervision-office',
  'mayor',
];
/** A rehearsal's clock that stands almost still. */
const REAL_TIME = { speed: 1 };

jest.setTimeout(120_000);

let stack: Stack;
let town: Town;
let definition: Definition;
let apis: readonly Program[];
let clients: readonly ChaosClient[];

beforeAll(async () => {
  stack = await createStack();
  await stack.api.start();
  apis = [stack.api, await stack.anotherApi()];
  clients = apis.map((api) => createChaosClient(() => api.address()));
  town = await settleTown(stack);
  definition = signedByEveryone(town.definition);
  const { key, version } = definition;
  const publishedAt = new Date().toISOString();
  const origin = 'published';
  const row = { key, version, body: definition, sha256: '0', publishedAt, origin } as const;
  await insertDefinition(stack.pool, row);
});
afterAll(() => stack.close());

describe('two API processes on one ledger', () => {
  let programmeIds: readonly string[];

  it('start programmes at the same instant, each with seats of its own', async () => {
    const started = await atOnce(PROGRAMMES, (turn) => clientOf(turn).send(start()));
    expect(statuses(started)).toEqual(started.map(() => 201));
    programmeIds = started.map(({ body }) => String(body['id']));
    expect(new Set(programmeIds).size).toBe(PROGRAMMES);
  });

  it('take the hand-ins of a phase at the same instant', async () => {
    const answers = await Promise.all(
      programmeIds.flatMap((id) =>
        deliverablesOf(definition).map(({ key }, turn) => clientOf(turn).send(handIn(id, key))),
      ),
    );
    expect(statuses(answers)).toEqual(answers.map(() => 200));
  });

  it('take the sign-offs of every office at the same instant: none is lost, none is refused for a clash', async () => {
    const answers = await Promise.all(
      programmeIds.flatMap((id, programme) =>
        SIGNERS.map((office, turn) => clientOf(programme + turn).send(approve(id, office))),
      ),
    );
    expect(statuses(answers)).toEqual(answers.map(() => 201));
    for (const id of programmeIds) {
      const events = await ledgerOf(stack.pool, id);
      const signed = events.filter(({ type }) => type === 'StepDecided');
      expect(signed.map(({ data }) => data['office']).toSorted()).toEqual(SIGNERS.toSorted());
      expect(events.filter(({ type }) => type === 'PhaseClosed')).toHaveLength(1);
    }
    const scene = { pool: stack.pool, definition, programmeIds };
    const operations = clients.flatMap((client) => client.operations);
    expect(await faultsOfProgrammes(scene)).toEqual([]);
    expect(await faultsOfOperations(scene, operations)).toEqual([]);

    // The checker has teeth: an answer that was lost, made up, or not the one that was given does not pass.
    const [first, ...rest] = operations;
    if (first === undefined) throw new Error('nothing was done');
    expect(await faultsOfOperations(scene, rest)).toEqual([`nobody asked for ${first.key}`]);
    const invented = { ...first, key: randomUUID() };
    expect(await faultsOfOperations(scene, [...operations, invented])).toHaveLength(2);
    const refused = { ...first, status: 409 };
    expect(await faultsOfOperations(scene, [refused, ...rest])).toHaveLength(2);
  });

  it('do one act for one key that reaches both at once, and give the same answer', async () => {
    const key = randomUUID();
    const starts = await fromEverywhere(() => ({ ...start(), key }));
    expect(statuses(starts)).toEqual(starts.map(() => 201));
    expect(new Set(starts.map(({ body }) => body['id'])).size).toBe(1);
    const id = String(starts[0]?.body['id']);
    await handInAll(id);

    const decision = { ...approve(id, 'mayor'), key: randomUUID() };
    const answers = await fromEverywhere(() => decision);
    expect(statuses(answers)).toEqual(answers.map(() => 201));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await decisionsOf(id)).toHaveLength(1);
  });

  it('take one of several decisions that a person makes at once, and show the others where things stand', async () => {
    const { body } = await clientOf(0).send(start());
    const id = String(body['id']);
    await handInAll(id);

    const answers = await fromEverywhere(() => approve(id, 'finance-office'));
    expect(statuses(answers).toSorted()).toEqual([201, ...answers.slice(1).map(() => 409)]);
    const winner = answers.find(({ status }) => status === 201);
    for (const loser of answers.filter(({ status }) => status === 409)) {
      expect(loser.body).toMatchObject({
        code: 'already-decided',
        programme: { id, status: 'active', position: winner?.body['position'] },
        phase: { key: 'survey', status: 'open', round: 1 },
      });
    }
    expect(await decisionsOf(id)).toHaveLength(1);
  });

  it('answered nothing else, and logged no defect', () => {
    const seen = clients.flatMap(({ exchanges }) => exchanges.map(({ status }) => status));
    expect(seen.filter((status) => ![200, 201, 409].includes(Number(status)))).toEqual([]);
    expect(apis.flatMap((api) => api.errors())).toEqual([]);
  });
});

/** Langxia with one step in its first phase that every office has to sign, so that all may do so at once. */
function signedByEveryone(langxia: Definition): Definition {
  const [survey, ...rest] = langxia.phases;
  if (survey === undefined) throw new Error('no phase');
  return {
    ...langxia,
    key: 'signed-by-everyone',
    phases: [
      {
        ...survey,
        deliverables: survey.deliverables.filter(({ office }) => office === 'labour-office'),
        steps: [
          {
            key: 'everyone',
            title: { zh: '全体签批', en: 'Everyone' },
            policy: { kind: 'all', of: SIGNERS.map((office) => ({ kind: 'office', office })) },
          },
        ],
      },
      ...rest,
    ],
  };
}

function deliverablesOf({ phases }: Definition): Definition['phases'][number]['deliverables'] {
  return phases[0]?.deliverables ?? [];
}

type Sent = Parameters<ChaosClient['send']>[0];

function start(): Sent {
  const { key, version } = definition;
  const body = { definition: { key, version }, clock: REAL_TIME, offices: town.accounts };
  return { method: 'POST', path: '/v1/programmes', token: town.tokenOf(definition.owner), body };
}

function handIn(programmeId: string, deliverable: string): Sent {
  return {
    method: 'PUT',
    path: `/v1/programmes/${programmeId}/phases/survey/deliverables/${deliverable}`,
    token: town.tokenOf('labour-office'),
    body: contentOf({ phase: 'survey', deliverable }, definition),
  };
}

async function handInAll(programmeId: string): Promise<void> {
  for (const { key } of deliverablesOf(definition)) {
    await clientOf(0).send(handIn(programmeId, key));
  }
}

function approve(programmeId: string, office: string): Sent {
  const task = taskOf(programmeId, { phase: 'survey', round: 1, step: 'everyone', office });
  return {
    method: 'POST',
    path: `/v1/tasks/${task}/decisions`,
    token: town.tokenOf(office),
    body: { decision: 'approve' },
  };
}

function clientOf(turn: number): ChaosClient {
  const client = clients[turn % clients.length];
  if (client === undefined) throw new Error('no client');
  return client;
}

function atOnce(times: number, act: (turn: number) => Promise<Answer>): Promise<Answer[]> {
  return Promise.all(Array.from({ length: times }, (_, turn) => act(turn)));
}

/** Three connections to each process. */
function fromEverywhere(ask: () => Sent): Promise<Answer[]> {
  return atOnce(6, (turn) => clientOf(turn).send(ask()));
}

function statuses(answers: readonly Answer[]): number[] {
  return answers.map(({ status }) => status);
}

async function decisionsOf(programmeId: string): Promise<readonly unknown[]> {
  const events = await ledgerOf(stack.pool, programmeId);
  return events.filter(({ type }) => type === 'StepDecided');
}
