/** `npm run rehearse`: plays a plan out in seconds on real servers through the public API, and prints what happened when. */
import { addDays, daysBetween, startOfDay } from '../domain/calendar/dates.ts';
import type { LocalDate } from '../domain/calendar/types.ts';
import type { Definition } from '../domain/definition/types.ts';
import { systemClock } from '../platform/clock.ts';
import { createLifecycle } from '../platform/lifecycle.ts';
import { createLogger } from '../platform/logger.ts';
import { runMain, StartupError } from '../platform/startup-error.ts';
import { createCatalogue } from '../programmes/catalogue.ts';
import { DEFAULT_SCENARIO, loadScenarios, type Scenario } from '../programmes/scenario.ts';
import { readCalendar } from './rehearse/calendar.ts';
import { callApi, createHttpDesk } from './rehearse/http-desk.ts';
import { parseOptions, type RehearsalOptions } from './rehearse/options.ts';
import { settlePeople, signIn } from './rehearse/people.ts';
import { play, type Played } from './rehearse/player.ts';
import {
  playedDefinitions,
  playRollouts,
  sampledUnits,
  type RolloutPlayed,
} from './rehearse/roll-outs.ts';
import { createProgress, type Progress } from './rehearse/progress.ts';
import { provideSurroundings, type Surroundings } from './rehearse/surroundings.ts';
import { tell } from './rehearse/timeline.ts';
import { differences } from './rehearse/verdict.ts';
import { createWords } from './start-words.ts';

/** Real seconds for the whole plan, when no speed is given. */
const PLAN_SECONDS = 33;
const DAY_SECONDS = 86_400;
/** A run that takes so many times the plan's days is given up. */
const PATIENCE = 3;
/** Lines for unfinished units, for each roll-out. */
const MOST_TOLD = 20;

interface Rehearsal {
  readonly options: RehearsalOptions;
  readonly definition: Definition;
  readonly scenario: Scenario;
  readonly startsOn: string;
  /** Length of the plan in days, both dates included. */
  readonly days: number;
  /** The last day that the scenario plays, where it names one. */
  readonly until?: LocalDate;
}

const catalogue = createCatalogue();

const definitionOf = (key: string, version: number): Definition | undefined =>
  catalogue.get(key, version);

const write = (text: string): void => {
  process.stdout.write(text);
};

async function main(): Promise<void> {
  const rehearsal = prepare(parseOptions(process.argv.slice(2)));
  const words = createWords(write);
  const log = createLogger({ name: 'rehearse', level: 'error' });
  const lifecycle = createLifecycle({ log, deadlineMs: 60_000 });
  lifecycle.listen();
  try {
    const { scenario, definition } = rehearsal;
    words.say(
      `演练 ${definition.title.zh}：${scenario.title.zh}`,
      `rehearsing ${definition.title.en}: ${scenario.title.en}`,
    );
    const played = await perform(rehearsal, await provideSurroundings(lifecycle, words));
    report(rehearsal, played);
  } finally {
    await lifecycle.close();
  }
}

/** @throws StartupError when there is no such definition or scenario. */
function prepare(options: RehearsalOptions): Rehearsal {
  const definition = catalogue.latest(options.definition);
  if (definition === undefined) {
    const keys = [...new Set(catalogue.list().map(({ key }) => key))].join(', ');
    throw new StartupError(`There is no definition ${options.definition}; there are: ${keys}.`);
  }
  const scenarios = loadScenarios(definition.key);
  const name = options.scenario ?? DEFAULT_SCENARIO;
  const scenario = scenarios.find(({ key }) => key === name);
  if (scenario === undefined) {
    const keys = scenarios.map(({ key }) => key).join(', ');
    throw new StartupError(`${definition.key} has no scenario ${name}; it has: ${keys}.`);
  }
  const { startsOn } = definition;
  const days = daysBetween(startsOn, scenario.until ?? lastDayOf(definition)) + 1;
  const begun = options.startsOn ?? startsOn;
  const until =
    scenario.until === undefined
      ? {}
      : { until: addDays(scenario.until, daysBetween(startsOn, begun)) };
  return { options, definition, scenario, startsOn: begun, days, ...until };
}

/** Duties without a last period end with the rest. */
function lastDayOf({ phases, duties = [], indicators = [] }: Definition): LocalDate {
  const ends = [
    ...phases.map(({ window }) => window.to),
    ...duties.flatMap(({ until }) => (until === null ? [] : [until])),
    ...indicators.flatMap(({ targets }) => targets.map(({ on }) => on)),
  ];
  return ends.reduce((a, b) => (a > b ? a : b));
}

interface Performed extends Played {
  readonly units: readonly RolloutPlayed[];
}

async function perform(rehearsal: Rehearsal, around: Surroundings): Promise<Performed> {
  const { definition, scenario, startsOn, days, until } = rehearsal;
  const { address, appUrl } = around;
  const people = await settlePeople(appUrl, playedDefinitions(definition, definitionOf));
  const tokens = await signIn(address, people);
  const { id } = await start(rehearsal, { address, tokens, accounts: people.accounts });
  const desk = createHttpDesk({ address, definition, programmeId: id, tokens });
  const { clock: programmeClock } = await desk.look();
  if (programmeClock === null) throw new Error('a rehearsal has a clock');
  const token = tokens.get(definition.owner) ?? '';
  const calendar = await readCalendar(address, { key: definition.calendar, token });
  const progress = progressOf(rehearsal);
  const over = new AbortController();
  const last = until ?? addDays(startsOn, days * PATIENCE);
  try {
    const units = playRollouts({
      ...{ address, tokens, definition, definitionOf, calendar, startsOn },
      programmeId: id,
      programmeClock,
      until: until ?? addDays(startsOn, days),
      scenarios: scenario.units ?? {},
      signal: over.signal,
    });
    const played = await play({
      desk,
      context: { definition, calendar },
      conduct: scenario,
      clock: systemClock,
      until: startOfDay(addDays(last, 1), definition.zone),
      onNews: (events, now) => {
        progress.news(events, now);
      },
    });
    over.abort();
    return { ...played, units: await units };
  } finally {
    over.abort();
    progress.done();
  }
}

interface StartScene {
  readonly address: string;
  readonly tokens: ReadonlyMap<string, string>;
  readonly accounts: Readonly<Record<string, string>>;
}

function start(
  { definition, scenario, startsOn, days, options }: Rehearsal,
  { address, tokens, accounts }: StartScene,
): Promise<{ readonly id: string }> {
  const seconds = scenario.seconds ?? PLAN_SECONDS;
  const rollouts = sampledUnits(definition, scenario.units ?? {});
  return callApi(address, {
    method: 'POST',
    path: '/v1/programmes',
    token: tokens.get(definition.owner) ?? '',
    body: {
      definition: { key: definition.key, version: definition.version },
      startsOn,
      clock: {
        speed: options.speed ?? Math.round((days * DAY_SECONDS) / seconds),
        ...(scenario.holdSeconds === undefined ? {} : { holdSeconds: scenario.holdSeconds }),
      },
      offices: accounts,
      ...(Object.keys(rollouts).length === 0 ? {} : { rollouts }),
    },
  });
}

function progressOf({ definition, startsOn, days }: Rehearsal): Progress {
  return createProgress({
    startsOn,
    days,
    zone: definition.zone,
    tell: (event) => tell(event, definition),
    terminal: process.stdout.isTTY,
    write,
  });
}

function report(rehearsal: Rehearsal, { status, events, units }: Performed): void {
  const { definition, scenario, startsOn, until } = rehearsal;
  const lines = events.flatMap((event) => tell(event, definition) ?? []);
  write(`\n${lines.join('\n')}\n\n`);
  const unfinished = units.flatMap((played) => tellUnits(played));
  const found =
    startsOn === definition.startsOn
      ? differences(events, scenario.expects, { zone: definition.zone, until })
      : [];
  const verdict = '与预期一致 · as the scenario expects';
  const isAsExpected = found.length === 0 && unfinished.length === 0;
  if (startsOn === definition.startsOn || !isAsExpected) {
    write(`${isAsExpected ? verdict : [...found, ...unfinished].join('\n')}\n`);
  }
  const isPlayedOut = status === 'completed' || until !== undefined;
  write(`${endOf(status, until)}\n`);
  if (!isPlayedOut || !isAsExpected) process.exitCode = 1;
}

/** How many phases and periods the units closed; a line for each of the first that they did not. */
function tellUnits({ rollout, units, closed, unfinished }: RolloutPlayed): readonly string[] {
  const { zh, en } = rollout.title;
  write(`${zh}：${units} 个单位，办结 ${closed} · ${en}: ${units} units, ${closed} closed\n`);
  const rest = unfinished.length - MOST_TOLD;
  return [
    ...unfinished.slice(0, MOST_TOLD).map((line) => `未办结 unfinished: ${line}`),
    ...(rest > 0 ? [`… ${rest}`] : []),
  ];
}

function endOf(status: string, until: LocalDate | undefined): string {
  if (status !== 'active') return status;
  return until === undefined
    ? 'not completed in time'
    : `演练至 ${until} · played until ${until}, as the scenario says`;
}

await runMain(main);
