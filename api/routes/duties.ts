/** The periods of a duty. */
import { findDuty } from '../../domain/programme/duties/periods.ts';
import { decodeSingle, pageFrom } from '../http/cursor.ts';
import { personOf, route, type Route } from '../http/route.ts';
import { ProblemError } from '../problems.ts';
import { periodPage, periodParams, periodsQuery } from '../schemas/duties.ts';
import { periodView } from '../views/duty.ts';
import { definitionOf, visibleProgramme } from './scene.ts';

const listPeriods = route({
  method: 'get',
  path: '/v1/programmes/{id}/duties/{duty}/periods',
  operationId: 'listPeriods',
  summary: 'All periods of a duty that have opened, and what became of each, newest first',
  tag: 'Programmes',
  permission: 'signed-in',
  params: periodParams,
  query: periodsQuery,
  answers: { 200: { description: 'A page of periods', schema: periodPage } },
  handle: async (input, deps) => {
    const { params, query } = input;
    const { state } = await visibleProgramme(params.id, personOf(input), deps);
    if (findDuty(definitionOf(state.definition, deps), params.duty) === null) {
      throw new ProblemError('not-found');
    }
    const rows = await deps.reads.periods({
      programmeId: state.id,
      duty: params.duty,
      before: decodeSingle(query.after)?.[0] ?? null,
      limit: query.limit + 1,
    });
    const body = pageFrom(rows, query.limit, {
      item: periodView,
      cursor: ({ period }) => [period],
    });
    return { status: 200, body };
  },
});

export const dutyRoutes: readonly Route[] = [listPeriods];
