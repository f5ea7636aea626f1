/** Governance of time: extensions, suspensions, good cause, reviews, accountability. The commands. */
import type { LocalDate } from '../../calendar/types.ts';

/** Before the due instant only; a later one is recorded as late and has no effect. */
export interface RequestExtension {
  readonly type: 'RequestExtension';
  readonly phase: string;
  readonly round: number;
  readonly reason: string;
  /** How far the work has come. */
  readonly progress: string;
  /** The new due day that is asked for. */
  readonly dueOn: LocalDate;
}

export interface DecideExtension {
  readonly type: 'DecideExtension';
  readonly extension: string;
  readonly grant: boolean;
  /** Only with a grant: an earlier day than the one asked for. */
  readonly dueOn: LocalDate | null;
  readonly opinion: string | null;
}

/** Stops the clock of the programme; a unit programme's is stopped by the clock as well, with that of its parent. */
export interface SuspendProgramme {
  readonly type: 'SuspendProgramme';
  readonly reason: string;
}

/** By the clock only of a unit programme that it had suspended itself. */
export interface ResumeProgramme {
  readonly type: 'ResumeProgramme';
  readonly reason: string;
}

/** Stops the climb of one round; the deadline stays missed. */
export interface AcceptGoodCause {
  readonly type: 'AcceptGoodCause';
  readonly phase: string;
  readonly round: number;
  readonly reason: string;
}

/** An appeal 复核 against a rung. */
export interface RequestReview {
  readonly type: 'RequestReview';
  readonly escalationId: string;
  readonly grounds: string;
}

export interface DecideReview {
  readonly type: 'DecideReview';
  readonly review: string;
  /** Whether the rung stands. */
  readonly upheld: boolean;
  readonly opinion: string;
}

export type AccountabilityMeasure = 'none' | 'talk' | 'criticism' | 'discipline-referral';

/** What a person makes of the proposal; the system does nothing by itself. */
export interface DecideAccountability {
  readonly type: 'DecideAccountability';
  readonly escalationId: string;
  readonly measure: AccountabilityMeasure;
  readonly opinion: string;
}

export type TimeCommand =
  | RequestExtension
  | DecideExtension
  | SuspendProgramme
  | ResumeProgramme
  | AcceptGoodCause
  | RequestReview
  | DecideReview
  | DecideAccountability;
