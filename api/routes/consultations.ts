/** Consultations: asking another office before deciding, answering, and what was asked. */
import type { AppDeps } from '../deps.ts';
import { personOf, route, type Route } from '../http/route.ts';
import type { ConsultationRow } from '../reads.ts';
import { phaseAct as phaseActSchema } from '../schemas/acts.ts';
import { programmeParams } from '../schemas/common.ts';
import {
  consultationAct as consultationActSchema,
  consultationAnswerBody,
  consultationList,
  consultationParams,
  consultBody,
} from '../schemas/hands.ts';
import { taskParams } from '../schemas/tasks.ts';
import { consultationAct, consultationView } from '../views/hands.ts';
import { performAct } from './act.ts';
import { actOn, OF_A_SLOT } from './hands-act.ts';
import { definitionOf, knowDefinitions, visibleProgramme } from './scene.ts';
import { taskPlaceOf } from './task-place.ts';

const TAG = 'Hands';

const consult = route({
  method: 'post',
  path: '/v1/tasks/{id}/consultations',
  operationId: 'consult',
  summary: 'Ask another office for its opinion before deciding 委派',
  tag: TAG,
  permission: 'signed-in',
  params: taskParams,
  body: consultBody,
  idempotent: true,
  conditional: true,
  answers: { 201: { description: 'Asked; the slot stays', schema: consultationActSchema } },
  problems: [...OF_A_SLOT, 'office-not-in-definition', 'consults-itself', 'consultation-open'],
  handle: (input, deps) => {
    const { programmeId, ...place } = taskPlaceOf(input.params.id);
    const { office: consulted, question } = input.body;
    return performAct(
      {
        programmeId,
        command: { type: 'Consult', ...place, consulted, question },
        answer: consultationAct(place.phase),
        phase: place.phase,
      },
      input,
      deps,
    );
  },
});

const answerConsultation = route({
  method: 'post',
  path: '/v1/consultations/{id}/answers',
  operationId: 'answerConsultation',
  summary: 'Answer as the consulted office; the opinion returns to who asked',
  tag: TAG,
  permission: 'signed-in',
  params: consultationParams,
  body: consultationAnswerBody,
  idempotent: true,
  conditional: true,
  answers: { 201: { description: 'Answered', schema: phaseActSchema } },
  problems: [
    'not-office-holder',
    'unknown-consultation',
    'consultation-closed',
    'programme-not-active',
  ],
  handle: (input, deps) => {
    const consultationId = input.params.id;
    const [programmeId = '', phase = ''] = consultationId.split('.');
    const { answer } = input.body;
    return actOn(
      { programmeId, phase },
      { type: 'AnswerConsultation', consultationId, answer },
      { input, deps },
    );
  },
});

const listConsultations = route({
  method: 'get',
  path: '/v1/consultations',
  operationId: 'listConsultations',
  summary: 'Open questions to one’s offices, oldest first; at most 200',
  tag: TAG,
  permission: 'signed-in',
  answers: { 200: { description: 'What one is asked', schema: consultationList } },
  handle: async (input, deps) => {
    const rows = await deps.reads.consultationsAsked(personOf(input).id, deps.clock.now());
    return { status: 200, body: { items: await consultationViews(rows, deps) } };
  },
});

const listProgrammeConsultations = route({
  method: 'get',
  path: '/v1/programmes/{id}/consultations',
  operationId: 'listProgrammeConsultations',
  summary: 'Questions and opinions of a programme, oldest first',
  tag: TAG,
  permission: 'signed-in',
  params: programmeParams,
  answers: { 200: { description: 'All consultations', schema: consultationList } },
  handle: async (input, deps) => {
    const { state } = await visibleProgramme(input.params.id, personOf(input), deps);
    const rows = await deps.reads.consultationsOf(state.id);
    return { status: 200, body: { items: await consultationViews(rows, deps) } };
  },
});

export const consultationRoutes: readonly Route[] = [
  consult,
  answerConsultation,
  listConsultations,
  listProgrammeConsultations,
];

async function consultationViews(
  rows: readonly ConsultationRow[],
  deps: AppDeps,
): Promise<readonly object[]> {
  const people = rows.flatMap(({ askedBy, answeredBy }) =>
    answeredBy === null ? [askedBy] : [askedBy, answeredBy],
  );
  await knowDefinitions(rows, deps);
  const names = await deps.reads.names([...new Set(people)]);
  return rows.map((row) => consultationView(row, definitionOf(row.definition, deps), names));
}
