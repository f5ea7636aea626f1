import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentSchema } from '../../../api/schemas/records.ts';
import { programmeSchema } from '../../../api/schemas/programmes.ts';
import { owedList, taskPage } from '../../../api/schemas/tasks.ts';
import { createTestApi, sha256, type TestApi } from '../../support/api-client.ts';
import { decide, handInAll, phaseOf, signAll, startLangxia } from '../../support/api-acts.ts';

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
}, 60_000);
afterAll(async () => {
  await api.close();
});

async function positionOf(id: string): Promise<number> {
  return (await api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'mayor' })).position;
}

describe('an Idempotency-Key', () => {
  it('makes a repeated act one act with one answer, byte by byte', async () => {
    const id = await startLangxia(api);
    await handInAll(api, id, 'survey');
    const path = `/v1/tasks/${id}.survey.1.offices.finance-office/decisions`;
    const request = {
      as: 'finance-office',
      body: { decision: 'approve', opinion: '同意' },
      headers: { 'idempotency-key': 'once and only once' },
    };
    const [first, second] = await Promise.all([
      api.send('POST', path, request),
      api.send('POST', path, request),
    ]);
    const third = await api.send('POST', path, request);
    expect([first.status, second.status, third.status]).toEqual([201, 201, 201]);
    expect(second.text).toBe(first.text);
    expect(third.text).toBe(first.text);
    expect(third.headers.get('location')).toBe(first.headers.get('location'));
    const other = { ...request, body: { decision: 'abstain', opinion: '弃权' } };
    const reused = await api.send('POST', path, other);
    expect(reused.body).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
  });

  it('starts one programme, not two', async () => {
    const request = {
      as: 'group-office',
      body: { definition: { key: 'langxia-transition' } },
      headers: { 'idempotency-key': randomUUID() },
    };
    const first = await api.send('POST', '/v1/programmes', request);
    const second = await api.send('POST', '/v1/programmes', request);
    expect(second.text).toBe(first.text);
  });

  it('is refused when it is empty, too long or not plain', async () => {
    for (const key of ['', 'x'.repeat(256), 'é']) {
      const answer = await api.send('POST', '/v1/programmes', {
        as: 'group-office',
        body: { definition: { key: 'langxia-transition' } },
        headers: { 'idempotency-key': key },
      });
      expect(answer.body).toMatchObject({
        code: 'invalid-request',
        errors: [{ in: 'header', pointer: '/idempotency-key' }],
      });
    }
  });
});

describe('If-Match', () => {
  it('lets an act pass only at the position that was read', async () => {
    const id = await startLangxia(api);
    const path = `/v1/programmes/${id}/phases/survey/deliverables/work-plan`;
    const put = (tag: string): ReturnType<TestApi['send']> =>
      api.send('PUT', path, {
        as: 'labour-office',
        body: { note: 'x' },
        headers: { 'if-match': tag },
      });
    const read = await api.send('GET', `/v1/programmes/${id}`, { as: 'labour-office' });
    const tag = read.headers.get('etag') ?? '';
    expect(tag).toBe(`"${await positionOf(id)}"`);
    expect((await put(tag)).status).toBe(200);
    const stale = await put(tag);
    expect(stale.status).toBe(412);
    expect(stale.body).toMatchObject({
      code: 'stale-version',
      programme: { id, status: 'active' },
    });
    expect((await put('W/"1"')).status).toBe(400);
    expect((await put('*')).status).toBe(200);
  });
});

describe('handing in', () => {
  it('takes a file that was uploaded, and serves it as an attachment to those who may look', async () => {
    const id = await startLangxia(api);
    const bytes = Buffer.from('朗霞镇工作方案\n');
    const hash = sha256(bytes);
    const upload = {
      as: 'labour-office',
      body: bytes,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    };
    expect((await api.send('PUT', `/v1/files/${hash}`, upload)).status).toBe(201);
    expect((await api.send('PUT', `/v1/files/${hash}`, upload)).status).toBe(200);
    expect((await api.send('GET', `/v1/files/${hash}`, { as: 'mayor' })).status).toBe(404);
    const handed = await api.send(
      'PUT',
      `/v1/programmes/${id}/phases/survey/deliverables/work-plan`,
      {
        as: 'labour-office',
        body: { note: '见附件', files: [{ sha256: hash, name: '方案.txt' }] },
      },
    );
    expect(handed.status).toBe(200);
    const content = await api.read(
      contentSchema,
      `/v1/programmes/${id}/phases/survey/deliverables/work-plan`,
      { as: 'mayor' },
    );
    expect(content).toMatchObject({ note: '见附件', files: [{ sha256: hash, name: '方案.txt' }] });
    const name = encodeURIComponent('方案.txt');
    const file = await api.send('GET', `/v1/files/${hash}?name=${name}`, { as: 'mayor' });
    expect(file.text).toBe(bytes.toString());
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="__.txt"; filename*=UTF-8''${name}`,
    );
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    expect((await api.send('GET', `/v1/files/${hash}`, { as: 'outsider' })).status).toBe(404);
  });

  it.each([
    [
      'a file that nobody uploaded',
      { files: [{ sha256: 'b'.repeat(64), name: 'a.pdf' }] },
      'file-not-found',
    ],
    ['nothing at all', {}, 'data-invalid'],
    ['data where none belong', { note: 'x', data: { a: 1 } }, 'data-invalid'],
    [
      'too many files',
      { files: [1, 2, 3, 4].map((n) => ({ sha256: 'b'.repeat(64), name: `${n}.pdf` })) },
      'too-many-files',
    ],
    [
      'a name with a path in it',
      { files: [{ sha256: 'b'.repeat(64), name: '../x' }] },
      'invalid-request',
    ],
  ])('refuses %s and changes nothing', async (_name, body, code) => {
    const id = await startLangxia(api);
    const before = await positionOf(id);
    const path = `/v1/programmes/${id}/phases/survey/deliverables/work-plan`;
    const answer = await api.send('PUT', path, { as: 'labour-office', body });
    expect(answer.body).toMatchObject({ code });
    expect(await positionOf(id)).toBe(before);
  });

  it('shows what is owed, until it is handed in', async () => {
    const id = await startLangxia(api);
    const owedOf = async (): Promise<readonly string[]> =>
      (await api.read(owedList, '/v1/deliverables?scope=mine', { as: 'town-office' })).items
        .filter(({ programmeId }) => programmeId === id)
        .map(({ deliverable }) => deliverable.key);
    expect(await owedOf()).toEqual(['leading-group']);
    const path = `/v1/programmes/${id}/phases/survey/deliverables/leading-group`;
    await api.send('PUT', path, { as: 'town-office', body: { note: '名单' } });
    expect(await owedOf()).toEqual([]);
  });
});

describe('returning', () => {
  it('opens the phase again with the next round, and the old task is answered by the present state', async () => {
    const id = await startLangxia(api);
    await handInAll(api, id, 'survey');
    const task = `${id}.survey.1.offices.finance-office`;
    const returned = await decide(api, task, { decision: 'return', opinion: '数字不符' });
    expect(returned.status).toBe(201);
    expect(returned.body).toMatchObject({ phase: { key: 'survey', status: 'open', round: 2 } });
    const late = await decide(api, `${id}.survey.1.offices.village-heads`, { decision: 'approve' });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ code: 'stale-round', phase: { status: 'open', round: 2 } });
    const { deliverables } = await phaseOf(api, id, 'survey');
    expect(deliverables.every(({ status }) => status === 'due')).toBe(true);
  });

  it('is for the owning office too, and so are withdrawing and terminating', async () => {
    const id = await startLangxia(api);
    await handInAll(api, id, 'survey');
    const body = { phase: 'survey', reason: '重报' };
    const refused = await api.send('POST', `/v1/programmes/${id}/returns`, { as: 'mayor', body });
    expect(refused.body).toMatchObject({ status: 403, code: 'not-owner' });
    const done = await api.send('POST', `/v1/programmes/${id}/returns`, {
      as: 'group-office',
      body,
    });
    expect(done.body).toMatchObject({ phase: { round: 2 } });
    const end = { as: 'group-office', body: { reason: '上级另有安排' } };
    const withdrawn = await api.send('POST', `/v1/programmes/${id}/withdrawals`, end);
    expect(withdrawn.body).toMatchObject({ programme: { status: 'withdrawn' } });
    const again = await api.send('POST', `/v1/programmes/${id}/terminations`, end);
    expect(again.body).toMatchObject({
      status: 409,
      code: 'programme-not-active',
      programme: { status: 'withdrawn' },
    });
  });
});

describe('the inbox', () => {
  it('is paged by due date without a gap or a repetition', async () => {
    const ids = [];
    for (let n = 0; n < 5; n += 1) {
      const id = await startLangxia(api, { startsOn: `2026-03-0${String(n + 2)}` });
      ids.push(id);
    }
    await Promise.all(ids.map((id) => api.passTime(id, '2026-03-06T01:00:00.000Z')));
    for (const id of ids) await handInAll(api, id, 'survey');
    const all = await api.read(taskPage, '/v1/tasks?limit=200', { as: 'village-heads' });
    const paged: string[] = [];
    let after = '';
    for (let more = true; more;) {
      const { items, page } = await api.read(taskPage, `/v1/tasks?limit=2${after}`, {
        as: 'village-heads',
      });
      paged.push(...items.map((one) => one.id));
      after = `&after=${page.endCursor ?? ''}`;
      more = page.hasMore;
    }
    expect(paged).toEqual(all.items.map((one) => one.id));
    expect(new Set(paged).size).toBe(paged.length);
    const dues = all.items.map((one) => one.dueAt);
    expect(dues).toEqual([...dues].sort());
    expect(ids.every((id) => paged.some((task) => task.startsWith(id)))).toBe(true);
  });

  it('keeps what one has done', async () => {
    const id = await startLangxia(api);
    await handInAll(api, id, 'survey');
    await signAll(api, id, 'survey');
    const path = `/v1/tasks?scope=done&programme=${id}`;
    const { items } = await api.read(taskPage, path, { as: 'mayor' });
    expect(items).toMatchObject([{ step: 'mayor', status: 'done', decision: 'approve' }]);
  });
});
