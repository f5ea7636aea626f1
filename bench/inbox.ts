/** The inbox with a hundred thousand open tasks in the database: of somebody with a full desk, and of somebody with far too much. */
import { randomUUID } from 'node:crypto';
import type { Helper } from './helper.ts';
import { inboxPlan } from './inbox-plan.ts';
import type { CallerReport, CallerRequest } from './processes/http-caller.ts';
import { roundsOf, type Scene } from './scene.ts';
import { percentile } from './statistics.ts';
import type { Surroundings } from './surroundings.ts';

const TASKS = 100_000;
const PROGRAMMES = 5_000;
/** Seats of towns that are not asked, over which the tasks are spread. */
const OTHER_SEATS = 1_000;
const COUNTS: ReadonlyMap<number, number> = new Map([
  [1, 300],
  [20, 2000],
]);

/** Who asks: an office of Langxia, how many tasks its seat has. */
const DESKS = [
  { office: 'finance-office', tasks: 200 },
  { office: 'village-heads', tasks: 10_000 },
] as const;

const INSERT_PROGRAMMES = `
  INSERT INTO programmes (id, definition_key, definition_version, title, status, position, head_hash, snapshot, snapshot_position, starts_on,
         rehearsal, started_by, seats, seat_names, created_at, updated_at)
  SELECT gen_random_uuid(), $1, 1, 'Inbox ' || number, 'active', 1, repeat('0', 64), '{}', 1, date '2026-01-05', false, $2, '{}', '{}',
         now(), now()
    FROM generate_series(1, $3) AS number
  RETURNING id`;

/** Twenty tasks in each programme; `$3` names the seat of each task by its number. */
const INSERT_TASKS = `
  INSERT INTO tasks (id, programme_id, phase, round, step, office, seat, status, opened_at, due_at, due_real_at)
  SELECT programme.id || '.survey.1.offices.' || number, programme.id, 'survey', 1, 'offices', 'finance-office',
         ($3::text[])[number], 'open', now(), now() + number * interval '1 minute', now() + number * interval '1 minute'
    FROM generate_series(1, $2) AS number
    JOIN unnest($1::uuid[]) WITH ORDINALITY AS programme(id, ordinal) ON programme.ordinal = 1 + number % cardinality($1::uuid[])`;

/** Every programme has what was handed in, some of it by the very people who ask. */
const INSERT_DELIVERABLES = `
  INSERT INTO deliverables (programme_id, phase, key, round, office, seat, status, handed_in_by, handed_in_at)
  SELECT programme.id, 'survey', 'paper-' || number, 1, 'labour-office', 'labour-office', 'handedIn', $2, now()
    FROM unnest($1::uuid[]) AS programme(id), generate_series(1, 4) AS number`;

export async function benchInbox(scene: Scene): Promise<void> {
  const { around, people, figures } = scene;
  around.say('正在准备收件箱', `inbox: ${TASKS} open tasks`);
  await fill(scene);
  const caller = await around.helper('http-caller');
  for (const { office, tasks } of DESKS) {
    const { tasksRead } = await inboxPlan(around, people.idOf(office));
    figures.add(`inbox of ${tasks}, tasks read for a page`, 'rows', tasksRead);
    const request = { method: 'GET', path: '/v1/tasks?scope=mine', token: people.tokenOf(office) };
    await play(caller, { around, request, callers: 20, count: 500 });
  }
  for (let round = 0; round < roundsOf(scene); round += 1) {
    for (const { office, tasks } of DESKS) await ask(scene, caller, { office, tasks });
  }
}

async function fill({ around, people }: Scene): Promise<void> {
  const { owner } = around;
  const starter = people.idOf('group-office');
  const { rows } = await owner.query<{ id: string }>(INSERT_PROGRAMMES, [
    'langxia-transition',
    starter,
    PROGRAMMES,
  ]);
  const ids = rows.map(({ id }) => id);
  const desks: readonly string[] = DESKS.flatMap(({ office, tasks }) =>
    Array.from({ length: tasks }, () => office),
  );
  const seats = Array.from(
    { length: TASKS },
    (_, index) => desks[index] ?? `${randomSeat(index)}:finance-office`,
  );
  await owner.query(INSERT_TASKS, [ids, TASKS, seats]);
  await owner.query(INSERT_DELIVERABLES, [ids, people.idOf('labour-office')]);
  await owner.query('VACUUM ANALYZE programmes, tasks, deliverables, holdings');
}

const otherSeats = Array.from({ length: OTHER_SEATS }, () => randomUUID());

function randomSeat(index: number): string {
  return otherSeats[index % OTHER_SEATS] ?? '';
}

async function ask(
  { around, people, figures }: Scene,
  caller: Helper,
  { office, tasks }: { readonly office: string; readonly tasks: number },
): Promise<void> {
  const request = { method: 'GET', path: '/v1/tasks?scope=mine', token: people.tokenOf(office) };
  for (const [callers, count] of COUNTS) {
    const report = await play(caller, { around, request, callers, count });
    const name = `inbox of ${tasks}, ${callers === 1 ? '1 caller' : `${callers} callers`}`;
    figures.add(name, '1/s', report.latencies.length / report.seconds);
    figures.add(`${name}, p50`, 'ms', percentile(report.latencies, 50));
    figures.add(`${name}, p99`, 'ms', percentile(report.latencies, 99));
  }
}

function play(
  caller: Helper,
  job: {
    readonly around: Surroundings;
    readonly request: { readonly method: string; readonly path: string; readonly token: string };
    readonly callers: number;
    readonly count: number;
  },
): Promise<CallerReport> {
  const { around, request, callers, count } = job;
  const requests = Array.from({ length: count }, () => request as CallerRequest); // the method is GET
  return caller.ask('call', { origin: around.origin, callers, requests, expectedStatus: 200 });
}
