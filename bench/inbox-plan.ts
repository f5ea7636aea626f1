/** How PostgreSQL answers the inbox: the very statement of the API, explained and analysed. */
import type { Queryable, Statement } from '../db/query.ts';
import { listTasks } from '../db/read-models/tasks.ts';
import { systemClock } from '../platform/clock.ts';
import type { Surroundings } from './surroundings.ts';

const INDEX = 'tasks_inbox';
const PAGE = 51;

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** @throws Error when the plan reads the table of tasks by anything but its inbox index. */
export async function inboxPlan(
  { owner }: Surroundings,
  personId: string,
): Promise<{ readonly tasksRead: number }> {
  const { text, values } = await statementFor(personId);
  const { rows } = await owner.query<{ 'QUERY PLAN': readonly [{ readonly Plan: PlanNode }] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
    [...(values ?? [])],
  );
  const plan = rows[0]?.['QUERY PLAN'][0].Plan;
  const nodes = plan === undefined ? [] : flatten(plan);
  const onTasks = nodes.filter((node) => node['Relation Name'] === 'tasks');
  const byInbox = onTasks.filter((node) => node['Index Name'] === INDEX);
  const scans = onTasks.filter((node) => node['Node Type'] === 'Seq Scan');
  if (byInbox.length === 0 || scans.length > 0) {
    throw new Error(`the inbox is not read by ${INDEX}: ${JSON.stringify(plan)}`);
  }
  const read = byInbox.map(
    (node) => (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
  );
  return { tasksRead: read.reduce((a, b) => a + b, 0) };
}

/** What the query would send to a database. */
async function statementFor(personId: string): Promise<Statement> {
  const sent: Statement[] = [];
  const listener = {
    query: (statement: Statement) => {
      sent.push(statement);
      return Promise.resolve({ rows: [] });
    },
  };
  await listTasks(
    listener as unknown as Queryable, // of which the query uses nothing else
    { personId, scope: 'mine', at: systemClock.now(), after: null, limit: PAGE },
  );
  const [statement] = sent;
  if (statement === undefined) throw new Error('the inbox asked nothing');
  return statement;
}

function flatten(node: PlanNode): readonly PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flatten)];
}
