/** Lays the changes of several acts over each other, so that no row is written twice in one statement. */
import { combineHands } from './combine-hands.ts';
import {
  NO_CHANGES,
  type DeliverableRow,
  type EscalationAnswerChange,
  type EscalationRow,
  type MatterRow,
  type RowChanges,
  type TaskRow,
} from './rows.ts';

export function combineChanges(acts: readonly RowChanges[]): RowChanges {
  const [only] = acts;
  if (only === undefined) return NO_CHANGES;
  const { deliverables, deliverableStatuses, deliverablesDropped } = combineDeliverables(acts);
  const { escalations, escalationAnswers } = combineEscalations(acts);
  return {
    phases: lastOf(
      acts.flatMap(({ phases }) => phases),
      ({ key }) => key,
    ),
    ...combineTasks(acts),
    deliverables,
    deliverableStatuses,
    deliverablesDropped,
    escalations,
    escalationAnswers,
    ...combineMatters(acts),
    notifications: acts.flatMap(({ notifications }) => notifications),
    moments: lastOf(
      acts.flatMap(({ moments }) => moments),
      ({ phase, round, kind, qualifier }) => `${phase}/${round}/${kind}/${qualifier}`,
    ),
    ...combineHands(acts),
    indicatorReports: acts.flatMap(({ indicatorReports }) => indicatorReports),
    indicatorMeasurements: acts.flatMap(({ indicatorMeasurements }) => indicatorMeasurements),
  };
}

/** A row that leaves `open` keeps the time of its opening. */
export function overlayTask(before: TaskRow | undefined, row: TaskRow): TaskRow {
  return before === undefined || row.status === 'open'
    ? row
    : { ...row, opened_at: before.opened_at };
}

export function deliverableKey(row: Pick<DeliverableRow, 'phase' | 'key' | 'round'>): string {
  return `${row.phase}/${row.key}/${row.round}`;
}

function combineTasks(acts: readonly RowChanges[]): Pick<RowChanges, 'tasks' | 'taskDates'> {
  const rows = new Map<string, TaskRow>();
  const dates = new Map<string, RowChanges['taskDates'][number]>();
  for (const act of acts) {
    for (const row of act.tasks) {
      rows.set(row.id, overlayTask(rows.get(row.id), row));
      dates.delete(row.id);
    }
    for (const change of act.taskDates) {
      const row = rows.get(change.id);
      if (row === undefined) dates.set(change.id, change);
      else rows.set(change.id, { ...row, ...change });
    }
  }
  return { tasks: [...rows.values()], taskDates: [...dates.values()] };
}

function combineDeliverables(
  acts: readonly RowChanges[],
): Pick<RowChanges, 'deliverables' | 'deliverableStatuses' | 'deliverablesDropped'> {
  const rows = new Map<string, DeliverableRow>();
  const statuses = new Map<string, RowChanges['deliverableStatuses'][number]>();
  const dropped = new Map<string, RowChanges['deliverablesDropped'][number]>();
  for (const act of acts) {
    for (const row of act.deliverablesDropped) {
      dropped.set(deliverableKey(row), row);
      rows.delete(deliverableKey(row));
      statuses.delete(deliverableKey(row));
    }
    for (const row of act.deliverables) {
      rows.set(deliverableKey(row), row);
      dropped.delete(deliverableKey(row));
      statuses.delete(deliverableKey(row));
    }
    for (const change of act.deliverableStatuses) {
      const row = rows.get(deliverableKey(change));
      if (row === undefined) statuses.set(deliverableKey(change), change);
      else rows.set(deliverableKey(change), { ...row, status: change.status });
    }
  }
  return {
    deliverables: [...rows.values()],
    deliverableStatuses: [...statuses.values()],
    deliverablesDropped: [...dropped.values()],
  };
}

function combineEscalations(
  acts: readonly RowChanges[],
): Pick<RowChanges, 'escalations' | 'escalationAnswers'> {
  const rows = new Map<string, EscalationRow>();
  const answers = new Map<string, EscalationAnswerChange>();
  for (const act of acts) {
    for (const row of act.escalations) rows.set(row.id, row);
    for (const change of act.escalationAnswers) {
      const row = rows.get(change.id);
      const before = answers.get(change.id);
      if (row !== undefined) rows.set(change.id, { ...row, ...known(change) });
      else answers.set(change.id, before === undefined ? change : { ...before, ...known(change) });
    }
  }
  return { escalations: [...rows.values()], escalationAnswers: [...answers.values()] };
}

/** Null keeps what is there. */
function known(change: EscalationAnswerChange): Partial<EscalationRow> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null));
}

function combineMatters(
  acts: readonly RowChanges[],
): Pick<RowChanges, 'matters' | 'matterDecisions'> {
  const rows = new Map<string, MatterRow>();
  const decisions = new Map<string, RowChanges['matterDecisions'][number]>();
  for (const act of acts) {
    for (const row of act.matters) rows.set(row.id, row);
    for (const change of act.matterDecisions) {
      const row = rows.get(change.id);
      if (row === undefined) decisions.set(change.id, change);
      else rows.set(change.id, { ...row, ...change });
    }
  }
  return { matters: [...rows.values()], matterDecisions: [...decisions.values()] };
}

function lastOf<T>(rows: readonly T[], keyOf: (row: T) => string): readonly T[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}
