/** What the governance of time keeps in the state: extensions, moved dates, and rungs about which something may be decided. */
import type { Instant, LocalDate } from '../../calendar/types.ts';
import type { RungKey } from '../../definition/types.ts';

export interface ExtensionState {
  readonly id: string;
  readonly round: number;
  /** Office for which it was asked. */
  readonly office: string;
  readonly requestedBy: string;
  /** Office that decides. */
  readonly decider: string;
  /** The due day that was to be moved. */
  readonly from: LocalDate;
  /** The day asked for, and once granted the day given. */
  readonly to: LocalDate;
  readonly status: 'requested' | 'granted' | 'refused';
}

export interface MoveState {
  /** How often an act has moved the phase's dates. */
  readonly count: number;
  readonly at: Instant;
  /** The due day that was given last, by an extension or by a clock that stood still for days; no calendar moves it. */
  readonly dueOn?: LocalDate;
  /** The day after which rungs are counted, when the clock stood still during the climb. */
  readonly rungsFrom?: LocalDate;
  /** Days for which the clock has stood still over the phase; left out for none. */
  readonly pausedDays?: number;
}

/** A rung that was raised, as long as an appeal may come against it or its proposal waits. */
export interface RungMatter {
  readonly escalationId: string;
  readonly phase: string;
  readonly round: number;
  readonly rung: RungKey;
  readonly raisedAt: Instant;
  /** Days for which the clock has stood still since. */
  readonly pausedDays: number;
  readonly responsible: readonly string[];
  readonly review: ReviewState | null;
  /** Null for rungs that propose nothing. */
  readonly accountability: 'proposed' | 'decided' | 'struck' | null;
}

export interface ReviewState {
  readonly id: string;
  readonly status: 'open' | 'upheld' | 'struck';
  readonly decider: string;
  readonly requestedBy: string;
}
