/** The published list of progress 进展情况定期公布: anyone signed in may read it, which is what presses by public opinion 舆论倒逼. */
import { deadlineInstant, localDateOf } from '../../domain/calendar/dates.ts';
import type { AppDeps } from '../deps.ts';
import type { SignedIn } from '../http/context.ts';
import { personOf, route, type Route } from '../http/route.ts';
import { ProblemError } from '../problems.ts';
import { inputFault } from '../problems/input-faults.ts';
import { programmeParams } from '../schemas/common.ts';
import { progressList as progressSchema, progressQuery } from '../schemas/indicators.ts';
import { progressCsv, progressItems, type ProgressItem } from '../views/progress-list.ts';
import { indicatorSceneOf } from './indicator-scene.ts';
import { definitionOf, knowDefinitions, programmeNow, viewerOf } from './scene.ts';

const TAG = 'Indicators';

const getProgressList = route({
  method: 'get',
  path: '/v1/programmes/{id}/progress-list',
  operationId: 'getProgressList',
  summary: 'How every target and phase stands on a day, the worst first; for anyone signed in',
  tag: TAG,
  permission: 'signed-in',
  params: programmeParams,
  query: progressQuery,
  answers: { 200: { description: 'The list', schema: progressSchema } },
  handle: async (input, deps) => {
    const { id } = input.params;
    return { status: 200, body: await listOn({ id, on: input.query.on }, personOf(input), deps) };
  },
});

const getProgressTable = route({
  method: 'get',
  path: '/v1/programmes/{id}/progress-list.csv',
  operationId: 'getProgressTable',
  summary: 'The same list as a table, in the language of the reader',
  tag: TAG,
  permission: 'signed-in',
  params: programmeParams,
  query: progressQuery,
  answers: { 200: { description: 'RFC 4180, UTF-8 with a byte order mark', type: 'text/csv' } },
  handle: async (input, deps) => {
    const { id } = input.params;
    const { items, on } = await listOn({ id, on: input.query.on }, personOf(input), deps);
    return {
      status: 200,
      content: { type: 'text/csv; charset=utf-8', data: progressCsv(items, input.locale) },
      headers: { 'Content-Disposition': `attachment; filename="progress-${on}.csv"` },
    };
  },
});

export const progressRoutes: readonly Route[] = [getProgressList, getProgressTable];

interface ListShown {
  readonly programmeId: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly rehearsal: boolean;
  readonly on: string;
  readonly items: readonly ProgressItem[];
}

async function listOn(
  { id, on }: { readonly id: string; readonly on: string | undefined },
  person: SignedIn,
  deps: AppDeps,
): Promise<ListShown> {
  // The list is published: whoever is signed in sees of any programme what stands in it, and nothing else.
  const everything = { ...viewerOf(person, deps), administrator: true };
  const record = await deps.reads.programme(id, everything);
  if (record === null) throw new ProblemError('not-found');
  const { state } = record;
  await knowDefinitions([state], deps);
  const { zone } = definitionOf(state.definition, deps);
  const now = programmeNow(record, deps);
  const today = localDateOf(now, zone);
  const day = on ?? today;
  if (day > today || day < state.startsOn) throw outside(state.startsOn, today);
  const scene = await indicatorSceneOf(record, deps, { day });
  const at = day === today ? now : deadlineInstant(day, zone);
  return {
    programmeId: state.id,
    title: state.title,
    titleEn: state.titleEn ?? null,
    rehearsal: state.clock !== null,
    on: day,
    items: progressItems(scene, at),
  };
}

function outside(earliest: string, latest: string): ProblemError {
  return new ProblemError('invalid-request', {
    errors: [
      inputFault({ in: 'query', pointer: '/on' }, 'range', {
        zh: `须在 ${earliest} 至 ${latest} 之间。`,
        en: `It must lie between ${earliest} and ${latest}.`,
      }),
    ],
  });
}
