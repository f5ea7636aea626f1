/** What a rehearsal came to, read from the programme as it ended. Pure. */
import type { Programme } from '../programme/programme-query.ts';
import type { Escalation } from './rehearsal-queries.ts';

export interface RunSummary {
  readonly phases: number;
  readonly closed: number;
  readonly late: number;
  /** Rounds beyond the first of each phase. */
  readonly repeated: number;
  readonly rungs: number;
}

export function hasEnded({ status }: Pick<Programme, 'status'>): boolean {
  return status !== 'active' && status !== 'suspended' && status !== 'draft';
}

export function summaryOf(programme: Programme, escalations: readonly Escalation[]): RunSummary {
  const { phases } = programme;
  return {
    phases: phases.length,
    closed: phases.filter(({ status }) => status === 'closed').length,
    late: phases.filter(({ missed }) => missed).length,
    repeated: phases.reduce((sum, { round }) => sum + round - 1, 0),
    rungs: escalations.length,
  };
}

/** First and last day of the plan as it stands, both included. */
export function spanOfPlan({ startsOn, phases }: Programme): readonly [string, string] {
  const last = phases.reduce((latest, { dueOn }) => (dueOn > latest ? dueOn : latest), startsOn);
  return [startsOn, last];
}
