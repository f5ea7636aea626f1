/** Folding: the state after an event. Total, synchronous, without any rule: whatever was decided stands in the event. */
import { assertNever } from '../assert-never.ts';
import type { EventOf, PhasePlan, ProgrammeEvent } from './events.ts';
import type { DeliverableState, PhaseState, ProgrammeState, StepState } from './state.ts';

/**
 * The state after `event`, which stands at `position` of the stream.
 * @throws Error when a stream does not begin with its activation: a defect of the ledger, never of a command.
 */
export function evolve(
  state: ProgrammeState | null,
  event: ProgrammeEvent,
  position: number,
): ProgrammeState {
  if (event.type === 'ProgrammeActivated') return activated(event, position);
  if (state === null) throw new Error(`a stream begins with ProgrammeActivated, not ${event.type}`);
  return { ...apply(state, event, position), position };
}

/** Folds a stream from its beginning; positions count from 1. */
export function fold(events: readonly ProgrammeEvent[]): ProgrammeState | null {
  return events.reduce<ProgrammeState | null>(
    (state, event, index) => evolve(state, event, index + 1),
    null,
  );
}

type LaterEvent = Exclude<ProgrammeEvent, { readonly type: 'ProgrammeActivated' }>;

// One line per event reads best as one table.
// eslint-disable-next-line complexity, max-lines-per-function
function apply(state: ProgrammeState, event: LaterEvent, position: number): ProgrammeState {
  switch (event.type) {
    case 'PhaseOpened':
      return onPhase(state, event.data.phase, (phase) => opened(phase, event));
    case 'DeliverableHandedIn':
      return onPhase(state, event.data.phase, (phase) => handedIn(phase, event));
    case 'StepOpened':
      return onStep(state, event.data, (step) => ({ ...step, opened: true }));
    case 'StepRecalled':
      return onStep(state, event.data, (step) => ({ ...step, opened: false }));
    case 'StepDecided':
      return onStep(state, event.data, (step) => decided(step, event, position));
    case 'DecisionWithdrawn':
      return onStep(state, event.data, (step) => ({
        ...step,
        votes: step.votes.filter((vote) => vote.office !== event.data.office),
      }));
    case 'PhaseClosed':
      return onPhase(state, event.data.phase, (phase) => closed(phase, event));
    case 'PhaseReturned':
      return returned(state, event);
    case 'DeadlineReminded':
      return onPhase(state, event.data.phase, (phase) => ({
        ...phase,
        reminded: [...phase.reminded, event.data.workdaysBefore],
      }));
    case 'DeadlineMissed':
      return onPhase(state, event.data.phase, (phase) => ({ ...phase, missed: true }));
    case 'EscalationRaised':
      return onPhase(state, event.data.phase, (phase) => raised(phase, event));
    case 'EscalationAnswered':
      return onPhase(state, event.data.phase, (phase) => answered(phase, event));
    case 'ProgrammeCompleted':
      return { ...state, status: 'completed' };
    case 'ProgrammeRejected':
      return { ...state, status: 'rejected' };
    case 'ProgrammeWithdrawn':
      return { ...state, status: 'withdrawn' };
    case 'ProgrammeTerminated':
      return { ...state, status: 'terminated' };
    default:
      return assertNever(event);
  }
}

function activated(event: EventOf<'ProgrammeActivated'>, position: number): ProgrammeState {
  const { definition, title, startsOn, clock, startedBy, id } = event.data;
  return {
    id,
    position,
    status: 'active',
    definition,
    title,
    startsOn,
    clock,
    startedBy,
    phases: event.data.phases.map(scheduled),
  };
}

function scheduled(plan: PhasePlan): PhaseState {
  return {
    key: plan.key,
    round: 1,
    status: 'scheduled',
    opensOn: plan.opensOn,
    dueOn: plan.dueOn,
    dueAt: plan.dueAt,
    openedAt: null,
    closedAt: null,
    missed: false,
    reminded: [],
    rungs: [],
    deliverables: plan.deliverables.map(blankDeliverable),
    steps: plan.steps.map(blankStep),
  };
}

function blankDeliverable(key: string): DeliverableState {
  return { key, status: 'due', by: null, at: null, contentHash: null, check: null };
}

function blankStep(key: string): StepState {
  return { key, opened: false, votes: [] };
}

function opened(phase: PhaseState, event: EventOf<'PhaseOpened'>): PhaseState {
  return {
    ...phase,
    status: 'open',
    round: event.data.round,
    dueOn: event.data.dueOn,
    dueAt: event.data.dueAt,
    openedAt: event.at,
    closedAt: null,
    missed: false,
    reminded: [],
    rungs: [],
    deliverables: phase.deliverables.map(({ key }) => blankDeliverable(key)),
    steps: phase.steps.map(({ key }) => blankStep(key)),
  };
}

function handedIn(phase: PhaseState, event: EventOf<'DeliverableHandedIn'>): PhaseState {
  const { deliverable, by, contentHash, check } = event.data;
  return {
    ...phase,
    deliverables: phase.deliverables.map((known) =>
      known.key === deliverable
        ? { key: deliverable, status: 'handedIn', by, at: event.at, contentHash, check }
        : known,
    ),
  };
}

function decided(step: StepState, event: EventOf<'StepDecided'>, position: number): StepState {
  const { office, decision, by } = event.data;
  // A return ends the round; the PhaseReturned event that follows it says so.
  if (decision === 'return') return step;
  return { ...step, votes: [...step.votes, { office, decision, by, at: event.at, position }] };
}

function closed(phase: PhaseState, event: EventOf<'PhaseClosed'>): PhaseState {
  return {
    ...phase,
    status: 'closed',
    closedAt: event.at,
    deliverables: phase.deliverables.map((known) => ({ ...known, status: 'accepted' })),
  };
}

function returned(state: ProgrammeState, event: EventOf<'PhaseReturned'>): ProgrammeState {
  const { phase: from, returnTo, superseded } = event.data;
  const phases = state.phases.map((phase): PhaseState => {
    if (phase.key === from && from !== returnTo) return { ...phase, status: 'returned' };
    return superseded.includes(phase.key) ? { ...phase, status: 'superseded' } : phase;
  });
  return { ...state, phases };
}

function raised(phase: PhaseState, event: EventOf<'EscalationRaised'>): PhaseState {
  const { rung, escalationId, responsible, answerDueOn } = event.data;
  return {
    ...phase,
    rungs: [...phase.rungs, { rung, escalationId, responsible, answerDueOn, answeredBy: null }],
  };
}

function answered(phase: PhaseState, event: EventOf<'EscalationAnswered'>): PhaseState {
  const { escalationId, by } = event.data;
  return {
    ...phase,
    rungs: phase.rungs.map((rung) =>
      rung.escalationId === escalationId ? { ...rung, answeredBy: by } : rung,
    ),
  };
}

function onPhase(
  state: ProgrammeState,
  key: string,
  change: (phase: PhaseState) => PhaseState,
): ProgrammeState {
  return {
    ...state,
    phases: state.phases.map((phase) => (phase.key === key ? change(phase) : phase)),
  };
}

function onStep(
  state: ProgrammeState,
  place: { readonly phase: string; readonly step: string },
  change: (step: StepState) => StepState,
): ProgrammeState {
  return onPhase(state, place.phase, (phase) => ({
    ...phase,
    steps: phase.steps.map((step) => (step.key === place.step ? change(step) : step)),
  }));
}
