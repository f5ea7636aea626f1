/** What must be true of every programme after every event; a breach is a defect of the rules, never of a person. */
import { ladderOf } from '../definition/phase-of.ts';
import type { Definition } from '../definition/types.ts';
import { brokenSlots } from './hands/invariants.ts';
import { findPhase } from './lookups.ts';
import type { PhaseView } from './lookups.ts';
import { splitKey } from '../definition/phase-key.ts';
import { isReadyFor, evaluateStep, isComplete, releasedAt, stepsOf } from './progress.ts';
import type { ProgrammeState, StepState } from './state.ts';

/** The broken invariants, each as a sentence for an operator; empty when all hold. */
export function brokenInvariants(state: ProgrammeState, definition: Definition): readonly string[] {
  const phases = state.phases.map(({ key }) => findPhase(state, definition, key));
  const known = phases.flatMap((phase) => (phase === null ? [] : [phase]));
  const unknown = phases.length - known.length;
  return [
    ...(unknown === 0 ? [] : [`${String(unknown)} phases stand in no definition`]),
    ...known.flatMap((phase) => [
      ...ofStatus(phase, state, definition),
      ...ofSteps(phase),
      ...ofClock(phase, definition),
    ]),
    ...ofDuties(state),
    ...ofProgramme(state),
  ];
}

function ofStatus(
  { state, definition }: PhaseView,
  programme: ProgrammeState,
  whole: Definition,
): readonly string[] {
  const isReleased = (key: string): boolean => releasedAt(programme, whole, key) !== null;
  const broken: string[] = [];
  if (state.status === 'open' && state.openedAt === null) broken.push('is open but never opened');
  if ((state.status === 'closed') !== (state.closedAt !== null) && state.status !== 'superseded') {
    broken.push('has a closing time that does not fit its status');
  }
  if (state.status === 'open' && !definition.after.every(isReleased)) {
    broken.push('is open before what it comes after is closed');
  }
  if ((state.status === 'lapsed') !== (state.lapsedAt !== undefined)) {
    broken.push('has a time of lapsing that does not fit its status');
  }
  if (state.status === 'closed' && !state.deliverables.every((one) => one.status === 'accepted')) {
    broken.push('is closed with a deliverable that is not accepted');
  }
  return broken.map((text) => `phase ${state.key} ${text}`);
}

function ofSteps(phase: PhaseView): readonly string[] {
  const { state } = phase;
  const authors = new Set(state.deliverables.map(({ by }) => by));
  const steps = stepsOf(phase);
  const outcomes = steps.map((step) => evaluateStep(step).outcome);
  return steps.flatMap((view, index) => {
    const { state: step } = view;
    const broken = [...doubles(step), ...brokenSlots(view)];
    if (step.votes.some(({ by }) => authors.has(by))) broken.push('was signed by who handed in');
    if (step.opened && outcomes.slice(0, index).some((outcome) => outcome !== 'approved')) {
      broken.push('opened before the step ahead of it was approved');
    }
    if (step.opened && !isReadyFor(phase, view)) broken.push('opened too early');
    if (state.status === 'closed' && outcomes[index] !== 'approved') broken.push('never approved');
    return broken.map((text) => `step ${state.key}/${step.key} ${text}`);
  });
}

function doubles({ votes, opened }: StepState): string[] {
  const broken: string[] = [];
  if (new Set(votes.map(({ office }) => office)).size < votes.length) {
    broken.push('has two votes of one office');
  }
  if (new Set(votes.map(({ by }) => by)).size < votes.length) {
    broken.push('has two votes of one person');
  }
  if (votes.length > 0 && !opened) broken.push('has votes but was never opened');
  return broken;
}

function ofClock(
  { state, definition: phase }: PhaseView,
  definition: Definition,
): readonly string[] {
  const ladder = ladderOf(definition, phase);
  const broken: string[] = [];
  if (new Set(state.reminded).size < state.reminded.length) broken.push('was reminded twice');
  const raised = state.rungs.map(({ rung }) => rung);
  const inOrder = ladder.rungs.map(({ key }) => key).filter((key) => raised.includes(key));
  // A rung that was raised stays, also where a later version of the definition no longer has it.
  const known = raised.filter((key) => inOrder.includes(key));
  if (inOrder.join() !== known.join()) broken.push('has rungs twice or out of order');
  if (raised.length > 0 && !state.missed) broken.push('climbed before its deadline was missed');
  return broken.map((text) => `phase ${state.key} ${text}`);
}

/** Periods come one after the other, and none before its turn. */
function ofDuties({ duties, phases }: ProgrammeState): readonly string[] {
  return duties.flatMap(({ key, next }) => {
    const periods = phases.flatMap((phase) => {
      const parts = splitKey(phase.key);
      return parts?.base === key ? [parts.part] : [];
    });
    const inOrder = periods.every((period, index) => period > (periods[index - 1] ?? ''));
    const isAhead = next !== null && periods.some((period) => period >= next);
    return [
      ...(inOrder ? [] : [`duty ${key} has periods twice or out of order`]),
      ...(isAhead ? [`duty ${key} has a period that was still to come`] : []),
    ];
  });
}

function ofProgramme(state: ProgrammeState): readonly string[] {
  const allClosed = isComplete(state);
  return (state.status === 'completed') === allClosed
    ? []
    : [`the programme is ${state.status} but ${allClosed ? 'all' : 'not all'} phases are closed`];
}
