/** What belongs to one programme: decisions, contents, escalations, planned moments. Who may look is asked before. */
import type { Instant, LocalDate } from '../../domain/calendar/types.ts';
import type { RungKey } from '../../domain/definition/types.ts';
import type { MomentKind } from '../../domain/planning/moments.ts';
import type { CheckResult, DecisionKind, DeliverableState } from '../../domain/programme/state.ts';
import { many, maybeOne, type Queryable } from '../query.ts';

export interface DecisionRow {
  readonly phase: string;
  readonly round: number;
  readonly step: string;
  readonly office: string;
  readonly decision: DecisionKind;
  readonly opinion: string | null;
  readonly by: string;
  readonly at: Instant;
}

export interface ContentRow {
  readonly phase: string;
  readonly key: string;
  readonly round: number;
  readonly status: DeliverableState['status'];
  readonly note: string | null;
  readonly files: readonly { readonly sha256: string; readonly name: string }[];
  readonly by: string | null;
  readonly at: Instant | null;
  readonly contentHash: string | null;
  readonly check: CheckResult | null;
}

export interface EscalationListRow {
  readonly id: string;
  readonly phase: string;
  readonly round: number;
  readonly rung: RungKey;
  readonly plannedAt: Instant;
  readonly raisedAt: Instant;
  readonly responsible: readonly string[];
  readonly answerDueOn: LocalDate;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredOffice: string | null;
  readonly answeredAt: Instant | null;
  readonly answerMissed: boolean;
}

export interface PlannedMomentRow {
  readonly kind: MomentKind;
  readonly phase: string;
  readonly round: number;
  readonly qualifier: string;
  readonly at: Instant;
  readonly realAt: Instant;
}

const MOST_ROWS = 2_000;

const SELECT_DECISIONS = `
  SELECT tasks.phase, tasks.round, tasks.step, tasks.office, tasks.decision, tasks.opinion, tasks.decided_by AS "by",
         tasks.decided_at AS "at"
    FROM tasks WHERE tasks.programme_id = $1 AND tasks.phase = ANY($2::text[]) AND tasks.status = 'done'
   ORDER BY tasks.position LIMIT ${MOST_ROWS}`;

const SELECT_CONTENTS = `
  SELECT deliverables.phase, deliverables.key, deliverables.round, deliverables.status, deliverables.note, deliverables.files,
         deliverables.handed_in_by AS "by", deliverables.handed_in_at AS "at", deliverables.content_hash AS "contentHash",
         deliverables."check"
    FROM deliverables
   WHERE deliverables.programme_id = $1 AND deliverables.phase = ANY($2::text[]) AND deliverables.status <> 'due'
   ORDER BY deliverables.position LIMIT ${MOST_ROWS}`;

const SELECT_DATA = `
  SELECT deliverables.round, deliverables.data FROM deliverables
   WHERE deliverables.programme_id = $1 AND deliverables.phase = $2 AND deliverables.key = $3 AND deliverables.status <> 'due'
   ORDER BY deliverables.round DESC LIMIT 1`;

const SELECT_ESCALATIONS = `
  SELECT escalations.id, escalations.phase, escalations.round, escalations.rung, escalations.planned_at AS "plannedAt",
         escalations.raised_at AS "raisedAt", escalations.responsible, escalations.answer_due_on AS "answerDueOn",
         escalations.answer, escalations.answered_by AS "answeredBy", escalations.answered_office AS "answeredOffice",
         escalations.answered_at AS "answeredAt", escalations.answer_missed AS "answerMissed"
    FROM escalations WHERE escalations.programme_id = $1
   ORDER BY escalations.raised_at, escalations.planned_at, escalations.id LIMIT ${MOST_ROWS}`;

const SELECT_PLANNED = `
  SELECT moments.kind, moments.phase, moments.round, moments.qualifier, moments.at, moments.real_at AS "realAt"
    FROM moments WHERE moments.programme_id = $1 AND moments.state = 'planned'
   ORDER BY moments.at, moments.phase, moments.kind, moments.qualifier LIMIT ${MOST_ROWS}`;

/**
 * What stands as decided in these phases, in the order of the ledger; a decision that was withdrawn is only in the events. The periods
 * of a duty are without number, so that nobody asks for all phases.
 */
export function listDecisions(
  db: Queryable,
  programmeId: string,
  phases: readonly string[],
): Promise<readonly DecisionRow[]> {
  return many<DecisionRow & Record<string, unknown>>(db, {
    text: SELECT_DECISIONS,
    values: [programmeId, phases],
  });
}

/** What was handed in in these phases, of every round, in the order of the ledger. */
export function listContents(
  db: Queryable,
  programmeId: string,
  phases: readonly string[],
): Promise<readonly ContentRow[]> {
  return many<ContentRow & Record<string, unknown>>(db, {
    text: SELECT_CONTENTS,
    values: [programmeId, phases],
  });
}

/** The structured data of the newest round in which the deliverable was handed in. */
export function findContentData(
  db: Queryable,
  place: { readonly programmeId: string; readonly phase: string; readonly key: string },
): Promise<{ readonly round: number; readonly data: unknown } | null> {
  return maybeOne<{ round: number; data: unknown }>(db, {
    text: SELECT_DATA,
    values: [place.programmeId, place.phase, place.key],
  });
}

export function listEscalations(
  db: Queryable,
  programmeId: string,
): Promise<readonly EscalationListRow[]> {
  return many<EscalationListRow & Record<string, unknown>>(db, {
    text: SELECT_ESCALATIONS,
    values: [programmeId],
  });
}

export function listPlannedMoments(
  db: Queryable,
  programmeId: string,
): Promise<readonly PlannedMomentRow[]> {
  return many<PlannedMomentRow & Record<string, unknown>>(db, {
    text: SELECT_PLANNED,
    values: [programmeId],
  });
}
