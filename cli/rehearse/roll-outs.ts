/** The unit programmes of a rehearsal: finds them once they are started, and plays their people by the scenario's timetable. */
import { setTimeout as delay } from 'node:timers/promises';
import { daysBetween } from '../../domain/calendar/dates.ts';
import type { ProgrammeClock } from '../../domain/calendar/rehearsal-clock.ts';
import type { LocalDate, WorkCalendar } from '../../domain/calendar/types.ts';
import { makeUpSets } from '../../domain/definition/made-up-units.ts';
import type { RolloutDefinition, Unit } from '../../domain/definition/unit-types.ts';
import type { Definition } from '../../domain/definition/types.ts';
import { systemClock } from '../../platform/clock.ts';
import type { RolloutScenarios } from '../../programmes/scenario-units.ts';
import { playCrowd, type CrowdOutcome } from './crowd.ts';
import { callApi, createHttpDesk } from './http-desk.ts';
import { actsInPhase } from './player.ts';
import { sampleOf, unitJobs, type UnitJob } from './unit-jobs.ts';

const PAGE = 200;
const LOOK_AGAIN_MS = 200;
const PATIENCE_MS = 60_000;

export interface RolloutsDeps {
  readonly address: string;
  /** Office key → token of a session of its account. */
  readonly tokens: ReadonlyMap<string, string>;
  readonly definition: Definition;
  readonly definitionOf: (key: string, version: number) => Definition | undefined;
  readonly calendar: WorkCalendar;
  readonly programmeId: string;
  readonly programmeClock: ProgrammeClock;
  readonly startsOn: LocalDate;
  readonly until: LocalDate;
  readonly scenarios: RolloutScenarios;
  /** Ends the crowd when the parent is over. */
  readonly signal: AbortSignal;
}

export interface RolloutPlayed extends CrowdOutcome {
  readonly rollout: RolloutDefinition;
  readonly units: number;
}

/** The units of each roll-out that a scenario restricts, as activation takes them; the others run whole. */
export function sampledUnits(
  definition: Definition,
  scenarios: RolloutScenarios,
): Readonly<Record<string, readonly string[]>> {
  const sets = makeUpSets(definition.unitSets ?? []);
  const sampled = (definition.rollouts ?? []).flatMap(({ key, unitSet }) => {
    const size = scenarios[key]?.sample;
    const units = sets[unitSet] ?? [];
    return size === undefined
      ? []
      : [[key, sampleOf(units, size).map((unit) => unit.key)] as const];
  });
  return Object.fromEntries(sampled);
}

/** The definitions that a rehearsal plays: the programme's own and those of its roll-outs. */
export function playedDefinitions(
  definition: Definition,
  definitionOf: RolloutsDeps['definitionOf'],
): readonly Definition[] {
  const units = (definition.rollouts ?? []).flatMap(
    (rollout) => definitionOf(rollout.definition.key, rollout.definition.version) ?? [],
  );
  return [definition, ...new Set(units)];
}

/** Returns once every unit has done what the scenario asks of it, or the parent is over. */
export async function playRollouts(deps: RolloutsDeps): Promise<readonly RolloutPlayed[]> {
  const sets = makeUpSets(deps.definition.unitSets ?? []);
  return Promise.all(
    (deps.definition.rollouts ?? []).map((rollout) =>
      playRollout(rollout, sets[rollout.unitSet] ?? [], deps),
    ),
  );
}

async function playRollout(
  rollout: RolloutDefinition,
  all: readonly Unit[],
  deps: RolloutsDeps,
): Promise<RolloutPlayed> {
  const scenario = deps.scenarios[rollout.key] ?? {};
  const units = sampleOf(all, scenario.sample);
  const unitDefinition = deps.definitionOf(rollout.definition.key, rollout.definition.version);
  if (unitDefinition === undefined) throw new Error(`no definition ${rollout.definition.key}`);
  const programmes = await startedProgrammes(rollout, units.length, deps);
  const jobs: readonly UnitJob[] = unitJobs({
    definition: unitDefinition,
    calendar: deps.calendar,
    units,
    scenario,
    shiftDays: daysBetween(deps.definition.startsOn, deps.startsOn),
    until: deps.until,
  });
  const context = { definition: unitDefinition, calendar: deps.calendar };
  const outcome = await playCrowd({
    jobs,
    deskOf: (unit) =>
      createHttpDesk({
        address: deps.address,
        definition: unitDefinition,
        programmeId: programmes.get(unit) ?? '',
        tokens: deps.tokens,
      }),
    actsIn: (key, seen, desk) => actsInPhase(key, seen, { desk, context, clock: systemClock }),
    programmeClock: deps.programmeClock,
    zone: unitDefinition.zone,
    clock: systemClock,
    signal: deps.signal,
  });
  return { rollout, units: units.length, ...outcome };
}

interface UnitsPage {
  readonly items: readonly { readonly key: string; readonly programmeId: string | null }[];
  readonly page: { readonly endCursor: string | null; readonly hasMore: boolean };
}

/** Unit → id of its programme, once all of them are started. */
async function startedProgrammes(
  { key }: RolloutDefinition,
  expected: number,
  deps: RolloutsDeps,
): Promise<ReadonlyMap<string, string>> {
  const until = systemClock.now().getTime() + PATIENCE_MS;
  for (;;) {
    const started = await readProgrammes(key, deps);
    if (started.size >= expected) return started;
    if (systemClock.now().getTime() > until) {
      throw new Error(`${started.size} of ${expected} unit programmes of ${key} were started`);
    }
    await delay(LOOK_AGAIN_MS);
  }
}

async function readProgrammes(
  rollout: string,
  { address, tokens, definition, programmeId }: RolloutsDeps,
): Promise<ReadonlyMap<string, string>> {
  const token = tokens.get(definition.owner) ?? '';
  const started = new Map<string, string>();
  for (let after = ''; ;) {
    const path = `/v1/programmes/${programmeId}/rollouts/${rollout}/units?limit=${PAGE}${after}`;
    const { items, page } = await callApi<UnitsPage>(address, { method: 'GET', path, token });
    for (const { key, programmeId: id } of items) if (id !== null) started.set(key, id);
    if (!page.hasMore || page.endCursor === null) return started;
    after = `&after=${page.endCursor}`;
  }
}
