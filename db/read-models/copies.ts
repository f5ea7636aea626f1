/** Phases that were copied to a person's offices for information. */
import type { Instant } from '../../domain/calendar/types.ts';
import { many, type Queryable } from '../query.ts';
import { PROGRAMME_TITLE, type ProgrammeTitled } from './programme-title.ts';

export interface CopyListRow extends ProgrammeTitled {
  readonly id: string;
  readonly programmeId: string;
  readonly rehearsal: boolean;
  readonly definition: { readonly key: string; readonly version: number };
  readonly phase: string;
  readonly round: number;
  readonly office: string;
  readonly from: string;
  readonly note: string | null;
  readonly by: string;
  readonly at: Instant;
  /** Real instant. */
  readonly realAt: Instant;
}

export interface CopyListQuery {
  readonly personId: string;
  /** Real time; holdings are judged by it. */
  readonly at: Date;
  /** Of the last row seen. */
  readonly after: readonly [realAt: string, id: string] | null;
  readonly limit: number;
}

const MOST_PER_PAGE = 201;

const SELECT_PAGE = `
  SELECT page.* FROM (
    SELECT DISTINCT holdings.seat FROM holdings
     WHERE holdings.person_id = $1::uuid AND holdings.from_at <= $2::timestamptz
       AND (holdings.until_at IS NULL OR holdings.until_at > $2::timestamptz)) AS held
   CROSS JOIN LATERAL (
     SELECT copies.id, copies.programme_id AS "programmeId", ${PROGRAMME_TITLE}, programmes.rehearsal,
            json_build_object('key', programmes.definition_key, 'version', programmes.definition_version) AS definition,
            copies.phase, copies.round, copies.office, copies.from_office AS "from", copies.note, copies.copied_by AS "by",
            copies.copied_at AS "at", copies.copied_real_at AS "realAt"
       FROM copies JOIN programmes ON programmes.id = copies.programme_id
      WHERE copies.seat = held.seat AND (copies.copied_real_at, copies.id) < ($3::timestamptz, $4::text)
      ORDER BY copies.copied_real_at DESC, copies.id DESC LIMIT $5) AS page
   ORDER BY page."realAt" DESC, page.id DESC LIMIT $5`;

/** The newest first; at most 201. */
export function listCopies(db: Queryable, query: CopyListQuery): Promise<readonly CopyListRow[]> {
  const { personId, at, after, limit } = query;
  return many<CopyListRow & Record<string, unknown>>(db, {
    name: 'copies',
    text: SELECT_PAGE,
    values: [personId, at, ...(after ?? ['infinity', '']), Math.min(limit, MOST_PER_PAGE)],
  });
}
