/** Matters of the governance of time: those of one programme, those that wait for a person's offices, and the circulars. */
import type { Instant, LocalDate } from '../../domain/calendar/types.ts';
import type { RungKey } from '../../domain/definition/types.ts';
import { many, type Queryable } from '../query.ts';
import { VISIBLE, type Viewer } from './programmes.ts';
import { PROGRAMME_TITLE, type ProgrammeTitled } from './programme-title.ts';

export interface MatterListRow {
  readonly id: string;
  readonly kind: 'extension' | 'review' | 'accountability';
  readonly phase: string;
  readonly round: number;
  readonly escalationId: string | null;
  readonly decider: string | null;
  readonly status: 'open' | 'granted' | 'refused' | 'late' | 'upheld' | 'struck' | 'decided';
  readonly askedOffice: string | null;
  readonly askedBy: string | null;
  readonly askedAt: Instant;
  readonly asked: Readonly<Record<string, unknown>>;
  readonly dueOn: LocalDate | null;
  readonly decidedBy: string | null;
  readonly decidedOffice: string | null;
  readonly decidedAt: Instant | null;
  readonly outcome: Readonly<Record<string, unknown>> | null;
}

export interface PendingRow extends MatterListRow, ProgrammeTitled {
  readonly programmeId: string;
  readonly rehearsal: boolean;
  readonly definition: { readonly key: string; readonly version: number };
}

export interface CircularRow extends ProgrammeTitled {
  readonly id: string;
  readonly programmeId: string;
  readonly rehearsal: boolean;
  readonly definition: { readonly key: string; readonly version: number };
  readonly phase: string;
  readonly round: number;
  readonly rung: RungKey;
  readonly raisedAt: Instant;
  readonly raisedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly responsible: readonly string[];
  readonly answered: boolean;
  readonly answerMissed: boolean;
  readonly review: MatterListRow['status'] | null;
  readonly accountability: MatterListRow['status'] | null;
  readonly measure: string | null;
}

export interface CircularQuery {
  readonly viewer: Viewer;
  readonly programme?: string | undefined;
  readonly definition?: string | undefined;
  /** A phase of the plan, or a duty or indicator with all that is derived from it. */
  readonly phase?: string | undefined;
  /** Both days included. */
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  /** Of the last row seen. */
  readonly after: readonly [raisedAt: string, id: string] | null;
  readonly limit: number;
}

const MOST_ROWS = 2_000;
const MOST_PENDING = 200;
const MOST_PER_PAGE = 201;

const COLUMNS = `
  matters.id, matters.kind, matters.phase, matters.round, matters.escalation_id AS "escalationId", matters.decider, matters.status,
  matters.asked_office AS "askedOffice", matters.asked_by AS "askedBy", matters.asked_at AS "askedAt", matters.asked,
  matters.due_on AS "dueOn", matters.decided_by AS "decidedBy", matters.decided_office AS "decidedOffice",
  matters.decided_at AS "decidedAt", matters.outcome`;

const PROGRAMME = `
  ${PROGRAMME_TITLE}, programmes.rehearsal,
  json_build_object('key', programmes.definition_key, 'version', programmes.definition_version) AS definition`;

const SELECT_OF_PROGRAMME = `
  SELECT ${COLUMNS} FROM matters WHERE matters.programme_id = $1
   ORDER BY matters.asked_at, matters.id LIMIT ${MOST_ROWS}`;

/** An extension lapses with its round and at the due instant; nothing is decided while the clock stands still. */
const SELECT_PENDING = `
  SELECT ${COLUMNS}, matters.programme_id AS "programmeId", ${PROGRAMME}
    FROM matters JOIN programmes ON programmes.id = matters.programme_id
   WHERE matters.status = 'open'
     AND matters.seat IN (
           SELECT holdings.seat FROM holdings
            WHERE holdings.person_id = $1::uuid AND holdings.from_at <= $2::timestamptz
              AND (holdings.until_at IS NULL OR holdings.until_at > $2::timestamptz))
     AND matters.asked_by IS DISTINCT FROM $1::uuid
     AND (matters.kind = 'extension' AND programmes.status = 'active' AND EXISTS (
            SELECT 1 FROM phases
             WHERE phases.programme_id = matters.programme_id AND phases.key = matters.phase AND phases.round = matters.round
               AND phases.status = 'open' AND NOT phases.missed AND phases.due_real_at > $2::timestamptz)
          OR matters.kind <> 'extension' AND programmes.status IN ('active', 'completed', 'rejected', 'terminated'))
   ORDER BY matters.due_on NULLS LAST, matters.asked_at, matters.id LIMIT ${MOST_PENDING}`;

const SELECT_CIRCULARS = `
  SELECT escalations.id, escalations.programme_id AS "programmeId", ${PROGRAMME}, escalations.phase, escalations.round,
         escalations.rung, escalations.raised_at AS "raisedAt", escalations.raised_on AS "raisedOn", escalations.due_on AS "dueOn",
         escalations.responsible, escalations.answered_at IS NOT NULL AS answered, escalations.answer_missed AS "answerMissed",
         review.status AS review, proposal.status AS accountability, proposal.outcome ->> 'measure' AS measure
    FROM escalations
    JOIN programmes ON programmes.id = escalations.programme_id
    LEFT JOIN matters AS review ON review.id = escalations.id || '.review'
    LEFT JOIN matters AS proposal ON proposal.id = escalations.id || '.accountability'
   WHERE escalations.rung IN ('circulate', 'accountability') AND escalations.raised_on IS NOT NULL AND ${VISIBLE}
     AND ($4::uuid IS NULL AND NOT programmes.rehearsal OR programmes.id = $4::uuid)
     AND ($5::date IS NULL OR escalations.raised_on >= $5::date)
     AND ($6::date IS NULL OR escalations.raised_on <= $6::date)
     AND ($7::text IS NULL OR programmes.definition_key = $7::text)
     AND ($8::text IS NULL OR split_part(escalations.phase, '@', 1) = $8::text OR escalations.phase = $8::text)
     AND (escalations.raised_at, escalations.id) < ($9::timestamptz, $10::text)
   ORDER BY escalations.raised_at DESC, escalations.id DESC LIMIT $11`;

/** All that was asked for or proposed in a programme, oldest first. */
export function listMatters(db: Queryable, programmeId: string): Promise<readonly MatterListRow[]> {
  return many<MatterListRow & Record<string, unknown>>(db, {
    name: 'matters-of-programme',
    text: SELECT_OF_PROGRAMME,
    values: [programmeId],
  });
}

/** What waits for a decision of the person's offices, the most urgent first; at most 200. */
export function listPending(
  db: Queryable,
  personId: string,
  at: Date,
): Promise<readonly PendingRow[]> {
  return many<PendingRow & Record<string, unknown>>(db, {
    name: 'matters-pending',
    text: SELECT_PENDING,
    values: [personId, at],
  });
}

/** The newest first; at most 201. Rehearsals only where one is asked for. */
export function listCirculars(
  db: Queryable,
  query: CircularQuery,
): Promise<readonly CircularRow[]> {
  const { viewer, after } = query;
  return many<CircularRow & Record<string, unknown>>(db, {
    text: SELECT_CIRCULARS,
    values: [
      viewer.personId,
      viewer.administrator,
      viewer.at,
      query.programme ?? null,
      query.from ?? null,
      query.to ?? null,
      query.definition ?? null,
      query.phase ?? null,
      after?.[0] ?? 'infinity',
      after?.[1] ?? '',
      Math.min(query.limit, MOST_PER_PAGE),
    ],
  });
}
