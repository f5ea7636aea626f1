/** Sample acceptance 抽查验收: some of the finished units are drawn by a seed that nobody chooses, and inspected one by one. */
import { drawFrom } from '../../audit/draw.ts';
import { holdsOffice } from '../../authority/holding.ts';
import type { InspectionRule } from '../../definition/unit-types.ts';
import type { DecideContext } from '../commands.ts';
import type { ProgrammeEvent } from '../events.ts';
import type { ClosedUnit } from '../facts.ts';
import { accept, refuse, type Decision } from '../rejections.ts';
import type { ProgrammeState } from '../state.ts';
import type { DrawSample, RecordInspection } from './commands.ts';
import { failedUnits, rolloutOf, unitsOfRollout } from './rollouts.ts';
import type { InspectedUnit, SampleState } from './state.ts';

export function decideDrawSample(
  state: ProgrammeState,
  command: DrawSample,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { rollout, phase } = command;
  const { actor, definition, unitFacts, now } = context;
  const defined = rolloutOf(definition, rollout);
  if (defined === null) return refuse('unknown-rollout', { rollout });
  const { inspection } = defined;
  if (inspection === undefined) return refuse('not-inspected', { rollout });
  if (actor.kind !== 'person' || !holdsOffice(actor, inspection.office)) {
    return refuse('not-office-holder', { office: inspection.office });
  }
  if (unitFacts?.kind !== 'closed' || unitFacts.closed === null) {
    return refuse('unknown-phase', { phase });
  }
  const counted = new Set(unitsOfRollout(state, definition, rollout).map(({ key }) => key));
  const closed = unitFacts.closed.filter(({ unit }) => counted.has(unit));
  if (hasPending(state, command, closed)) return refuse('sample-open', { rollout, phase });
  const finished = closed.filter((unit) => !hasFailed(state, command, unit));
  const candidates = finished
    .filter((unit) => !hasPassed(state, command, unit))
    .map(({ unit }) => unit)
    .toSorted();
  if (candidates.length === 0) return refuse('nothing-to-inspect', { rollout, phase });
  const size = sampleSize(inspection, finished.length);
  const data = {
    sample: `s${String(state.samples.length + 1)}`,
    rollout,
    phase,
    seed: unitFacts.headHash,
    from: candidates.length,
    candidates,
    units: drawFrom(unitFacts.headHash, candidates, size),
    by: actor.id,
  };
  return accept([{ type: 'SampleDrawn', at: now, data }]);
}

/** The share of the finished units, rounded up, and never fewer than the least. */
export function sampleSize({ sharePercent, least }: InspectionRule, finished: number): number {
  return Math.max(least, Math.ceil((sharePercent * finished) / 100));
}

/** A unit that failed may be inspected again until it passes. */
export function decideRecordInspection(
  state: ProgrammeState,
  command: RecordInspection,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { unit, passed, note } = command;
  const { actor, definition, unitFacts, now } = context;
  const found = state.samples.find(({ sample }) => sample === command.sample);
  if (found === undefined) return refuse('unknown-sample', { sample: command.sample });
  const office = rolloutOf(definition, found.rollout)?.inspection?.office ?? '';
  if (actor.kind !== 'person' || !holdsOffice(actor, office)) {
    return refuse('not-office-holder', { office });
  }
  const fault = resultFault(found, command);
  if (fault !== null) return fault;
  const { sample, rollout, phase } = found;
  if (unitFacts?.kind !== 'inspected' || unitFacts.round === null) {
    return refuse('unit-not-finished', { unit, phase });
  }
  if (unitFacts.tookPart) return refuse('inspector-took-part', { unit });
  const { round } = unitFacts;
  const data = { sample, rollout, phase, round, unit, passed, note, by: actor.id };
  return accept([{ type: 'UnitInspected', at: now, data }]);
}

/** Why there can be no such result in the sample; null when there can. */
function resultFault(
  { sample, units }: SampleState,
  { unit, passed, note }: RecordInspection,
): Decision<never> | null {
  const drawn = units.find((candidate) => candidate.unit === unit);
  if (drawn === undefined) return refuse('unit-not-drawn', { sample, unit });
  if (drawn.passed === true) return refuse('already-inspected', { sample, unit });
  const isExplained = passed || note.trim() !== '';
  return isExplained ? null : refuse('opinion-required', { decision: 'inspection' });
}

/** Whether a unit of an earlier draw is still to be inspected; one that was reopened since holds nobody up. */
function hasPending(
  state: ProgrammeState,
  place: DrawSample,
  closed: readonly ClosedUnit[],
): boolean {
  const now = new Set(closed.map(({ unit }) => unit));
  return inspectionsOf(state, place).some(({ unit, passed }) => passed === null && now.has(unit));
}

function hasFailed(state: ProgrammeState, place: DrawSample, { unit, round }: ClosedUnit): boolean {
  return failedUnits(state, place.rollout, place.phase).some(
    (failed) => failed.unit === unit && failed.round >= round,
  );
}

function hasPassed(state: ProgrammeState, place: DrawSample, { unit, round }: ClosedUnit): boolean {
  return inspectionsOf(state, place).some(
    (one) => one.unit === unit && one.passed === true && one.round >= round,
  );
}

function inspectionsOf(
  { samples }: Pick<ProgrammeState, 'samples'>,
  { rollout, phase }: Pick<SampleState, 'rollout' | 'phase'>,
): readonly InspectedUnit[] {
  return samples
    .filter((sample) => sample.rollout === rollout && sample.phase === phase)
    .flatMap(({ units }) => units);
}
