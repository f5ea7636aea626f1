/** Sets of units, roll-outs and samples as people see them. */
import type { Localised } from '../../domain/definition/types.ts';
import type { InspectionRule, Unit } from '../../domain/definition/unit-types.ts';
import type { Count, PhaseCount, RolloutCount } from '../../domain/programme/units/count.ts';
import type { SampleState } from '../../domain/programme/units/state.ts';
import type { Outcome, StoredAnswer } from '../../engine/types.ts';
import type { Definition } from '../../domain/definition/types.ts';
import type { ProgrammeState } from '../../domain/programme/state.ts';
import type { UnitListRow } from '../reads.ts';
import { programmeAct } from './act.ts';

export interface UnitSetShown {
  readonly key: string;
  readonly title: Localised;
  readonly count: number;
}

export interface RolloutSummary extends Count {
  readonly key: string;
  readonly title: Localised;
  readonly behind: boolean;
}

interface UnitShown {
  readonly key: string;
  readonly title: Localised;
}

/** A unit as a request gives it. */
export interface UnitAsked {
  readonly key: string;
  readonly title: Localised;
  readonly within: string | null;
  readonly offices?: Readonly<Record<string, string>> | undefined;
}

export function unitOf({ offices, ...unit }: UnitAsked): Unit {
  return offices === undefined ? unit : { ...unit, offices };
}

export function unitsBySet(
  sets: Readonly<Record<string, readonly UnitAsked[]>>,
): Readonly<Record<string, readonly Unit[]>> {
  const entries = Object.entries(sets).map(([set, units]): [string, readonly Unit[]] => [
    set,
    units.map(unitOf),
  ]);
  return Object.fromEntries(entries);
}

export function unitSetsView({
  state,
  definition,
}: {
  readonly state: ProgrammeState;
  readonly definition: Definition;
}): readonly UnitSetShown[] {
  return state.unitSets.map(({ key, units }) => ({
    key,
    title: definition.unitSets?.find((set) => set.key === key)?.title ?? { zh: key, en: key },
    count: units.length,
  }));
}

export function rolloutSummary({
  rollout,
  done,
  total,
  percent,
  phases,
}: RolloutCount): RolloutSummary {
  const { key, title } = rollout;
  return { key, title, done, total, percent, behind: phases.some(({ behind }) => behind) };
}

/** @param unitDefinition what the unit programmes run */
export function rolloutView(
  { rollout, phases, ...count }: RolloutCount,
  unitDefinition: Definition,
): object {
  const { key, title, clause, unitSet, definition, inspection } = rollout;
  return {
    key,
    title,
    clause,
    unitSet,
    definition,
    ...(inspection === undefined ? {} : { inspection: inspectionView(inspection) }),
    ...count,
    phases: phases.map((phase) => phaseCountView(phase, unitDefinition)),
  };
}

export function unitProgressView(
  { unit: key, ...row }: UnitListRow,
  units: ReadonlyMap<string, Unit>,
  groups: ReadonlyMap<string, Unit>,
): object {
  const unit = units.get(key);
  const group = unit?.within === null ? undefined : groups.get(unit?.within ?? '');
  return {
    ...shownUnit(unit, key),
    ...(group === undefined ? {} : { group: shownUnit(group, group.key) }),
    ...row,
  };
}

export function sampleView({ sample: id, units, ...sample }: SampleState): object {
  return {
    id,
    ...sample,
    units: units.map(({ unit: key, passed, round }) =>
      passed === null
        ? { key, status: 'pending' }
        : { key, status: passed ? 'passed' : 'failed', round },
    ),
  };
}

/** What a draw or an inspection answers; a draw is the last sample. */
export function sampleAct(sample?: string): (outcome: Outcome) => StoredAnswer {
  return (outcome) => {
    const { samples } = outcome.state;
    const found = samples.find((one) => one.sample === sample) ?? samples.at(-1);
    if (found === undefined) throw new Error('no sample after it was drawn');
    const { status, body } = programmeAct(outcome);
    return { status, body: { ...(body as object), sample: sampleView(found) } }; // an object, as made
  };
}

function inspectionView({ office, sharePercent, least }: InspectionRule): object {
  return { office, sharePercent, least };
}

function phaseCountView({ phase, groups, ...count }: PhaseCount, definition: Definition): object {
  return {
    key: phase,
    title: definition.phases.find(({ key }) => key === phase)?.title ?? { zh: phase, en: phase },
    ...count,
    groups: groups.map(({ group, ...each }) => ({ group: shownUnit(group, group.key), ...each })),
  };
}

function shownUnit(unit: Unit | undefined, key: string): UnitShown {
  return { key, title: unit?.title ?? { zh: key, en: key } };
}
