/** The inbox: what one is asked to decide, the sheet to decide by, deciding, and withdrawing a decision. */
import type { AppDeps } from '../deps.ts';
import { cursorInstant, decodePair, pageFrom } from '../http/cursor.ts';
import { personOf, route, type Input, type Route } from '../http/route.ts';
import { ProblemError } from '../problems.ts';
import type { TaskRow } from '../reads.ts';
import { decideBody, optionalReasonBody, phaseAct as phaseActSchema } from '../schemas/acts.ts';
import { taskPage, taskParams, taskSheet, tasksQuery } from '../schemas/tasks.ts';
import { phaseAct } from '../views/act.ts';
import { taskSheetView, taskView } from '../views/task.ts';
import { performAct } from './act.ts';
import { OF_A_PERIOD } from './hands-act.ts';
import { withPeriod } from './past-period.ts';
import { definitionOf, knowDefinitions, sceneOf, visibleProgramme } from './scene.ts';
import { taskPlaceOf } from './task-place.ts';

const TAG = 'Tasks';

const listTasks = route({
  method: 'get',
  path: '/v1/tasks',
  operationId: 'listTasks',
  summary: 'The inbox: overdue first, then by due date; done ones newest first',
  tag: TAG,
  permission: 'signed-in',
  query: tasksQuery,
  answers: { 200: { description: 'A page of tasks', schema: taskPage } },
  handle: async (input, deps) => {
    const { query } = input;
    const after = decodePair(query.after);
    const now = deps.clock.now();
    const rows = await deps.reads.tasks({
      personId: personOf(input).id,
      scope: query.scope,
      programme: query.programme,
      phase: query.phase,
      at: now,
      after: after === null ? null : [cursorInstant(after[0]), after[1]],
      limit: query.limit + 1,
    });
    await knowDefinitions(rows, deps);
    const body = pageFrom(rows, query.limit, {
      item: (row) => viewOf(row, now, deps),
      cursor: (row) => [query.scope === 'done' ? (row.decidedRealAt ?? '') : row.dueRealAt, row.id],
    });
    return { status: 200, body };
  },
});

const getTask = route({
  method: 'get',
  path: '/v1/tasks/{id}',
  operationId: 'getTask',
  summary:
    'The sheet of a task: what is asked, by when, on what evidence, who has signed, who is next',
  tag: TAG,
  permission: 'signed-in',
  params: taskParams,
  answers: { 200: { description: 'The sheet; ETag is the position', schema: taskSheet } },
  handle: async (input, deps) => {
    const record = await visibleProgramme(
      taskPlaceOf(input.params.id).programmeId,
      personOf(input),
      deps,
    );
    const row = await deps.reads.task(input.params.id);
    if (row === null) throw new ProblemError('not-found');
    const { state } = record;
    const definition = definitionOf(state.definition, deps);
    const held = await withPeriod({ state, definition, phase: row.phase }, deps);
    const scene = await sceneOf({ ...record, state: held }, deps);
    return {
      status: 200,
      headers: { ETag: `"${record.state.position}"` },
      body: taskSheetView(viewOf(row, deps.clock.now(), deps), scene),
    };
  },
});

const decideTask = route({
  method: 'post',
  path: '/v1/tasks/{id}/decisions',
  operationId: 'decideTask',
  summary: 'Approve, return, reject or abstain',
  tag: TAG,
  permission: 'signed-in',
  params: taskParams,
  body: decideBody,
  idempotent: true,
  conditional: true,
  answers: { 201: { description: 'Decided', schema: phaseActSchema } },
  problems: [
    'not-office-holder',
    'handed-in-by-same-person',
    'second-slot-of-same-person',
    'ballot-required',
    'opinion-required',
    'return-target-invalid',
    'return-target-unexpected',
    'already-decided',
    'slot-not-open',
    'step-not-open',
    'stale-round',
    'phase-not-open',
    'period-not-begun',
    'period-over',
    'programme-not-active',
  ],
  handle: (input, deps) => {
    const { body, params } = input;
    const place = taskPlaceOf(params.id);
    return performAct(
      {
        programmeId: place.programmeId,
        command: {
          type: 'DecideStep',
          phase: place.phase,
          round: place.round,
          step: place.step,
          office: place.office,
          decision: body.decision,
          opinion: body.opinion === '' ? null : body.opinion,
          returnTo: body.returnTo ?? null,
        },
        answer: phaseAct(place.phase, `/v1/tasks/${params.id}`),
        phase: place.phase,
      },
      input,
      deps,
    );
  },
});

const withdrawDecision = route({
  method: 'post',
  path: '/v1/tasks/{id}/withdrawals',
  operationId: 'withdrawDecision',
  summary: 'Withdraw one’s own decision while its step is open',
  tag: TAG,
  permission: 'signed-in',
  params: taskParams,
  body: optionalReasonBody,
  idempotent: true,
  conditional: true,
  answers: { 201: { description: 'Withdrawn; the slot is open again', schema: phaseActSchema } },
  problems: [
    'not-your-decision',
    'nothing-to-withdraw',
    'step-not-open',
    ...OF_A_PERIOD,
    'stale-round',
    'phase-not-open',
    'programme-not-active',
  ],
  handle: (input, deps) => withdraw(input, input.params.id, deps),
});

export const taskRoutes: readonly Route[] = [listTasks, getTask, decideTask, withdrawDecision];

function withdraw(
  input: Input<unknown, unknown, { readonly reason: string | null }>,
  taskId: string,
  deps: AppDeps,
): ReturnType<typeof performAct> {
  const { programmeId, ...place } = taskPlaceOf(taskId);
  return performAct(
    {
      programmeId,
      command: { type: 'WithdrawDecision', ...place, reason: input.body.reason },
      answer: phaseAct(place.phase, `/v1/tasks/${taskId}`),
      phase: place.phase,
    },
    input,
    deps,
  );
}

function viewOf(row: TaskRow, now: Date, deps: AppDeps): ReturnType<typeof taskView> {
  return taskView(row, definitionOf(row.definition, deps), now.toISOString());
}
