/** Published definitions, publishing one, and judging one that is not published. */
import { localDateOf } from '../../domain/calendar/dates.ts';
import { publishedRolloutFaults } from '../../engine/publish-definition.ts';
import { parseDefinition } from '../../programmes/parse-definition.ts';
import { commandKey, personOf, route, type Route } from '../http/route.ts';
import { ProblemError } from '../problems.ts';
import {
  candidateBody,
  definitionList,
  definitionParams,
  definitionSchema,
  publishedDefinition,
  validationSchema,
} from '../schemas/definitions.ts';
import { outlineQuery, outlineSchema } from '../schemas/definition-outline.ts';
import { outlineView } from '../views/definition-outline.ts';
import { definitionsView } from '../views/definitions.ts';
import { refusalProblem, storedReply } from './act.ts';

const TAG = 'Definitions';

const listDefinitions = route({
  method: 'get',
  path: '/v1/definitions',
  operationId: 'listDefinitions',
  summary: 'Every published definition in its latest version, with all versions that it has',
  tag: TAG,
  permission: 'signed-in',
  answers: { 200: { description: 'All definitions', schema: definitionList } },
  handle: async (_input, deps) => {
    await deps.definitions.publish();
    return { status: 200, body: { items: definitionsView(await deps.reads.definitions()) } };
  },
});

const getDefinition = route({
  method: 'get',
  path: '/v1/definitions/{key}/versions/{version}',
  operationId: 'getDefinition',
  summary: 'A definition as it was published',
  tag: TAG,
  permission: 'signed-in',
  params: definitionParams,
  answers: { 200: { description: 'The definition', schema: definitionSchema } },
  handle: async ({ params }, deps) => {
    await deps.definitions.publish();
    const definition = await deps.definitions.get(params.key, params.version);
    if (definition === null) throw new ProblemError('not-found');
    return { status: 200, body: definition };
  },
});

const outlineDefinition = route({
  method: 'get',
  path: '/v1/definitions/{key}/versions/{version}/outline',
  operationId: 'outlineDefinition',
  summary: 'A definition as it would begin on a day: dates, policies, offices and faults',
  tag: TAG,
  permission: 'signed-in',
  params: definitionParams,
  query: outlineQuery,
  answers: { 200: { description: 'The outline', schema: outlineSchema } },
  handle: async ({ params, query }, deps) => {
    await deps.definitions.publish();
    const definition = await deps.definitions.get(params.key, params.version);
    if (definition === null) throw new ProblemError('not-found');
    const calendar = await deps.calendars.store.latest(definition.calendar);
    if (calendar === null) throw new Error(`no calendar ${definition.calendar}`);
    const now = deps.clock.now();
    const today = localDateOf(now.toISOString(), definition.zone);
    const { startsOn = today } = query;
    const offices = await deps.reads.offices(now);
    const body = outlineView({ definition, calendar, startsOn, today, offices });
    return { status: 200, body };
  },
});

const validateDefinition = route({
  method: 'post',
  path: '/v1/definitions/validations',
  operationId: 'validateDefinition',
  summary: 'Judge a definition without publishing it',
  tag: TAG,
  permission: 'signed-in',
  body: candidateBody,
  answers: { 200: { description: 'Every fault with its JSON pointer', schema: validationSchema } },
  handle: async ({ body }, deps) => {
    const parsed = parseDefinition(body);
    await deps.definitions.publish();
    const faults = parsed.ok
      ? await publishedRolloutFaults(parsed.definition, deps.definitions)
      : parsed.faults;
    return { status: 200, body: { ok: faults.length === 0, faults } };
  },
});

const publishDefinition = route({
  method: 'post',
  path: '/v1/definitions',
  operationId: 'publishDefinition',
  summary: 'Publish a new definition, or the next version of one',
  tag: TAG,
  permission: ['system-admin'],
  body: candidateBody,
  idempotent: true,
  answers: {
    200: { description: 'The same content was published before', schema: publishedDefinition },
    201: { description: 'Published', schema: publishedDefinition },
  },
  problems: ['definition-faulty', 'definition-version-invalid'],
  handle: async (input, deps) => {
    const act = { by: personOf(input).id, key: commandKey(input) };
    const published = await deps.publisher.publish(input.body, act);
    if (published.kind === 'refused') throw refusalProblem(published.refusal, null);
    return storedReply(published.answer);
  },
});

export const definitionRoutes: readonly Route[] = [
  listDefinitions,
  getDefinition,
  outlineDefinition,
  publishDefinition,
  validateDefinition,
];
