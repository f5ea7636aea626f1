/** What the workflow may ask for: the activities' names and shapes, without anything that runs. */
import type { Moment, MomentKind } from '../domain/planning/moments.ts';
import type { WorkflowPlan } from '../engine/types.ts';

export type { PlannedMoment, WorkflowPlan } from '../engine/types.ts';

/** What comes next; null when the ledger does not know the programme. */
export type Plan = Promise<WorkflowPlan | null>;

export interface MomentInput {
  readonly programmeId: string;
  readonly moment: Moment;
}

/** One activity for each kind of moment, so that a history reads as the plan. */
export type MomentActivities = Readonly<Record<MomentKind, (input: MomentInput) => Plan>>;

export interface Activities extends MomentActivities {
  /** The first look at the ledger. */
  readonly openProgramme: (programmeId: string) => Plan;
  /** What comes next, after people have changed something. */
  readonly replan: (programmeId: string) => Plan;
}
