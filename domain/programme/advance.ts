/** What follows by itself after an act in an open phase: a step opens, the next one, the phase closes, the programme ends. */
import { recipientsOf } from '../authority/holding.ts';
import { targetOf } from '../definition/indicator-phase.ts';
import { evaluatePolicy } from '../definition/policy.ts';
import type { Answers } from '../definition/policy.ts';
import type { DecideContext } from './commands.ts';
import { requirePhase } from './lookups.ts';
import type { PhaseView, StepView } from './lookups.ts';
import { currentStep, evaluateStep, isComplete, isReadyToSign } from './progress.ts';
import type { Recorder } from './recorder.ts';

/** Where an act took place. */
export interface ActPlace {
  readonly phase: string;
  /** Answers of the step before the act: offices that were already asked are not asked again. */
  readonly answersBefore: Answers;
}

/** Records everything that the state now implies for the phase. */
export function advance(recorder: Recorder, place: ActPlace, context: DecideContext): void {
  const phase = requirePhase(recorder.state(), context.definition, place.phase);
  // A target is closed by a measurement alone.
  if (phase.state.status !== 'open' || targetOf(context.definition, place.phase) !== null) return;
  const step = currentStep(phase);
  if (!isReadyToSign(phase)) {
    if (step?.state.opened === true) recall(recorder, phase, { step, offices: [], context });
    return;
  }
  if (step === null) {
    close(recorder, phase, context);
    return;
  }
  const { outcome, open } = evaluateStep(step);
  if (outcome === 'rejected') {
    const data = { ...placeOf(phase), step: step.state.key };
    recorder.record({ type: 'ProgrammeRejected', at: context.now, data });
    return;
  }
  const asked = step.state.opened
    ? evaluatePolicy(step.definition.policy, place.answersBefore).open
    : [];
  askOffices(recorder, phase, {
    step,
    offices: open.filter((office) => !asked.includes(office)),
    context,
  });
}

function recall(recorder: Recorder, phase: PhaseView, { step, context }: Asking): void {
  const data = { ...placeOf(phase), step: step.state.key };
  recorder.record({ type: 'StepRecalled', at: context.now, data });
}

interface Asking {
  readonly step: StepView;
  readonly offices: readonly string[];
  readonly context: DecideContext;
}

function askOffices(recorder: Recorder, phase: PhaseView, asking: Asking): void {
  const { step, offices, context } = asking;
  if (offices.length === 0) return;
  recorder.record({
    type: 'StepOpened',
    at: context.now,
    data: {
      ...placeOf(phase),
      step: step.state.key,
      offices,
      recipients: recipientsOf(offices, context.holders),
    },
  });
}

function close(recorder: Recorder, phase: PhaseView, context: DecideContext): void {
  recordClosing(recorder, { phase, late: context.now >= phase.state.dueAt }, context);
}

export interface Closing {
  readonly phase: PhaseView;
  readonly late: boolean;
}

/** Records that the phase is closed, and that the programme is completed where it was the last. */
export function recordClosing(
  recorder: Recorder,
  { phase, late }: Closing,
  context: DecideContext,
): void {
  recorder.record({ type: 'PhaseClosed', at: context.now, data: { ...placeOf(phase), late } });
  if (isComplete(recorder.state())) {
    const data = { lastPhase: phase.state.key };
    recorder.record({ type: 'ProgrammeCompleted', at: context.now, data });
  }
}

function placeOf({ state }: PhaseView): { readonly phase: string; readonly round: number } {
  return { phase: state.key, round: state.round };
}
