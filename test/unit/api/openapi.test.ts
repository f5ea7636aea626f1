import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { problemsMarkdown } from '../../../api/problems/markdown.ts';
import { allRoutes, apiDocument } from '../../../api/routes/all.ts';
import { projectPath } from '../../../platform/paths.ts';

const document = JSON.parse(JSON.stringify(apiDocument())) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
};

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly description?: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

function operations(): readonly (readonly [path: string, method: string, Operation])[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [path, method, operation] as const),
  );
}

describe('the OpenAPI document', () => {
  it('is the committed one', () => {
    const committed = readFileSync(projectPath('docs', 'openapi.json'), 'utf8');
    expect(JSON.parse(committed)).toEqual(document);
  });

  it('has every route of the table, and no other', () => {
    const documented = operations().map(([path, method]) => `${method} ${path}`);
    const routed = allRoutes.map(({ method, path }) => `${method} ${path}`);
    expect([...documented].sort()).toEqual([...routed].sort());
    expect(new Set(routed).size).toBe(routed.length);
  });

  it('gives each operation an id of its own', () => {
    const ids = operations().map(([, , { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('describes every property of every schema', () => {
    const bare = Object.entries(document.components.schemas).flatMap(([name, schema]) =>
      undescribed(schema, name),
    );
    expect(bare).toEqual([]);
  });

  it('describes every parameter', () => {
    const bare = operations().flatMap(([path, method, { parameters }]) =>
      parameters
        .filter(({ description }) => (description ?? '') === '')
        .map(({ name }) => `${method} ${path} ${name}`),
    );
    expect(bare).toEqual([]);
  });

  it('refers only to schemas that it has', () => {
    const references = [
      ...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g),
    ].map((match) => match[1] ?? '');
    expect(references.length).toBeGreaterThan(20);
    expect(references.filter((name) => !(name in document.components.schemas))).toEqual([]);
  });

  it('takes an Idempotency-Key on every POST that acts in the ledger or the directory', () => {
    const without = allRoutes
      .filter(({ method, idempotent }) => method === 'post' && idempotent !== true)
      .map(({ path }) => path);
    // Two make a secret that must not be stored, the others change nothing.
    expect(without.sort()).toEqual([
      '/v1/calendars/{key}/previews',
      '/v1/definitions/validations',
      '/v1/definitions/{key}/backward-plans',
      '/v1/definitions/{key}/projections',
      '/v1/programmes/{id}/migrations/previews',
      '/v1/programmes/{id}/projections',
      '/v1/programmes/{id}/stand-ins',
      '/v1/sessions',
    ]);
  });
});

describe('the page of problems', () => {
  it('is the committed one', () => {
    expect(readFileSync(projectPath('docs', 'problems.md'), 'utf8')).toBe(problemsMarkdown());
  });
});

function undescribed(schema: unknown, place: string): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const node = schema as Readonly<Record<string, unknown>>;
  const properties = (node['properties'] ?? {}) as Readonly<Record<string, object>>;
  const own = Object.entries(properties)
    .filter(([, property]) => !('description' in property))
    .map(([name]) => `${place}.${name}`);
  const inner = Object.entries(properties).flatMap(([name, property]) =>
    undescribed(property, `${place}.${name}`),
  );
  return [...own, ...inner, ...undescribed(node['items'], `${place}[]`)];
}
