/** Publishing a new version of a calendar: judged, written with its event and answered in one transaction under the stream's lock. */
import type { Pool, PoolClient } from 'pg';
import { changedCalendar, publicationOf, publishedYear } from '../domain/calendar/change.ts';
import type { CalendarChange, CalendarPublication } from '../domain/calendar/change.ts';
import { changeFaults } from '../domain/calendar/change-faults.ts';
import type { WorkCalendar } from '../domain/calendar/types.ts';
import type { Clock } from '../platform/clock.ts';
import { UniqueViolationError } from '../db/errors.ts';
import { lockStream } from '../db/ledger/append-stream.ts';
import { transaction } from '../db/query.ts';
import { listCalendarHeads } from '../db/read-models/calendars.ts';
import { findCommand, insertCommand } from '../db/read-models/commands.ts';
import { calendarStream, putVersion, readCalendar, type CalendarStore } from './calendar-store.ts';
import { storableFaults } from './storable.ts';
import type { CommandKey, DataError, StoredAnswer } from './types.ts';

export type CalendarRefusalCode =
  | 'calendar-not-found'
  | 'calendar-changed'
  | 'calendar-year-published'
  | 'calendar-faulty'
  | 'idempotency-key-reused';

export interface CalendarRefusal {
  readonly code: CalendarRefusalCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly errors?: readonly DataError[];
}

/** A change as somebody proposes it. */
export interface ProposedChange {
  readonly key: string;
  readonly change: CalendarChange;
  readonly reason: string | null;
  /** Whether a year that was published is meant to be amended. */
  readonly amends: boolean;
  /** The version that the person saw; another one by now is refused. Left out: whichever is the latest. */
  readonly onVersion?: number;
}

export interface Published {
  readonly calendar: WorkCalendar;
  readonly publication: CalendarPublication;
}

export type PublishResult =
  | { readonly kind: 'done'; readonly answer: StoredAnswer }
  | { readonly kind: 'replayed'; readonly answer: StoredAnswer }
  | { readonly kind: 'refused'; readonly refusal: CalendarRefusal };

export interface PublishAct {
  /** A person's id. */
  readonly by: string;
  readonly key: CommandKey;
  /** Pure; called inside the act with its outcome. */
  readonly answer: (published: Published) => StoredAnswer;
}

export interface CalendarPublisher {
  publish(proposed: ProposedChange, act: PublishAct): Promise<PublishResult>;
}

export interface CalendarPublisherDeps {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly calendars: CalendarStore;
}

export function createCalendarPublisher(deps: CalendarPublisherDeps): CalendarPublisher {
  return {
    publish: async (proposed, act) => {
      const { pool, calendars } = deps;
      await calendars.publish();
      if ((await calendars.latest(proposed.key)) === null) return notFound(proposed.key);
      try {
        return await transaction(pool, (client) => publishIn(client, deps, { proposed, act }));
      } catch (error) {
        return onDoubled(pool, act, error);
      }
    },
  };
}

/** What the proposal would make of the calendar, or why it may not be published. */
export function proposedVersion(
  calendar: WorkCalendar,
  proposed: ProposedChange,
): Published | CalendarRefusal {
  const { change, reason, amends, onVersion } = proposed;
  const { key, version } = calendar;
  if (onVersion !== undefined && onVersion !== version) {
    return { code: 'calendar-changed', params: { calendar: key, version } };
  }
  if (change.kind === 'notice' && !amends && publishedYear(calendar, change.year) !== undefined) {
    return { code: 'calendar-year-published', params: { calendar: key, year: change.year } };
  }
  const errors = [
    ...storableFaults({ ...change, reason }),
    ...changeFaults(calendar, change, reason),
    ...(change.kind === 'notice' && amends ? unpublishedFaults(calendar, change.year) : []),
  ].map(({ pointer, message }) => ({ pointer, message }));
  if (errors.length > 0) return { code: 'calendar-faulty', params: { calendar: key }, errors };
  return {
    calendar: changedCalendar(calendar, change),
    publication: publicationOf(calendar, change),
  };
}

function unpublishedFaults(calendar: WorkCalendar, year: number): readonly DataError[] {
  if (publishedYear(calendar, year) !== undefined) return [];
  const zh = '该年度尚未公布，不能作为修订';
  const en = 'The year has not been published, so that there is nothing to amend';
  return [{ pointer: '/amends', message: { zh, en } }];
}

interface Publishing {
  readonly proposed: ProposedChange;
  readonly act: PublishAct;
}

async function publishIn(
  client: PoolClient,
  { clock }: CalendarPublisherDeps,
  { proposed, act }: Publishing,
): Promise<PublishResult> {
  const stream = calendarStream(proposed.key);
  await lockStream(client, stream);
  const replay = await findReplay(client, act.key);
  if (replay !== null) return replay;
  const made = proposedVersion(await latestIn(client, proposed.key), proposed);
  if ('code' in made) return { kind: 'refused', refusal: made };
  const at = clock.now().toISOString();
  const { change, reason } = proposed;
  const { by, key } = act;
  const position = await putVersion(client, {
    ...made,
    change,
    reason,
    by,
    commandId: key.id,
    at,
  });
  const answer = act.answer(made);
  const { status, body, location = null } = answer;
  const stored = { ...key, status, answer: body, location, stream, position, recordedAt: at };
  await insertCommand(client, stored);
  return { kind: 'done', answer };
}

/** Read under the lock, so that of two who publish at once the second is judged by what the first has made. */
async function latestIn(client: PoolClient, key: string): Promise<WorkCalendar> {
  const head = (await listCalendarHeads(client)).find((one) => one.key === key);
  const calendar = head === undefined ? null : await readCalendar(client, head);
  if (calendar === null) throw new Error(`calendar ${key} is gone`);
  return calendar;
}

async function findReplay(db: Pool | PoolClient, key: CommandKey): Promise<PublishResult | null> {
  const answered = await findCommand(db, key.scope, key.id);
  if (answered === null) return null;
  if (answered.bodyHash !== key.bodyHash) {
    return { kind: 'refused', refusal: { code: 'idempotency-key-reused', params: {} } };
  }
  const { status, answer: body, location } = answered;
  const answer = location === null ? { status, body } : { status, body, location };
  return { kind: 'replayed', answer };
}

/** The same key was used for another act at the same time. */
async function onDoubled(pool: Pool, act: PublishAct, error: unknown): Promise<PublishResult> {
  if (!(error instanceof UniqueViolationError)) throw error;
  const replay = await findReplay(pool, act.key);
  if (replay === null) throw error;
  return replay;
}

function notFound(key: string): PublishResult {
  return { kind: 'refused', refusal: { code: 'calendar-not-found', params: { calendar: key } } };
}
