/** Lists of circulars 通报: rungs that were made known, newest first; what a review struck stays in them as revoked. */
import type { AppDeps } from '../deps.ts';
import { cursorInstant, decodePair, pageFrom } from '../http/cursor.ts';
import { personOf, route, type Input, type Reply, type Route } from '../http/route.ts';
import { programmeParams } from '../schemas/common.ts';
import { circularPage, circularsQuery, programmeCircularsQuery } from '../schemas/time.ts';
import { circularView } from '../views/matter.ts';
import { definitionOf, knowDefinitions, viewerOf, visibleProgramme } from './scene.ts';

const TAG = 'Circulars';

const listCirculars = route({
  method: 'get',
  path: '/v1/circulars',
  operationId: 'listCirculars',
  summary: 'Circulars of the programmes that one has to do with, newest first',
  tag: TAG,
  permission: 'signed-in',
  query: circularsQuery,
  answers: { 200: { description: 'A page of circulars', schema: circularPage } },
  handle: (input, deps) => pageOfCirculars(input, input.query, deps),
});

const listProgrammeCirculars = route({
  method: 'get',
  path: '/v1/programmes/{id}/circulars',
  operationId: 'listProgrammeCirculars',
  summary: 'Circulars of one programme, newest first',
  tag: TAG,
  permission: 'signed-in',
  params: programmeParams,
  query: programmeCircularsQuery,
  answers: { 200: { description: 'A page of circulars', schema: circularPage } },
  handle: async (input, deps) => {
    const programme = input.params.id;
    await visibleProgramme(programme, personOf(input), deps);
    return pageOfCirculars(input, { ...input.query, programme }, deps);
  },
});

export const circularRoutes: readonly Route[] = [listCirculars, listProgrammeCirculars];

interface Query {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly programme?: string | undefined;
  readonly definition?: string | undefined;
  readonly phase?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

async function pageOfCirculars(input: Input, query: Query, deps: AppDeps): Promise<Reply> {
  const after = decodePair(query.after);
  const rows = await deps.reads.circulars({
    ...query,
    viewer: viewerOf(personOf(input), deps),
    after: after === null ? null : [cursorInstant(after[0]), after[1]],
    limit: query.limit + 1,
  });
  await knowDefinitions(rows, deps);
  const body = pageFrom(rows, query.limit, {
    item: (row) => circularView(row, definitionOf(row.definition, deps)),
    cursor: (row) => [row.raisedAt, row.id],
  });
  return { status: 200, body };
}
