/** The clock's way through the door: what is due is performed in the order of the plan, then Temporal learns what comes next. */
import { momentId, planMoments, type Moment } from '../domain/planning/moments.ts';
import { catchUp } from './catch-up.ts';
import { look, visit, write, type Door } from './door.ts';
import { factsOf } from './find-facts.ts';
import type { WorkflowPlan } from './types.ts';
import { workflowPlan } from './workflow-plan.ts';

export async function nextMoment(door: Door, programmeId: string): Promise<WorkflowPlan | null> {
  const head = await look(door, programmeId);
  if (head.programme === null) return null;
  const programme = await door.known.resolve(programmeId, head.programme);
  return workflowPlan(programme, door.clock.now().toISOString());
}

/** Moments after the one that is asked for wait for their own call, so that each has its place in Temporal's history. */
export async function performOnce(
  door: Door,
  programmeId: string,
  moment: Moment,
): Promise<WorkflowPlan | null | 'clash'> {
  const head = await look(door, programmeId);
  const { programme: known, directoryPosition } = head;
  if (known === null) return null;
  const seen = await visit(door, programmeId, {
    programme: known,
    directoryPosition,
    isAskedByWorkflow: true,
  });
  const { programme, draft, holders, recordedAt } = seen;
  const { state, definition, calendar } = programme;
  const id = momentId(programmeId, moment);
  const isPlanned = planMoments(state, definition, calendar).some(
    (planned) => momentId(programmeId, planned) === id,
  );
  if (isPlanned) {
    const facts = factsOf(door, seen);
    await catchUp(draft, { definition, calendar, holders }, { facts, last: moment });
  }
  if (!(await write(door, draft))) return 'clash';
  return workflowPlan(
    { ...programme, state: draft.state() ?? state, next: draft.next() },
    recordedAt,
  );
}
