/** Definitions in flight through the API: a database with the Langxia plan, further versions of it, and moves to them. */
import type { z } from 'zod';
import { proposedMigration } from '../../api/schemas/migrations.ts';
import { programmeSchema } from '../../api/schemas/programmes.ts';
import type { Definition, PhaseDefinition } from '../../domain/definition/types.ts';
import { createTestApi, type ApiAnswer, type TestApi } from './api-client.ts';

export const FIRST_VERSION = { definition: { key: 'langxia-transition', version: 1 } };

export type Phases = (phases: readonly PhaseDefinition[]) => readonly PhaseDefinition[];

export interface FlightDesk {
  readonly api: TestApi;
  /** The plan as it ships. */
  readonly first: Definition;
  post(path: string, as: string, body: object): Promise<ApiAnswer>;
  /** Publishes the next version of the plan and gives its number. */
  publish(change: Phases, more?: Partial<Definition>): Promise<number>;
  programme(id: string): Promise<z.output<typeof programmeSchema>>;
  propose(id: string, body: object): Promise<z.output<typeof proposedMigration>>;
  approve(id: string, migration: string): Promise<ApiAnswer>;
  /** What a question must not change. */
  written(id: string): Promise<object>;
}

export async function createFlightDesk(now: string): Promise<FlightDesk> {
  const api = await createTestApi({ now });
  const first = api.deps.catalogue.get('langxia-transition', 1);
  if (first === undefined) throw new Error('the Langxia plan is missing');
  let versions = 1;
  const post: FlightDesk['post'] = (path, as, body) => api.send('POST', path, { as, body });
  return {
    api,
    first,
    post,
    publish: async (change, more = {}) => {
      const version = versions + 1;
      // Notes point at places in the phases, which move.
      const body = { ...first, notes: [], ...more, version, phases: change(first.phases) };
      const answer = await post('/v1/definitions', 'system-admin', body);
      if (answer.status !== 201) throw new Error(answer.text);
      versions = version;
      return version;
    },
    programme: (id) => api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'mayor' }),
    propose: async (id, body) => {
      const answer = await post(`/v1/programmes/${id}/migrations`, 'group-office', body);
      if (answer.status !== 201) throw new Error(answer.text);
      return proposedMigration.parse(answer.body);
    },
    approve: (id, migration) =>
      post(`/v1/programmes/${id}/migrations/${migration}/decisions`, 'deputy-mayor', {
        approve: true,
      }),
    written: (id) => writtenOf(api, id),
  };
}

async function writtenOf({ pool }: TestApi, id: string): Promise<object> {
  const { rows } = await pool.query<{ position: number; outbox: number; moments: number }>(
    `SELECT (SELECT position FROM programmes WHERE id = $1) AS position,
            (SELECT count(*) FROM outbox WHERE programme_id = $1) AS outbox,
            (SELECT count(*) FROM moments WHERE programme_id = $1) AS moments`,
    [id],
  );
  return rows[0] ?? {};
}

/** Lets a phase end on another day. */
export const dueOn =
  (key: string, to: string): Phases =>
  (phases) =>
    phases.map((phase) =>
      phase.key === key ? { ...phase, window: { ...phase.window, to } } : phase,
    );
