/** Who acts in a period of a duty, over HTTP: every endpoint of a task takes the id of one, and says when the period is over. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Definition } from '../../../domain/definition/types.ts';
import { programmeSchema, startedProgramme } from '../../../api/schemas/programmes.ts';
import { consultationList, copyPage } from '../../../api/schemas/hands.ts';
import { taskPage, taskSheet } from '../../../api/schemas/tasks.ts';
import { createDefinitionStore } from '../../../engine/definition-store.ts';
import { compareProgramme } from '../../../engine/rebuild.ts';
import { createTestApi, type TestApi } from '../../support/api-client.ts';
import { local } from '../../support/acts.ts';
import { planWith, posting } from '../../support/duty-plan.ts';

const half = { rule: 'more-than', numerator: 1, denominator: 2 } as const;
const title = { zh: '村民代表会议', en: 'Villagers' };

/** The accounts are signed by `alpha` or `beta`, voted on by the body of `gamma`, and signed by `head`. */
const definition: Definition = {
  ...planWith({
    ...posting,
    steps: [
      ...posting.steps.slice(0, 1),
      {
        key: 'villagers',
        title,
        policy: {
          ...{ kind: 'body', office: 'gamma', title, ballot: 'secret', quorum: half },
          majority: { ...half, of: 'present' },
        },
      },
      ...posting.steps.slice(1),
    ],
  }),
  key: 'posting-plan',
};

const PHASE = 'posting@2013-10';
let api: TestApi;
let id = '';

beforeAll(async () => {
  api = await createTestApi({ now: local('2013-09-15 09:00'), definitions: [definition] });
  const body = { definition: { key: definition.key }, startsOn: '2013-09-15' };
  const started = await api.send('POST', '/v1/programmes', { as: 'clerk', body });
  if (started.status !== 201) throw new Error(started.text);
  id = startedProgramme.parse(started.body).id;
  await api.passTime(id, local('2013-10-08 10:00'));
}, 60_000);
afterAll(async () => {
  await api.close();
});

interface Answered {
  readonly status: number;
  readonly code?: string;
  readonly consultation?: string;
}

async function post(as: string, path: string, body: object = {}): Promise<Answered> {
  const answer = await api.send('POST', `/v1/${path}`, { as, body });
  return { ...(answer.body as object), status: answer.status };
}

const task = (step: string, office: string, phase = PHASE): string =>
  `tasks/${id}.${phase}.1.${step}.${office}`;

async function inboxOf(as: string): Promise<readonly string[]> {
  const { items } = await api.read(taskPage, `/v1/tasks?programme=${id}`, { as });
  return items.map((one) => `tasks/${one.id}`);
}

describe('a period of a duty', () => {
  it('is handed from office to office, signed, voted on and closed', async () => {
    const accounts = `/v1/programmes/${id}/phases/${PHASE}/deliverables/accounts`;
    await api.send('PUT', accounts, { as: 'clerk', body: { note: '报表' } });
    const reason = '出差';
    expect(await inboxOf('alpha')).toEqual([task('board', 'alpha')]);
    expect(
      await post('alpha', `${task('board', 'alpha')}/transfers`, { office: 'watch', reason }),
    ).toMatchObject({ status: 201, phase: { key: PHASE } });
    expect(await inboxOf('watch')).toEqual([task('board', 'watch')]);
    const signer = { office: 'gamma', place: 'before', reason };
    expect(await post('watch', `${task('board', 'watch')}/signers`, signer)).toMatchObject({
      status: 201,
    });
    expect(await inboxOf('gamma')).toEqual([task('board', 'gamma')]);
    const gone = await post('watch', `${task('board', 'watch')}/signer-removals`, {
      office: 'gamma',
      reason,
    });
    expect(gone.status).toBe(201);
    await askAndAnswer();
    await post('watch', `${task('board', 'watch')}/signers`, { ...signer, office: 'head' });
    const approve = { decision: 'approve' };
    expect((await post('head', `${task('board', 'head')}/decisions`, approve)).status).toBe(201);
    expect((await post('head', `${task('board', 'head')}/withdrawals`)).status).toBe(201);
    expect((await post('head', `${task('board', 'head')}/decisions`, approve)).status).toBe(201);
    expect((await post('watch', `${task('board', 'watch')}/decisions`, approve)).status).toBe(201);
    await vote();
    expect((await post('head', `${task('head', 'head')}/decisions`, approve)).status).toBe(201);
    const { phases } = await api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'clerk' });
    expect(phases.find(({ key }) => key === PHASE)?.status).toBe('closed');
    const sheet = await api.read(taskSheet, `/v1/${task('board', 'watch')}`, { as: 'watch' });
    expect(sheet).toMatchObject({ phase: PHASE, status: 'done', decision: 'approve' });
    const definitions = createDefinitionStore({ ...api.deps, pool: api.pool });
    const { differences } = await compareProgramme(
      { pool: api.pool, definitions, calendars: api.deps.calendars.store },
      id,
    );
    expect(differences).toEqual([]);
  });

  it('is copied and urged, and says so when it has not begun', async () => {
    const place = `programmes/${id}/phases/${PHASE}`;
    expect((await post('clerk', `${place}/copies`, { office: 'beta' })).status).toBe(201);
    const { items } = await api.read(copyPage, '/v1/copies', { as: 'beta' });
    expect(items).toMatchObject([{ phase: PHASE }]);
    await api.passTime(id, local('2013-11-05 10:00'));
    const november = `programmes/${id}/phases/posting@2013-11`;
    expect((await post('head', `${november}/urgings`, { note: '请抓紧' })).status).toBe(201);
    const december = `programmes/${id}/phases/posting@2013-12`;
    expect(await post('head', `${december}/urgings`)).toMatchObject({ code: 'period-not-begun' });
  });

  it('takes no hands any more once the next one has begun', async () => {
    const reason = '出差';
    const answers = [
      await post('watch', `${task('board', 'watch')}/transfers`, { office: 'beta', reason }),
      await post('watch', `${task('board', 'watch')}/signers`, {
        ...{ office: 'beta', place: 'after', reason },
      }),
      await post('watch', `${task('board', 'watch')}/signer-removals`, { office: 'head', reason }),
      await post('watch', `${task('board', 'watch')}/withdrawals`),
      await post('watch', `${task('board', 'watch')}/consultations`, {
        ...{ office: 'beta', question: '?' },
      }),
      await post('gamma', `${task('villagers', 'gamma')}/ballots`, BALLOT),
      await post('clerk', `programmes/${id}/phases/${PHASE}/copies`, { office: 'beta' }),
      await post('head', `programmes/${id}/phases/${PHASE}/urgings`),
      await post('clerk', `programmes/${id}/extensions`, {
        ...{ phase: PHASE, round: 1, reason, progress: '一半', dueOn: '2013-12-20' },
      }),
      await post('head', `programmes/${id}/phases/${PHASE}/good-causes`, { round: 1, reason }),
    ];
    expect(answers.map(({ status, code }) => [status, code])).toEqual(
      answers.map(() => [409, 'period-over']),
    );
    const strange = task('board', 'watch', 'posting@2013-q4');
    expect(await post('watch', `${strange}/transfers`, { office: 'beta', reason })).toMatchObject({
      status: 404,
      code: 'unknown-step',
    });
  });
});

const BALLOT = {
  ...{ heldOn: '2013-10-08', eligible: 9, present: 7 },
  ...{ inFavour: 6, against: 1, abstained: 0 },
};

async function vote(): Promise<void> {
  const voted = await post('gamma', `${task('villagers', 'gamma')}/ballots`, BALLOT);
  expect(voted).toMatchObject({ status: 201 });
}

async function askAndAnswer(): Promise<void> {
  const asked = await post('watch', `${task('board', 'watch')}/consultations`, {
    ...{ office: 'gamma', question: '数字对吗？' },
  });
  expect(asked).toMatchObject({ status: 201 });
  const { items } = await api.read(consultationList, '/v1/consultations', { as: 'gamma' });
  expect(items).toMatchObject([{ id: asked.consultation, phase: PHASE }]);
  const path = `consultations/${asked.consultation ?? ''}/answers`;
  expect((await post('gamma', path, { answer: '对' })).status).toBe(201);
}
