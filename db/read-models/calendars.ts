/** Published calendars, version by version, and the programmes that go by them. */
import type { CalendarPublication } from '../../domain/calendar/change.ts';
import type { Instant, WorkCalendar } from '../../domain/calendar/types.ts';
import type { ProgrammeState } from '../../domain/programme/state.ts';
import { LATER_EVENTS, readState, type StoredState } from '../ledger/stored-state.ts';
import { exec, many, maybeOne, type Queryable } from '../query.ts';

export interface CalendarRow {
  readonly key: string;
  readonly version: number;
  readonly body: WorkCalendar;
  /** SHA-256 (hex) of the canonical body. */
  readonly sha256: string;
  readonly publication: CalendarPublication;
  readonly reason: string | null;
  readonly publishedAt: Instant;
  /** A person's id, or `setup` for what ships with the program. */
  readonly publishedBy: string;
}

/** A version without its body. */
export type CalendarVersionRow = Omit<CalendarRow, 'body'>;

const INSERT = `
  INSERT INTO calendars (key, version, kind, body, sha256, publication, reason, published_at, published_by)
  VALUES ($1, $2, $3, $4::jsonb, $5, $6::jsonb, $7, $8, $9)`;

const SELECT_BODY = `
  SELECT calendars.body, calendars.sha256 FROM calendars WHERE calendars.key = $1 AND calendars.version = $2`;

const SELECT_HEADS = `
  SELECT calendars.key, max(calendars.version) AS version FROM calendars GROUP BY calendars.key ORDER BY calendars.key`;

const VERSION = `
  SELECT calendars.key, calendars.version, calendars.sha256, calendars.publication, calendars.reason,
         calendars.published_at AS "publishedAt", calendars.published_by AS "publishedBy"
    FROM calendars`;

const SELECT_VERSIONS = `${VERSION} WHERE calendars.key = $1 ORDER BY calendars.version DESC LIMIT $2`;

const SELECT_SINCE = `
  SELECT calendars.publication FROM calendars
   WHERE calendars.key = $1 AND calendars.version > $2 AND calendars.version <= $3 ORDER BY calendars.version`;

const MOST_VERSIONS = 200;

/** @throws UniqueViolationError on `calendars_pk` when the version is there. */
export async function insertCalendar(db: Queryable, row: CalendarRow): Promise<void> {
  const values = [
    row.key,
    row.version,
    row.publication.kind,
    JSON.stringify(row.body),
    row.sha256,
    JSON.stringify(row.publication),
    row.reason,
    row.publishedAt,
    row.publishedBy,
  ];
  await exec(db, { text: INSERT, values });
}

/** Null when it was never published. */
export function findCalendar(
  db: Queryable,
  key: string,
  version: number,
): Promise<Pick<CalendarRow, 'body' | 'sha256'> | null> {
  return maybeOne<Pick<CalendarRow, 'body' | 'sha256'> & Record<string, unknown>>(db, {
    text: SELECT_BODY,
    values: [key, version],
  });
}

/** Each calendar with its latest version. */
export function listCalendarHeads(
  db: Queryable,
): Promise<readonly { readonly key: string; readonly version: number }[]> {
  return many(db, { text: SELECT_HEADS });
}

/** The latest first; at most 200. */
export function listCalendarVersions(
  db: Queryable,
  key: string,
): Promise<readonly CalendarVersionRow[]> {
  return many<CalendarVersionRow & Record<string, unknown>>(db, {
    text: SELECT_VERSIONS,
    values: [key, MOST_VERSIONS],
  });
}

/** What was published after the one version up to the other, oldest first. */
export async function listPublications(
  db: Queryable,
  key: string,
  span: { readonly after: number; readonly through: number },
): Promise<readonly CalendarPublication[]> {
  const rows = await many<{ publication: CalendarPublication }>(db, {
    text: SELECT_SINCE,
    values: [key, span.after, span.through],
  });
  return rows.map(({ publication }) => publication);
}

export interface ProgrammeBehind {
  readonly programmeId: string;
  readonly calendar: string;
  /** The latest version. */
  readonly version: number;
}

// One look into the index for every calendar; programmes under way that go by the latest are not walked through.
const SELECT_BEHIND = `
  SELECT programmes.id AS "programmeId", latest.key AS calendar, latest.version
    FROM (SELECT calendars.key, max(calendars.version) AS version FROM calendars GROUP BY calendars.key) AS latest
    JOIN programmes ON programmes.calendar_key = latest.key AND programmes.calendar_version < latest.version
   WHERE programmes.status IN ('active', 'suspended') AND programmes.id > $1::uuid
   ORDER BY programmes.id LIMIT $2`;

/** Programmes under way that go by an older version than the latest, by id; begins after the nil UUID. */
export function listProgrammesBehind(
  db: Queryable,
  afterId: string,
  limit: number,
): Promise<readonly ProgrammeBehind[]> {
  return many<ProgrammeBehind & Record<string, unknown>>(db, {
    name: 'programmes-behind',
    text: SELECT_BEHIND,
    values: [afterId, limit],
  });
}

export interface ProgrammeOnCalendar {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly state: ProgrammeState;
}

const SELECT_GOING_BY = `
  SELECT programmes.id, programmes.title, programmes.title_en AS "titleEn", programmes.snapshot, ${LATER_EVENTS} AS later
    FROM programmes
   WHERE programmes.calendar_key = $1 AND programmes.status IN ('active', 'suspended') AND programmes.id > $2::uuid
   ORDER BY programmes.id LIMIT $3`;

/** Programmes under way that go by any version of the calendar, by id; begins after the nil UUID. */
export async function listProgrammesOn(
  db: Queryable,
  key: string,
  page: { readonly afterId: string; readonly limit: number },
): Promise<readonly ProgrammeOnCalendar[]> {
  const rows = await many<StoredState & Omit<ProgrammeOnCalendar, 'state'>>(db, {
    text: SELECT_GOING_BY,
    values: [key, page.afterId, page.limit],
  });
  return rows.map(({ id, title, titleEn, ...stored }) => ({
    id,
    title,
    titleEn,
    state: readState(stored).state,
  }));
}
