/** The events of a programme: a closed list. Past tense, plain JSON, everything that folding and reading later needs. */
import type { ProgrammeClock } from '../calendar/rehearsal-clock.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import type { Ballot } from '../definition/ballot.ts';
import type { RungKey } from '../definition/types.ts';
import type { CheckResult, DecisionKind, DutyState } from './state.ts';
import type { CalendarEvents } from './calendars/events.ts';
import type { DeliberationEvents } from './deliberation/events.ts';
import type { DutyEvents } from './duties/events.ts';
import type { HandsEvents } from './hands/events.ts';
import type { IndicatorEvents } from './indicators/events.ts';
import type { MigrationEvents } from './migration/events.ts';
import type { TimeEvents } from './time/events.ts';
import type { UnitEvents } from './units/events.ts';
import type { FrozenSet, StartedRollout } from './units/freeze.ts';
import type { UnitParent } from './units/state.ts';

/** A person who was told, and the office for which. An office without a holder stands with `person: null`. */
export interface Recipient {
  readonly office: string;
  readonly person: string | null;
}

/** Place of an act in the plan. */
export interface PhaseRound {
  readonly phase: string;
  readonly round: number;
}

/** Of every event of the clock. */
export interface ClockData extends PhaseRound {
  /** The instant that was planned; the event's own time is when it happened. */
  readonly plannedAt: Instant;
}

export interface PhasePlan {
  readonly key: string;
  readonly opensOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly dueAt: Instant;
  /** Keys in the order of the definition, so that folding needs no definition. */
  readonly deliverables: readonly string[];
  readonly steps: readonly string[];
}

/** The events of the plan itself; each area has its own beside them. */
export interface CoreEvents {
  readonly ProgrammeActivated: {
    readonly id: string;
    readonly definition: { readonly key: string; readonly version: number };
    readonly title: string;
    readonly titleEn?: string;
    readonly startsOn: LocalDate;
    readonly clock: ProgrammeClock | null;
    readonly startedBy: string;
    readonly calendar: { readonly key: string; readonly version: number };
    readonly phases: readonly PhasePlan[];
    /** Each duty with its first period; left out where there is none. */
    readonly duties?: readonly DutyState[];
    /** The sets of units as they are frozen, and the roll-outs over them; left out where there are none. */
    readonly unitSets?: readonly FrozenSet[];
    readonly rollouts?: readonly StartedRollout[];
    /** Of a unit programme. */
    readonly parent?: UnitParent;
  };
  /** The due date stands in the event, as a reopened phase may have a later one. */
  readonly PhaseOpened: ClockData & {
    /** Of a phase that came into being by opening: a period of a duty. */
    readonly plan?: PhasePlan;
    /** With `plan`: the duty's period after this one; null after its last. */
    readonly next?: string | null;
    readonly dueOn: LocalDate;
    readonly dueAt: Instant;
    /** Offices that owe a deliverable. */
    readonly recipients: readonly Recipient[];
  };
  readonly DeliverableHandedIn: PhaseRound & {
    readonly deliverable: string;
    readonly office: string;
    readonly by: string;
    /** Set where the office is vacant: the office that acted in its place. */
    readonly actingOffice?: string;
    readonly contentHash: string;
    readonly note: string | null;
    readonly data: unknown;
    readonly files: readonly { readonly sha256: string; readonly name: string }[];
    readonly check: CheckResult | null;
  };
  /** A step was put to its offices; raised again when a nested sequence reaches further offices. */
  readonly StepOpened: PhaseRound & {
    readonly step: string;
    readonly offices: readonly string[];
    readonly recipients: readonly Recipient[];
  };
  /** An open step was taken back before any decision, as a deliverable was replaced by one that fails its check. */
  readonly StepRecalled: PhaseRound & { readonly step: string };
  readonly StepDecided: PhaseRound & {
    readonly step: string;
    readonly office: string;
    readonly decision: DecisionKind;
    readonly opinion: string | null;
    readonly by: string;
    /** Set where the office is vacant: the office that acted in its place. */
    readonly actingOffice?: string;
    /** Content hashes of the phase's deliverables, in the order of the definition: what was signed. */
    readonly evidence: readonly { readonly deliverable: string; readonly contentHash: string }[];
    /** Of a body: its vote, from which the decision was computed. */
    readonly ballot?: Ballot;
  };
  readonly DecisionWithdrawn: PhaseRound & {
    readonly step: string;
    readonly office: string;
    readonly by: string;
    /** Set where the office is vacant: the office that acted in its place. */
    readonly actingOffice?: string;
    readonly reason: string | null;
  };
  readonly PhaseClosed: PhaseRound & {
    /** Whether it closed at or after its due instant. */
    readonly late: boolean;
  };
  /** One atomic act: `phase` goes back to `returnTo`; everything after the target that was opened is superseded. */
  readonly PhaseReturned: PhaseRound & {
    readonly returnTo: string;
    readonly superseded: readonly string[];
    readonly by: string;
    readonly reason: string;
    /** Null when the owner returned it without a slot of its own. */
    readonly office: string | null;
    /** Set where the office is vacant: the office that acted in its place. */
    readonly actingOffice?: string;
    readonly recipients: readonly Recipient[];
  };
  readonly DeadlineReminded: ClockData & {
    readonly workdaysBefore: number;
    /** How often the due day had been moved; left out where it never was. */
    readonly edition?: number;
    readonly dueOn: LocalDate;
    readonly recipients: readonly Recipient[];
  };
  readonly DeadlineMissed: ClockData & {
    readonly dueOn: LocalDate;
    readonly responsible: readonly string[];
    readonly recipients: readonly Recipient[];
  };
  readonly EscalationRaised: ClockData & {
    readonly rung: RungKey;
    readonly escalationId: string;
    readonly dueOn: LocalDate;
    readonly responsible: readonly string[];
    readonly answerDueOn: LocalDate;
    readonly recipients: readonly Recipient[];
  };
  readonly EscalationAnswered: PhaseRound & {
    readonly escalationId: string;
    readonly rung: RungKey;
    readonly office: string;
    readonly by: string;
    /** Set where the office is vacant: the office that acted in its place. */
    readonly actingOffice?: string;
    readonly answer: string;
  };
  readonly ProgrammeCompleted: { readonly lastPhase: string };
  readonly ProgrammeRejected: PhaseRound & { readonly step: string };
  readonly ProgrammeWithdrawn: { readonly by: string; readonly reason: string };
  readonly ProgrammeTerminated: { readonly by: string; readonly reason: string };
}

export interface EventData
  extends
    CoreEvents,
    DutyEvents,
    UnitEvents,
    IndicatorEvents,
    DeliberationEvents,
    TimeEvents,
    HandsEvents,
    CalendarEvents,
    MigrationEvents {}

export type EventType = keyof EventData;

/** An event as `decide` returns it; the ledger adds position, actor and hashes. */
export type ProgrammeEvent = {
  readonly [T in EventType]: {
    readonly type: T;
    readonly at: Instant;
    readonly data: EventData[T];
  };
}[EventType];

export type EventOf<T extends EventType> = Extract<ProgrammeEvent, { readonly type: T }>;
