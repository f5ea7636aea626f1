/** What the owning office does with a whole programme: returning, withdrawing, terminating it. */
import type { AppDeps } from '../deps.ts';
import { route, type Input, type Reply, type Route } from '../http/route.ts';
import {
  programmeAct as programmeActSchema,
  phaseAct as phaseActSchema,
  reasonBody,
  returnBody,
} from '../schemas/acts.ts';
import { programmeParams } from '../schemas/common.ts';
import { phaseAct, programmeAct } from '../views/act.ts';
import { performAct } from './act.ts';

const TAG = 'Programmes';

const returnPhase = route({
  method: 'post',
  path: '/v1/programmes/{id}/returns',
  operationId: 'returnPhase',
  summary: 'Return an open phase to itself or to an earlier one, as the owning office',
  tag: TAG,
  permission: 'signed-in',
  params: programmeParams,
  body: returnBody,
  idempotent: true,
  conditional: true,
  answers: { 201: { description: 'Returned', schema: phaseActSchema } },
  problems: [
    'not-owner',
    'unknown-phase',
    'phase-not-open',
    'period-not-begun',
    'period-over',
    'return-target-invalid',
    'programme-not-active',
  ],
  handle: (input, deps) => {
    const { phase, returnTo, reason } = input.body;
    return performAct(
      {
        programmeId: input.params.id,
        command: { type: 'ReturnPhase', phase, returnTo: returnTo ?? phase, reason },
        answer: phaseAct(phase),
        phase,
      },
      input,
      deps,
    );
  },
});

const withdrawProgramme = route({
  method: 'post',
  path: '/v1/programmes/{id}/withdrawals',
  operationId: 'withdrawProgramme',
  summary: 'Withdraw a programme in which no phase has closed yet',
  tag: TAG,
  permission: 'signed-in',
  params: programmeParams,
  body: reasonBody,
  idempotent: true,
  conditional: true,
  answers: { 201: { description: 'Withdrawn', schema: programmeActSchema } },
  problems: ['not-owner', 'phase-already-closed', 'programme-not-active'],
  handle: (input, deps) => end('WithdrawProgramme', input, deps),
});

const terminateProgramme = route({
  method: 'post',
  path: '/v1/programmes/{id}/terminations',
  operationId: 'terminateProgramme',
  summary: 'End a programme before it is completed',
  tag: TAG,
  permission: 'signed-in',
  params: programmeParams,
  body: reasonBody,
  idempotent: true,
  conditional: true,
  answers: { 201: { description: 'Terminated', schema: programmeActSchema } },
  problems: ['not-owner', 'programme-not-active'],
  handle: (input, deps) => end('TerminateProgramme', input, deps),
});

export const endingRoutes: readonly Route[] = [returnPhase, withdrawProgramme, terminateProgramme];

function end(
  type: 'WithdrawProgramme' | 'TerminateProgramme',
  input: Input<{ readonly id: string }, unknown, { readonly reason: string }>,
  deps: AppDeps,
): Promise<Reply> {
  return performAct(
    {
      programmeId: input.params.id,
      command: { type, reason: input.body.reason },
      answer: programmeAct,
    },
    input,
    deps,
  );
}
