/** The state of a programme: what folding its events gives. Plain JSON, and no more than the rules need. */
import type { ProgrammeClock } from '../calendar/rehearsal-clock.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import type { RungKey } from '../definition/types.ts';

export type ProgrammeStatus =
  'draft' | 'active' | 'suspended' | 'completed' | 'rejected' | 'withdrawn' | 'terminated';

/**
 * `returned`: sent back, will open again with the next round. `superseded`: overtaken by a return of an earlier
 * phase, likewise. `lapsed`: a period or an optional phase whose time is over undone.
 */
export type PhaseStatus = 'scheduled' | 'open' | 'closed' | 'returned' | 'superseded' | 'lapsed';

export type DecisionKind = 'approve' | 'return' | 'reject' | 'abstain';

export interface ProgrammeState {
  readonly id: string;
  /** Position of the last event folded in; 0 before the first. */
  readonly position: number;
  readonly status: ProgrammeStatus;
  readonly definition: { readonly key: string; readonly version: number };
  readonly title: string;
  readonly startsOn: LocalDate;
  /** Null for a live programme, set for a rehearsal. */
  readonly clock: ProgrammeClock | null;
  /** Id of the person who activated it. */
  readonly startedBy: string;
  /** The calendar by which working days are counted; a newer one applies from an event on. */
  readonly calendar: { readonly key: string; readonly version: number };
  /** The duties of the definition, in its order. */
  readonly duties: readonly DutyState[];
  /** A move to another version of the definition that awaits a decision. */
  readonly migration: PendingMigration | null;
  /** In the order of the definition. */
  readonly phases: readonly PhaseState[];
}

export interface PendingMigration {
  readonly id: string;
  readonly version: number;
  readonly choices: Readonly<Record<string, DateChoice>>;
  /** SHA-256 (hex) of the canonical preview that was proposed. */
  readonly previewHash: string;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  /** The office that decides. */
  readonly decidedBy: string;
}

/** Of a phase whose window is another one in the new version: the present date stays, or is reckoned anew. */
export type DateChoice = 'keep' | 'recompute';

export interface DutyState {
  readonly key: string;
  /** The period that opens next; null when there is no further one. */
  readonly next: string | null;
}

export interface PhaseState {
  readonly key: string;
  /** 1 on the first opening; rises each time the phase is opened again. Before the first opening 1. */
  readonly round: number;
  readonly status: PhaseStatus;
  /** First day of the window, shifted to the programme's start. */
  readonly opensOn: LocalDate;
  /** Last day of the present round, both dates included. */
  readonly dueOn: LocalDate;
  /** First instant after `dueOn` in the definition's zone. */
  readonly dueAt: Instant;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** Whether the present round's deadline was recorded as missed. */
  readonly missed: boolean;
  /** `workdaysBefore` of the reminders raised in the present round. */
  readonly reminded: readonly number[];
  /** Rungs raised in the present round, oldest first. */
  readonly rungs: readonly RungState[];
  /** Rungs of that round that were already past when its date or its ladder was changed; they are not raised. */
  readonly passedOver?: { readonly round: number; readonly rungs: readonly RungKey[] };
  /** In the order of the definition. */
  readonly deliverables: readonly DeliverableState[];
  /** In the order of the definition. */
  readonly steps: readonly StepState[];
}

export interface RungState {
  readonly rung: RungKey;
  readonly escalationId: string;
  /** Offices that owe the answer. */
  readonly responsible: readonly string[];
  readonly answerDueOn: LocalDate;
  readonly answeredBy: string | null;
}

export interface DeliverableState {
  readonly key: string;
  readonly status: 'due' | 'handedIn' | 'accepted';
  /** Id of the person who handed it in during the present round. */
  readonly by: string | null;
  readonly at: Instant | null;
  /** SHA-256 (hex) of the canonical content: note, data and file hashes. */
  readonly contentHash: string | null;
  /** Null where the definition names no check. */
  readonly check: CheckResult | null;
}

export interface CheckResult {
  readonly ok: boolean;
  readonly faults: readonly CheckFault[];
}

/** One failing row and why. */
export interface CheckFault {
  /** JSON pointer into the data handed in. */
  readonly pointer: string;
  readonly code: string;
  readonly message: { readonly zh: string; readonly en: string };
}

export interface StepState {
  readonly key: string;
  /** Whether the step has been put to its offices in the present round. */
  readonly opened: boolean;
  readonly votes: readonly Vote[];
}

export interface Vote {
  readonly office: string;
  readonly decision: 'approve' | 'reject' | 'abstain';
  readonly by: string;
  readonly at: Instant;
  /** Position of the `StepDecided` event. */
  readonly position: number;
}

/** What a state has that was written before these members existed. */
export const blankAdditions: Pick<ProgrammeState, 'calendar' | 'duties' | 'migration'> = {
  calendar: { key: 'cn-public', version: 1 },
  duties: [],
  migration: null,
};
