/** Standing duties: periods that open one after another. The events. A period opens with `PhaseOpened`. */
import type { LocalDate } from '../../calendar/types.ts';
import type { ClockData, Recipient } from '../events.ts';

export interface DutyEvents {
  /** A period of a duty, or an optional phase, was left undone and can no longer be done. */
  readonly PhaseLapsed: ClockData & {
    /** Last day of the round in which it lapsed. */
    readonly dueOn: LocalDate;
    /** The offices that had held it up. */
    readonly responsible: readonly string[];
    readonly recipients: readonly Recipient[];
  };
}
