/** The names and shapes on which the workflow, its activities and everybody who talks to it agree; plain data, so that any process may know them. */

export const REFORM_PROGRAMME = 'reformProgramme';
export const TASK_QUEUE = 'milepost';

/** Tells the workflow what the ledger has recorded since the last message. */
export const ADVANCED_SIGNAL = 'advanced';

export interface ReformProgrammeInput {
  readonly programmeId: string;
  /** Events after which the workflow continues as new, where that is to be earlier than usual. */
  readonly historyBound?: number;
  /** Highest ledger position that the runs before this one were told of. */
  readonly accounted?: number;
}

export interface ReformProgrammeResult {
  /** `programme-unknown`: the ledger, perhaps restored from an older copy, has no such programme. */
  readonly outcome: 'programme-over' | 'programme-unknown';
  /** The programme's status when the workflow ended; empty where it is unknown. */
  readonly status: string;
  readonly position: number;
}

/** A stretch of the ledger: positions, both included, and the types of its events. A nudge has no types. */
export interface LedgerStretch {
  readonly from: number;
  readonly to: number;
  readonly types: readonly string[];
}

/** The search attributes, typed as the SDK's keys are; the names are registered when the server is set up. */
export const SEARCH_ATTRIBUTES = {
  phase: { name: 'MilepostPhase', type: 'KEYWORD' },
  status: { name: 'MilepostStatus', type: 'KEYWORD' },
  overdue: { name: 'MilepostOverdue', type: 'BOOL' },
  rung: { name: 'MilepostRung', type: 'INT' },
  dueAt: { name: 'MilepostDueAt', type: 'DATETIME' },
  definition: { name: 'MilepostDefinition', type: 'KEYWORD' },
} as const;

export function workflowIdOf(programmeId: string): string {
  return `programme/${programmeId}`;
}
