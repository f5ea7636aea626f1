/** Roll-outs: unit programmes, the frozen set of units, and samples. What the events do to the state. */
import type { EventOf, ProgrammeEvent } from '../events.ts';
import type { Folds } from '../folds.ts';
import type { ProgrammeState } from '../state.ts';
import type { UnitEvents } from './events.ts';
import { hasEndedUndone } from './rollouts.ts';
import { NO_UNITS, type SampleState, type UnitsOfProgramme } from './state.ts';

export const unitFolds: Folds<keyof UnitEvents> = {
  UnitsChanged: (state, { at, data }) => ({
    ...state,
    unitSets: state.unitSets.map((set) =>
      set.key === data.set
        ? {
            ...set,
            units: [...set.units.filter(({ key }) => !data.removed.includes(key)), ...data.added],
            gone: [...set.gone, ...data.removed],
          }
        : set,
    ),
    alignment: outOfLine(state, at),
  }),
  UnitProgrammesAligned: (state, { data }) => ({
    ...state,
    alignment: { generation: data.generation, since: null },
  }),
  SampleDrawn: (state, { at, data }) => ({
    ...state,
    samples: [
      ...state.samples,
      {
        sample: data.sample,
        rollout: data.rollout,
        phase: data.phase,
        drawnAt: at,
        seed: data.seed,
        from: data.from,
        units: data.units.map((unit) => ({ unit, passed: null, round: 0 })),
      },
    ],
  }),
  UnitInspected: (state, { data }) => ({
    ...state,
    samples: state.samples.map((sample) =>
      sample.sample === data.sample ? inspected(sample, data) : sample,
    ),
  }),
};

/** What activation says of units. */
export function unitsAtActivation({ at, data }: EventOf<'ProgrammeActivated'>): UnitsOfProgramme {
  const { unitSets = [], rollouts = [], parent = null } = data;
  return {
    ...NO_UNITS,
    unitSets: unitSets.map(({ key, units }) => ({ key, units, gone: [] })),
    rollouts: rollouts.map(({ key, only }) => ({ key, only })),
    parent,
    alignment: { generation: 0, since: rollouts.length > 0 ? at : null },
  };
}

/** The alignment after any event: unit programmes stand still and go on with the programme, and end with one that ends undone. */
export function followStatus(
  before: ProgrammeState,
  after: ProgrammeState,
  event: ProgrammeEvent,
): ProgrammeState {
  const hasTurned = before.status !== after.status && isFollowed(before, after);
  return hasTurned ? { ...after, alignment: outOfLine(after, event.at) } : after;
}

function isFollowed(before: ProgrammeState, after: ProgrammeState): boolean {
  return [before.status, after.status].includes('suspended') || hasEndedUndone(after);
}

function outOfLine(
  { alignment, rollouts }: ProgrammeState,
  at: string,
): ProgrammeState['alignment'] {
  return rollouts.length === 0 ? alignment : { ...alignment, since: alignment.since ?? at };
}

function inspected(sample: SampleState, data: UnitEvents['UnitInspected']): SampleState {
  const { unit, passed, round } = data;
  return {
    ...sample,
    units: sample.units.map((known) => (known.unit === unit ? { unit, passed, round } : known)),
  };
}
