/** What the API asks of parts that it may not import itself. */
import type { ProgrammeState } from '../domain/programme/state.ts';
import type { Localised } from '../domain/definition/types.ts';

/** What the ledger expects Temporal to hold. */
export interface LedgerExpectation {
  readonly programmeId: string;
  readonly status: ProgrammeState['status'];
  readonly position: number;
  /** Real instant of the next moment; null when none is planned. */
  readonly nextAt: string | null;
}

/** What Temporal holds of one programme, beside what the ledger expects. */
export interface WorkflowInspection {
  readonly workflowId: string;
  /** False when Temporal did not answer in time; everything else of the run is then absent. */
  readonly reachable: boolean;
  readonly agrees: boolean;
  readonly differences: readonly Localised[];
  /** Run, timers, activities: as Temporal tells them. */
  readonly [detail: string]: unknown;
}

/** Looks into Temporal for administrators and for the readiness check; never throws because it is away. */
export interface WorkflowInspector {
  inspect(expected: LedgerExpectation): Promise<WorkflowInspection>;
  healthy(): Promise<boolean>;
}
