/** docker-compose.yml against the compose specification, and against what Milepost promises about it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectPath } from '../../platform/paths.ts';

const text = readFileSync(projectPath('docker-compose.yml'), 'utf8');
const document: unknown = parse(text, { merge: true });

const serviceSchema = z.looseObject({
  image: z.string(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  healthcheck: z.looseObject({}).optional(),
  restart: z.string(),
});
const composeSchema = z.looseObject({
  services: z.record(z.string(), serviceSchema),
  volumes: z.record(z.string(), z.unknown()),
});
const compose = composeSchema.parse(document);
const services = Object.entries(compose.services);

describe('docker-compose.yml', () => {
  it('is valid by the compose specification', () => {
    const validate = specification();
    expect({ valid: validate(document), errors: validate.errors }).toEqual({
      valid: true,
      errors: null,
    });
  });

  it('is measured by a specification that refuses mistakes', () => {
    const validate = specification();
    expect(validate({ services: { api: { image: 'x', depend_on: ['y'] } } })).toBe(false);
    expect(validate({ services: { api: { image: 'x', ports: 'all' } } })).toBe(false);
  });

  it('has every part of a running Milepost', () => {
    expect(services.map(([name]) => name).sort()).toEqual([
      'api',
      'migrate',
      'postgres',
      'temporal',
      'temporal-namespace',
      'temporal-schema',
      'temporal-ui',
      'worker',
    ]);
  });

  it.each(services)('%s runs a pinned image', (_name, service) => {
    expect(service.image).toMatch(/:\d+\.\d+(\.\d+)?[\w.-]*$/);
  });

  it.each(services)(
    '%s waits for services that exist, on a condition they can meet',
    (_name, service) => {
      for (const [target, { condition }] of Object.entries(service.depends_on)) {
        const awaited = compose.services[target];
        expect(awaited).toBeDefined();
        if (condition === 'service_healthy') expect(awaited?.healthcheck).toHaveProperty('test');
        else
          expect([condition, awaited?.restart]).toEqual([
            'service_completed_successfully',
            'on-failure:5',
          ]);
      }
    },
  );

  it.each(services)('%s publishes ports on the loopback only', (_name, service) => {
    for (const port of service.ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it.each(services)(
    '%s mounts only declared volumes and files of this project',
    (_name, service) => {
      for (const volume of service.volumes) {
        const source = volume.split(':')[0] ?? '';
        if (source.startsWith('./')) expect(() => readFileSync(projectPath(source))).not.toThrow();
        else expect(Object.keys(compose.volumes)).toContain(source);
      }
    },
  );

  it('takes every password from the environment and has a default for none', () => {
    const secrets = [...text.matchAll(/\$\{(\w*PASSWORD\w*)([^}]*)\}/g)];
    expect(secrets.length).toBeGreaterThan(3);
    for (const [, , rest] of secrets) expect(rest).toMatch(/^:\?/);
    for (const [, { environment }] of services) {
      for (const [key, value] of Object.entries(environment)) {
        if (/PASSWORD|PWD|SECRET|TOKEN/.test(key)) expect(value).toMatch(/^\$\{\w+:\?/);
        if (/:\/\/[^/]*:[^/]*@/.test(value)) expect(value).toMatch(/:\$\{\w+:\?[^}]+\}@/);
      }
    }
  });
});

function specification(): ReturnType<Ajv['compile']> {
  const schema: unknown = JSON.parse(
    readFileSync(projectPath('node_modules', 'dclint', 'schemas', 'compose.schema.json'), 'utf8'),
  );
  // Its dialect, draft 07, is what Ajv speaks, but is named by an address that Ajv does not know.
  const { $schema, ...rules } = z.looseObject({ $schema: z.string() }).parse(schema);
  expect($schema).toContain('draft-07');
  return new Ajv({ strict: false, validateFormats: false }).compile(rules);
}
