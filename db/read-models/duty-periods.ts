/** The periods of a programme's duties, as the read model of its phases has them: all of them, though the state keeps but few. */
import type { Instant, LocalDate } from '../../domain/calendar/types.ts';
import type { RungKey } from '../../domain/definition/types.ts';
import type { PhaseStatus } from '../../domain/programme/state.ts';
import { many, maybeOne, type Queryable } from '../query.ts';

/** `done` and `late`: closed before its due instant, or later; `missed-open`: its deadline was missed and it can still be made good. */
export type PeriodOutcome = 'done' | 'late' | 'lapsed' | 'missed-open' | 'open';

export interface PeriodRow {
  /** Key of the period as a phase. */
  readonly phase: string;
  readonly duty: string;
  readonly period: string;
  readonly round: number;
  readonly outcome: PeriodOutcome;
  readonly opensOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly closedAt: Instant | null;
  readonly missed: boolean;
  /** The highest rung of its last round. */
  readonly rung: RungKey | null;
}

/** One of the newest periods of a duty, with how many of all its periods came out how. */
export interface CountedPeriodRow extends PeriodRow {
  readonly done: number;
  readonly late: number;
  readonly lapsed: number;
}

export interface PastPeriodRow extends PeriodRow {
  readonly status: PhaseStatus;
  readonly dueAt: Instant;
  readonly openedAt: Instant | null;
}

export interface PeriodPage {
  readonly programmeId: string;
  readonly duty: string;
  /** The period last seen. */
  readonly before: string | null;
  readonly limit: number;
}

const MOST_PER_PAGE = 201;

/** The keys of a programme's phases stand together in the index; a period compares by its bytes, whatever the database's language. */
const OUTCOMES = `
  SELECT phases.programme_id, phases.key AS phase, split_part(phases.key, '@', 1) AS duty,
         split_part(phases.key, '@', 2) COLLATE "C" AS period, phases.round, phases.status, phases.opens_on, phases.due_on,
         phases.due_at, phases.opened_at, phases.closed_at, phases.missed, phases.rung,
         CASE WHEN phases.status = 'closed' AND phases.closed_at < phases.due_at THEN 'done'
              WHEN phases.status = 'closed' THEN 'late'
              WHEN phases.status = 'lapsed' THEN 'lapsed'
              WHEN phases.missed THEN 'missed-open'
              ELSE 'open' END AS outcome
    FROM phases WHERE phases.programme_id = $1`;

const COLUMNS = `
  periods.phase, periods.duty, periods.period, periods.round, periods.outcome, periods.opens_on AS "opensOn",
  periods.due_on AS "dueOn", periods.closed_at AS "closedAt", periods.missed, periods.rung`;

const SELECT_COUNTED = `
  SELECT ${COLUMNS}, periods.done, periods.late, periods.lapsed
    FROM (SELECT outcomes.*,
                 (count(*) FILTER (WHERE outcomes.outcome = 'done') OVER own)::integer AS done,
                 (count(*) FILTER (WHERE outcomes.outcome = 'late') OVER own)::integer AS late,
                 (count(*) FILTER (WHERE outcomes.outcome = 'lapsed') OVER own)::integer AS lapsed,
                 row_number() OVER (PARTITION BY outcomes.duty ORDER BY outcomes.period DESC) AS recency
            FROM (${OUTCOMES}) AS outcomes
           WHERE outcomes.duty = ANY($2::text[]) AND outcomes.period <> ''
          WINDOW own AS (PARTITION BY outcomes.duty)) AS periods
   WHERE periods.recency <= $3
   ORDER BY periods.duty, periods.period DESC`;

const SELECT_PAGE = `
  SELECT ${COLUMNS} FROM (${OUTCOMES}) AS periods
   WHERE periods.duty = $2 AND periods.period <> '' AND ($3::text IS NULL OR periods.period < $3::text)
   ORDER BY periods.period DESC LIMIT $4`;

const SELECT_ONE = `
  SELECT ${COLUMNS}, periods.status, periods.due_at AS "dueAt", periods.opened_at AS "openedAt"
    FROM (${OUTCOMES}) AS periods WHERE periods.phase = $2`;

/** The newest periods of each duty, at most `recent` of one, each with the counts of its duty. */
export function listCountedPeriods(
  db: Queryable,
  programmeId: string,
  { duties, recent }: { readonly duties: readonly string[]; readonly recent: number },
): Promise<readonly CountedPeriodRow[]> {
  return many<CountedPeriodRow & Record<string, unknown>>(db, {
    name: 'duty-periods-counted',
    text: SELECT_COUNTED,
    values: [programmeId, duties, recent],
  });
}

/** The newest first; at most 201. */
export function listPeriods(
  db: Queryable,
  { programmeId, duty, before, limit }: PeriodPage,
): Promise<readonly PeriodRow[]> {
  return many<PeriodRow & Record<string, unknown>>(db, {
    text: SELECT_PAGE,
    values: [programmeId, duty, before, Math.min(limit, MOST_PER_PAGE)],
  });
}

export function findPeriod(
  db: Queryable,
  programmeId: string,
  phase: string,
): Promise<PastPeriodRow | null> {
  return maybeOne<PastPeriodRow & Record<string, unknown>>(db, {
    text: SELECT_ONE,
    values: [programmeId, phase],
  });
}
