/** Programmes: starting one, seeing one, listing those one has to do with. */
import { toProgrammeTime } from '../../domain/calendar/rehearsal-clock.ts';
import { cursorInstant, cursorUuid, decodePair, pageFrom } from '../http/cursor.ts';
import { commandKey, personOf, route, type Route } from '../http/route.ts';
import { programmeParams } from '../schemas/common.ts';
import {
  momentList,
  programmePage,
  programmeSchema,
  programmesQuery,
  startedProgramme as startedSchema,
  startProgrammeBody,
} from '../schemas/programmes.ts';
import { startedProgramme } from '../views/act.ts';
import { dutiesView } from '../views/duty.ts';
import { unitsBySet } from '../views/units.ts';
import { momentView } from '../views/moment.ts';
import { programmeView } from '../views/programme.ts';
import { refusalProblem, storedReply } from './act.ts';
import { sceneOf, viewerOf, visibleProgramme } from './scene.ts';

const TAG = 'Programmes';

const startProgramme = route({
  method: 'post',
  path: '/v1/programmes',
  operationId: 'startProgramme',
  summary: 'Start a programme, or with a clock a rehearsal',
  tag: TAG,
  permission: 'signed-in',
  body: startProgrammeBody,
  idempotent: true,
  answers: { 201: { description: 'It is active', schema: startedSchema } },
  problems: [
    'not-owner',
    'definition-not-found',
    'account-not-found',
    'unknown-office',
    'start-date-invalid',
    'definition-faulty',
    'data-invalid',
    'units-required',
    'unknown-unit-set',
    'unit-repeated',
    'unit-group-unknown',
    'unknown-rollout',
    'unknown-unit',
    'rollout-not-restrictable',
  ],
  handle: async (input, deps) => {
    const { definition, startsOn, title, clock, offices, unitSets, rollouts } = input.body;
    const { version } = definition;
    const executed = await deps.engine.activate({
      definition: { key: definition.key, ...(version === undefined ? {} : { version }) },
      caller: { kind: 'person', id: personOf(input).id },
      key: commandKey(input),
      answer: startedProgramme,
      ...(startsOn === undefined ? {} : { startsOn }),
      ...(title === undefined ? {} : { title }),
      ...(clock ?? {}),
      ...(offices === undefined ? {} : { offices }),
      ...(unitSets === undefined ? {} : { unitSets: unitsBySet(unitSets) }),
      ...(rollouts === undefined ? {} : { rollouts }),
    });
    if (executed.kind === 'refused') throw refusalProblem(executed.refusal, executed.state);
    return storedReply(executed.answer);
  },
});

const listProgrammes = route({
  method: 'get',
  path: '/v1/programmes',
  operationId: 'listProgrammes',
  summary: 'Programmes that one has to do with, newest first',
  tag: TAG,
  permission: 'signed-in',
  query: programmesQuery,
  answers: { 200: { description: 'A page of programmes', schema: programmePage } },
  handle: async (input, deps) => {
    const { query } = input;
    const after = decodePair(query.after);
    const now = deps.clock.now().toISOString();
    const rows = await deps.reads.programmes({
      viewer: viewerOf(personOf(input), deps),
      status: query.status,
      parent: query.parent,
      startedByViewer: query.started === 'mine',
      rehearsal: query.rehearsal === undefined ? null : query.rehearsal === 'true',
      after: after === null ? null : [cursorInstant(after[0]), cursorUuid(after[1])],
      limit: query.limit + 1,
    });
    const body = pageFrom(rows, query.limit, {
      item: (row) => ({ ...row, now: toProgrammeTime(row.clock, now) }),
      cursor: (row) => [row.createdAt, row.id],
    });
    return { status: 200, body };
  },
});

const getProgramme = route({
  method: 'get',
  path: '/v1/programmes/{id}',
  operationId: 'getProgramme',
  summary: 'A programme with its phases, steps and deliverables as they stand',
  tag: TAG,
  permission: 'signed-in',
  params: programmeParams,
  answers: { 200: { description: 'The programme; ETag is its position', schema: programmeSchema } },
  handle: async (input, deps) => {
    const record = await visibleProgramme(input.params.id, personOf(input), deps);
    const scene = await sceneOf(record, deps);
    return {
      status: 200,
      headers: { ETag: `"${record.state.position}"` },
      body: { ...programmeView(scene), duties: dutiesView(scene) },
    };
  },
});

const listMoments = route({
  method: 'get',
  path: '/v1/programmes/{id}/moments',
  operationId: 'listMoments',
  summary: 'What the programme will do by itself, soonest first',
  tag: TAG,
  permission: 'signed-in',
  params: programmeParams,
  answers: { 200: { description: 'Planned moments', schema: momentList } },
  handle: async (input, deps) => {
    const { state } = await visibleProgramme(input.params.id, personOf(input), deps);
    const rows = await deps.reads.plannedMoments(state.id);
    return { status: 200, body: rows.map(momentView) };
  },
});

export const programmeRoutes: readonly Route[] = [
  startProgramme,
  listProgrammes,
  getProgramme,
  listMoments,
];
