/** Standing duties 常态任务: obligations that come back, each period as a phase of its own. */
import type { LocalDate } from '../calendar/types.ts';
import type { Localised } from './localised.ts';
import type { DeliverableDefinition, DueRule, Ladder, StepDefinition } from './types.ts';

/** Periods are those of the calendar: a quarter begins in January, April, July or October, a half-year in January or July. */
export type DutyInterval = 'month' | 'quarter' | 'half-year' | 'year';

/** A day of a period. */
export interface DayOfPeriod {
  /** 1 is the first month of the period; one past its last month lies in the following period. */
  readonly month: number;
  /** 1 to 31; past the month's end it is the month's last day. */
  readonly day: number;
}

export interface DutyDefinition {
  readonly key: string;
  readonly title: Localised;
  readonly clause: string;
  readonly every: DutyInterval;
  /** A day of the first period. */
  readonly from: LocalDate;
  /** A day of the last period; null for a duty that goes on as long as the rest of the plan is unfinished. */
  readonly until: LocalDate | null;
  readonly opens: DayOfPeriod;
  readonly due: DayOfPeriod;
  readonly deliverables: readonly DeliverableDefinition[];
  readonly steps: readonly StepDefinition[];
  /** What becomes of a due day that is no working day; kept where nothing is said. */
  readonly dueRule?: DueRule;
  /** Instead of the definition's ladder. */
  readonly ladder?: Ladder;
}
