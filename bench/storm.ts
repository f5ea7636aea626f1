/** Thousands of programmes whose reminder falls due at the same instant, beside as many raw workflows of one timer and one activity. */
import { setTimeout as delay } from 'node:timers/promises';
import { systemClock, type Clock } from '../platform/clock.ts';
import { oneReminder } from './definitions.ts';
import type { Figures } from './figures.ts';
import { engineFor, programmesToRemind, untilSettled } from './programmes.ts';
import { scaled, type Scene } from './scene.ts';
import { median, percentile } from './statistics.ts';

const PROGRAMMES = 3000;
/** Until the reminders are due: enough for all workflows to have started and gone to sleep. */
const LEAD_MS = 75_000;
const RAW_LEAD_MS = 45_000;
/** The reminder stands so many minutes after midnight of the rehearsal. */
const REMINDER_MINUTES = 10;
const POLL_MS = 1_000;
const PATIENCE_MS = 150_000;
const MINUTE_MS = 60_000;

const SELECT_RAISED = `
  SELECT events.stream, min(events.recorded_at) AS at, count(*)::integer AS times FROM events
   WHERE events.type = 'DeadlineReminded' AND events.stream = ANY($1::text[])
   GROUP BY events.stream`;

const COUNT_WAITING = `
  SELECT count(*)::integer AS waiting FROM moments
   WHERE moments.programme_id = ANY($1::uuid[]) AND moments.kind = 'remind' AND moments.state = 'planned'`;

export async function benchStorm(scene: Scene): Promise<void> {
  const { around, figures } = scene;
  around.say(
    '正在准备同时到期的提醒',
    `storm: ${scaled(PROGRAMMES, scene)} reminders at one instant`,
  );
  await stormOfProgrammes(scene);
  await untilSettled(around);
  around.say('对照:裸工作流', 'storm: the same number of raw workflows');
  await stormOfRawWorkflows(scene);
  for (const part of ['median', '95 %', 'last']) {
    const ratio = figures.medianOf(`storm, ${part}`) / figures.medianOf(`raw storm, ${part}`);
    figures.add(`storm / raw storm, ${part}`, '×', ratio);
  }
}

async function stormOfProgrammes(scene: Scene): Promise<void> {
  const { around, people, figures } = scene;
  const definition = oneReminder(REMINDER_MINUTES);
  const dueMs = nowMs() + LEAD_MS;
  // All rehearsals begin at the same instant, so that the same minute of their day is the same instant for all.
  const begunAt = dueMs - REMINDER_MINUTES * MINUTE_MS;
  const engine = engineFor(around, definition, clockAt(begunAt));
  const ids = await programmesToRemind({ engine, definition, people }, scaled(PROGRAMMES, scene));
  await untilSettled(around);
  figures.add('storm, prepared before it was due', 's', (dueMs - nowMs()) / 1000);
  await until(dueMs);
  await patiently(dueMs, async () => {
    const { rows } = await around.owner.query<{ waiting: number }>(COUNT_WAITING, [ids]);
    return rows[0]?.waiting === 0;
  });
  const { rows } = await around.owner.query<{ at: Date; times: number }>(SELECT_RAISED, [
    ids.map((id) => `programme/${id}`),
  ]);
  addLateness(figures, 'storm', { dueMs, raised: rows.map(({ at }) => at), count: ids.length });
  figures.add('storm, raised twice', 'programmes', rows.filter(({ times }) => times > 1).length);
}

async function stormOfRawWorkflows(scene: Scene): Promise<void> {
  const { around, figures } = scene;
  const count = scaled(PROGRAMMES, scene);
  const raw = await scene.raw();
  const dueMs = nowMs() + RAW_LEAD_MS;
  await raw.startReminders(count, dueMs);
  await untilSettled(around);
  figures.add('raw storm, prepared before it was due', 's', (dueMs - nowMs()) / 1000);
  await until(dueMs);
  await patiently(dueMs, async () => (await raw.reminded()).length === count);
  addLateness(figures, 'raw storm', { dueMs, raised: await raw.reminded(), count });
}

interface Raised {
  readonly dueMs: number;
  readonly raised: readonly Date[];
  /** How many there should be. */
  readonly count: number;
}

function addLateness(figures: Figures, name: string, { dueMs, raised, count }: Raised): void {
  const late = raised.map((at) => (at.getTime() - dueMs) / 1000);
  figures.add(`${name}, first`, 's', Math.min(...late));
  figures.add(`${name}, median`, 's', median(late));
  figures.add(`${name}, 95 %`, 's', percentile(late, 95));
  figures.add(`${name}, last`, 's', Math.max(...late));
  figures.add(`${name}, never raised`, 'programmes', count - late.length);
}

/** Ends when it is done, or when patience does: what is missing then counts as never raised. */
async function patiently(dueMs: number, isDone: () => Promise<boolean>): Promise<void> {
  while (nowMs() < dueMs + PATIENCE_MS && !(await isDone())) await delay(POLL_MS);
}

async function until(instantMs: number): Promise<void> {
  await delay(Math.max(0, instantMs - nowMs()));
}

function nowMs(): number {
  return systemClock.now().getTime();
}

function clockAt(ms: number): Clock {
  return { now: () => new Date(ms) };
}
