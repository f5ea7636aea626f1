/** Recording the meeting of a body whose vote decides a slot. */
import { route, type Route } from '../http/route.ts';
import { phaseAct as phaseActSchema } from '../schemas/acts.ts';
import { ballotBody } from '../schemas/deliberation.ts';
import { taskParams } from '../schemas/tasks.ts';
import { phaseAct } from '../views/act.ts';
import { performAct } from './act.ts';
import { OF_A_PERIOD } from './hands-act.ts';
import { taskPlaceOf } from './task-place.ts';

const recordBallot = route({
  method: 'post',
  path: '/v1/tasks/{id}/ballots',
  operationId: 'recordBallot',
  summary:
    'Record a body’s meeting; the result is computed, and without a quorum the slot stays open',
  tag: 'Tasks',
  permission: 'signed-in',
  params: taskParams,
  body: ballotBody,
  idempotent: true,
  conditional: true,
  answers: { 201: { description: 'Recorded', schema: phaseActSchema } },
  problems: [
    'not-office-holder',
    'handed-in-by-same-person',
    'second-slot-of-same-person',
    'ballot-unexpected',
    'ballot-counts-invalid',
    'ballot-voters-unexpected',
    'ballot-voters-disagree',
    'ballot-date-invalid',
    'already-decided',
    'slot-not-open',
    'step-not-open',
    'stale-round',
    'unknown-step',
    ...OF_A_PERIOD,
    'programme-not-active',
  ],
  handle: (input, deps) => {
    const { params, body } = input;
    const { programmeId, ...place } = taskPlaceOf(params.id);
    const { voters, ...counts } = body;
    const ballot = voters === undefined ? counts : { ...counts, voters };
    return performAct(
      {
        programmeId,
        command: { type: 'RecordBallot', ...place, ballot },
        answer: phaseAct(place.phase, `/v1/tasks/${params.id}`),
        phase: place.phase,
      },
      input,
      deps,
    );
  },
});

export const ballotRoutes: readonly Route[] = [recordBallot];
