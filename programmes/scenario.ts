/** Scenarios: how a rehearsal departs from "everyone on time", and what must come of it on the paper's own dates. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isLocalDate } from '../domain/calendar/dates.ts';
import { fault, type Fault } from '../domain/definition/fault.ts';
import { targetOf } from '../domain/definition/indicator-phase.ts';
import type { Localised } from '../domain/definition/localised.ts';
import { ballotFault, type Ballot } from '../domain/definition/ballot.ts';
import { bodyOf, officesOf } from '../domain/definition/policy.ts';
import { phaseOf } from '../domain/definition/phase-of.ts';
import type { Definition, PhaseDefinition, RungKey } from '../domain/definition/types.ts';
import { createCatalogue, programmesFolder } from './catalogue.ts';
import {
  rolloutScenarioFaults,
  rolloutScenariosSchema,
  type RolloutScenarios,
} from './scenario-units.ts';
import { shapeFaults } from './shape-faults.ts';

export interface Scenario {
  readonly key: string;
  readonly title: Localised;
  readonly exceptions: readonly ScenarioException[];
  /** When people act who are on time, in working days before the due day. */
  readonly timetable?: { readonly handIn: number; readonly sign: number };
  /** How the units of each roll-out go through their programmes. */
  readonly units?: RolloutScenarios;
  /** The last day that is played, though something is still to come; the end of the programme when left out. */
  readonly until?: string;
  /** Real seconds for the whole plan, when no speed is asked for. */
  readonly seconds?: number;
  /** Real seconds for which the clock stands at the start, while many unit programmes begin; beside `seconds`. */
  readonly holdSeconds?: number;
  readonly expects: ScenarioExpectation;
}

export type ScenarioException =
  /** The office hands in and signs on the n-th working day after the phase's due day; a phase may be a period, `duty@period`. */
  | {
      readonly kind: 'late';
      readonly phase: string;
      readonly office: string;
      readonly workdaysLate: number;
    }
  /** The office returns the phase, in that round, to `returnTo` when its turn comes. */
  | {
      readonly kind: 'return';
      readonly phase: string;
      readonly round: number;
      readonly office: string;
      readonly returnTo: string;
      readonly opinion: string;
    }
  /** The first meeting of the step's body in the phase's first round goes like this: it fails, or too few come. */
  | {
      readonly kind: 'ballot';
      readonly phase: string;
      readonly step: string;
      readonly ballot: Omit<Ballot, 'heldOn'>;
    }
  /** The target is not reached at its date, nor before any rung but the one that is named. */
  | {
      readonly kind: 'missTarget';
      /** `indicator@target` */
      readonly phase: string;
      readonly reachedBefore?: RungKey | undefined;
    };

/**
 * Holds when the programme starts on the date that the definition gives, deliverables are handed in on the third working day
 * before the due day, and steps are signed on the second one before it.
 */
export interface ScenarioExpectation {
  readonly completesOn?: string;
  /** Keys of the phases whose deadline is missed, in order. */
  readonly missed: readonly string[];
  readonly rungs: readonly {
    readonly phase: string;
    readonly rung: RungKey;
    readonly on: string;
  }[];
  /** Keys of the periods and optional phases that lapse undone, in order; not looked at when left out. */
  readonly lapsed?: readonly string[];
  readonly returns: number;
  readonly reminders?: number;
}

/** The scenario that is played when none is named. */
export const DEFAULT_SCENARIO = 'story';

const word = z.string().min(1).max(200);
const date = z.string().refine(isLocalDate, { error: 'not a date' });
const count = z.int().min(0).max(10_000);
const people = z.int().min(0).max(1_000_000);
const rungKey = z.enum(['urge', 'supervise', 'circulate', 'accountability']);
const scenarioSchema: z.ZodType<Scenario> = z.strictObject({
  key: word,
  title: z.strictObject({ zh: word, en: word }),
  exceptions: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('late'),
        phase: word,
        office: word,
        workdaysLate: count.min(1),
      }),
      z.strictObject({
        kind: z.literal('return'),
        phase: word,
        round: count.min(1),
        office: word,
        returnTo: word,
        opinion: word,
      }),
      z.strictObject({
        kind: z.literal('ballot'),
        phase: word,
        step: word,
        ballot: z.strictObject({
          ...{ eligible: people, present: people },
          ...{ inFavour: people, against: people, abstained: people },
          voters: z
            .array(
              z.strictObject({
                name: word,
                vote: z.enum(['in-favour', 'against', 'abstained', 'invalid']),
              }),
            )
            .exactOptional(),
        }),
      }),
      z.strictObject({
        kind: z.literal('missTarget'),
        phase: word,
        reachedBefore: rungKey.optional(),
      }),
    ]),
  ),
  timetable: z
    .strictObject({ handIn: count.min(1).max(60), sign: count.min(1).max(60) })
    .exactOptional(),
  units: rolloutScenariosSchema.exactOptional(),
  until: date.exactOptional(),
  seconds: z.int().min(10).max(3600).exactOptional(),
  holdSeconds: z.int().min(1).max(600).exactOptional(),
  expects: z.strictObject({
    completesOn: date.exactOptional(),
    missed: z.array(word),
    rungs: z.array(
      z.strictObject({
        phase: word,
        rung: rungKey,
        on: date,
      }),
    ),
    lapsed: z.array(word).exactOptional(),
    returns: count,
    reminders: count.exactOptional(),
  }),
});

/** The scenarios of a definition that ships with the program; empty when it has none. */
export function loadScenarios(key: string): readonly Scenario[] {
  const definition = createCatalogue().latest(key);
  if (definition === undefined) return [];
  const folder = join(programmesFolder(), key, 'scenarios');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => {
      const scenario = parseScenario(
        JSON.parse(readFileSync(join(folder, name), 'utf8')),
        definition,
      );
      if (!scenario.ok) throw new Error(faultText(name, scenario.faults));
      return scenario.scenario;
    });
}

export type ParsedScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Judges a scenario by its shape and by the definition that it plays. */
export function parseScenario(json: unknown, definition: Definition): ParsedScenario {
  const parsed = scenarioSchema.safeParse(json);
  if (!parsed.success) return { ok: false, faults: shapeFaults(scenarioSchema, json) };
  const faults = [
    ...parsed.data.exceptions.flatMap((exception, index) =>
      exceptionFaults(exception, `/exceptions/${index}`, definition),
    ),
    ...expectationFaults(parsed.data.expects, definition),
    ...rolloutScenarioFaults(parsed.data.units ?? {}, definition),
  ];
  return faults.length === 0 ? { ok: true, scenario: parsed.data } : { ok: false, faults };
}

function exceptionFaults(
  exception: ScenarioException,
  pointer: string,
  definition: Definition,
): readonly Fault[] {
  if (exception.kind === 'missTarget') {
    const isTarget = targetOf(definition, exception.phase) !== null;
    return isTarget ? [] : [unknownPhase(`${pointer}/phase`, exception.phase)];
  }
  const phase = phaseOf(definition, exception.phase);
  if (phase === null) return [unknownPhase(`${pointer}/phase`, exception.phase)];
  if (exception.kind === 'ballot') return meetingFaults(exception, pointer, phase);
  const acts =
    phase.steps.some(({ policy }) => officesOf(policy).includes(exception.office)) ||
    (exception.kind === 'late' &&
      phase.deliverables.some(({ office }) => office === exception.office));
  return [
    ...(acts ? [] : [notSigning(`${pointer}/office`, exception.office)]),
    ...(exception.kind === 'return' && !upstreamOf(phase.key, definition).has(exception.returnTo)
      ? [unknownPhase(`${pointer}/returnTo`, exception.returnTo)]
      : []),
  ];
}

/** A meeting of nobody, or one whose record would be refused. */
function meetingFaults(
  { step, ballot }: Extract<ScenarioException, { kind: 'ballot' }>,
  pointer: string,
  { steps }: PhaseDefinition,
): readonly Fault[] {
  const policy = steps.find(({ key }) => key === step)?.policy;
  const bodies = policy === undefined ? [] : officesOf(policy).map((one) => bodyOf(policy, one));
  const body = bodies.find((one) => one !== undefined);
  const wrong = body === undefined ? null : ballotFault(body, { ...ballot, heldOn: '' });
  if (body !== undefined && wrong === null) return [];
  return [
    fault(body === undefined ? `${pointer}/step` : `${pointer}/ballot`, wrong ?? 'body-unknown', {
      zh: '该环节没有会议表决，或表决记录不成立',
      en: 'No body votes in this step, or the record of the vote cannot be right',
    }),
  ];
}

function expectationFaults(expects: ScenarioExpectation, definition: Definition): readonly Fault[] {
  const named = [
    ...expects.missed.map((phase, index) => ({ phase, pointer: `/expects/missed/${index}` })),
    ...expects.rungs.map(({ phase }, index) => ({
      phase,
      pointer: `/expects/rungs/${index}/phase`,
    })),
    ...(expects.lapsed ?? []).map((phase, index) => ({
      phase,
      pointer: `/expects/lapsed/${index}`,
    })),
  ];
  return named
    .filter(({ phase }) => phaseOf(definition, phase) === null)
    .map(({ phase, pointer }) => unknownPhase(pointer, phase));
}

/** The phase and everything that it waits for. */
function upstreamOf(key: string, { phases }: Definition): ReadonlySet<string> {
  const found = new Set([key]);
  for (const reached of found) {
    phases.find((phase) => phase.key === reached)?.after.forEach((before) => found.add(before));
  }
  return found;
}

function unknownPhase(pointer: string, phase: string): Fault {
  return fault(pointer, 'phase-unknown', {
    zh: `没有这个阶段，或不能退回到该阶段：${phase}`,
    en: `There is no such phase, or none to return to: ${phase}`,
  });
}

function notSigning(pointer: string, office: string): Fault {
  return fault(pointer, 'office-not-signing', {
    zh: `该职务在这一阶段没有要办的事：${office}`,
    en: `The office has nothing to do in this phase: ${office}`,
  });
}

function faultText(name: string, faults: readonly Fault[]): string {
  const lines = faults.map(({ pointer, message }) => `${pointer}: ${message.en}`);
  return [`${name} is no scenario that can be played`, ...lines].join('\n  ');
}
