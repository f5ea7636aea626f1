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
  const { deliverables, deliverableStatuses, deliverablesDropped } = combineDeliverables(acts);
  const { escalations, escalationAnswers } = combineEscalations(acts);
  return {
    phases: lastOf(
      acts.flatMap(({ phases }) => phases),
      ({ key }) => key,
    ),
    tasks: combineTasks(acts.flatMap(({ tasks }) => tasks)),
    deliverables,
    deliverableStatuses,
    deliverablesDropped,
    escalations,
    escalationAnswers,
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

function combineTasks(rows: readonly TaskRow[]): readonly TaskRow[] {
  const byId = new Map<string, TaskRow>();
  for (const row of rows) byId.set(row.id, overlayTask(byId.get(row.id), row));
  return [...byId.values()];
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
  const answers = new Map<string, RowChanges['escalationAnswers'][number]>();
  for (const act of acts) {
    for (const row of act.escalations) rows.set(row.id, row);
    for (const change of act.escalationAnswers) {
      const row = rows.get(change.id);
      if (row === undefined) answers.set(change.id, change);
      else rows.set(change.id, { ...row, ...change });
    }
  }
  return { escalations: [...rows.values()], escalationAnswers: [...answers.values()] };
}

function lastOf<T>(rows: readonly T[], keyOf: (row: T) => string): readonly T[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}
