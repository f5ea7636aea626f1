/** Questions about roll-outs that several rules and the read models ask. */
import type { Definition } from '../../definition/types.ts';
import type { RolloutDefinition, Unit } from '../../definition/unit-types.ts';
import type { ProgrammeState, ProgrammeStatus } from '../state.ts';

/** A unit that failed an inspection: it does not count until its phase is closed in a later round. */
export interface FailedUnit {
  readonly unit: string;
  /** Of the unit programmes. */
  readonly phase: string;
  /** The round that failed. */
  readonly round: number;
}

export function rolloutOf(definition: Definition, key: string): RolloutDefinition | null {
  return definition.rollouts?.find((rollout) => rollout.key === key) ?? null;
}

export function unitsOfSet(state: Pick<ProgrammeState, 'unitSets'>, set: string): readonly Unit[] {
  return state.unitSets.find(({ key }) => key === set)?.units ?? [];
}

/** The units against which the roll-out is counted, as they are frozen now. */
export function unitsOfRollout(
  state: Pick<ProgrammeState, 'unitSets'>,
  definition: Definition,
  rollout: string,
): readonly Unit[] {
  const defined = rolloutOf(definition, rollout);
  return defined === null ? [] : unitsOfSet(state, defined.unitSet);
}

/** Inspections of the roll-out that failed and were not passed since; of one phase, or of all where it is null. */
export function failedUnits(
  { samples }: Pick<ProgrammeState, 'samples'>,
  rollout: string,
  phase: string | null,
): readonly FailedUnit[] {
  return samples
    .filter((sample) => sample.rollout === rollout && (phase === null || sample.phase === phase))
    .flatMap((sample) =>
      sample.units
        .filter(({ passed }) => passed === false)
        .map(({ unit, round }) => ({ unit, phase: sample.phase, round })),
    );
}

/** A unit for which a unit programme is to run. */
export interface UnitPlace {
  readonly rollout: RolloutDefinition;
  readonly unit: Unit;
}

const UNDONE: ReadonlySet<ProgrammeStatus> = new Set(['rejected', 'withdrawn', 'terminated']);

/** Whether unit programmes end with the programme; once it is completed they go on by themselves. */
export function hasEndedUndone({ status }: Pick<ProgrammeState, 'status'>): boolean {
  return UNDONE.has(status);
}

/** The units for which unit programmes run now: none once the programme has ended undone. */
export function wantedUnits(state: ProgrammeState, definition: Definition): readonly UnitPlace[] {
  if (hasEndedUndone(state)) return [];
  return state.rollouts.flatMap(({ key, only }) => {
    const rollout = rolloutOf(definition, key);
    if (rollout === null) return [];
    return unitsOfSet(state, rollout.unitSet)
      .filter((unit) => only === null || only.includes(unit.key))
      .map((unit) => ({ rollout, unit }));
  });
}
