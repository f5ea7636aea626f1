/** The past of a programme: what its audit trail holds, what each entry changed, and how it stood on a day. */
import { findDifferences } from '../../domain/audit/differences.ts';
import type { ProgrammeState } from '../../domain/programme/state.ts';
import { MOST_FOLDED, type PastProgramme } from '../../engine/history.ts';
import type { AppDeps } from '../deps.ts';
import { personOf, route, type Route } from '../http/route.ts';
import { ProblemError } from '../problems.ts';
import { inputFault } from '../problems/input-faults.ts';
import { programmeParams } from '../schemas/common.ts';
import {
  asOfQuery,
  eventChanges,
  eventParams,
  eventSummary,
  pastProgramme,
} from '../schemas/history.ts';
import { countsView, eventView, idsIn, peopleView, type EventShown } from '../views/event.ts';
import { pastProgrammeView } from '../views/past-programme.ts';
import { definitionOf, knowDefinitions, programmeNow, visibleProgramme } from './scene.ts';

const TAG = 'Audit';
const MOST_CHANGES = 500;

const summariseEvents = route({
  method: 'get',
  path: '/v1/programmes/{id}/events/summary',
  operationId: 'summariseEvents',
  summary: 'How many entries the audit trail has, of which types and by whom',
  tag: TAG,
  permission: 'signed-in',
  params: programmeParams,
  answers: { 200: { description: 'The counts', schema: eventSummary } },
  handle: async (input, deps) => {
    const { state } = await visibleProgramme(input.params.id, personOf(input), deps);
    const counts = countsView(await deps.reads.eventCounts(state.id));
    const names = await deps.reads.names(idsIn(counts.actors));
    return { status: 200, body: { ...counts, people: peopleView(names) } };
  },
});

const getEventChanges = route({
  method: 'get',
  path: '/v1/programmes/{id}/events/{position}/changes',
  operationId: 'getEventChanges',
  summary: `What an entry changed, with the values before and after; up to position ${MOST_FOLDED}`,
  tag: TAG,
  permission: 'signed-in',
  params: eventParams,
  answers: { 200: { description: 'The changes', schema: eventChanges } },
  problems: ['invalid-request'],
  handle: async (input, deps) => {
    const { id, position } = input.params;
    const { state } = await visibleProgramme(id, personOf(input), deps);
    const past = await pastAt(state.id, { in: 'path', position }, deps);
    const found = findDifferences(past.previous ?? {}, past.state, MOST_CHANGES);
    const event = eventOf(past);
    const changes = found.differences;
    const names = await deps.reads.names(idsIn({ event, changes }));
    const body = { event, changes, more: found.more, people: peopleView(names) };
    return { status: 200, body };
  },
});

const getProgrammeAsOf = route({
  method: 'get',
  path: '/v1/programmes/{id}/as-of',
  operationId: 'getProgrammeAsOf',
  summary: `The programme as it stood at an instant, or after an entry; up to position ${MOST_FOLDED}`,
  tag: TAG,
  permission: 'signed-in',
  params: programmeParams,
  query: asOfQuery,
  answers: { 200: { description: 'As it stood', schema: pastProgramme } },
  handle: async (input, deps) => {
    const record = await visibleProgramme(input.params.id, personOf(input), deps);
    const wanted = await positionOf(record.state, input.query, {
      deps,
      now: programmeNow(record, deps),
    });
    const past = await pastAt(record.state.id, wanted, deps);
    return { status: 200, body: await bodyOf(past, input.query.at, deps) };
  },
});

export const historyRoutes: readonly Route[] = [summariseEvents, getEventChanges, getProgrammeAsOf];

interface WantedEntry {
  readonly in: 'path' | 'query';
  readonly position: number;
}

/** @throws ProblemError `invalid-request` unless exactly one is given and it lies in the past of the programme. */
async function positionOf(
  { id }: ProgrammeState,
  { at, position }: { readonly at?: string | undefined; readonly position?: number | undefined },
  { deps, now }: { readonly deps: AppDeps; readonly now: string },
): Promise<WantedEntry> {
  if (at === undefined && position !== undefined) return { in: 'query', position };
  if (at === undefined || position !== undefined) throw refuse('query', '', 'either');
  if (Date.parse(at) > Date.parse(now)) throw refuse('query', '/at', 'future');
  const found = await deps.reads.positionAt(id, at);
  if (found === 0) throw refuse('query', '/at', 'before-start');
  return { in: 'query', position: found };
}

/** @throws ProblemError `not-found` where there is no such entry, `invalid-request` where it is too far to fold. */
async function pastAt(id: string, wanted: WantedEntry, deps: AppDeps): Promise<PastProgramme> {
  if (wanted.position > MOST_FOLDED) throw refuse(wanted.in, '/position', 'too-far');
  const past = await deps.history.at(id, wanted.position);
  if (past === null) throw new ProblemError('not-found');
  return past;
}

async function bodyOf(past: PastProgramme, at: string | undefined, deps: AppDeps): Promise<object> {
  const { state } = past;
  await knowDefinitions([state], deps);
  const entry = eventOf(past);
  const names = await deps.reads.names(idsIn([state, past.decisions, entry]));
  const shown = pastProgrammeView({
    past,
    names,
    definition: definitionOf(state.definition, deps),
    calendar: await deps.calendars.store.get(state.calendar),
    now: new Date(at ?? entry.at).toISOString(),
  });
  return { ...shown, entry, people: peopleView(names) };
}

function eventOf({ entry }: PastProgramme): EventShown {
  const { position, type, occurredAt: at, recordedAt, actor, onBehalfOf } = entry;
  const { data, hash, prevHash } = entry;
  return eventView({ position, type, at, recordedAt, actor, onBehalfOf, data, hash, prevHash });
}

const FAULTS = {
  either: {
    zh: '须给出 at 或 position，且只给一个。',
    en: 'Either at or position must be given, and not both.',
  },
  future: { zh: '这一时刻尚未到来。', en: 'This instant has not come yet.' },
  'before-start': {
    zh: '这一时刻方案尚未启动。',
    en: 'The programme had not been started at this instant.',
  },
  'too-far': {
    zh: `只能回溯到第 ${MOST_FOLDED} 条记录。`,
    en: `It can be traced only up to entry ${MOST_FOLDED}.`,
  },
} as const;

function refuse(part: WantedEntry['in'], pointer: string, rule: keyof typeof FAULTS): ProblemError {
  return new ProblemError('invalid-request', {
    errors: [inputFault({ in: part, pointer }, rule, FAULTS[rule])],
  });
}
