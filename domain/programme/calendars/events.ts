/** A new calendar for a programme that runs. The events. */
import type { CalendarPublication } from '../../calendar/change.ts';
import type { Instant, LocalDate } from '../../calendar/types.ts';
import type { RungKey } from '../../definition/types.ts';
import type { Recipient } from '../events.ts';

/** A due day that was counted again and fell on another day. */
export interface DueDayMoved {
  readonly phase: string;
  readonly round: number;
  readonly dueOnBefore: LocalDate;
  readonly dueOnAfter: LocalDate;
  readonly dueAt: Instant;
  /** The rule for due days that are no working days, or the time for rework counted in working days. */
  readonly why: 'due-rule' | 'rework';
}

/** The day by which an answer to a rung is owed, counted again likewise. */
export interface AnswerDayMoved {
  readonly phase: string;
  readonly round: number;
  readonly rung: RungKey;
  readonly escalationId: string;
  readonly answerDueOnBefore: LocalDate;
  readonly answerDueOnAfter: LocalDate;
}

export interface CalendarEvents {
  readonly CalendarApplied: {
    readonly key: string;
    readonly from: number;
    readonly to: number;
    /** What was published between the two versions, oldest first. */
    readonly published: readonly CalendarPublication[];
    readonly horizonBefore: LocalDate;
    readonly horizonAfter: LocalDate;
    readonly changes: readonly DueDayMoved[];
    readonly answers: readonly AnswerDayMoved[];
    /** Phases whose due day was provisional and is now certain, and stays. */
    readonly confirmed: readonly string[];
    /** Nobody where nothing that people see has changed. */
    readonly recipients: readonly Recipient[];
  };
}
