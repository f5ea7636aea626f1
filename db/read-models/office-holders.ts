/** Offices and people together, as they stand at an instant of real time. */
import type { Instant } from '../../domain/calendar/types.ts';
import type { Localised, Locale } from '../../domain/definition/types.ts';
import { many, type Queryable } from '../query.ts';
import type { Role } from './people.ts';

export interface HeldOfficeRow {
  readonly key: string;
  readonly title: Localised;
  /** Null for an organisation-wide holding. */
  readonly programmeId: string | null;
}

export interface PersonWithOffices {
  readonly id: string;
  readonly account: string;
  readonly name: Localised;
  readonly locale: Locale;
  readonly roles: readonly Role[];
  /** Organisation-wide. */
  readonly offices: readonly HeldOfficeRow[];
}

export interface OfficeWithHolders {
  readonly key: string;
  readonly title: Localised;
  readonly holders: readonly { readonly id: string; readonly name: Localised }[];
  /** Organisation-wide, those that have not begun included. */
  readonly appointments: readonly {
    readonly id: string;
    readonly person: { readonly id: string; readonly name: Localised };
    readonly from: Instant;
    readonly until: Instant | null;
  }[];
}

const MOST_ROWS = 201;

const SELECT_HELD_SEATS = `
  SELECT DISTINCT holdings.seat FROM holdings
   WHERE holdings.seat = ANY($1::text[]) AND holdings.from_at <= $2 AND (holdings.until_at IS NULL OR holdings.until_at > $2)`;

const SELECT_OFFICES_OF = `
  SELECT DISTINCT offices.key, jsonb_build_object('zh', offices.title_zh, 'en', offices.title_en) AS title,
         holdings.programme_id AS "programmeId"
    FROM holdings JOIN offices ON offices.key = holdings.office
   WHERE holdings.person_id = $1 AND holdings.from_at <= $2 AND (holdings.until_at IS NULL OR holdings.until_at > $2)
   ORDER BY offices.key, "programmeId" NULLS FIRST LIMIT 1000`;

const SELECT_PEOPLE = `
  SELECT people.id, people.account, json_build_object('zh', people.name_zh, 'en', people.name_en) AS name, people.locale,
         people.roles, held.offices
    FROM people
   CROSS JOIN LATERAL (
     SELECT coalesce(json_agg(json_build_object('key', offices.key,
              'title', json_build_object('zh', offices.title_zh, 'en', offices.title_en), 'programmeId', NULL)
              ORDER BY offices.key), '[]') AS offices
       FROM holdings JOIN offices ON offices.key = holdings.office
      WHERE holdings.person_id = people.id AND holdings.programme_id IS NULL AND holdings.from_at <= $2
        AND (holdings.until_at IS NULL OR holdings.until_at > $2)) AS held
   WHERE people.account > $1 AND people.rehearsal_of IS NULL ORDER BY people.account LIMIT $3`;

/** An instant inside JSON, in the form in which instants travel. */
function inUtc(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

const SELECT_OFFICES = `
  SELECT offices.key, json_build_object('zh', offices.title_zh, 'en', offices.title_en) AS title, held.holders, held.appointments
    FROM offices
   CROSS JOIN LATERAL (
     SELECT coalesce(json_agg(json_build_object('id', people.id,
              'name', json_build_object('zh', people.name_zh, 'en', people.name_en)) ORDER BY people.account)
              FILTER (WHERE holdings.from_at <= $1), '[]') AS holders,
            coalesce(json_agg(json_build_object('id', holdings.id,
              'person', json_build_object('id', people.id,
                'name', json_build_object('zh', people.name_zh, 'en', people.name_en)),
              'from', ${inUtc('holdings.from_at')}, 'until', ${inUtc('holdings.until_at')})
              ORDER BY holdings.from_at, people.account), '[]') AS appointments
       FROM holdings JOIN people ON people.id = holdings.person_id
      WHERE holdings.seat = offices.key AND (holdings.until_at IS NULL OR holdings.until_at > $1)) AS held
   ORDER BY offices.key LIMIT 1000`;

/** Of these seats, those that somebody holds. */
export async function listHeldSeats(
  db: Queryable,
  seats: readonly string[],
  at: Date,
): Promise<ReadonlySet<string>> {
  const rows = await many<{ seat: string }>(db, {
    name: 'held-seats',
    text: SELECT_HELD_SEATS,
    values: [seats, at],
  });
  return new Set(rows.map(({ seat }) => seat));
}

export function listOfficesOf(
  db: Queryable,
  personId: string,
  at: Date,
): Promise<readonly HeldOfficeRow[]> {
  return many<HeldOfficeRow & Record<string, unknown>>(db, {
    name: 'offices-of-person',
    text: SELECT_OFFICES_OF,
    values: [personId, at],
  });
}

/** By account, after the one given; at most 201. */
export function listPeopleWithOffices(
  db: Queryable,
  page: { readonly after: string | null; readonly limit: number; readonly at: Date },
): Promise<readonly PersonWithOffices[]> {
  return many<PersonWithOffices & Record<string, unknown>>(db, {
    text: SELECT_PEOPLE,
    values: [page.after ?? '', page.at, Math.min(page.limit, MOST_ROWS)],
  });
}

export function listOfficesWithHolders(
  db: Queryable,
  at: Date,
): Promise<readonly OfficeWithHolders[]> {
  return many<OfficeWithHolders & Record<string, unknown>>(db, {
    text: SELECT_OFFICES,
    values: [at],
  });
}
