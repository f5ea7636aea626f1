/** How PostgreSQL answers the inbox: the very statement of the API, explained and analysed. */
import pg from 'pg';
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

/**
 * PostgreSQL plans a prepared statement for the values given or once for all values; the index has to serve either way.
 * @throws Error when a plan reads the table of tasks by anything but its inbox index.
 */
export async function inboxPlan(
  { owner }: Surroundings,
  personId: string,
): Promise<{ readonly tasksRead: number }> {
  const statement = await statementFor(personId);
  const client = await owner.connect();
  try {
    const read: number[] = [];
    for (const mode of ['force_custom_plan', 'force_generic_plan']) {
      await client.query(`SET plan_cache_mode = ${mode}`);
      read.push(tasksReadBy(await explain(client, statement)));
    }
    return { tasksRead: Math.max(...read) };
  } finally {
    client.release(true);
  }
}

async function explain(client: pg.PoolClient, statement: Statement): Promise<PlanNode> {
  const values = (statement.values ?? []).map((value) =>
    pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value)),
  );
  await client.query(`PREPARE inbox AS ${statement.text}`);
  const { rows } = await client.query<{ 'QUERY PLAN': readonly [{ readonly Plan: PlanNode }] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE inbox(${values.join(', ')})`,
  );
  await client.query('DEALLOCATE inbox');
  const plan = rows[0]?.['QUERY PLAN'][0].Plan;
  if (plan === undefined) throw new Error('no plan');
  return plan;
}

function tasksReadBy(plan: PlanNode): number {
  const onTasks = flatten(plan).filter((node) => node['Relation Name'] === 'tasks');
  const byInbox = onTasks.filter((node) => node['Index Name'] === INDEX);
  if (byInbox.length === 0 || onTasks.some((node) => node['Node Type'] === 'Seq Scan')) {
    throw new Error(`the inbox is not read by ${INDEX}: ${JSON.stringify(plan)}`);
  }
  return byInbox
    .map(
      (node) =>
        (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
    )
    .reduce((a, b) => a + b, 0);
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
