import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allRoutes } from '../../../api/routes/all.ts';
import { programmeSchema } from '../../../api/schemas/programmes.ts';
import { UnavailableError } from '../../../engine/database.ts';
import { createTestApi, type TestApi } from '../../support/api-client.ts';
import { startLangxia } from '../../support/api-acts.ts';

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
}, 60_000);
afterAll(async () => {
  await api.close();
});

describe('every answer', () => {
  it.each([
    ['/livez', 200],
    ['/readyz', 200],
    ['/metrics', 200],
    ['/openapi.json', 200],
    ['/problems', 200],
    ['/problems/forbidden', 200],
    ['/problems/unheard-of', 404],
    ['/v1/tasks', 401],
    ['/nowhere', 404],
    ['/problems/%zz', 400],
  ])('%s has an id and the headers that bind a browser', async (path, status) => {
    const answer = await api.send('GET', path);
    expect(answer.status).toBe(status);
    const { headers } = answer;
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('content-type')).toMatch(/charset=utf-8|application\/problem/i);
    if (status >= 400) {
      expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(answer.body).toMatchObject({
        instance: `urn:uuid:${headers.get('x-request-id') ?? ''}`,
      });
    }
  });
});

describe('a method', () => {
  it('that an address does not take is answered with those it takes', async () => {
    for (const path of new Set(allRoutes.map((route) => route.path))) {
      const answer = await api.send('PATCH', path.replaceAll(/\{\w+\}/g, 'x'));
      expect(answer.status).toBe(405);
      const methods = allRoutes
        .filter((route) => route.path === path)
        .map(({ method }) => method.toUpperCase());
      const allowed = (answer.headers.get('allow') ?? '').split(', ');
      expect(allowed).toEqual(expect.arrayContaining(methods));
    }
  });

  it('HEAD is answered as GET, without the body', async () => {
    const head = await api.send('HEAD', '/openapi.json');
    expect(head.status).toBe(200);
    expect(head.text).toBe('');
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(1000);
  });

  it('OPTIONS tells the methods and permits no other site', async () => {
    const answer = await api.send('OPTIONS', '/v1/programmes');
    expect(answer.status).toBe(204);
    expect(answer.headers.get('allow')).toBe('POST, GET, HEAD, OPTIONS');
  });
});

describe('a request that breaks the rules', () => {
  it('is told every field and rule in the language of its reader', async () => {
    const answer = await api.send('POST', '/v1/programmes', {
      as: 'group-office',
      body: { definition: { key: 'Not A Key', version: 0 }, startsOn: '2013-02-30', colour: 'red' },
      headers: { 'accept-language': 'en-GB' },
    });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      code: 'invalid-request',
      title: 'Invalid request',
      errors: expect.arrayContaining([
        expect.objectContaining({ in: 'body', pointer: '/definition/key' }),
        expect.objectContaining({
          pointer: '/definition/version',
          detail: 'It must be at least 1.',
        }),
        expect.objectContaining({ pointer: '/startsOn', rule: 'format:date' }),
        expect.objectContaining({ pointer: '/colour', rule: 'unknown' }),
      ]) as unknown,
    });
  });

  it.each([
    ['/v1/tasks?colour=red', '/colour', 'unknown'],
    ['/v1/tasks?limit=1&limit=2', '/limit', 'once'],
    ['/v1/tasks?limit=0', '/limit', 'min'],
    ['/v1/tasks?limit=201', '/limit', 'max'],
    ['/v1/tasks?scope=all', '/scope', 'invalid-value'],
    ['/v1/tasks?after=nonsense', '/after', 'cursor'],
    ['/v1/tasks?__proto__=x', '/__proto__', 'unknown'],
    ['/v1/tasks?phase=%00', '/phase', 'characters'],
    ['/livez?x=1', '/x', 'unknown'],
  ])('%s names the parameter', async (path, pointer, rule) => {
    const answer = await api.send('GET', path, { as: 'mayor' });
    expect(answer.body).toMatchObject({ status: 400, errors: [{ in: 'query', pointer, rule }] });
  });

  it('judges a definition without publishing it, every fault with its pointer', async () => {
    const body = { key: 'x', version: 1 };
    const answer = await api.send('POST', '/v1/definitions/validations', { as: 'mayor', body });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ ok: false });
    const good = api.deps.catalogue.latest('langxia-transition');
    const valid = await api.send('POST', '/v1/definitions/validations', {
      as: 'mayor',
      body: good,
    });
    expect(valid.body).toEqual({ ok: true, faults: [] });
  });
});

describe('a vacant office', () => {
  it('is a visible fault of the programme', async () => {
    const { rows } = await api.pool.query<{ id: string }>(
      "SELECT holdings.id FROM holdings WHERE holdings.seat = 'supervision-office'",
    );
    const id = await startLangxia(api);
    const ended = await api.send('POST', `/v1/appointments/${rows[0]?.id ?? ''}/endings`, {
      as: 'security-admin',
    });
    expect(ended.status).toBe(201);
    const { faults } = await api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'mayor' });
    expect(faults).toMatchObject([{ code: 'office-vacant', office: 'supervision-office' }]);
  });
});

describe('when the database is away', () => {
  it('answers 503 with Retry-After, and a defect tells nothing', async () => {
    let thrown: Error = new UnavailableError('postgres://app:secret@host is away');
    const broken = await createTestApi({
      overrides: { sessions: { ...api.deps.sessions, find: () => Promise.reject(thrown) } },
    });
    try {
      const headers = { authorization: `Bearer ${'x'.repeat(43)}` };
      const away = await broken.send('GET', '/v1/tasks', { headers });
      expect(away.status).toBe(503);
      expect(away.headers.get('retry-after')).toBe('2');
      expect(away.text).not.toContain('secret');
      thrown = new Error('secret');
      const defect = await broken.send('GET', '/v1/tasks', { headers });
      expect(defect.body).toMatchObject({ status: 500, code: 'internal-error' });
      expect(defect.text).not.toContain('secret');
    } finally {
      await broken.close();
    }
  });
});

describe('on the wire', () => {
  it('a request with both a length and chunks is refused', async () => {
    const answer = await raw(
      'POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1.1 400/);
  });

  it('a body that is cut off leaves the server serving', async () => {
    await raw(
      'POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
      true,
    );
    expect((await api.send('GET', '/livez')).status).toBe(200);
  });
});

function raw(text: string, hangUp = false): Promise<string> {
  const { port } = new URL(api.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(text, () => {
        if (hangUp) socket.destroy();
      });
    });
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString();
      socket.end();
    });
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(answer);
    });
  });
}
