/** What must be true of every programme after every event; a breach is a defect of the rules, never of a person. */
import { ladderOf } from '../definition/phase-of.ts';
import type { Definition } from '../definition/types.ts';
import { findPhase } from './lookups.ts';
import type { PhaseView } from './lookups.ts';
import { evaluateStep, isComplete, isReady, stepsOf } from './progress.ts';
import type { ProgrammeState, StepState } from './state.ts';

/** The broken invariants, each as a sentence for an operator; empty when all hold. */
export function brokenInvariants(state: ProgrammeState, definition: Definition): readonly string[] {
  const phases = state.phases.map(({ key }) => findPhase(state, definition, key));
  const known = phases.flatMap((phase) => (phase === null ? [] : [phase]));
  const unknown = phases.length - known.length;
  return [
    ...(unknown === 0 ? [] : [`${String(unknown)} phases stand in no definition`]),
    ...known.flatMap((phase) => [
      ...ofStatus(phase, state),
      ...ofSteps(phase),
      ...ofClock(phase, definition),
    ]),
    ...ofProgramme(state),
  ];
}

function ofStatus({ state, definition }: PhaseView, programme: ProgrammeState): readonly string[] {
  const isClosed = (key: string): boolean =>
    programme.phases.some((phase) => phase.key === key && phase.status === 'closed');
  const broken: string[] = [];
  if (state.status === 'open' && state.openedAt === null) broken.push('is open but never opened');
  if ((state.status === 'closed') !== (state.closedAt !== null) && state.status !== 'superseded') {
    broken.push('has a closing time that does not fit its status');
  }
  if (state.status === 'open' && !definition.after.every(isClosed)) {
    broken.push('is open before what it comes after is closed');
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
  return steps.flatMap(({ state: step }, index) => {
    const broken = doubles(step);
    if (step.votes.some(({ by }) => authors.has(by))) broken.push('was signed by who handed in');
    if (step.opened && outcomes.slice(0, index).some((outcome) => outcome !== 'approved')) {
      broken.push('opened before the step ahead of it was approved');
    }
    if (step.opened && !state.deliverables.every(isReady)) broken.push('opened too early');
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

function ofProgramme(state: ProgrammeState): readonly string[] {
  const allClosed = isComplete(state);
  return (state.status === 'completed') === allClosed
    ? []
    : [`the programme is ${state.status} but ${allClosed ? 'all' : 'not all'} phases are closed`];
}
