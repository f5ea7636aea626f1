/** Published calendars: what ships is put into the database once, versions never change there, and are kept in memory once read. */
import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { canonicalText } from '../domain/audit/canonical.ts';
import type { CalendarPublication } from '../domain/calendar/change.ts';
import type { Instant, WorkCalendar } from '../domain/calendar/types.ts';
import { appendToStream, createStream } from '../db/ledger/append-stream.ts';
import { transaction } from '../db/query.ts';
import {
  findCalendar,
  insertCalendar,
  listCalendarHeads,
  listPublications,
} from '../db/read-models/calendars.ts';
import type { Clock } from '../platform/clock.ts';
import { StartupError } from '../platform/startup-error.ts';
import { SHIPPED_CALENDARS } from './shipped-calendars.ts';

export interface CalendarRef {
  readonly key: string;
  readonly version: number;
}

export interface CalendarStore {
  /** @throws Error for a version that was never published: a programme names only what was. */
  get(ref: CalendarRef): Promise<WorkCalendar>;
  /** Null when it was never published. */
  find(ref: CalendarRef): Promise<WorkCalendar | null>;
  /** The version that is the latest now; null for an unknown key. */
  latest(key: string): Promise<WorkCalendar | null>;
  /** @throws Error for a version that was not read before by `get` or `latest`. */
  known(ref: CalendarRef): WorkCalendar;
  /** The latest version of each. */
  heads(): Promise<readonly CalendarRef[]>;
  /** What was published after the one version up to the other, oldest first. */
  publications(
    key: string,
    span: { readonly after: number; readonly through: number },
  ): Promise<readonly CalendarPublication[]>;
  /**
   * Publishes what ships with the program and is not yet there.
   * @throws StartupError when it was changed since it was published.
   */
  publish(): Promise<void>;
}

export interface CalendarStoreDeps {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly shipped?: readonly WorkCalendar[];
}

export function createCalendarStore(deps: CalendarStoreDeps): CalendarStore {
  const { pool } = deps;
  const known = new Map<string, WorkCalendar>();
  const publish = createPublishing(deps);
  const find = async (ref: CalendarRef): Promise<WorkCalendar | null> => {
    const cached = known.get(nameOf(ref));
    if (cached !== undefined) return cached;
    await publish();
    const found = await readCalendar(pool, ref);
    if (found !== null) known.set(nameOf(ref), found);
    return found;
  };
  const heads = async (): Promise<readonly CalendarRef[]> => {
    await publish();
    return listCalendarHeads(pool);
  };
  return {
    publish,
    find,
    heads,
    get: async (ref) => {
      const found = await find(ref);
      if (found === null) throw new Error(`calendar ${nameOf(ref)} was never published`);
      return found;
    },
    latest: async (key) => {
      const head = (await heads()).find((one) => one.key === key);
      return head === undefined ? null : find(head);
    },
    known: (ref) => {
      const found = known.get(nameOf(ref));
      if (found === undefined) throw new Error(`calendar ${nameOf(ref)} was not read before`);
      return found;
    },
    publications: (key, span) => listPublications(pool, key, span),
  };
}

export function calendarStream(key: string): string {
  return `calendar/${key}`;
}

export interface PublishedVersion {
  readonly calendar: WorkCalendar;
  readonly publication: CalendarPublication;
  /** The whole of what was published, so that the version can be made again from the one before. */
  readonly change: unknown;
  readonly reason: string | null;
  /** A person's id, or `setup`. */
  readonly by: string;
  readonly commandId: string;
  readonly at: Instant;
}

/** Writes a version with its event inside a transaction that holds the stream's lock. The position of the event. */
export async function putVersion(client: PoolClient, version: PublishedVersion): Promise<number> {
  const { calendar, publication, change, reason, by, commandId, at } = version;
  const { key } = calendar;
  const sha256 = hashOf(calendar);
  await insertCalendar(client, {
    key,
    version: calendar.version,
    body: calendar,
    sha256,
    publication,
    reason,
    publishedAt: at,
    publishedBy: by,
  });
  const data = { key, version: calendar.version, sha256, change, reason };
  return appendToStream(client, {
    stream: calendarStream(key),
    events: [{ type: 'CalendarPublished', data }],
    actor: by,
    commandId,
    at,
  });
}

/** @throws Error when the body is not the one that was published. */
export async function readCalendar(
  db: Pool | PoolClient,
  ref: CalendarRef,
): Promise<WorkCalendar | null> {
  const found = await findCalendar(db, ref.key, ref.version);
  if (found === null) return null;
  if (hashOf(found.body) !== found.sha256) {
    throw new Error(`calendar ${nameOf(ref)} was changed after it was published`);
  }
  return found.body;
}

/** Publishes once for all who ask, and again only after it failed. */
function createPublishing(deps: CalendarStoreDeps): () => Promise<void> {
  const { pool, clock, shipped = SHIPPED_CALENDARS } = deps;
  let publishing: Promise<void> | undefined;
  const publishAll = async (): Promise<void> => {
    for (const calendar of shipped) await publishShipped(pool, calendar, clock.now().toISOString());
  };
  return () => {
    publishing ??= publishAll().catch((error: unknown) => {
      publishing = undefined;
      throw error;
    });
    return publishing;
  };
}

async function publishShipped(pool: Pool, calendar: WorkCalendar, at: Instant): Promise<void> {
  const { key, version } = calendar;
  const stored =
    (await findCalendar(pool, key, version)) ??
    (await transaction(pool, async (client) => {
      // Of two processes that start at once, the second waits here and then finds it.
      await createStream(client, calendarStream(key));
      const there = await findCalendar(client, key, version);
      if (there === null) {
        const publication = { version, kind: 'shipped' } as const;
        const by = { by: 'setup', commandId: `calendar/${nameOf(calendar)}`, at };
        const change = { kind: 'shipped' };
        await putVersion(client, { calendar, publication, change, reason: null, ...by });
      }
      return there;
    }));
  if (stored !== null && stored.sha256 !== hashOf(calendar)) {
    throw new StartupError(
      `Calendar ${key} version ${version} was changed after it was published; publish the change as a notice.`,
    );
  }
}

function nameOf({ key, version }: CalendarRef): string {
  return `${key}@${version}`;
}

function hashOf(calendar: WorkCalendar): string {
  return createHash('sha256').update(canonicalText(calendar)).digest('hex');
}
