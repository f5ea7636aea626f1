/** Calendars: which days are worked and by which notice, and how a new notice is published. */
import { addDays, daysBetween } from '../../domain/calendar/dates.ts';
import { dayReason } from '../../domain/calendar/day-reason.ts';
import type { WorkCalendar } from '../../domain/calendar/types.ts';
import type { CalendarRefusal, ProposedChange } from '../../engine/publish-calendar.ts';
import {
  calendarNotice,
  calendarOverride,
  type CalendarNoticeDocument,
  type CalendarOverrideDocument,
} from '../../programmes/calendar-schema.ts';
import type { AppDeps } from '../deps.ts';
import { commandKey, personOf, route, type Input, type Reply, type Route } from '../http/route.ts';
import { ProblemError } from '../problems.ts';
import { inputFault } from '../problems/input-faults.ts';
import {
  calendarList,
  calendarParams,
  calendarSchema,
  dayList,
  daysQuery,
  previewBody,
  previewSchema,
  publishedSchema,
} from '../schemas/calendars.ts';
import { calendarSummary, calendarView, previewView, publishedView } from '../views/calendar.ts';
import { storedReply } from './act.ts';

const TAG = 'Calendars';
const PUBLISHERS = ['system-admin'] as const;
const MOST_DAYS = 400;
const SHIPPED_BY = 'setup';

const listCalendars = route({
  method: 'get',
  path: '/v1/calendars',
  operationId: 'listCalendars',
  summary: 'The working-day calendars, and through which day each is published',
  tag: TAG,
  permission: 'signed-in',
  answers: { 200: { description: 'All calendars', schema: calendarList } },
  handle: async (_input, { calendars }) => {
    const heads = await calendars.store.heads();
    const found = await Promise.all(heads.map((head) => calendars.store.get(head)));
    return { status: 200, body: { items: found.map(calendarSummary) } };
  },
});

const getCalendar = route({
  method: 'get',
  path: '/v1/calendars/{key}',
  operationId: 'getCalendar',
  summary: 'A calendar with its years, what the place settled for itself, and its versions',
  tag: TAG,
  permission: 'signed-in',
  params: calendarParams,
  answers: { 200: { description: 'The calendar', schema: calendarSchema } },
  handle: async ({ params }, deps) => {
    const calendar = await latest(params.key, deps);
    const versions = await deps.reads.calendarVersions(calendar.key);
    const people = versions.map(({ publishedBy }) => publishedBy);
    const names = await deps.reads.names(people.filter((id) => id !== SHIPPED_BY));
    return { status: 200, body: calendarView(calendar, versions, names) };
  },
});

const listDays = route({
  method: 'get',
  path: '/v1/calendars/{key}/days',
  operationId: 'listCalendarDays',
  summary: 'Which days are worked, and why',
  tag: TAG,
  permission: 'signed-in',
  params: calendarParams,
  query: daysQuery,
  answers: { 200: { description: 'The days in order', schema: dayList } },
  handle: async ({ params, query }, deps) => {
    const calendar = await latest(params.key, deps);
    const { from, to } = query;
    const span = daysBetween(from, to);
    if (span < 0 || span >= MOST_DAYS) throw new ProblemError('invalid-request', tooLong());
    const days = Array.from({ length: span + 1 }, (_day, index) => addDays(from, index));
    return { status: 200, body: { items: days.map((date) => dayReason(calendar, date)) } };
  },
});

const publishNotice = route({
  method: 'post',
  path: '/v1/calendars/{key}/notices',
  operationId: 'publishCalendarNotice',
  summary: 'Publish the notice of a year, or an amendment of one; programmes under way follow',
  tag: TAG,
  permission: PUBLISHERS,
  params: calendarParams,
  body: calendarNotice,
  idempotent: true,
  answers: { 201: { description: 'Published', schema: publishedSchema } },
  problems: ['calendar-year-published', 'calendar-changed', 'calendar-faulty'],
  handle: (input, deps) => publish(noticeChange(input.body), input, deps),
});

const publishOverride = route({
  method: 'post',
  path: '/v1/calendars/{key}/overrides',
  operationId: 'publishCalendarOverride',
  summary:
    'Settle days for the place itself, such as a day of typhoon; programmes under way follow',
  tag: TAG,
  permission: PUBLISHERS,
  params: calendarParams,
  body: calendarOverride,
  idempotent: true,
  answers: { 201: { description: 'Published', schema: publishedSchema } },
  problems: ['calendar-changed', 'calendar-faulty'],
  handle: (input, deps) => publish(overrideChange(input.body), input, deps),
});

const previewVersion = route({
  method: 'post',
  path: '/v1/calendars/{key}/previews',
  operationId: 'previewCalendar',
  summary: 'What a notice or an override would move; nothing is changed',
  tag: TAG,
  permission: PUBLISHERS,
  params: calendarParams,
  body: previewBody,
  answers: { 200: { description: 'What would move', schema: previewSchema } },
  problems: ['calendar-year-published', 'calendar-changed', 'calendar-faulty'],
  handle: async (input, deps) => {
    const { notice, override } = input.body;
    const proposed =
      notice === undefined ? override && overrideChange(override) : noticeChange(notice);
    if (proposed === undefined) throw new Error('the schema asks for one of the two');
    const at = notice === undefined ? '/override' : '/notice';
    checkKey(proposed, input.params.key, `${at}/key`);
    const preview = await deps.calendars.previewer.preview(proposed);
    if ('code' in preview) throw refused(preview, at);
    return { status: 200, body: previewView(preview) };
  },
});

export const calendarRoutes: readonly Route[] = [
  listCalendars,
  getCalendar,
  listDays,
  publishNotice,
  publishOverride,
  previewVersion,
];

async function latest(key: string, { calendars }: AppDeps): Promise<WorkCalendar> {
  const calendar = await calendars.store.latest(key);
  if (calendar === null) throw new ProblemError('not-found');
  return calendar;
}

async function publish(
  proposed: ProposedChange,
  input: Input<{ readonly key: string }>,
  { calendars }: AppDeps,
): Promise<Reply> {
  checkKey(proposed, input.params.key, '/key');
  const result = await calendars.publisher.publish(proposed, {
    by: personOf(input).id,
    key: commandKey(input),
    answer: (published) => ({
      status: 201,
      body: publishedView(published),
      location: `/v1/calendars/${proposed.key}`,
    }),
  });
  if (result.kind === 'refused') throw refused(result.refusal, '');
  return storedReply(result.answer);
}

function noticeChange(body: CalendarNoticeDocument): ProposedChange {
  const { key, year, notice, holidays, makeUpWorkdays, amends, reason, onVersion } = body;
  return {
    key,
    change: { kind: 'notice', year, notice, holidays, makeUpWorkdays },
    amends,
    reason: reason ?? null,
    ...(onVersion === undefined ? {} : { onVersion }),
  };
}

function overrideChange(body: CalendarOverrideDocument): ProposedChange {
  const { key, days, documentNumber, reason, onVersion } = body;
  return {
    key,
    change: { kind: 'override', documentNumber, days },
    amends: false,
    reason,
    ...(onVersion === undefined ? {} : { onVersion }),
  };
}

/** The document names its calendar itself, so that one file is not published for another by a slip. */
function checkKey({ key }: ProposedChange, expected: string, pointer: string): void {
  if (key === expected) return;
  const detail = { zh: '与地址中的日历不符。', en: 'It is not the calendar of the address.' };
  const fault = inputFault({ in: 'body', pointer }, 'same-calendar', detail);
  throw new ProblemError('invalid-request', { errors: [fault] });
}

function refused({ code, params, errors }: CalendarRefusal, at: string): ProblemError {
  if (code === 'calendar-not-found') return new ProblemError('not-found');
  const faults = errors?.map(({ pointer, message }) =>
    inputFault({ in: 'body', pointer: `${at}${pointer}` }, code, message),
  );
  return new ProblemError(code, { params, ...(faults === undefined ? {} : { errors: faults }) });
}

function tooLong(): NonNullable<ConstructorParameters<typeof ProblemError>[1]> {
  const detail = {
    zh: `须不早于 from，且最多 ${String(MOST_DAYS)} 天。`,
    en: `It must not be before from, and at most ${String(MOST_DAYS)} days.`,
  };
  return { errors: [inputFault({ in: 'query', pointer: '/to' }, 'span', detail)] };
}
