/** The read models of one programme in memory: what folding all its changes from the beginning gives. */
import { combineChanges } from './combine.ts';
import { NO_CHANGES, type RowChanges } from './rows.ts';

/** A read model's name, and its rows by their key. */
export type Tables = Readonly<Record<TableName, ReadonlyMap<string, TableRow>>>;

export type TableName =
  'phases' | 'tasks' | 'deliverables' | 'escalations' | 'notifications' | 'moments';

export type TableRow = Readonly<Record<string, unknown>>;

const KEYS: Readonly<Record<TableName, readonly string[]>> = {
  phases: ['key'],
  tasks: ['id'],
  deliverables: ['phase', 'key', 'round'],
  escalations: ['id'],
  notifications: ['id'],
  moments: ['phase', 'round', 'kind', 'qualifier'],
};

export const tableNames: readonly TableName[] = [
  'phases',
  'tasks',
  'deliverables',
  'escalations',
  'notifications',
  'moments',
];

/** Folds the changes of all acts, oldest first, into what the tables then hold. */
export function foldChanges(acts: readonly RowChanges[]): RowChanges {
  return acts.reduce((all, act) => combineChanges([all, act]), NO_CHANGES);
}

/** @throws Error when a change is to a row that was never put in: a defect of the projection. */
export function tablesOf(changes: RowChanges): Tables {
  const { deliverableStatuses, escalationAnswers, escalationDates, taskDueDates } = changes;
  const dangling = [deliverableStatuses, escalationAnswers, escalationDates, taskDueDates];
  if (dangling.some((list) => list.length > 0)) {
    throw new Error('a change is to a row that is not there');
  }
  return {
    phases: byKey('phases', changes.phases),
    tasks: byKey('tasks', changes.tasks),
    deliverables: byKey('deliverables', changes.deliverables),
    escalations: byKey('escalations', changes.escalations),
    notifications: byKey('notifications', changes.notifications),
    moments: byKey('moments', changes.moments),
  };
}

export function byKey(table: TableName, rows: readonly object[]): ReadonlyMap<string, TableRow> {
  // Rows are plain records by column; their interfaces have no index signature.
  const records = rows as readonly TableRow[];
  return new Map(
    records.map((row) => [KEYS[table].map((column) => String(row[column])).join('/'), row]),
  );
}
