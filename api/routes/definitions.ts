/** Published definitions, and judging one that is not published. */
import type { Definition } from '../../domain/definition/types.ts';
import { parseDefinition } from '../../programmes/parse-definition.ts';
import { rolloutFaults } from '../../programmes/rollout-faults.ts';
import { route, type Route } from '../http/route.ts';
import { ProblemError } from '../problems.ts';
import {
  candidateBody,
  definitionList,
  definitionParams,
  definitionSchema,
  validationSchema,
} from '../schemas/definitions.ts';

const TAG = 'Definitions';

const listDefinitions = route({
  method: 'get',
  path: '/v1/definitions',
  operationId: 'listDefinitions',
  summary: 'The latest version of every published definition',
  tag: TAG,
  permission: 'signed-in',
  answers: { 200: { description: 'All definitions', schema: definitionList } },
  handle: (_input, deps) =>
    Promise.resolve({
      status: 200,
      body: {
        items: latestOnly(deps.catalogue.list()).map((definition) => ({
          key: definition.key,
          version: definition.version,
          title: definition.title,
          issuer: definition.source.issuer,
          startsOn: definition.startsOn,
          phases: definition.phases.length,
        })),
      },
    }),
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
  handle: ({ params }, deps) => {
    const definition = deps.catalogue.get(params.key, params.version);
    if (definition === undefined) throw new ProblemError('not-found');
    return Promise.resolve({ status: 200, body: definition });
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
  handle: ({ body }, deps) => {
    const parsed = parseDefinition(body);
    const faults = parsed.ok ? rolloutFaults(parsed.definition, deps.catalogue) : parsed.faults;
    return Promise.resolve({ status: 200, body: { ok: faults.length === 0, faults } });
  },
});

export const definitionRoutes: readonly Route[] = [
  listDefinitions,
  getDefinition,
  validateDefinition,
];

/** The last of each key, as the catalogue lists versions in their order. */
function latestOnly(definitions: readonly Definition[]): readonly Definition[] {
  return [...new Map(definitions.map((definition) => [definition.key, definition])).values()];
}
