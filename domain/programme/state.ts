/** The state of a programme: what folding its events gives. Plain JSON, and no more than the rules need. */
import type { ProgrammeClock } from '../calendar/rehearsal-clock.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import type { Ballot } from '../definition/ballot.ts';
import type { RungKey } from '../definition/types.ts';
import type { ExtensionState, MoveState, RungMatter } from './time/state.ts';
import { NO_UNITS, type UnitsOfProgramme } from './units/state.ts';
import type { StepChange } from './hands/effective-policy.ts';
import type { ConsultationState } from './hands/folds.ts';

export type ProgrammeStatus =
  'draft' | 'active' | 'suspended' | 'completed' | 'rejected' | 'withdrawn' | 'terminated';

/**
 * `returned`: sent back, will open again with the next round. `superseded`: overtaken by a return of an earlier
 * phase, likewise. `lapsed`: a period or an optional phase whose time is over undone.
 */
export type PhaseStatus = 'scheduled' | 'open' | 'closed' | 'returned' | 'superseded' | 'lapsed';

export type DecisionKind = 'approve' | 'return' | 'reject' | 'abstain';

export interface ProgrammeState extends UnitsOfProgramme {
  readonly id: string;
  /** Position of the last event folded in; 0 before the first. */
  readonly position: number;
  readonly status: ProgrammeStatus;
  readonly definition: { readonly key: string; readonly version: number };
  readonly title: string;
  /** In English; left out where the title is one for readers of either language. */
  readonly titleEn?: string;
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
  /** Since when the clock stands still; null while it runs. */
  readonly suspendedAt: Instant | null;
  /** Id of the person who stopped it, or `clock` where it stands still with its parent; null while it runs. */
  readonly suspendedBy: string | null;
  /** Rungs against which an appeal may come, or whose proposal waits, oldest first; they outlive the round they were raised in. */
  readonly matters: readonly RungMatter[];
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
  /** Set where the duty has no last period and ends with the rest of the plan. */
  readonly endless?: boolean;
  /** Set when a period was closed of which the state knows nothing any more. */
  readonly closedOnce?: boolean;
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
  /** Only of a phase that lapsed. */
  readonly lapsedAt?: Instant;
  /** Whether the present round's deadline was recorded as missed. */
  readonly missed: boolean;
  /** `workdaysBefore` of the reminders raised in the present round. */
  readonly reminded: readonly number[];
  /** Rungs raised in the present round, oldest first. */
  readonly rungs: readonly RungState[];
  /** What was already past when its date or its ladder was changed. */
  readonly passedOver?: PassedOver;
  /** In the order of the definition. */
  readonly deliverables: readonly DeliverableState[];
  /** In the order of the definition. */
  readonly steps: readonly StepState[];
  /** What was granted, and the last that was asked for, of all rounds. */
  readonly extensions?: readonly ExtensionState[];
  /** Left out while no act has moved its dates. */
  readonly moved?: MoveState;
  /** The round whose climb a good cause has stopped. */
  readonly climbStoppedIn?: number;
  /** When it was last urged by hand, in whichever round. */
  readonly urgedAt?: Instant;
  /** Inner dates recorded as missed, of all rounds. */
  readonly innerMissed?: readonly { readonly office: string; readonly round: number }[];
  /** Only of a target that was measured. */
  readonly measured?: MeasuredState;
}

/** What the plan has to know of measurements; the values themselves stand in the events. */
export interface MeasuredState {
  /** The round to which the occasions belong. */
  readonly round: number;
  /** Qualifiers of the moments at which it was measured in that round; of the checks of the pace only the last. */
  readonly occasions: readonly string[];
  readonly last: {
    readonly on: LocalDate;
    readonly numerator: number;
    readonly denominator: number | null;
    readonly value: number | null;
    readonly met: boolean;
    /** Null where the pace was not looked at. */
    readonly behind: boolean | null;
  };
}

/** What does not come about any more in a round, as it would have been past at once. */
export interface PassedOver {
  readonly round: number;
  /** Rungs that are not raised. */
  readonly rungs: readonly RungKey[];
  /** Co-organisers whose inner date is not recorded as missed. */
  readonly inner?: readonly string[];
  /** The last day up to which the pace of a target is not asked about. */
  readonly pacesUntil?: LocalDate;
}

export interface RungState {
  readonly rung: RungKey;
  readonly escalationId: string;
  /** Offices that owe the answer. */
  readonly responsible: readonly string[];
  readonly answerDueOn: LocalDate;
  readonly answeredBy: string | null;
  /** That no answer came in time was recorded. */
  readonly answerMissed?: true;
  /** The clock stood still while it was owed and put its day off; no calendar moves that one. */
  readonly answerPutOff?: true;
  /** A review did not uphold the rung: it presses no longer. */
  readonly struck?: true;
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
  /** Of a deliverable that follows a step: whether its office was told that it is owed now. */
  readonly calledFor?: boolean;
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
  /** What was changed of its signers in the present round; the policy that counts is made of it. */
  readonly changes?: readonly StepChange[];
  /** Of the present round, oldest first. */
  readonly consultations?: readonly ConsultationState[];
  /** Meetings of the present round to which too few came, oldest first. */
  readonly inquorate?: readonly InquorateMeeting[];
}

export interface InquorateMeeting {
  readonly office: string;
  readonly heldOn: LocalDate;
  readonly eligible: number;
  readonly present: number;
  readonly quorum: number;
}

export interface Vote {
  readonly office: string;
  readonly decision: 'approve' | 'reject' | 'abstain';
  readonly by: string;
  /** Set where the office was vacant: the office that acted in its place. */
  readonly actingOffice?: string;
  readonly at: Instant;
  /** Position of the `StepDecided` event. */
  readonly position: number;
  /** Of a body: the vote that gave the decision. */
  readonly ballot?: Ballot;
}

/** What a state has that was written before these members existed. */
export const blankAdditions: Pick<
  ProgrammeState,
  | 'calendar'
  | 'duties'
  | 'migration'
  | 'suspendedAt'
  | 'suspendedBy'
  | 'matters'
  | keyof UnitsOfProgramme
> = {
  ...NO_UNITS,
  calendar: { key: 'cn-public', version: 1 },
  duties: [],
  migration: null,
  suspendedAt: null,
  suspendedBy: null,
  matters: [],
};
