/** Who acts: giving a slot away, further signers, copies, urging. */
import { cursorInstant, decodePair, pageFrom } from '../http/cursor.ts';
import { personOf, route, type Route } from '../http/route.ts';
import type { ProblemCode } from '../problems/catalogue.ts';
import { phaseAct as phaseActSchema } from '../schemas/acts.ts';
import {
  copiesQuery,
  copyBody,
  copyPage,
  phaseParams,
  signerBody,
  signerRemovalBody,
  transferBody,
  urgeBody,
} from '../schemas/hands.ts';
import { taskParams } from '../schemas/tasks.ts';
import { copyView } from '../views/hands.ts';
import { actOn, OF_A_PERIOD, OF_A_SLOT } from './hands-act.ts';
import { definitionOf, knowDefinitions } from './scene.ts';
import { taskPlaceOf } from './task-place.ts';

const TAG = 'Hands';

const OF_A_NEWCOMER = [
  'office-not-in-definition',
  'office-already-signs',
  'office-owes-deliverable',
] as const satisfies readonly ProblemCode[];

const transferTask = route({
  method: 'post',
  path: '/v1/tasks/{id}/transfers',
  operationId: 'transferTask',
  summary: 'Give an open slot to another office 转办',
  tag: TAG,
  permission: 'signed-in',
  params: taskParams,
  body: transferBody,
  idempotent: true,
  conditional: true,
  answers: {
    201: {
      description: 'Transferred; Location is the other office’s task',
      schema: phaseActSchema,
    },
  },
  problems: [...OF_A_SLOT, ...OF_A_NEWCOMER, 'transfer-chain-too-long'],
  handle: (input, deps) => {
    const { programmeId, ...place } = taskPlaceOf(input.params.id);
    const { office: to, reason } = input.body;
    const task = [programmeId, place.phase, String(place.round), place.step, to].join('.');
    return actOn(
      { programmeId, phase: place.phase, location: `/v1/tasks/${task}` },
      { type: 'TransferSlot', ...place, to, reason },
      { input, deps },
    );
  },
});

const addSigner = route({
  method: 'post',
  path: '/v1/tasks/{id}/signers',
  operationId: 'addSigner',
  summary: 'Ask for a further signer before, after or beside an open slot 加签',
  tag: TAG,
  permission: 'signed-in',
  params: taskParams,
  body: signerBody,
  idempotent: true,
  conditional: true,
  answers: { 201: { description: 'Added', schema: phaseActSchema } },
  problems: [...OF_A_SLOT, ...OF_A_NEWCOMER],
  handle: (input, deps) => {
    const { programmeId, ...slot } = taskPlaceOf(input.params.id);
    const { office: signer, place, reason } = input.body;
    return actOn(
      { programmeId, phase: slot.phase },
      { type: 'AddSigner', ...slot, signer, place, reason },
      { input, deps },
    );
  },
});

const removeSigner = route({
  method: 'post',
  path: '/v1/tasks/{id}/signer-removals',
  operationId: 'removeSigner',
  summary: 'Take back a signer whom this slot asked for and who has not decided 减签',
  tag: TAG,
  permission: 'signed-in',
  params: taskParams,
  body: signerRemovalBody,
  idempotent: true,
  conditional: true,
  answers: { 201: { description: 'Removed', schema: phaseActSchema } },
  problems: [
    'not-office-holder',
    'signer-not-in-step',
    'signer-required-by-paper',
    'signer-decided',
    'not-your-signer',
    'removal-would-reject',
    'step-not-open',
    'stale-round',
    'unknown-step',
    ...OF_A_PERIOD,
    'programme-not-active',
  ],
  handle: (input, deps) => {
    const { programmeId, ...place } = taskPlaceOf(input.params.id);
    const { office: signer, reason } = input.body;
    return actOn(
      { programmeId, phase: place.phase },
      { type: 'RemoveSigner', ...place, signer, reason },
      { input, deps },
    );
  },
});

const copyPhase = route({
  method: 'post',
  path: '/v1/programmes/{id}/phases/{phase}/copies',
  operationId: 'copyPhase',
  summary: 'Copy a phase to an office for its information 抄送',
  tag: TAG,
  permission: 'signed-in',
  params: phaseParams,
  body: copyBody,
  idempotent: true,
  conditional: true,
  answers: { 201: { description: 'Copied', schema: phaseActSchema } },
  problems: [
    'may-not-copy',
    'unknown-phase',
    ...OF_A_PERIOD,
    'office-not-in-definition',
    'programme-not-active',
  ],
  handle: (input, deps) => {
    const { id: programmeId, phase } = input.params;
    const { office: to, note } = input.body;
    return actOn({ programmeId, phase }, { type: 'CopyTo', phase, to, note }, { input, deps });
  },
});

const listCopies = route({
  method: 'get',
  path: '/v1/copies',
  operationId: 'listCopies',
  summary: 'Phases copied to one’s offices, newest first',
  tag: TAG,
  permission: 'signed-in',
  query: copiesQuery,
  answers: { 200: { description: 'A page of copies', schema: copyPage } },
  handle: async (input, deps) => {
    const { query } = input;
    const after = decodePair(query.after);
    const rows = await deps.reads.copies({
      personId: personOf(input).id,
      at: deps.clock.now(),
      after: after === null ? null : [cursorInstant(after[0]), after[1]],
      limit: query.limit + 1,
    });
    await knowDefinitions(rows, deps);
    const names = await deps.reads.names(rows.map(({ by }) => by));
    const body = pageFrom(rows, query.limit, {
      item: (row) => copyView(row, definitionOf(row.definition, deps), names),
      cursor: (row) => [row.realAt, row.id],
    });
    return { status: 200, body };
  },
});

const urgePhase = route({
  method: 'post',
  path: '/v1/programmes/{id}/phases/{phase}/urgings',
  operationId: 'urgePhase',
  summary: 'Urge whoever holds a phase up; not again before a while has passed 催办',
  tag: TAG,
  permission: 'signed-in',
  params: phaseParams,
  body: urgeBody,
  idempotent: true,
  conditional: true,
  answers: { 201: { description: 'Urged', schema: phaseActSchema } },
  problems: [
    'may-not-urge',
    'nobody-to-urge',
    'urged-recently',
    'unknown-phase',
    ...OF_A_PERIOD,
    'phase-not-open',
    'programme-not-active',
  ],
  handle: (input, deps) => {
    const { id: programmeId, phase } = input.params;
    const { note } = input.body;
    return actOn({ programmeId, phase }, { type: 'Urge', phase, note }, { input, deps });
  },
});

export const handsRoutes: readonly Route[] = [
  transferTask,
  addSigner,
  removeSigner,
  copyPhase,
  listCopies,
  urgePhase,
];
