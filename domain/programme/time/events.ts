/** Governance of time: extensions, suspensions, good cause, reviews, accountability. The events. */
import type { Instant, LocalDate } from '../../calendar/types.ts';
import type { RungKey } from '../../definition/types.ts';
import type { ClockData, PhaseRound, Recipient } from '../events.ts';
import type { DutyState } from '../state.ts';
import type { AccountabilityMeasure } from './commands.ts';

/** What was asked for, and by whom. */
interface ExtensionAsked extends PhaseRound {
  readonly extension: string;
  readonly office: string;
  readonly by: string;
  readonly reason: string;
  readonly progress: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A person decided for an office; `clock` where a unit programme follows its parent, and then nobody decided for the office. */
interface Decided {
  readonly by: string;
  readonly office: string;
}

interface OfRung extends PhaseRound {
  readonly escalationId: string;
  readonly rung: RungKey;
}

/** Where the dates of a phase stand after the clock has stood still. */
export interface PhaseShift {
  readonly phase: string;
  readonly opensOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly dueAt: Instant;
  /** Of a phase that is climbing: the day after which its further rungs are counted. */
  readonly rungsFrom?: LocalDate;
}

export interface TimeEvents {
  readonly ExtensionRequested: ExtensionAsked & {
    /** Office that decides. */
    readonly decider: string;
    readonly recipients: readonly Recipient[];
  };
  /** Asked for after the due instant: on record, without effect, and nobody owes a decision. */
  readonly LateExtensionRequested: ExtensionAsked & { readonly dueAt: Instant };
  /** The old due day stands in `from` and stays on record. */
  readonly DeadlineExtended: PhaseRound &
    Decided & {
      readonly extension: string;
      readonly from: LocalDate;
      readonly to: LocalDate;
      readonly dueAt: Instant;
      readonly opinion: string | null;
      readonly recipients: readonly Recipient[];
    };
  readonly ExtensionRefused: PhaseRound &
    Decided & {
      readonly extension: string;
      readonly opinion: string;
      /** The due day, which stays. */
      readonly dueOn: LocalDate;
      readonly recipients: readonly Recipient[];
    };
  readonly ProgrammeSuspended: Decided & {
    readonly reason: string;
    readonly recipients: readonly Recipient[];
  };
  readonly ProgrammeResumed: Decided & {
    readonly reason: string;
    readonly suspendedAt: Instant;
    /** Calendar days by which the dates move; 0 when it was resumed on the same day. */
    readonly days: number;
    readonly shifts: readonly PhaseShift[];
    /** Days by which answers are now owed. */
    readonly answers: readonly {
      readonly escalationId: string;
      readonly phase: string;
      readonly answerDueOn: LocalDate;
    }[];
    /** Periods of duties that were due while the clock stood still: they never open. */
    readonly skipped: readonly { readonly duty: string; readonly period: string }[];
    /** Every duty with the period that opens next. */
    readonly duties: readonly DutyState[];
    readonly recipients: readonly Recipient[];
  };
  readonly ClimbStopped: PhaseRound &
    Decided & { readonly reason: string; readonly recipients: readonly Recipient[] };
  readonly AnswerMissed: ClockData & {
    readonly rung: RungKey;
    readonly escalationId: string;
    readonly answerDueOn: LocalDate;
    readonly responsible: readonly string[];
    readonly recipients: readonly Recipient[];
  };
  readonly ReviewRequested: OfRung &
    Decided & {
      readonly review: string;
      readonly grounds: string;
      readonly decider: string;
      /** Day by which it should be decided. */
      readonly dueOn: LocalDate;
      readonly recipients: readonly Recipient[];
    };
  /** A rung that is not upheld is struck from every list of circulars; it stays on record. */
  readonly ReviewDecided: OfRung &
    Decided & {
      readonly review: string;
      readonly upheld: boolean;
      readonly opinion: string;
      readonly recipients: readonly Recipient[];
    };
  readonly AccountabilityDecided: OfRung &
    Decided & {
      readonly measure: AccountabilityMeasure;
      readonly opinion: string;
      readonly recipients: readonly Recipient[];
    };
}
