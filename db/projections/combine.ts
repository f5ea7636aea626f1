/** Lays the changes of several acts over each other, so that no row is written twice in one statement. */
import {
  NO_CHANGES,
  type DeliverableRow,
  type EscalationRow,
  type RowChanges,
  type TaskRow,
} from './rows.ts';

export function combineChanges(acts: readonly RowChanges[]): RowChanges {
  const [only] = acts;
  if (only === undefined) return NO_CHANGES;
  const { deliverables, deliverableStatuses } = combineDeliverables(acts);
  const { escalations, escalationAnswers, escalationDates } = combineEscalations(acts);
  return {
    phases: lastOf(
      acts.flatMap(({ phases }) => phases),
      ({ key }) => key,
    ),
    ...combineTasks(acts),
    deliverables,
    deliverableStatuses,
    escalations,
    escalationAnswers,
    escalationDates,
    notifications: acts.flatMap(({ notifications }) => notifications),
    moments: lastOf(
      acts.flatMap(({ moments }) => moments),
      ({ phase, round, kind, qualifier }) => `${phase}/${round}/${kind}/${qualifier}`,
    ),
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

function combineTasks(acts: readonly RowChanges[]): Pick<RowChanges, 'tasks' | 'taskDueDates'> {
  const rows = new Map<string, TaskRow>();
  const dueDates = new Map<string, RowChanges['taskDueDates'][number]>();
  for (const act of acts) {
    for (const row of act.tasks) {
      rows.set(row.id, overlayTask(rows.get(row.id), row));
      dueDates.delete(row.id);
    }
    for (const change of act.taskDueDates) {
      const row = rows.get(change.id);
      if (row === undefined) dueDates.set(change.id, change);
      else rows.set(change.id, { ...row, ...change });
    }
  }
  return { tasks: [...rows.values()], taskDueDates: [...dueDates.values()] };
}

function combineDeliverables(
  acts: readonly RowChanges[],
): Pick<RowChanges, 'deliverables' | 'deliverableStatuses'> {
  const rows = new Map<string, DeliverableRow>();
  const statuses = new Map<string, RowChanges['deliverableStatuses'][number]>();
  for (const act of acts) {
    for (const row of act.deliverables) {
      rows.set(deliverableKey(row), row);
      statuses.delete(deliverableKey(row));
    }
    for (const change of act.deliverableStatuses) {
      const row = rows.get(deliverableKey(change));
      if (row === undefined) statuses.set(deliverableKey(change), change);
      else rows.set(deliverableKey(change), { ...row, status: change.status });
    }
  }
  return { deliverables: [...rows.values()], deliverableStatuses: [...statuses.values()] };
}

function combineEscalations(
  acts: readonly RowChanges[],
): Pick<RowChanges, 'escalations' | 'escalationAnswers' | 'escalationDates'> {
  const rows = new Map<string, EscalationRow>();
  const answers = new Map<string, RowChanges['escalationAnswers'][number]>();
  const dates = new Map<string, RowChanges['escalationDates'][number]>();
  for (const act of acts) {
    for (const row of act.escalations) rows.set(row.id, row);
    for (const change of act.escalationAnswers) layOver(rows, answers, change);
    for (const change of act.escalationDates) layOver(rows, dates, change);
  }
  return {
    escalations: [...rows.values()],
    escalationAnswers: [...answers.values()],
    escalationDates: [...dates.values()],
  };
}

/** Laid over a row of the same statement, or kept as a change to one that is there already. */
function layOver<R extends { readonly id: string }, C extends { readonly id: string }>(
  rows: Map<string, R>,
  changes: Map<string, C>,
  change: C,
): void {
  const row = rows.get(change.id);
  if (row === undefined) changes.set(change.id, change);
  else rows.set(change.id, { ...row, ...change });
}

function lastOf<T>(rows: readonly T[], keyOf: (row: T) => string): readonly T[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}
