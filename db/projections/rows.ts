/** The rows of the read models, spelt as their columns, and the changes that one act makes to them. */
import type { Instant, LocalDate } from '../../domain/calendar/types.ts';
import type { CheckResult, PhaseStatus } from '../../domain/programme/state.ts';

export interface PhaseRow {
  readonly programme_id: string;
  readonly key: string;
  /** Place in the definition, from 0. */
  readonly ordinal: number;
  readonly round: number;
  readonly status: PhaseStatus;
  readonly opens_on: LocalDate;
  readonly due_on: LocalDate;
  readonly due_at: Instant;
  readonly due_real_at: Instant;
  readonly opened_at: Instant | null;
  readonly closed_at: Instant | null;
  readonly missed: boolean;
  /** The highest rung raised in the present round. */
  readonly rung: string | null;
}

export interface TaskRow {
  readonly id: string;
  readonly programme_id: string;
  readonly phase: string;
  readonly round: number;
  readonly step: string;
  readonly office: string;
  readonly seat: string;
  readonly status: 'open' | 'done' | 'cancelled';
  /** Kept from the row that is there when the status is not `open`. */
  readonly opened_at: Instant;
  readonly due_at: Instant;
  readonly due_real_at: Instant;
  readonly decision: string | null;
  readonly opinion: string | null;
  readonly decided_by: string | null;
  readonly decided_at: Instant | null;
  readonly decided_real_at: Instant | null;
  readonly position: number | null;
}

export interface DeliverableRow {
  readonly programme_id: string;
  readonly phase: string;
  readonly key: string;
  readonly round: number;
  readonly office: string;
  readonly seat: string;
  readonly status: 'due' | 'handedIn' | 'accepted';
  readonly note: string | null;
  readonly data: unknown;
  readonly files: readonly { readonly sha256: string; readonly name: string }[];
  readonly handed_in_by: string | null;
  readonly handed_in_at: Instant | null;
  readonly content_hash: string | null;
  readonly check: CheckResult | null;
  readonly position: number | null;
}

/** Of a deliverable that is there only the status changes. */
export type DeliverableStatusChange = Pick<DeliverableRow, 'phase' | 'key' | 'round' | 'status'>;

/** A deliverable that a move to another version no longer asks for. */
export type DeliverableKey = Pick<DeliverableRow, 'phase' | 'key' | 'round'>;

export interface EscalationRow {
  readonly id: string;
  readonly programme_id: string;
  readonly phase: string;
  readonly round: number;
  readonly rung: string;
  readonly planned_at: Instant;
  readonly raised_at: Instant;
  readonly responsible: readonly string[];
  readonly answer_due_on: LocalDate;
  readonly answer: string | null;
  readonly answered_by: string | null;
  readonly answered_office: string | null;
  readonly answered_at: Instant | null;
}

export type EscalationAnswerChange = Pick<
  EscalationRow,
  'id' | 'answer' | 'answered_by' | 'answered_office' | 'answered_at'
>;

export interface NotificationRow {
  readonly id: string;
  readonly person_id: string;
  readonly programme_id: string;
  readonly office: string;
  readonly kind: string;
  readonly phase: string | null;
  readonly round: number | null;
  readonly data: unknown;
  readonly at: Instant;
  readonly recorded_at: Instant;
  readonly email_state: 'none' | 'pending';
}

export interface MomentRow {
  readonly programme_id: string;
  readonly phase: string;
  readonly round: number;
  readonly kind: string;
  readonly qualifier: string;
  readonly at: Instant;
  readonly real_at: Instant;
  readonly state: 'planned' | 'performed' | 'cancelled';
}

/** What is written to each table; no row stands twice in a list. */
export interface RowChanges {
  readonly phases: readonly PhaseRow[];
  readonly tasks: readonly TaskRow[];
  readonly deliverables: readonly DeliverableRow[];
  readonly deliverableStatuses: readonly DeliverableStatusChange[];
  readonly deliverablesDropped: readonly DeliverableKey[];
  readonly escalations: readonly EscalationRow[];
  readonly escalationAnswers: readonly EscalationAnswerChange[];
  readonly notifications: readonly NotificationRow[];
  readonly moments: readonly MomentRow[];
}

export const NO_CHANGES: RowChanges = {
  phases: [],
  tasks: [],
  deliverables: [],
  deliverableStatuses: [],
  deliverablesDropped: [],
  escalations: [],
  escalationAnswers: [],
  notifications: [],
  moments: [],
};
