/** Folding: the state after an event. Total, synchronous, without any rule: whatever was decided stands in the event. */
import { calendarFolds } from './calendars/folds.ts';
import { deliberationFolds } from './deliberation/folds.ts';
import { dutyFolds, makeRoom } from './duties/folds.ts';
import { closeConsultationsOf, handsFolds } from './hands/folds.ts';
import { indicatorFolds } from './indicators/folds.ts';
import { migrationFolds } from './migration/folds.ts';
import { timeFolds } from './time/folds.ts';
import { withMatter } from './time/matters.ts';
import { followStatus, unitFolds, unitsAtActivation } from './units/folds.ts';
import type { EventOf, EventType, ProgrammeEvent } from './events.ts';
import { blankDeliverable, blankStep, scheduled } from './blank-phase.ts';
import { onPhase, onStep } from './folds.ts';
import type { Folds } from './folds.ts';
import type { PhaseState, ProgrammeState, StepState } from './state.ts';

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
  // The table is keyed by the event's own type, which TypeScript cannot follow.
  const fold = FOLDS[event.type] as (
    state: ProgrammeState,
    event: ProgrammeEvent,
    position: number,
  ) => ProgrammeState;
  return followStatus(state, { ...fold(state, event, position), position }, event);
}

/** Folds a stream from its beginning; positions count from 1. */
export function fold(events: readonly ProgrammeEvent[]): ProgrammeState | null {
  return events.reduce<ProgrammeState | null>(
    (state, event, index) => evolve(state, event, index + 1),
    null,
  );
}

const FOLDS: Folds<Exclude<EventType, 'ProgrammeActivated'>> = {
  PhaseOpened: (state, event) => opening(state, event),
  DeliverableHandedIn: (state, event) =>
    onPhase(state, event.data.phase, (phase) => handedIn(phase, event)),
  StepOpened: (state, event) => onStep(state, event.data, (step) => ({ ...step, opened: true })),
  StepRecalled: (state, event) => onStep(state, event.data, (step) => ({ ...step, opened: false })),
  StepDecided: (state, event, position) =>
    onStep(state, event.data, (step) => decided(step, event, position)),
  DecisionWithdrawn: (state, { data }) =>
    onStep(state, data, (step) => ({
      ...step,
      votes: step.votes.filter((vote) => vote.office !== data.office),
    })),
  PhaseClosed: (state, event) => onPhase(state, event.data.phase, (phase) => closed(phase, event)),
  PhaseReturned: (state, event) => returned(state, event),
  DeadlineReminded: (state, { data }) =>
    onPhase(state, data.phase, (phase) => ({
      ...phase,
      reminded: [...phase.reminded, data.workdaysBefore],
    })),
  DeadlineMissed: (state, event) =>
    onPhase(state, event.data.phase, (phase) => ({ ...phase, missed: true })),
  EscalationRaised: (state, event) =>
    withMatter(
      onPhase(state, event.data.phase, (phase) => raised(phase, event)),
      event,
    ),
  EscalationAnswered: (state, event) =>
    onPhase(state, event.data.phase, (phase) => answered(phase, event)),
  ProgrammeCompleted: (state) => ({ ...state, status: 'completed' }),
  ProgrammeRejected: (state) => ({ ...state, status: 'rejected' }),
  ProgrammeWithdrawn: (state) => ({ ...state, status: 'withdrawn' }),
  ProgrammeTerminated: (state) => ({ ...state, status: 'terminated' }),
  ...dutyFolds,
  ...unitFolds,
  ...indicatorFolds,
  ...deliberationFolds,
  ...timeFolds,
  ...handsFolds,
  ...calendarFolds,
  ...migrationFolds,
};

function activated(event: EventOf<'ProgrammeActivated'>, position: number): ProgrammeState {
  const { definition, title, titleEn, startsOn, clock, startedBy, id, calendar, duties } =
    event.data;
  return {
    id,
    position,
    status: 'active',
    definition,
    title,
    ...(titleEn === undefined ? {} : { titleEn }),
    startsOn,
    clock,
    startedBy,
    calendar,
    duties: duties ?? [],
    ...unitsAtActivation(event),
    migration: null,
    phases: event.data.phases.map(scheduled),
    suspendedAt: null,
    suspendedBy: null,
    matters: [],
  };
}

/** A period of a duty comes into being by opening, and takes the place of the duty's periods that are over. */
function opening(state: ProgrammeState, event: EventOf<'PhaseOpened'>): ProgrammeState {
  const { phase: key, plan } = event.data;
  if (plan === undefined) return onPhase(state, key, (phase) => opened(phase, event));
  const before = makeRoom(state, event, plan.opensOn);
  return { ...before, phases: [...before.phases, opened(scheduled(plan), event)] };
}

function opened(
  { lapsedAt: _over, ...phase }: PhaseState,
  event: EventOf<'PhaseOpened'>,
): PhaseState {
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
        ? { ...known, status: 'handedIn', by, at: event.at, contentHash, check }
        : known,
    ),
  };
}

function decided(step: StepState, event: EventOf<'StepDecided'>, position: number): StepState {
  const { office, decision, by, actingOffice, ballot } = event.data;
  // A return ends the round; the PhaseReturned event that follows it says so.
  if (decision === 'return') return step;
  const acting = actingOffice === undefined ? {} : { actingOffice };
  const counted = ballot === undefined ? {} : { ballot };
  const vote = { office, decision, by, ...acting, at: event.at, position, ...counted };
  return closeConsultationsOf({ ...step, votes: [...step.votes, vote] }, office);
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
