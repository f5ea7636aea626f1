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
  /** Seats that stand in while nobody holds it, nearest first. */
  readonly fallback_seats: readonly string[];
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
  /** Seats that stand in while nobody holds it, nearest first. */
  readonly fallback_seats: readonly string[];
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
  /** The day on which it was raised, in the zone of the definition. */
  readonly raised_on: LocalDate;
  /** The due day that was missed. */
  readonly due_on: LocalDate;
  readonly answer_missed: boolean;
}

/** What becomes of a rung's answer: given, missed, or owed by another day. Null keeps what is there. */
export type EscalationAnswerChange = Pick<
  EscalationRow,
  'id' | 'answer' | 'answered_by' | 'answered_office' | 'answered_at'
> & {
  readonly answer_due_on: LocalDate | null;
  readonly answer_missed: boolean | null;
};

/** An open task whose phase has got another due day. */
export type TaskDateChange = Pick<
  TaskRow,
  'id' | 'due_at' | 'due_real_at' | 'seat' | 'fallback_seats'
>;

/** Something of the governance of time that an office decides: an extension, a review, a proposal of accountability. */
export interface MatterRow {
  readonly id: string;
  readonly programme_id: string;
  readonly kind: 'extension' | 'review' | 'accountability';
  readonly phase: string;
  readonly round: number;
  readonly escalation_id: string | null;
  /** Office that decides, and its seat; null where every office that could is concerned itself. */
  readonly decider: string | null;
  readonly seat: string | null;
  readonly status: 'open' | 'granted' | 'refused' | 'late' | 'upheld' | 'struck' | 'decided';
  /** Null for what the ladder itself proposed. */
  readonly asked_office: string | null;
  readonly asked_by: string | null;
  readonly asked_at: Instant;
  readonly asked: Readonly<Record<string, unknown>>;
  readonly due_on: LocalDate | null;
  readonly decided_by: string | null;
  readonly decided_office: string | null;
  readonly decided_at: Instant | null;
  readonly outcome: Readonly<Record<string, unknown>> | null;
}

export type MatterDecision = Pick<
  MatterRow,
  'id' | 'status' | 'decided_by' | 'decided_office' | 'decided_at' | 'outcome'
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

export interface ConsultationRow {
  readonly id: string;
  readonly programme_id: string;
  readonly phase: string;
  readonly round: number;
  readonly step: string;
  /** Of the slot that asked. */
  readonly office: string;
  readonly consulted: string;
  /** Of the consulted office. */
  readonly seat: string;
  readonly fallback_seats: readonly string[];
  readonly status: 'open' | 'answered' | 'closed';
  readonly question: string;
  readonly asked_by: string;
  readonly asked_at: Instant;
  readonly asked_real_at: Instant;
  readonly answer: string | null;
  readonly answered_by: string | null;
  readonly answered_at: Instant | null;
}

export type ConsultationChange = Pick<
  ConsultationRow,
  'id' | 'office' | 'status' | 'answer' | 'answered_by' | 'answered_at'
>;

export interface CopyRow {
  readonly id: string;
  readonly programme_id: string;
  readonly phase: string;
  readonly round: number;
  /** Office that it was copied to. */
  readonly office: string;
  readonly seat: string;
  readonly from_office: string;
  readonly note: string | null;
  readonly copied_by: string;
  readonly copied_at: Instant;
  readonly copied_real_at: Instant;
}

/** Of no programme in particular; the id only carries it into the act that needs it. */
export interface SeatLineRow {
  readonly programme_id: string;
  readonly seat: string;
  /** SHA-256 (hex) of the line. */
  readonly line_hash: string;
  readonly line: readonly string[];
}

export interface IndicatorReportRow {
  readonly programme_id: string;
  readonly position: number;
  readonly indicator: string;
  /** Empty where one value stands for the whole programme. */
  readonly unit: string;
  readonly as_of: LocalDate;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly note: string | null;
  readonly files: readonly { readonly sha256: string; readonly name: string }[];
  readonly office: string;
  readonly reported_by: string;
  readonly reported_at: Instant;
  readonly replaces: number | null;
  readonly reason: string | null;
}

export interface IndicatorMeasurementRow {
  readonly programme_id: string;
  readonly position: number;
  readonly phase: string;
  readonly round: number;
  readonly indicator: string;
  readonly target: string;
  readonly occasion: string;
  readonly measured_on: LocalDate;
  readonly planned_at: Instant;
  readonly measured_at: Instant;
  readonly measured_by: string | null;
  readonly required: number;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly met: boolean;
  readonly missing: number;
  readonly unmet: readonly string[];
  readonly unmet_count: number;
  readonly expected: number | null;
  readonly behind: boolean | null;
}

/** What is written to each table; no row stands twice in a list. */
export interface RowChanges {
  readonly phases: readonly PhaseRow[];
  readonly tasks: readonly TaskRow[];
  readonly taskDates: readonly TaskDateChange[];
  readonly deliverables: readonly DeliverableRow[];
  readonly deliverableStatuses: readonly DeliverableStatusChange[];
  readonly deliverablesDropped: readonly DeliverableKey[];
  readonly escalations: readonly EscalationRow[];
  readonly escalationAnswers: readonly EscalationAnswerChange[];
  readonly matters: readonly MatterRow[];
  readonly matterDecisions: readonly MatterDecision[];
  readonly notifications: readonly NotificationRow[];
  readonly moments: readonly MomentRow[];
  readonly consultations: readonly ConsultationRow[];
  readonly consultationChanges: readonly ConsultationChange[];
  readonly copies: readonly CopyRow[];
  readonly seatLines: readonly SeatLineRow[];
  readonly indicatorReports: readonly IndicatorReportRow[];
  readonly indicatorMeasurements: readonly IndicatorMeasurementRow[];
}

export const NO_CHANGES: RowChanges = {
  phases: [],
  tasks: [],
  taskDates: [],
  deliverables: [],
  deliverableStatuses: [],
  deliverablesDropped: [],
  escalations: [],
  escalationAnswers: [],
  matters: [],
  matterDecisions: [],
  notifications: [],
  moments: [],
  consultations: [],
  consultationChanges: [],
  copies: [],
  seatLines: [],
  indicatorReports: [],
  indicatorMeasurements: [],
};
