/** The inbox: tasks by the seats that a person holds or stands in for, or those he has done. */
import type { Instant } from '../../domain/calendar/types.ts';
import type { DecisionKind } from '../../domain/programme/state.ts';
import { many, maybeOne, type Queryable, type Statement } from '../query.ts';
import { isAskedBy, SEATS_ASKED } from './seats-held.ts';
import { PROGRAMME_TITLE, type ProgrammeTitled } from './programme-title.ts';

export interface TaskListRow extends ProgrammeTitled {
  readonly id: string;
  readonly programmeId: string;
  readonly rehearsal: boolean;
  readonly definition: { readonly key: string; readonly version: number };
  readonly phase: string;
  readonly round: number;
  readonly step: string;
  readonly office: string;
  readonly seat: string;
  readonly status: 'open' | 'done' | 'cancelled';
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  /** Real instant. */
  readonly dueRealAt: Instant;
  readonly decision: DecisionKind | null;
  readonly decidedAt: Instant | null;
  /** Real instant. */
  readonly decidedRealAt: Instant | null;
  /** Set where the seat is vacant: the seat by which the reader may act in its place. */
  readonly actingSeat: string | null;
}

/** `mine` leaves out what the person may not sign; `offices` has it all. */
export type TaskScope = 'mine' | 'offices' | 'delegated' | 'done';

export interface TaskListQuery {
  readonly personId: string;
  readonly scope: TaskScope;
  readonly programme?: string | undefined;
  readonly phase?: string | undefined;
  /** Real time; holdings are judged by it. */
  readonly at: Date;
  /** Of the last row seen: `dueRealAt`, or `decidedRealAt` with `done`, and the id. */
  readonly after: readonly [at: string, id: string] | null;
  readonly limit: number;
}

const MOST_PER_PAGE = 201;

const COLUMNS = `
  tasks.id, tasks.programme_id AS "programmeId", ${PROGRAMME_TITLE}, programmes.rehearsal,
  json_build_object('key', programmes.definition_key, 'version', programmes.definition_version) AS definition,
  tasks.phase, tasks.round, tasks.step, tasks.office, tasks.seat, tasks.status, tasks.opened_at AS "openedAt",
  tasks.due_at AS "dueAt", tasks.due_real_at AS "dueRealAt", tasks.decision, tasks.decided_at AS "decidedAt",
  tasks.decided_real_at AS "decidedRealAt"`;

/**
 * By separation of duties: who handed in does not sign, and one person fills one slot of a step. `OFFSET 0` keeps both questions
 * filters of the index scan; as joins they let the planner expect no rows to be left, and then it reads and sorts the whole inbox.
 */
const MAY_SIGN = `
  AND NOT EXISTS (
    SELECT 1 FROM deliverables
     WHERE deliverables.programme_id = tasks.programme_id AND deliverables.phase = tasks.phase
       AND deliverables.round = tasks.round AND deliverables.handed_in_by = $1::uuid OFFSET 0)
  AND NOT EXISTS (
    SELECT 1 FROM tasks AS filled
     WHERE filled.programme_id = tasks.programme_id AND filled.phase = tasks.phase AND filled.round = tasks.round
       AND filled.step = tasks.step AND filled.status = 'done' AND filled.decided_by = $1::uuid OFFSET 0)`;

/**
 * Page by page within each seat, so that the size of the inbox does not matter. The planner knows the size of an average seat only; a
 * limit that it cannot see makes it plan for the first rows, which is walking the index in order, whatever it thinks of the rest.
 */
function openText(query: TaskListQuery, filters: string): string {
  return `
    WITH ${SEATS_ASKED}
    SELECT page.* FROM asked
     CROSS JOIN LATERAL (
       SELECT ${COLUMNS}, asked.acting_seat AS "actingSeat" FROM tasks JOIN programmes ON programmes.id = tasks.programme_id
        WHERE ${isAskedBy('tasks')} AND tasks.status = 'open'
          AND (tasks.due_real_at, tasks.id) > ($3::timestamptz, $4::text) ${filters}
          ${query.scope === 'mine' ? MAY_SIGN : ''}
        ORDER BY tasks.due_real_at, tasks.id LIMIT (SELECT $5::bigint)) AS page
     ORDER BY page."dueRealAt", page.id LIMIT $5`;
}

function doneText(filters: string): string {
  return `
    SELECT ${COLUMNS}, NULL::text AS "actingSeat" FROM tasks JOIN programmes ON programmes.id = tasks.programme_id
     WHERE tasks.decided_by = $1::uuid AND tasks.status = 'done' AND $2::timestamptz IS NOT NULL
       AND (tasks.decided_real_at, tasks.id) < ($3::timestamptz, $4::text) ${filters}
     ORDER BY tasks.decided_real_at DESC, tasks.id DESC LIMIT $5`;
}

const SELECT_ONE = `
  SELECT ${COLUMNS}, NULL::text AS "actingSeat"
    FROM tasks JOIN programmes ON programmes.id = tasks.programme_id WHERE tasks.id = $1`;

/** Open ones by due instant, done ones the latest first; at most 201. Nothing can be delegated yet. */
export async function listTasks(
  db: Queryable,
  query: TaskListQuery,
): Promise<readonly TaskListRow[]> {
  if (query.scope === 'delegated') return [];
  return many<TaskListRow & Record<string, unknown>>(db, statementOf(query));
}

export function findTask(db: Queryable, id: string): Promise<TaskListRow | null> {
  return maybeOne<TaskListRow & Record<string, unknown>>(db, {
    name: 'task-by-id',
    text: SELECT_ONE,
    values: [id],
  });
}

function statementOf(query: TaskListQuery): Statement {
  const { personId, at, after, limit, programme, phase, scope } = query;
  const start = scope === 'done' ? ['infinity', ''] : ['-infinity', ''];
  const values: unknown[] = [personId, at, ...(after ?? start), Math.min(limit, MOST_PER_PAGE)];
  let filters = '';
  let name = `tasks-${scope}`;
  if (programme !== undefined) {
    values.push(programme);
    filters += ` AND tasks.programme_id = $${values.length}::uuid`;
    name += '-programme';
  }
  if (phase !== undefined) {
    values.push(phase);
    filters += ` AND tasks.phase = $${values.length}::text`;
    name += '-phase';
  }
  return { name, text: scope === 'done' ? doneText(filters) : openText(query, filters), values };
}
