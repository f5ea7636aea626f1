/** What a move to another version would do, phase by phase. */
import type { Instant, LocalDate, WorkCalendar } from '../../calendar/types.ts';
import type { Localised } from '../../definition/localised.ts';
import type { Definition, RungKey } from '../../definition/types.ts';
import type { DateChoice, DutyState, ProgrammeState } from '../state.ts';
import type { MigratedPhase } from './events.ts';

/** What is asked: this programme, from the version that it runs to that one. */
export interface MigrationRequest {
  readonly state: ProgrammeState;
  readonly from: Definition;
  readonly to: Definition;
  readonly calendar: WorkCalendar;
  readonly choices: Readonly<Record<string, DateChoice>>;
  /** Programme time. */
  readonly now: Instant;
}

export type MigrationVerdict = 'kept' | 're-dated' | 'added' | 'removed' | 'impossible';

export interface PhaseDates {
  readonly opensOn: LocalDate;
  readonly dueOn: LocalDate;
}

export interface PhasePreview {
  readonly key: string;
  readonly verdict: MigrationVerdict;
  readonly before: PhaseDates | null;
  readonly after: PhaseDates | null;
  readonly why: Localised;
}

export interface DutyPreview {
  readonly key: string;
  readonly verdict: 'kept' | 'added' | 'changed' | 'removed';
  /** The period that opens next. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface DroppedRung {
  readonly phase: string;
  readonly rung: RungKey;
  /** Whether it was raised already; then it stays in the record and can still be answered. */
  readonly raised: boolean;
}

export interface MigrationPreview {
  readonly from: number;
  readonly to: number;
  readonly possible: boolean;
  readonly phases: readonly PhasePreview[];
  readonly duties: readonly DutyPreview[];
  /** Rungs of phases that are not over and that the new version's ladder no longer has. */
  readonly rungsDropped: readonly DroppedRung[];
  /** What stands in the way of the whole. */
  readonly obstacles: readonly Localised[];
}

/** The preview, and what the event of the migration would carry. */
export interface MigrationPlan {
  readonly preview: MigrationPreview;
  readonly phases: readonly MigratedPhase[];
  readonly duties: readonly DutyState[];
}
