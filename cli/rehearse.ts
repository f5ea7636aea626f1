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

interface Rehearsal {
  readonly options: RehearsalOptions;
  readonly definition: Definition;
  readonly scenario: Scenario;
  readonly startsOn: string;
  /** Length of the plan in days, both dates included. */
  readonly days: number;
}

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
  const catalogue = createCatalogue();
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
  const last = lastDayOf(definition);
  const days = daysBetween(definition.startsOn, last) + 1;
  return { options, definition, scenario, startsOn: options.startsOn ?? definition.startsOn, days };
}

/** Duties without a last period end with the phases. */
function lastDayOf({ phases, duties = [] }: Definition): LocalDate {
  const ends = duties.flatMap(({ until }) => (until === null ? [] : [until]));
  return [...phases.map(({ window }) => window.to), ...ends].reduce((a, b) => (a > b ? a : b));
}

async function perform(rehearsal: Rehearsal, around: Surroundings): Promise<Played> {
  const { definition, scenario, startsOn, days, options } = rehearsal;
  const { address, appUrl } = around;
  const people = await settlePeople(appUrl, definition);
  const tokens = await signIn(address, people);
  const speed = options.speed ?? Math.round((days * DAY_SECONDS) / PLAN_SECONDS);
  const token = tokens.get(definition.owner) ?? '';
  const { id } = await callApi<{ readonly id: string }>(address, {
    method: 'POST',
    path: '/v1/programmes',
    token,
    body: {
      definition: { key: definition.key, version: definition.version },
      startsOn,
      clock: { speed },
      offices: people.accounts,
    },
  });
  const calendar = await readCalendar(address, { key: definition.calendar, token });
  const progress = progressOf(rehearsal);
  try {
    return await play({
      desk: createHttpDesk({ address, definition, programmeId: id, tokens }),
      context: { definition, calendar },
      conduct: scenario,
      clock: systemClock,
      until: startOfDay(addDays(startsOn, days * PATIENCE), definition.zone),
      onNews: (events, now) => {
        progress.news(events, now);
      },
    });
  } finally {
    progress.done();
  }
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

function report({ definition, scenario, startsOn }: Rehearsal, { status, events }: Played): void {
  const lines = events.flatMap((event) => tell(event, definition) ?? []);
  write(`\n${lines.join('\n')}\n\n`);
  if (startsOn === definition.startsOn) {
    const found = differences(events, scenario.expects, definition.zone);
    const verdict = '与预期一致 · as the scenario expects';
    write(`${found.length === 0 ? verdict : found.join('\n')}\n`);
  }
  write(`${status === 'active' ? 'not completed in time' : status}\n`);
  if (status !== 'completed') process.exitCode = 1;
}

await runMain(main);
