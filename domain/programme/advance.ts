/** What follows by itself after an act in an open phase: a step opens, the next one, the phase closes, the programme ends. */
import { recipientsOf } from '../authority/holding.ts';
import { targetOf } from '../definition/indicator-phase.ts';
import { evaluatePolicy } from '../definition/policy.ts';
import type { Answers } from '../definition/policy.ts';
import type { DecideContext } from './commands.ts';
import { splitKey } from '../definition/phase-key.ts';
import { requirePhase } from './lookups.ts';
import type { PhaseView, StepView } from './lookups.ts';
import {
  deliverablesOf,
  isOwed,
  isReadyFor,
  currentStep,
  evaluateStep,
  isComplete,
} from './progress.ts';
import type { Recorder } from './recorder.ts';
import { recordReturn } from './return-phase.ts';

/** Where an act took place. */
export interface ActPlace {
  readonly phase: string;
  /** Answers of the step before the act: offices that were already asked are not asked again. */
  readonly answersBefore: Answers;
  /** Offices that were asked before the act, where the act changed the policy itself. */
  readonly askedBefore?: readonly string[];
}

/** Records everything that the state now implies for the phase. */
export function advance(recorder: Recorder, place: ActPlace, context: DecideContext): void {
  const phase = requirePhase(recorder.state(), context.definition, place.phase);
  // A target is closed by a measurement alone.
  if (phase.state.status !== 'open' || targetOf(context.definition, place.phase) !== null) return;
  callForDeliverables(recorder, phase, context);
  const step = currentStep(phase);
  if (!isReadyFor(phase, step)) {
    if (step?.state.opened === true) recall(recorder, phase, { step, offices: [], context });
    return;
  }
  if (step === null) {
    close(recorder, phase, context);
    return;
  }
  const { outcome, open } = evaluateStep(step);
  if (outcome === 'rejected') {
    reject(recorder, { phase, step }, context);
    return;
  }
  const asked = step.state.opened
    ? (place.askedBefore ?? evaluatePolicy(step.definition.policy, place.answersBefore).open)
    : [];
  askOffices(recorder, phase, {
    step,
    offices: open.filter((office) => !asked.includes(office)),
    context,
  });
}

/** A rejected step ends the programme; in a period of a duty it only sends the period back to itself. */
function reject(
  recorder: Recorder,
  { phase, step }: { readonly phase: PhaseView; readonly step: StepView },
  context: DecideContext,
): void {
  const { key } = phase.state;
  if (splitKey(key) === null) {
    const data = { ...placeOf(phase), step: step.state.key };
    recorder.record({ type: 'ProgrammeRejected', at: context.now, data });
    return;
  }
  const last = recorder.events().findLast(({ type }) => type === 'StepDecided');
  const { office = null, opinion = null } = last?.type === 'StepDecided' ? last.data : {};
  const act = { phase: key, returnTo: key, reason: opinion ?? '', office };
  recordReturn(recorder, act, context);
}

/** Tells the offices of what became owed as the step before it was approved; nobody is told twice in a round. */
function callForDeliverables(recorder: Recorder, phase: PhaseView, context: DecideContext): void {
  const called = deliverablesOf(phase).filter(
    ({ state, definition }) =>
      definition.afterStep !== undefined && state.calledFor !== true && isOwed(phase, definition),
  );
  for (const step of new Set(called.map(({ definition }) => definition.afterStep ?? ''))) {
    const own = called.filter(({ definition }) => definition.afterStep === step);
    const offices = [...new Set(own.map(({ definition }) => definition.office))];
    recorder.record({
      type: 'DeliverableCalledFor',
      at: context.now,
      data: {
        ...placeOf(phase),
        step,
        deliverables: own.map(({ state }) => state.key),
        recipients: recipientsOf(offices, context.holders),
      },
    });
  }
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
