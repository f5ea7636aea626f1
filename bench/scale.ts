/** The same work with 10, 1,000 and 10,000 open programmes in the database: what an act costs must not grow with what lies beside it. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { systemClock } from '../platform/clock.ts';
import { langxia, manySigners, oneReminder } from './definitions.ts';
import type { Helper } from './helper.ts';
import type { CallerReport, CallerRequest } from './processes/http-caller.ts';
import { memoryOf, startMeter } from './proc.ts';
import { engineFor, programmesToRemind, programmesToSign, untilSettled } from './programmes.ts';
import { scaled, type Scene } from './scene.ts';
import { percentile } from './statistics.ts';
import type { Surroundings } from './surroundings.ts';

/** Open programmes beside those that are measured. */
const SIZES = [10, 1_000, 10_000] as const;
const ACTIVATIONS = 200;
const SIGNED_PROGRAMMES = 60;
const SIGN_OFFS = 2_000;
const CALLERS = 10;
const REMINDERS = 300;
const REMINDER_MINUTES = 10;
const LEAD_MS = 25_000;
const PATIENCE_MS = 120_000;
const POLL_MS = 250;
const MINUTE_MS = 60_000;
const PAGES = 400;
const MEBIBYTE = 1_048_576;

const COUNT_WAITING = `
  SELECT count(*)::integer AS waiting FROM moments
   WHERE moments.programme_id = ANY($1::uuid[]) AND moments.kind = 'remind' AND moments.state = 'planned'`;

interface Population {
  readonly caller: Helper;
  /** Ids of the programmes that lie beside. */
  readonly ids: string[];
}

export async function benchScale(scene: Scene): Promise<void> {
  const { around, figures } = scene;
  const population: Population = { caller: await around.helper('http-caller'), ids: [] };
  // The first acts of a process are slow whatever lies beside them.
  await measure(scene, population, null);
  for (const size of SIZES) {
    await grow(scene, population, scaled(size, scene));
    around.say(`${size} 个实施方案`, `scale: ${size} open programmes`);
    await measure(scene, population, size);
  }
  for (const name of ['activation', 'sign-off', 'moment', 'page']) {
    const [least, most] = [SIZES[0], SIZES[SIZES.length - 1] ?? 0];
    const ratio = figures.medianOf(costName(name, most)) / figures.medianOf(costName(name, least));
    figures.add(`scale, ${name}, cost with ${most} / with ${least}`, '×', ratio);
  }
}

async function grow(scene: Scene, { ids }: Population, size: number): Promise<void> {
  const { around, people } = scene;
  const definition = langxia();
  const engine = engineFor(around, definition, systemClock);
  const missing = size - ids.length;
  if (missing > 0) ids.push(...(await programmesToSign({ engine, definition, people }, missing)));
  await untilSettled(around);
  await around.owner.query('VACUUM ANALYZE');
}

/** Without a size nothing is kept: the processes warm up. */
async function measure(scene: Scene, population: Population, size: number | null): Promise<void> {
  await activations(scene, size);
  await signOffs(scene, population, size);
  await moments(scene, size);
  if (size === null) return;
  await pages(scene, population, size);
  await sizes(scene.around, scene, size);
}

async function activations(scene: Scene, size: number | null): Promise<void> {
  const { around, people } = scene;
  const definition = langxia();
  const engine = engineFor(around, definition, systemClock);
  const count = scaled(ACTIVATIONS, scene);
  await costed(scene, { name: 'activation', size, count }, async () => {
    await programmesToSign({ engine, definition, people }, count);
    await untilSettled(around);
  });
}

async function signOffs(scene: Scene, { caller }: Population, size: number | null): Promise<void> {
  const { around, people, figures } = scene;
  const definition = manySigners();
  const engine = engineFor(around, definition, systemClock);
  const ids = await programmesToSign(
    { engine, definition, people },
    scaled(SIGNED_PROGRAMMES, scene),
  );
  await untilSettled(around);
  const [phase] = definition.phases;
  const place = `${phase?.key ?? ''}.1.${phase?.steps[0]?.key ?? ''}`;
  const policy = phase?.steps[0]?.policy;
  const offices =
    policy?.kind === 'all'
      ? policy.of.flatMap((part) => (part.kind === 'office' ? [part.office] : []))
      : [];
  const requests = offices
    .flatMap((office) =>
      ids.map((id) => decision(`${id}.${place}.${office}`, people.tokenOf(office))),
    )
    .slice(0, scaled(SIGN_OFFS, scene));
  await costed(scene, { name: 'sign-off', size, count: requests.length }, async () => {
    const job = { origin: around.origin, callers: CALLERS, requests, expectedStatus: 201 };
    const report = await caller.ask<CallerReport>('call', job);
    if (size === null) return;
    const name = `scale ${size}, sign-off`;
    figures.add(`${name}, ${CALLERS} callers`, '1/s', requests.length / report.seconds);
    figures.add(`${name}, p99`, 'ms', percentile(report.latencies, 99));
  });
  await untilSettled(around);
}

function decision(task: string, token: string): CallerRequest {
  return {
    method: 'POST',
    path: `/v1/tasks/${task}/decisions`,
    token,
    key: randomUUID(),
    body: '{"decision":"approve","opinion":"同意。"}',
  };
}

/** As many reminders at one instant; how long until the last is raised is what they cost the worker and its servers. */
async function moments(scene: Scene, size: number | null): Promise<void> {
  const { around, people, figures } = scene;
  const definition = oneReminder(REMINDER_MINUTES);
  const dueMs = systemClock.now().getTime() + LEAD_MS;
  const clock = { now: () => new Date(dueMs - REMINDER_MINUTES * MINUTE_MS) };
  const engine = engineFor(around, definition, clock);
  const count = scaled(REMINDERS, scene);
  const ids = await programmesToRemind({ engine, definition, people }, count);
  await untilSettled(around);
  await delay(Math.max(0, dueMs - systemClock.now().getTime()));
  await costed(scene, { name: 'moment', size, count }, async () => {
    const begun = performance.now();
    while ((await waitingOf(around, ids)) > 0) {
      if (performance.now() - begun > PATIENCE_MS) throw new Error('moments were not performed');
      await delay(POLL_MS);
    }
    const seconds = (performance.now() - begun) / 1000;
    if (size !== null) figures.add(`scale ${size}, moments`, '1/s', count / seconds);
  });
  await untilSettled(around);
}

async function waitingOf({ owner }: Surroundings, ids: readonly string[]): Promise<number> {
  const { rows } = await owner.query<{ waiting: number }>(COUNT_WAITING, [ids]);
  return rows[0]?.waiting ?? 0;
}

async function pages(scene: Scene, { caller, ids }: Population, size: number): Promise<void> {
  const { around, people, figures } = scene;
  const count = scaled(PAGES, scene);
  const token = people.tokenOf('group-office');
  const requests = Array.from({ length: count }, (_none, index) => ({
    method: 'GET' as const,
    path: `/v1/programmes/${ids[(index * 7919) % ids.length] ?? ''}`,
    token,
  }));
  await costed(scene, { name: 'page', size, count }, async () => {
    const job = { origin: around.origin, callers: 1, requests, expectedStatus: 200 };
    const { latencies } = await caller.ask<CallerReport>('call', job);
    figures.add(`scale ${size}, programme page, p50`, 'ms', percentile(latencies, 50));
    figures.add(`scale ${size}, programme page, p99`, 'ms', percentile(latencies, 99));
  });
}

interface Costed {
  readonly name: string;
  readonly size: number | null;
  readonly count: number;
}

/** Processor time of all processes together: unlike the clock's, it does not depend on how many wait for one another. */
async function costed(
  { around, figures }: Scene,
  { name, size, count }: Costed,
  work: () => Promise<void>,
): Promise<void> {
  const stop = startMeter(around.pids);
  await work();
  const ms = Object.values(stop()).reduce((sum, each) => sum + each, 0);
  if (size !== null) figures.add(costName(name, size), 'ms each', ms / count);
}

function costName(name: string, size: number): string {
  return `scale ${size}, processor time of one ${name}`;
}

async function sizes(around: Surroundings, { figures }: Scene, size: number): Promise<void> {
  for (const [name, pid] of Object.entries(around.pids)) {
    const memory = memoryOf(pid);
    if (memory !== undefined) figures.add(`scale ${size}, memory of ${name}`, 'MiB', memory);
  }
  const { rows } = await around.owner.query<{ bytes: string }>(
    'SELECT pg_database_size(current_database()) AS bytes',
  );
  figures.add(`scale ${size}, database`, 'MiB', Number(rows[0]?.bytes ?? 0) / MEBIBYTE);
}
