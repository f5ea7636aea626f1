/** What a scenario says of unit programmes and reported indicators: who finishes what by when, and which values are reported. */
import { z } from 'zod';
import { isLocalDate } from '../domain/calendar/dates.ts';
import { fault, type Fault } from '../domain/definition/fault.ts';
import type { Definition } from '../domain/definition/types.ts';

/** How the units of a roll-out go through their programmes; a phase that is not named is finished after three fifths of its window. */
export interface RolloutScenario {
  /** Only so many units run, spread evenly over the set; the others still stand in the denominator. All where left out. */
  readonly sample?: number;
  readonly phases?: Readonly<Record<string, PhaseTimetable>>;
  /** Units that finish a phase later than the timetable says. */
  readonly late?: readonly LateUnits[];
}

export interface PhaseTimetable {
  /** The units of each wider unit are spread evenly over these days, in their order. */
  readonly by?: readonly string[];
  /** How many of the units finish the phase at all; all where left out. */
  readonly sharePercent?: number;
}

export interface LateUnits {
  readonly phase: string;
  /** Key of a unit, or of the wider unit whose units are meant. */
  readonly unit: string;
  /** The day that the timetable gives, and the one on which they finish instead. */
  readonly insteadOf: string;
  readonly on: string;
}

export type RolloutScenarios = Readonly<Record<string, RolloutScenario>>;

const word = z.string().min(1).max(200);
const date = z.string().refine(isLocalDate, { error: 'not a date' });

export const rolloutScenariosSchema: z.ZodType<RolloutScenarios> = z.record(
  word,
  z.strictObject({
    sample: z.int().min(1).max(2000).exactOptional(),
    phases: z
      .record(
        word,
        z.strictObject({
          by: z.array(date).min(1).max(50).exactOptional(),
          sharePercent: z.int().min(0).max(100).exactOptional(),
        }),
      )
      .exactOptional(),
    late: z
      .array(z.strictObject({ phase: word, unit: word, insteadOf: date, on: date }))
      .max(50)
      .exactOptional(),
  }),
);

/** Roll-outs that the definition does not have. */
export function rolloutScenarioFaults(
  scenarios: RolloutScenarios,
  definition: Definition,
): readonly Fault[] {
  const known = new Set((definition.rollouts ?? []).map(({ key }) => key));
  return Object.keys(scenarios)
    .filter((key) => !known.has(key))
    .map((key) =>
      fault(`/units/${key}`, 'rollout-unknown', {
        zh: `没有这项推广：${key}`,
        en: `There is no such roll-out: ${key}`,
      }),
    );
}
