/** Rungs that were raised, and answering them. */
import { personOf, route, type Route } from '../http/route.ts';
import { answerBody, phaseAct as phaseActSchema } from '../schemas/acts.ts';
import { programmeParams } from '../schemas/common.ts';
import { escalationList, escalationParams } from '../schemas/tasks.ts';
import { phaseAct } from '../views/act.ts';
import { escalationView } from '../views/escalation.ts';
import { performAct } from './act.ts';
import { definitionOf, peopleOf, programmeNow, visibleProgramme } from './scene.ts';

const TAG = 'Escalations';

const listEscalations = route({
  method: 'get',
  path: '/v1/programmes/{id}/escalations',
  operationId: 'listEscalations',
  summary: 'Rungs that were raised, oldest first',
  tag: TAG,
  permission: 'signed-in',
  params: programmeParams,
  answers: { 200: { description: 'All escalations', schema: escalationList } },
  handle: async (input, deps) => {
    const record = await visibleProgramme(input.params.id, personOf(input), deps);
    const { state } = record;
    const rows = await deps.reads.escalations(state.id);
    const matters = await deps.reads.matters(state.id);
    const answered = rows.flatMap(({ answeredBy }) => (answeredBy === null ? [] : [answeredBy]));
    const names = await deps.reads.names([...new Set([...answered, ...peopleOf(matters)])]);
    const definition = definitionOf(state.definition, deps);
    const now = state.suspendedAt ?? programmeNow(record, deps);
    const calendar = await deps.calendars.store.get(state.calendar);
    const scene = { state, definition, calendar, names, matters, now };
    const items = rows.map((row) => escalationView(row, scene));
    return { status: 200, body: { items } };
  },
});

const answerEscalation = route({
  method: 'post',
  path: '/v1/escalations/{id}/answers',
  operationId: 'answerEscalation',
  summary: 'Answer an escalation for a responsible office',
  tag: TAG,
  permission: 'signed-in',
  params: escalationParams,
  body: answerBody,
  idempotent: true,
  conditional: true,
  answers: { 201: { description: 'Answered', schema: phaseActSchema } },
  problems: [
    'not-responsible',
    'already-answered',
    'unknown-escalation',
    'period-over',
    'programme-not-active',
  ],
  handle: (input, deps) => {
    const escalationId = input.params.id;
    const [programmeId = '', phase = ''] = escalationId.split('.');
    return performAct(
      {
        programmeId,
        command: { type: 'AnswerEscalation', escalationId, answer: input.body.answer },
        answer: phaseAct(phase),
        phase,
      },
      input,
      deps,
    );
  },
});

export const escalationRoutes: readonly Route[] = [listEscalations, answerEscalation];
