/** A roll-out to four communities through the API: started, worked on and looked at. */
import type { z } from 'zod';
import { programmeSchema, startedProgramme } from '../../api/schemas/programmes.ts';
import { eventPage } from '../../api/schemas/records.ts';
import { unitPage } from '../../api/schemas/units.ts';
import type { Definition } from '../../domain/definition/types.ts';
import { unitProgrammeId } from '../../engine/unit-programme-id.ts';
import { createTestApi, type TestApi } from './api-client.ts';
import { rolloutPlan, unitPlan } from './rollout-plan.ts';

/** The first instant of the plan. */
export const START = '2013-09-14T16:00:00.000Z';

export interface RolloutDesk {
  readonly api: TestApi;
  /** A live programme, its unit programmes not started yet. */
  start(body?: Readonly<Record<string, unknown>>): Promise<string>;
  /** Started, with its unit programmes and their first phases open. */
  rolledOut(): Promise<string>;
  handIn(id: string, phase: string, as?: string): Promise<void>;
  /** The unit's committee hands in, and the street approves. */
  finish(
    id: string,
    phase: string,
    options?: { readonly round?: number; readonly as?: string },
  ): Promise<void>;
  shown(id: string): Promise<z.output<typeof programmeSchema>>;
  units(id: string, query?: string): Promise<z.output<typeof unitPage>['items']>;
  /** Type and data of what the parent's record says of units. */
  unitEvents(id: string): Promise<readonly (readonly [string, unknown])[]>;
}

export function title(name: string): { readonly zh: string; readonly en: string } {
  return { zh: name, en: name };
}

/** Two towns and four communities; `a` has a committee of its own. */
export const UNIT_SETS = {
  towns: ['north', 'south'].map((key) => ({ key, title: title(key) })),
  communities: [
    { key: 'a', title: title('a'), within: 'north', offices: { committee: 'outsider' } },
    { key: 'b', title: title('b'), within: 'north' },
    { key: 'c', title: title('c'), within: 'south' },
    { key: 'd', title: title('d'), within: 'south' },
  ],
};

/** Id of the unit programme. */
export function childOf(programme: string, unit: string): string {
  return unitProgrammeId({ programme, rollout: 'centres', unit });
}

/** @param more published besides the small plan and that of its units */
export async function createRolloutDesk(more: readonly Definition[] = []): Promise<RolloutDesk> {
  const api = await createTestApi({ now: START, definitions: [rolloutPlan, unitPlan, ...more] });
  const desk: RolloutDesk = {
    api,
    start: (body = {}) => start(api, body),
    rolledOut: async () => {
      const id = await start(api, {});
      await api.passTime(id, START);
      for (const unit of ['a', 'b', 'c', 'd']) await api.passTime(childOf(id, unit), START);
      return id;
    },
    handIn: async (id, phase, as = 'committee') => {
      const path = `/v1/programmes/${id}/phases/${phase}/deliverables/report`;
      const answer = await api.send('PUT', path, { as, body: { note: 'done' } });
      if (answer.status !== 200) throw new Error(answer.text);
    },
    finish: async (id, phase, { round = 1, as = 'committee' } = {}) => {
      await desk.handIn(id, phase, as);
      const path = `/v1/tasks/${id}.${phase}.${String(round)}.street.street/decisions`;
      const answer = await api.send('POST', path, { as: 'street', body: { decision: 'approve' } });
      if (answer.status !== 201) throw new Error(answer.text);
    },
    shown: (id) => api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'clerk' }),
    units: async (id, query = '') => {
      const path = `/v1/programmes/${id}/rollouts/centres/units${query}`;
      return (await api.read(unitPage, path, { as: 'clerk' })).items;
    },
    unitEvents: async (id) => {
      const path = `/v1/programmes/${id}/events?limit=200`;
      const { items } = await api.read(eventPage, path, { as: 'clerk' });
      return items
        .filter(({ type }) => type.includes('Unit'))
        .map(({ type, data }) => [type, data]);
    },
  };
  return desk;
}

async function start(api: TestApi, body: Readonly<Record<string, unknown>>): Promise<string> {
  api.clock.set(START);
  const answer = await api.send('POST', '/v1/programmes', {
    as: 'clerk',
    body: {
      definition: { key: 'rollout-plan' },
      startsOn: '2013-09-15',
      unitSets: UNIT_SETS,
      ...body,
    },
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return startedProgramme.parse(answer.body).id;
}
