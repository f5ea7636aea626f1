/** Sign-offs over HTTP at several numbers of callers, in rounds with the same transaction without rules and with raw Temporal updates. */
import { randomUUID } from 'node:crypto';
import type { Definition } from '../domain/definition/types.ts';
import { systemClock } from '../platform/clock.ts';
import { createBare, type Bare } from './bare.ts';
import { langxia, manySigners, placeOf } from './definitions.ts';
import type { Figures } from './figures.ts';
import type { Helper } from './helper.ts';
import type { People } from './people.ts';
import type { CallerJob, CallerReport, CallerRequest } from './processes/http-caller.ts';
import { startMeter } from './proc.ts';
import { engineFor, programmesToSign, untilSettled } from './programmes.ts';
import type { Raw } from './raw.ts';
import { roundsOf, scaled, type Scene } from './scene.ts';
import { percentile } from './statistics.ts';
import { createSupply, type Supply } from './supply.ts';
import type { Surroundings } from './surroundings.ts';

/** Sign-offs of one round, by callers. */
const COUNTS: ReadonlyMap<number, number> = new Map([
  [1, 500],
  [10, 3000],
  [20, 4000],
  [50, 4000],
]);
const BARE_COUNTS: ReadonlyMap<number, number> = new Map([
  [1, 500],
  [20, 4000],
]);
const RAW_COUNT = 600;
const RAW_CALLERS = 20;
/** The number of callers at which processor time is told apart by process. */
const COSTED_CALLERS = 20;
/** Enough for the compiler to have settled. */
const WARM_UP = 3000;
const LANGXIA_PROGRAMMES = 250;

interface Round {
  readonly caller: Helper;
  /** Open ones. */
  readonly tasks: Supply<CallerRequest>;
  readonly whole: readonly (readonly CallerRequest[])[];
  readonly bare: Bare;
  readonly raw: Raw;
}

export async function benchSignOffs(scene: Scene): Promise<void> {
  const { around, figures } = scene;
  around.say('正在准备签批', 'sign-off: preparing programmes');
  const rounds = roundsOf(scene);
  const round = await prepare(scene);
  for (let number = 0; number < rounds; number += 1) {
    around.say(`签批第 ${number + 1} 轮`, `sign-off: round ${number + 1} of ${rounds}`);
    await playRound(scene, round, number);
    await untilSettled(around);
  }
  figures.add('snapshot after all sign-offs, mean', 'bytes', await meanSnapshot(around));
  const perSecond = figures.medianOf('sign-off, 20 callers');
  figures.add('sign-off / bare, 20 callers', '×', perSecond / figures.medianOf('bare, 20 callers'));
  const raw = figures.medianOf('raw update, 20 callers');
  figures.add('sign-off / raw update, 20 callers', '×', perSecond / raw);
}

async function prepare(scene: Scene): Promise<Round> {
  const { around, figures } = scene;
  const tasks = createSupply(await tasksToSign(scene));
  const whole = await wholeSignings(scene);
  const [caller, bare, raw] = [
    await around.helper('http-caller'),
    await createBare(around),
    await scene.raw(),
  ];
  await untilSettled(around);
  await caller.ask<CallerReport>(
    'call',
    jobOf(around.origin, 20, tasks.take(scaled(WARM_UP, scene))),
  );
  await caller.ask<CallerReport>(
    'call',
    jobOf(bare.origin, 20, bare.tasks.take(scaled(WARM_UP, scene))),
  );
  await raw.update(RAW_CALLERS, scaled(RAW_COUNT / 2, scene));
  figures.add('programmes in the database', 'programmes', await countProgrammes(around));
  return { caller, tasks, whole, bare, raw };
}

async function playRound(scene: Scene, round: Round, number: number): Promise<void> {
  const { around, figures } = scene;
  const { caller, tasks, bare, raw } = round;
  const play = async (name: string, job: CallerJob): Promise<void> => {
    const full = `${name}, ${callersText(job.callers)}`;
    const parties = { ...around.pids, bare: bare.pid, caller: caller.pid };
    const stop = startMeter(parties);
    addReport(figures, full, await caller.ask('call', job));
    if (job.callers !== COSTED_CALLERS) return;
    for (const [party, ms] of Object.entries(stop())) {
      figures.add(`${full}, processor time of ${party}`, 'ms each', ms / job.requests.length);
    }
  };
  for (const [callers, count] of COUNTS) {
    await play('sign-off', jobOf(around.origin, callers, tasks.take(scaled(count, scene))));
    const bareCount = BARE_COUNTS.get(callers);
    if (bareCount !== undefined) {
      await play('bare', jobOf(bare.origin, callers, bare.tasks.take(scaled(bareCount, scene))));
    }
  }
  const updates = await raw.update(RAW_CALLERS, scaled(RAW_COUNT, scene));
  addReport(figures, `raw update, ${callersText(RAW_CALLERS)}`, updates);
  await play('sign-off of all Langxia', jobOf(around.origin, 20, round.whole[number] ?? []));
}

function addReport(figures: Figures, name: string, { seconds, latencies }: CallerReport): void {
  figures.add(name, '1/s', latencies.length / seconds);
  figures.add(`${name}, p50`, 'ms', percentile(latencies, 50));
  figures.add(`${name}, p99`, 'ms', percentile(latencies, 99));
}

function jobOf(origin: string, callers: number, requests: CallerJob['requests']): CallerJob {
  return { origin, callers, requests, expectedStatus: 201 };
}

function callersText(callers: number): string {
  return callers === 1 ? '1 caller' : `${callers} callers`;
}

/** One after another in different programmes, so that callers meet in one only by chance. */
async function tasksToSign(scene: Scene): Promise<readonly CallerRequest[]> {
  const { around, people } = scene;
  const definition = manySigners();
  const signers = policyOffices(definition);
  const aRound = [...COUNTS.values()].reduce((a, b) => a + scaled(b, scene), 0);
  const total = scaled(WARM_UP, scene) + roundsOf(scene) * aRound;
  const ids = await programmesToSign(
    { engine: engineFor(around, definition, systemClock), definition, people },
    Math.ceil(total / signers.length),
  );
  const place = placeOf(definition, 0);
  return signers.flatMap((office) => ids.map((id) => requestOf(`${id}.${place}`, office, people)));
}

/** For each round, every sign-off of the first phase of real programmes: steps open, people are told, phases close, Temporal follows. */
async function wholeSignings(scene: Scene): Promise<readonly (readonly CallerRequest[])[]> {
  const { around, people } = scene;
  const [rounds, count] = [roundsOf(scene), scaled(LANGXIA_PROGRAMMES, scene)];
  const definition = langxia();
  const engine = engineFor(around, definition, systemClock);
  const ids = await programmesToSign({ engine, definition, people }, rounds * count);
  const steps = definition.phases[0]?.steps ?? [];
  return Array.from({ length: rounds }, (_, round) => {
    const own = ids.slice(round * count, (round + 1) * count);
    return steps.flatMap((_step, index) =>
      policyOffices(definition, index).flatMap((office) =>
        own.map((id) => requestOf(`${id}.${placeOf(definition, index)}`, office, people)),
      ),
    );
  });
}

/** Of a step whose policy is one office or all of several. */
function policyOffices(definition: Definition, step = 0): readonly string[] {
  const policy = definition.phases[0]?.steps[step]?.policy;
  if (policy?.kind === 'office') return [policy.office];
  const parts = policy?.kind === 'all' ? policy.of : [];
  return parts.flatMap((part) => (part.kind === 'office' ? [part.office] : []));
}

function requestOf(place: string, office: string, people: People): CallerRequest {
  return {
    method: 'POST',
    path: `/v1/tasks/${place}.${office}/decisions`,
    token: people.tokenOf(office),
    key: randomUUID(),
    body: '{"decision":"approve","opinion":"同意。"}',
  };
}

/** Of the programmes that many offices have signed. */
async function meanSnapshot({ owner }: Surroundings): Promise<number> {
  const { rows } = await owner.query<{ mean: number }>(
    `SELECT avg(octet_length(programmes.snapshot))::float8 AS mean FROM programmes
      WHERE programmes.definition_key = $1`,
    [manySigners().key],
  );
  return rows[0]?.mean ?? 0;
}

async function countProgrammes({ owner }: Surroundings): Promise<number> {
  const { rows } = await owner.query<{ count: string }>('SELECT count(*) AS count FROM programmes');
  return Number(rows[0]?.count ?? 0);
}
