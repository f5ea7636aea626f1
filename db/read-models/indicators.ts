/** What was reported and measured of a programme's indicators. Who may look is asked before. */
import type { Instant, LocalDate } from '../../domain/calendar/types.ts';
import { many, maybeOne, type Queryable } from '../query.ts';

/** A report as it stands in the record. */
export interface ReportRow {
  readonly position: number;
  readonly indicator: string;
  /** Null where one value stands for the whole programme. */
  readonly unit: string | null;
  readonly asOf: LocalDate;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly note: string | null;
  readonly files: readonly { readonly sha256: string; readonly name: string }[];
  readonly office: string;
  readonly by: string;
  readonly at: Instant;
  readonly replaces: number | null;
  readonly reason: string | null;
  /** Position of the report that corrected it; null while it stands. */
  readonly replacedBy: number | null;
}

/** What is measured: a unit of an indicator. */
export interface ValuePlace {
  readonly indicator: string;
  readonly unit: string | null;
}

export interface LatestValueRow extends ValuePlace {
  readonly asOf: LocalDate;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly position: number;
}

export interface MeasurementRow {
  readonly position: number;
  readonly phase: string;
  readonly round: number;
  readonly indicator: string;
  readonly target: string;
  readonly occasion: string;
  readonly measuredOn: LocalDate;
  readonly at: Instant;
  readonly by: string | null;
  readonly required: number;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly met: boolean;
  readonly missing: number;
  readonly unmet: readonly string[];
  readonly unmetCount: number;
  readonly expected: number | null;
  readonly behind: boolean | null;
}

const MOST_PER_PAGE = 201;
/** Of each indicator. */
const MOST_MEASUREMENTS = 60;

// One look into the index for each place, however long the history behind it.
const SELECT_LATEST = `
  SELECT wanted.indicator, nullif(wanted.unit, '') AS unit, latest.as_of AS "asOf", latest.numerator, latest.denominator,
         latest.position
    FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS wanted(indicator, unit, place)
   CROSS JOIN LATERAL (
     SELECT reports.as_of, reports.numerator, reports.denominator, reports.position
       FROM indicator_reports AS reports
      WHERE reports.programme_id = $1 AND reports.indicator = wanted.indicator AND reports.unit = wanted.unit
        AND reports.as_of <= $4::date
      ORDER BY reports.as_of DESC, reports.position DESC LIMIT 1) AS latest
   ORDER BY wanted.place`;

/** What each place reported last by the end of the day, in the order asked for; places without a report are left out. */
export function listLatestValues(
  db: Queryable,
  query: {
    readonly programmeId: string;
    readonly places: readonly ValuePlace[];
    readonly day: LocalDate;
  },
): Promise<readonly LatestValueRow[]> {
  const { programmeId, places, day } = query;
  if (places.length === 0) return Promise.resolve([]);
  return many<LatestValueRow & Record<string, unknown>>(db, {
    name: 'indicator-values',
    text: SELECT_LATEST,
    values: [
      programmeId,
      places.map(({ indicator }) => indicator),
      places.map(({ unit }) => unit ?? ''),
      day,
    ],
  });
}

const SELECT_STANDING = `
  SELECT reports.position FROM indicator_reports AS reports
   WHERE reports.programme_id = $1 AND reports.indicator = $2 AND reports.unit = $3 AND reports.as_of = $4::date
   ORDER BY reports.position DESC LIMIT 1`;

/** Position of the report that stands for the day; null when there is none. */
export async function findStandingReport(
  db: Queryable,
  place: ValuePlace & { readonly programmeId: string; readonly asOf: LocalDate },
): Promise<number | null> {
  const row = await maybeOne<{ position: number }>(db, {
    text: SELECT_STANDING,
    values: [place.programmeId, place.indicator, place.unit ?? '', place.asOf],
  });
  return row?.position ?? null;
}

const SELECT_REPORTS = `
  SELECT reports.position, reports.indicator, nullif(reports.unit, '') AS unit, reports.as_of AS "asOf", reports.numerator,
         reports.denominator, reports.note, reports.files, reports.office, reports.reported_by AS "by", reports.reported_at AS "at",
         reports.replaces, reports.reason,
         (SELECT min(later.position) FROM indicator_reports AS later
           WHERE later.programme_id = reports.programme_id AND later.indicator = reports.indicator AND later.unit = reports.unit
             AND later.as_of = reports.as_of AND later.position > reports.position) AS "replacedBy"
    FROM indicator_reports AS reports
   WHERE reports.programme_id = $1 AND reports.indicator = $2
     AND ($3::text IS NULL OR reports.unit = $3::text)
     AND ($4::bigint IS NULL OR reports.position < $4::bigint)
   ORDER BY reports.position DESC LIMIT $5`;

export interface ReportsQuery {
  readonly programmeId: string;
  readonly indicator: string;
  /** Only of this unit; of all when left out. */
  readonly unit?: string | undefined;
  /** Position of the last row seen; null at the beginning. */
  readonly before: number | null;
  readonly limit: number;
}

/** The whole record of an indicator, corrected reports included, the newest first; at most 201. */
export function listReports(db: Queryable, query: ReportsQuery): Promise<readonly ReportRow[]> {
  const { programmeId, indicator, unit = null, before, limit } = query;
  return many<ReportRow & Record<string, unknown>>(db, {
    text: SELECT_REPORTS,
    values: [programmeId, indicator, unit, before, Math.min(limit, MOST_PER_PAGE)],
  });
}

const SELECT_MEASUREMENTS = `
  SELECT measured.position, measured.phase, measured.round, measured.indicator, measured.target, measured.occasion,
         measured.measured_on AS "measuredOn", measured.measured_at AS "at", measured.measured_by AS "by", measured.required,
         measured.numerator, measured.denominator, measured.value, measured.met, measured.missing, measured.unmet,
         measured.unmet_count AS "unmetCount", measured.expected, measured.behind
    FROM unnest($2::text[]) AS wanted(indicator)
   CROSS JOIN LATERAL (
     SELECT newest.position, newest.phase, newest.round, newest.indicator, newest.target, newest.occasion, newest.measured_on,
            newest.measured_at, newest.measured_by, newest.required, newest.numerator, newest.denominator, newest.value, newest.met,
            newest.missing, newest.unmet, newest.unmet_count, newest.expected, newest.behind
       FROM indicator_measurements AS newest
      WHERE newest.programme_id = $1 AND newest.indicator = wanted.indicator AND newest.measured_on <= $3::date
      ORDER BY newest.position DESC LIMIT ${MOST_MEASUREMENTS}) AS measured
   ORDER BY measured.position`;

/** The measurements of each indicator up to the end of the day, oldest first; the last sixty of each. */
export function listMeasurements(
  db: Queryable,
  query: {
    readonly programmeId: string;
    readonly indicators: readonly string[];
    readonly day: LocalDate;
  },
): Promise<readonly MeasurementRow[]> {
  return many<MeasurementRow & Record<string, unknown>>(db, {
    text: SELECT_MEASUREMENTS,
    values: [query.programmeId, query.indicators, query.day],
  });
}
