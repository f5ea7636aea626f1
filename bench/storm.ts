/** Thousands of programmes whose reminder falls due at the same instant, beside as many raw workflows of one timer and one activity. */
import { setTimeout as delay } from 'node:timers/promises';
import { systemClock, type Clock } from '../platform/clock.ts';
import { oneReminder } from './definitions.ts';
import type { Figures } from './figures.ts';
import { engineFor, programmesToRemind, untilSettled } from './programmes.ts';
import { startMeter } from './proc.ts';
import type { Raw } from './raw.ts';
import { scaled, type Scene } from './scene.ts';
import { percentile } from './statistics.ts';

const PROGRAMMES = 3000;
/** Made first, to see how long it takes until one has started and gone to sleep. */
const SAMPLE = 150;
/** More than the sample says, as servers slow down while they fill. */
const CAUTION = 1.6;
const LEAST_LEAD_MS = 20_000;
const LONGEST_LEAD_MS = 240_000;
/** The reminder stands so many minutes after midnight of the rehearsal. */
const REMINDER_MINUTES = 10;
const POLL_MS = 1_000;
const PATIENCE_MS = 180_000;
const MINUTE_MS = 60_000;
const SAMPLE_DUE_MS = 60 * MINUTE_MS;

const SELECT_RAISED = `
  SELECT events.stream, min(events.recorded_at) AS at, count(*)::integer AS times FROM events
   WHERE events.type = 'DeadlineReminded' AND events.stream = ANY($1::text[])
   GROUP BY events.stream`;

const COUNT_WAITING = `
  SELECT count(*)::integer AS waiting FROM moments
   WHERE moments.programme_id = ANY($1::uuid[]) AND moments.kind = 'remind' AND moments.state = 'planned'`;

/** What falls due together: how to make it, and what came of it. */
interface Kind {
  readonly name: 'storm' | 'raw storm';
  /** Makes so many whose moment is the instant. */
  readonly make: (count: number, dueMs: number) => Promise<void>;
  readonly isDone: (count: number) => Promise<boolean>;
  /** When each that was raised was raised first. */
  readonly raised: () => Promise<readonly Date[]>;
  /** Processes that take part, by name. */
  readonly parties: Readonly<Record<string, number>>;
}

export async function benchStorm(scene: Scene): Promise<void> {
  const { around, figures } = scene;
  around.say(
    '正在准备同时到期的提醒',
    `storm: ${scaled(PROGRAMMES, scene)} reminders at one instant`,
  );
  const programmes = ofProgrammes(scene);
  await storm(scene, programmes);
  figures.add('storm, raised twice', 'programmes', await programmes.raisedTwice());
  around.say('对照：裸工作流', 'storm: the same number of raw workflows');
  await storm(scene, ofRawWorkflows(scene, await scene.raw()));
  addRatios(figures);
}

/** A storm whose preparation was still under way when it was due is none, and gives no figures. */
async function storm(scene: Scene, kind: Kind): Promise<void> {
  const { around, figures } = scene;
  const count = scaled(PROGRAMMES, scene);
  const dueMs = nowMs() + (await leadFor(scene, kind, count));
  await kind.make(count, dueMs);
  await untilSettled(around);
  const spareMs = dueMs - nowMs();
  figures.add(`${kind.name}, prepared before it was due`, 's', spareMs / 1000);
  await delay(Math.max(0, spareMs));
  const stop = startMeter(kind.parties);
  while (nowMs() < dueMs + PATIENCE_MS && !(await kind.isDone(count))) await delay(POLL_MS);
  for (const [party, ms] of Object.entries(stop())) {
    figures.add(`${kind.name}, processor time of ${party}`, 'ms each', ms / count);
  }
  if (spareMs > 0) addLateness(figures, { kind, count, dueMs, raised: await kind.raised() });
  else around.say('准备过晚，此项作废', `${kind.name}: void, as it was prepared too late`);
  await untilSettled(around);
}

/** How long before the instant to begin. The sample's own moment is far away. */
async function leadFor({ around }: Scene, kind: Kind, count: number): Promise<number> {
  const begun = nowMs();
  await kind.make(SAMPLE, begun + SAMPLE_DUE_MS);
  await untilSettled(around);
  const needed = ((nowMs() - begun) / SAMPLE) * count * CAUTION;
  return Math.min(LONGEST_LEAD_MS, Math.max(LEAST_LEAD_MS, needed));
}

function ofProgrammes({ around, people }: Scene): Kind & { raisedTwice(): Promise<number> } {
  const definition = oneReminder(REMINDER_MINUTES);
  const due: string[] = [];
  const raised = async (): Promise<readonly { readonly at: Date; readonly times: number }[]> => {
    const streams = due.map((id) => `programme/${id}`);
    const { rows } = await around.owner.query<{ at: Date; times: number }>(SELECT_RAISED, [
      streams,
    ]);
    return rows;
  };
  return {
    name: 'storm',
    parties: around.pids,
    make: async (count, dueMs) => {
      // All rehearsals begin at the same instant, so that the same minute of their day is the same instant for all.
      const engine = engineFor(around, definition, clockAt(dueMs - REMINDER_MINUTES * MINUTE_MS));
      const ids = await programmesToRemind({ engine, definition, people }, count);
      due.splice(0, due.length, ...ids);
    },
    isDone: async () => {
      const { rows } = await around.owner.query<{ waiting: number }>(COUNT_WAITING, [due]);
      return rows[0]?.waiting === 0;
    },
    raised: async () => (await raised()).map(({ at }) => at),
    raisedTwice: async () => (await raised()).filter(({ times }) => times > 1).length,
  };
}

function ofRawWorkflows({ around }: Scene, raw: Raw): Kind {
  const { Temporal, PostgreSQL } = around.pids;
  return {
    name: 'raw storm',
    parties: { worker: raw.workerPid, Temporal, PostgreSQL },
    make: (count, dueMs) => raw.startReminders(count, dueMs),
    isDone: async (count) => (await raw.reminded()).length === count,
    raised: () => raw.reminded(),
  };
}

interface Outcome {
  readonly kind: Kind;
  readonly count: number;
  readonly dueMs: number;
  readonly raised: readonly Date[];
}

/** Whatever patience did not last for counts as infinitely late, so that no figure is better than the truth. */
function addLateness(figures: Figures, { kind, count, dueMs, raised }: Outcome): void {
  const late = Array.from({ length: count }, (_, index) => {
    const at = raised[index];
    return at === undefined ? Infinity : (at.getTime() - dueMs) / 1000;
  });
  const parts = {
    first: Math.min(...late),
    median: percentile(late, 50),
    '95 %': percentile(late, 95),
  };
  for (const [part, seconds] of Object.entries({ ...parts, last: Math.max(...late) })) {
    if (Number.isFinite(seconds)) figures.add(`${kind.name}, ${part}`, 's', seconds);
  }
  figures.add(
    `${kind.name}, not raised in time`,
    'programmes',
    late.filter((s) => s === Infinity).length,
  );
}

/** Only of what both sides have. */
function addRatios(figures: Figures): void {
  for (const part of ['median', '95 %', 'last']) {
    const [ours, theirs] = [`storm, ${part}`, `raw storm, ${part}`];
    if (!figures.has(ours) || !figures.has(theirs)) continue;
    const ratio = figures.medianOf(ours) / figures.medianOf(theirs);
    figures.add(`storm / raw storm, ${part}`, '×', ratio);
  }
}

function nowMs(): number {
  return systemClock.now().getTime();
}

function clockAt(ms: number): Clock {
  return { now: () => new Date(ms) };
}
