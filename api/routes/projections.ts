/** What if, and planning backward: questions that change nothing. */
import { localDateOf } from '../../domain/calendar/dates.ts';
import type { WorkCalendar } from '../../domain/calendar/types.ts';
import type { Definition } from '../../domain/definition/types.ts';
import { planBackward } from '../../domain/planning/backward.ts';
import type { Change } from '../../domain/planning/changes.ts';
import type { Subject } from '../../domain/planning/projection.ts';
import type { AppDeps } from '../deps.ts';
import { personOf, route, type Reply, type Route } from '../http/route.ts';
import { ProblemError } from '../problems.ts';
import { inputFault } from '../problems/input-faults.ts';
import { programmeParams } from '../schemas/common.ts';
import {
  backwardBody,
  backwardSchema,
  definitionKeyParams,
  projectDefinitionBody,
  projectionSchema,
  projectProgrammeBody,
} from '../schemas/projections.ts';
import { projectionView } from '../views/projection.ts';
import { definitionOf, programmeNow, visibleProgramme } from './scene.ts';

const TAG = 'Projections';

const projectProgramme = route({
  method: 'post',
  path: '/v1/programmes/{id}/projections',
  operationId: 'projectProgramme',
  summary: 'What would move in a programme under way if something changed; changes nothing',
  tag: TAG,
  permission: 'signed-in',
  params: programmeParams,
  body: projectProgrammeBody,
  answers: { 200: { description: 'What would move', schema: projectionSchema } },
  problems: ['projection-change-invalid', 'projection-too-long', 'programme-not-active'],
  handle: async (input, deps) => {
    const record = await visibleProgramme(input.params.id, personOf(input), deps);
    const { state } = record;
    const { status } = state;
    if (status !== 'active') throw new ProblemError('programme-not-active', { params: { status } });
    const definition = definitionOf(state.definition, deps);
    const calendar = await deps.calendars.store.get(state.calendar);
    const now = programmeNow(record, deps);
    return answer({ definition, calendar, state, now }, input.body.changes, deps);
  },
});

const projectDefinition = route({
  method: 'post',
  path: '/v1/definitions/{key}/projections',
  operationId: 'projectDefinition',
  summary: 'What would move in a plan that has not begun; changes nothing',
  tag: TAG,
  permission: 'signed-in',
  params: definitionKeyParams,
  body: projectDefinitionBody,
  answers: { 200: { description: 'What would move', schema: projectionSchema } },
  problems: ['definition-not-found', 'projection-change-invalid', 'projection-too-long'],
  handle: async ({ params, body }, deps) => {
    const definition = await findDefinition(params.key, body.version, deps);
    const calendar = await latestCalendar(definition, deps);
    const { startsOn = definition.startsOn, changes } = body;
    return answer({ definition, calendar, startsOn }, changes, deps);
  },
});

const planBackwards = route({
  method: 'post',
  path: '/v1/definitions/{key}/backward-plans',
  operationId: 'planBackward',
  summary: 'The latest windows of all phases before a fixed last day; changes nothing',
  tag: TAG,
  permission: 'signed-in',
  params: definitionKeyParams,
  body: backwardBody,
  answers: { 200: { description: 'The plan', schema: backwardSchema } },
  problems: ['definition-not-found', 'plan-unknown-phase'],
  handle: async ({ params, body }, deps) => {
    const definition = await findDefinition(params.key, body.version, deps);
    refuseUnknownPhases(Object.keys(body.fixed), definition);
    const { endsOn, keep, fixed } = body;
    const earliest = body.earliest ?? localDateOf(deps.clock.now().toISOString(), definition.zone);
    const calendar = await latestCalendar(definition, deps);
    const plan = planBackward({ definition, calendar, endsOn, keep, fixed, earliest });
    const phases = plan.phases.map((phase) => {
      const title = definition.phases.find(({ key }) => key === phase.key)?.title;
      return { ...phase, title: title ?? { zh: phase.key, en: phase.key } };
    });
    return { status: 200, body: { ...plan, phases, earliest, version: definition.version } };
  },
});

export const projectionRoutes: readonly Route[] = [
  projectProgramme,
  projectDefinition,
  planBackwards,
];

async function answer(subject: Subject, changes: readonly Change[], deps: AppDeps): Promise<Reply> {
  const projected = await deps.projector.project(subject, changes);
  if (projected.kind === 'too-long') throw new ProblemError('projection-too-long');
  if (projected.kind === 'faulty') {
    const errors = projected.faults.map(({ index, member, code, message }) =>
      inputFault({ in: 'body', pointer: `/changes/${index}/${member}` }, code, message),
    );
    throw new ProblemError('projection-change-invalid', { errors });
  }
  return { status: 200, body: projectionView(projected.projection, subject.definition) };
}

async function findDefinition(
  key: string,
  version: number | undefined,
  { definitions }: AppDeps,
): Promise<Definition> {
  await definitions.publish();
  const latest = await definitions.latest(key);
  if (latest === null) throw new ProblemError('not-found');
  const found = version === undefined ? latest : await definitions.get(key, version);
  if (found === null) {
    throw new ProblemError('definition-not-found', { params: { key, version: version ?? 0 } });
  }
  return found;
}

/** By what a programme that began now would go. */
async function latestCalendar(
  { calendar: key }: Definition,
  { calendars }: AppDeps,
): Promise<WorkCalendar> {
  const calendar = await calendars.store.latest(key);
  if (calendar === null) throw new Error(`no calendar ${key}`);
  return calendar;
}

function refuseUnknownPhases(keys: readonly string[], { phases }: Definition): void {
  const unknown = keys.find((key) => !phases.some((phase) => phase.key === key));
  if (unknown !== undefined) {
    throw new ProblemError('plan-unknown-phase', { params: { phase: unknown } });
  }
}
