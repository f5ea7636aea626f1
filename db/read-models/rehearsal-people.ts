/** The persons who exist in one rehearsal only, by the offices that they hold there. */
import type { Localised } from '../../domain/definition/types.ts';
import { many, maybeOne, type Queryable } from '../query.ts';

export interface RehearsalPersonRow {
  readonly id: string;
  readonly name: Localised;
  readonly office: string;
  readonly title: Localised;
}

const SELECT = `
  SELECT people.id, json_build_object('zh', people.name_zh, 'en', people.name_en) AS name, holdings.office,
         json_build_object('zh', offices.title_zh, 'en', offices.title_en) AS title
    FROM people
    JOIN holdings ON holdings.person_id = people.id AND holdings.programme_id = people.rehearsal_of
    JOIN offices ON offices.key = holdings.office
   WHERE people.rehearsal_of = $1::uuid AND people.disabled_at IS NULL
     AND holdings.from_at <= $2::timestamptz AND (holdings.until_at IS NULL OR holdings.until_at > $2::timestamptz)`;

const SELECT_ALL = `${SELECT} ORDER BY holdings.office`;
const SELECT_ONE = `${SELECT} AND holdings.office = $3::text`;

/** By office; empty where there are none. */
export function listRehearsalPeople(
  db: Queryable,
  programmeId: string,
  at: Date,
): Promise<readonly RehearsalPersonRow[]> {
  return many<RehearsalPersonRow & Record<string, unknown>>(db, {
    text: SELECT_ALL,
    values: [programmeId, at],
  });
}

export function findRehearsalPerson(
  db: Queryable,
  place: { readonly programmeId: string; readonly office: string },
  at: Date,
): Promise<RehearsalPersonRow | null> {
  return maybeOne<RehearsalPersonRow & Record<string, unknown>>(db, {
    text: SELECT_ONE,
    values: [place.programmeId, at, place.office],
  });
}
