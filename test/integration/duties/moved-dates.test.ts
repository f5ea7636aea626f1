/** Dates of a duty's period and of a target that move, over HTTP: extended, suspended and resumed, and no longer climbing. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Definition } from '../../../domain/definition/types.ts';
import {
  momentList,
  programmeSchema,
  startedProgramme,
  type phaseSchema,
} from '../../../api/schemas/programmes.ts';
import type { z } from 'zod';
import { eventPage } from '../../../api/schemas/records.ts';
import { createDefinitionStore } from '../../../engine/definition-store.ts';
import { compareProgramme } from '../../../engine/rebuild.ts';
import { createTestApi, type TestApi } from '../../support/api-client.ts';
import { local } from '../../support/acts.ts';
import { planWith, posting } from '../../support/duty-plan.ts';
import { count } from '../../support/indicator-plan.ts';
import { governed } from '../../support/time-acts.ts';

const OCTOBER = 'posting@2013-10';
const TARGET = 'agencies@2013';

/** A monthly posting, and a count that `beta` reports by 31 October and checks every month. */
const definition: Definition = {
  ...planWith(posting),
  key: 'moving-plan',
  governance: governed.governance ?? {},
  indicators: [
    {
      ...count,
      targets: [{ key: '2013', value: 15, from: '2013-09-15', on: '2013-10-31', pace: 'month' }],
    },
  ],
};

let api: TestApi;
let id = '';

beforeAll(async () => {
  api = await createTestApi({ now: local('2013-09-15 09:00'), definitions: [definition] });
}, 60_000);
beforeEach(async () => {
  api.clock.set(local('2013-09-15 09:00'));
  const body = { definition: { key: definition.key }, startsOn: '2013-09-15' };
  const started = await api.send('POST', '/v1/programmes', { as: 'clerk', body });
  id = startedProgramme.parse(started.body).id;
  await api.passTime(id, local('2013-10-02 10:00'));
});
afterAll(() => api.close());

async function post(as: string, what: string, body: object): Promise<Record<string, unknown>> {
  const answer = await api.send('POST', `/v1/programmes/${id}/${what}`, { as, body });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body as Record<string, unknown>;
}

async function extend(phase: string, as: string, dueOn: string): Promise<void> {
  const asked = { phase, round: 1, reason: '数字待核', progress: '一半', dueOn };
  const { extension } = (await post(as, 'extensions', asked)) as { extension: { id: string } };
  await post('watch', `extensions/${extension.id}/decisions`, { grant: true });
}

async function pause(until: string): Promise<void> {
  await post('head', 'suspensions', { reason: '汛期' });
  await api.passTime(id, local(until));
  await post('head', 'resumptions', { reason: '汛期已过' });
}

async function plannedOf(phase: string): Promise<readonly (readonly [string, string])[]> {
  const moments = await api.read(momentList, `/v1/programmes/${id}/moments`, { as: 'clerk' });
  return moments
    .filter((moment) => moment.phase === phase && moment.kind !== 'escalate')
    .map(({ kind, at }) => [kind, at] as const);
}

async function shown(key: string): Promise<z.output<typeof phaseSchema> | undefined> {
  const { phases } = await api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'clerk' });
  return phases.find((phase) => phase.key === key);
}

async function eventsOf(type: string): Promise<readonly unknown[]> {
  const path = `/v1/programmes/${id}/events?limit=200`;
  const { items } = await api.read(eventPage, path, { as: 'clerk' });
  return items.filter((event) => event.type === type).map(({ data }) => data);
}

async function expectRebuilt(): Promise<void> {
  const definitions = createDefinitionStore({ ...api.deps, pool: api.pool });
  const { differences } = await compareProgramme(
    { pool: api.pool, definitions, calendars: api.deps.calendars.store },
    id,
  );
  expect(differences).toEqual([]);
}

describe('an extension over HTTP', () => {
  it('of a period moves its due day, its reminders and its lapse', async () => {
    await extend(OCTOBER, 'clerk', '2013-11-20');
    expect(await shown(OCTOBER)).toMatchObject({ dueOn: '2013-11-20' });
    expect(await plannedOf(OCTOBER)).toEqual([
      ['remind', local('2013-11-13 09:00')],
      ['remind', local('2013-11-18 09:00')],
      ['remind', local('2013-11-20 09:00')],
      ['lapse', local('2013-11-21 00:00')],
      ['missDeadline', local('2013-11-21 00:00')],
    ]);
    await api.passTime(id, local('2013-11-21 10:00'));
    expect(await shown(OCTOBER)).toMatchObject({ status: 'lapsed', missed: true });
    await expectRebuilt();
  });

  it('of a target moves its due day, its reminders and its measuring', async () => {
    await extend(TARGET, 'beta', '2013-11-08');
    const planned = await plannedOf(TARGET);
    expect(planned).toContainEqual(['remind', local('2013-11-08 09:00')]);
    expect(planned).toContainEqual(['measure', local('2013-11-09 00:00')]);
    await api.passTime(id, local('2013-11-09 10:00'));
    expect((await eventsOf('IndicatorMeasured')).at(-1)).toMatchObject({
      occasion: 'target',
      measuredOn: '2013-11-08',
    });
    expect(await shown(TARGET)).toMatchObject({ status: 'open', missed: true });
    await expectRebuilt();
  });
});

describe('a suspension over HTTP', () => {
  it('moves the open period and the target, and skips the period that it swallowed', async () => {
    await pause('2013-11-15 10:00');
    expect(await eventsOf('ProgrammeResumed')).toMatchObject([
      { days: 44, skipped: [{ duty: 'posting', period: '2013-11' }] },
    ]);
    expect(await shown(OCTOBER)).toMatchObject({ dueOn: '2013-11-23' });
    expect(await plannedOf(OCTOBER)).toContainEqual(['lapse', local('2013-12-25 00:00')]);
    expect(await shown(TARGET)).toMatchObject({ dueOn: '2013-12-14' });
    const measured = (await plannedOf(TARGET)).filter(([kind]) => kind === 'measure');
    expect(measured.slice(0, 2)).toEqual([
      ['measure', local('2013-12-01 00:00')],
      ['measure', local('2013-12-15 00:00')],
    ]);
    await api.passTime(id, local('2013-12-02 10:00'));
    expect(await shown('posting@2013-11')).toBe(undefined);
    expect(await shown('posting@2013-12')).toMatchObject({ status: 'open', dueOn: '2013-12-10' });
    expect(await eventsOf('IndicatorMeasured')).toMatchObject([
      { occasion: 'pace-2013-09-30' },
      { occasion: 'pace-2013-11-30' },
    ]);
    await expectRebuilt();
  });
});

describe('a good cause for a target over HTTP', () => {
  it('stops the climb, and a value that is reported later still closes it', async () => {
    await api.passTime(id, local('2013-11-01 08:00'));
    await post('watch', `phases/${TARGET}/good-causes`, { round: 1, reason: '汛期' });
    await api.passTime(id, local('2013-11-05 10:00'));
    const value = { unit: null, numerator: 15, asOf: '2013-11-05', note: '登记簿' };
    await post('beta', 'indicators/agencies/reports', value);
    await api.passTime(id, local('2013-11-30 10:00'));
    expect(await shown(TARGET)).toMatchObject({ status: 'closed', missed: true });
    const raised = (await eventsOf('EscalationRaised')) as readonly { phase: string }[];
    expect(raised.filter(({ phase }) => phase === TARGET)).toEqual([]);
    await expectRebuilt();
  });
});
