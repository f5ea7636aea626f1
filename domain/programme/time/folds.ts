/** Governance of time: extensions, suspensions, good cause, reviews, accountability. What the events do to the state. */
import { addDays } from '../../calendar/dates.ts';
import type { LocalDate } from '../../calendar/types.ts';
import type { EventOf } from '../events.ts';
import { onPhase } from '../folds.ts';
import type { Folds } from '../folds.ts';
import type { PhaseState, ProgrammeState, RungState } from '../state.ts';
import type { TimeEvents } from './events.ts';
import { onMatter } from './matters.ts';
import type { ExtensionState, MoveState } from './state.ts';

export const timeFolds: Folds<keyof TimeEvents> = {
  ExtensionRequested: (state, event) =>
    onPhase(state, event.data.phase, (phase) => asked(phase, event)),
  LateExtensionRequested: (state) => state,
  DeadlineExtended: (state, event) =>
    onPhase(state, event.data.phase, (phase) => extended(phase, event)),
  ExtensionRefused: (state, { data }) =>
    onPhase(state, data.phase, (phase) =>
      onExtension(phase, data.extension, (known) => ({ ...known, status: 'refused' })),
    ),
  ProgrammeSuspended: (state, { at, data }) => ({
    ...state,
    status: 'suspended',
    suspendedAt: at,
    suspendedBy: data.by,
  }),
  ProgrammeResumed: (state, event) => resumed(state, event),
  ClimbStopped: (state, { data }) =>
    onPhase(state, data.phase, (phase) => ({ ...phase, climbStoppedIn: data.round })),
  AnswerMissed: (state, { data }) =>
    onPhase(state, data.phase, (phase) =>
      onRung(phase, data.escalationId, (rung) => ({ ...rung, answerMissed: true })),
    ),
  ReviewRequested: (state, { data }) =>
    onMatter(state, data.escalationId, (matter) => ({
      ...matter,
      review: { id: data.review, status: 'open', decider: data.decider, requestedBy: data.by },
    })),
  ReviewDecided: (state, event) => reviewed(state, event),
  AccountabilityDecided: (state, { data }) =>
    onMatter(state, data.escalationId, (matter) => ({ ...matter, accountability: 'decided' })),
};

/** Requests that led nowhere are on record in the events; the state keeps what was granted and what is asked for now. */
function asked(phase: PhaseState, { data }: EventOf<'ExtensionRequested'>): PhaseState {
  const request: ExtensionState = {
    id: data.extension,
    round: data.round,
    office: data.office,
    requestedBy: data.by,
    decider: data.decider,
    from: data.from,
    to: data.to,
    status: 'requested',
  };
  const granted = (phase.extensions ?? []).filter(({ status }) => status === 'granted');
  return { ...phase, extensions: [...granted, request] };
}

function extended(phase: PhaseState, { at, data }: EventOf<'DeadlineExtended'>): PhaseState {
  const { to, dueAt, extension } = data;
  return {
    ...onExtension(phase, extension, (known) => ({ ...known, to, status: 'granted' })),
    dueOn: to,
    dueAt,
    reminded: [],
    moved: { ...phase.moved, ...nextMove(phase, at), dueOn: to },
  };
}

function nextMove(phase: PhaseState, at: string): MoveState {
  return { count: (phase.moved?.count ?? 0) + 1, at };
}

function resumed(state: ProgrammeState, { at, data }: EventOf<'ProgrammeResumed'>): ProgrammeState {
  const answers = new Map(data.answers.map((one) => [one.escalationId, one.answerDueOn]));
  const phases = state.phases.map((phase): PhaseState => {
    const shift = data.shifts.find((one) => one.phase === phase.key);
    if (shift === undefined) return phase;
    const { opensOn, dueOn, dueAt, rungsFrom } = shift;
    const from = rungsFrom === undefined ? {} : { rungsFrom };
    const pausedDays = (phase.moved?.pausedDays ?? 0) + data.days;
    const given = data.days === 0 ? {} : { dueOn, pausedDays };
    return {
      ...phase,
      opensOn,
      dueOn,
      dueAt,
      reminded: [],
      moved: { ...phase.moved, ...nextMove(phase, at), ...given, ...from },
      ...shiftedRequests(phase, data.days),
      rungs: phase.rungs.map((rung) => putOff(rung, answers.get(rung.escalationId))),
    };
  });
  const matters = state.matters.map((matter) => ({
    ...matter,
    pausedDays: matter.pausedDays + data.days,
  }));
  return {
    ...state,
    status: 'active',
    suspendedAt: null,
    suspendedBy: null,
    phases,
    matters,
    duties: data.duties,
  };
}

function putOff(rung: RungState, answerDueOn: LocalDate = rung.answerDueOn): RungState {
  return answerDueOn === rung.answerDueOn ? rung : { ...rung, answerDueOn, answerPutOff: true };
}

/** What is asked for moves with the due day that it would put off. */
function shiftedRequests(phase: PhaseState, days: number): Pick<PhaseState, 'extensions'> {
  if (phase.extensions === undefined) return {};
  return {
    extensions: phase.extensions.map((one) =>
      one.status === 'requested'
        ? { ...one, from: addDays(one.from, days), to: addDays(one.to, days) }
        : one,
    ),
  };
}

function reviewed(state: ProgrammeState, { data }: EventOf<'ReviewDecided'>): ProgrammeState {
  const { escalationId, upheld, phase } = data;
  const status = upheld ? 'upheld' : 'struck';
  const judged = onMatter(state, escalationId, (matter) => ({
    ...matter,
    review: matter.review === null ? null : { ...matter.review, status },
    accountability:
      matter.accountability === 'proposed' && !upheld ? 'struck' : matter.accountability,
  }));
  if (upheld) return judged;
  return onPhase(judged, phase, (known) =>
    onRung(known, escalationId, (rung) => ({ ...rung, struck: true })),
  );
}

function onExtension(
  phase: PhaseState,
  id: string,
  change: (extension: ExtensionState) => ExtensionState,
): PhaseState {
  const extensions = (phase.extensions ?? []).map((one) => (one.id === id ? change(one) : one));
  return { ...phase, extensions };
}

function onRung(
  phase: PhaseState,
  escalationId: string,
  change: (rung: RungState) => RungState,
): PhaseState {
  return {
    ...phase,
    rungs: phase.rungs.map((rung) => (rung.escalationId === escalationId ? change(rung) : rung)),
  };
}
