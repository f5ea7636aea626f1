/** The OpenAPI 3.1 document, made of the same table that the router is made of. */
import { z } from 'zod';
import type { Permission, Route } from './http/route.ts';
import { PROBLEMS, type ProblemCode } from './problems/catalogue.ts';
import { problemSchema } from './schemas/problem.ts';

export const API_VERSION = '1.0.0';

type Json = Record<string, unknown>;

interface Components {
  readonly schemas: Map<string, unknown>;
}

export function openApiDocument(routes: readonly Route[]): Json {
  const components: Components = { schemas: new Map() };
  const paths = new Map<string, Json>();
  for (const route of routes) {
    const operations = paths.get(route.path) ?? {};
    operations[route.method] = operationOf(route, components);
    paths.set(route.path, operations);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Milepost',
      version: API_VERSION,
      description:
        'Programmes of dated phases: deliverables, sign-offs, reminders, escalation and the audit trail.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }, { cookie: [] }],
    tags: [...new Set(routes.map((route) => route.tag))].map((name) => ({ name })),
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'Token of a session' },
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: 'milepost_session',
          description: 'Behind https the name is __Host-milepost_session',
        },
      },
      schemas: Object.fromEntries([...components.schemas].sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  };
}

function operationOf(route: Route, components: Components): Json {
  return {
    operationId: route.operationId,
    summary: route.summary,
    tags: [route.tag],
    ...(route.permission === 'public' ? { security: [] } : {}),
    'x-required-permissions': permissionsOf(route.permission),
    parameters: parametersOf(route, components),
    ...bodyOf(route, components),
    responses: responsesOf(route, components),
  };
}

function permissionsOf(permission: Permission): readonly string[] {
  return typeof permission === 'string' ? [permission] : permission;
}

function parametersOf(route: Route, components: Components): Json[] {
  return [
    ...fieldsOf(route.params, 'path', components),
    ...fieldsOf(route.query, 'query', components),
    ...(route.idempotent === true
      ? [
          header('Idempotency-Key', 'Repeating with the same key and body gives the first answer', {
            type: 'string',
            minLength: 1,
            maxLength: 255,
          }),
        ]
      : []),
    ...(route.conditional === true
      ? [header('If-Match', 'Act only at this position of the programme', { type: 'string' })]
      : []),
  ];
}

function header(name: string, description: string, schema: Json): Json {
  return { name, in: 'header', required: false, description, schema };
}

function fieldsOf(
  schema: z.ZodType | undefined,
  place: 'path' | 'query',
  components: Components,
): Json[] {
  if (schema === undefined) return [];
  const object = jsonSchemaOf(schema, 'input', components);
  const required = asArray(object['required']);
  return Object.entries(asRecord(object['properties'])).map(([name, property]) => {
    const { description, ...rest } = asRecord(property);
    return {
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      description,
      schema: rest,
    };
  });
}

function bodyOf(route: Route, components: Components): Json {
  if (route.upload === true) {
    const content = {
      'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
    };
    return { requestBody: { required: true, description: 'The raw bytes', content } };
  }
  if (route.body === undefined) return {};
  const schema = jsonSchemaOf(route.body, 'input', components);
  const required = !route.body.safeParse(undefined).success;
  return { requestBody: { required, content: { 'application/json': { schema } } } };
}

function responsesOf(route: Route, components: Components): Json {
  const responses: Json = {};
  for (const [status, answer] of Object.entries(route.answers)) {
    responses[status] = {
      description: answer.description,
      headers: { 'X-Request-Id': { description: 'Id of the request', schema: { type: 'string' } } },
      ...contentOf(answer, components),
    };
  }
  for (const [status, codes] of problemsOf(route)) {
    responses[status] = {
      description: codes.map((code) => `\`${code}\` ${PROBLEMS[code].title.en}`).join('; '),
      content: {
        'application/problem+json': { schema: jsonSchemaOf(problemSchema, 'output', components) },
      },
    };
  }
  return responses;
}

function contentOf(answer: Route['answers'][number], components: Components): Json {
  if (answer.schema !== undefined) {
    const schema = jsonSchemaOf(answer.schema, 'output', components);
    return { content: { [answer.type ?? 'application/json']: { schema } } };
  }
  return answer.type === undefined
    ? {}
    : { content: { [answer.type]: { schema: { type: 'string' } } } };
}

/** Codes that follow from what the route takes, and its own, by status. */
export function problemsOf(route: Route): ReadonlyMap<string, readonly ProblemCode[]> {
  const writes = route.method !== 'get';
  const implied: readonly (readonly [boolean, readonly ProblemCode[]])[] = [
    [true, ['invalid-request', 'internal-error', 'unavailable']],
    [route.permission !== 'public', ['unauthenticated']],
    [typeof route.permission !== 'string', ['forbidden']],
    [route.params !== undefined, ['not-found']],
    [writes, ['cross-site-request']],
    [
      writes && route.upload !== true,
      ['unsupported-media-type', 'body-too-large', 'request-timeout'],
    ],
    [route.idempotent === true, ['idempotency-key-reused']],
    [route.conditional === true, ['stale-version']],
  ];
  const codes = new Set([
    ...implied.flatMap(([applies, follow]) => (applies ? follow : [])),
    ...(route.problems ?? []),
  ]);
  const byStatus = new Map<string, ProblemCode[]>();
  for (const code of codes) {
    const status = String(PROBLEMS[code].status);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return new Map([...byStatus].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Schemas with an id move to the components; what remains refers to them. */
function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output', components: Components): Json {
  const {
    $defs,
    $schema: _dialect,
    ...own
  } = rewritten(z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' }));
  for (const [id, definition] of Object.entries(asRecord($defs ?? {}))) {
    addComponent(id, definition, components);
  }
  const id = own['id'];
  if (typeof id !== 'string') return own;
  addComponent(id, own, components);
  return { $ref: `#/components/schemas/${id}` };
}

function addComponent(id: string, definition: unknown, { schemas }: Components): void {
  const { id: _id, ...body } = asRecord(definition);
  const known = schemas.get(id);
  if (known !== undefined && JSON.stringify(known) !== JSON.stringify(body)) {
    throw new Error(`two different schemas are called ${id}`);
  }
  schemas.set(id, body);
}

function rewritten(schema: unknown): Json {
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/');
  return asRecord(JSON.parse(text));
}

function asRecord(value: unknown): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json; // just judged
  throw new Error('a JSON schema has an unexpected form');
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
