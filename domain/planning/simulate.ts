/** A whole run on paper: the same rules as a real one, with the clock and the people played by plain functions. */
import { localDateOf, startOfDay } from '../calendar/dates.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import { makeUpSets } from '../definition/made-up-units.ts';
import { shownFrom } from '../definition/disclosure.ts';
import { derivedKey } from '../definition/phase-key.ts';
import { bodyOf } from '../definition/policy.ts';
import { ASKED } from '../indicators/occasions.ts';
import type { Actor, DecideContext, DecideStep, ProgrammeCommand } from '../programme/commands.ts';
import { decide } from '../programme/decide.ts';
import type { EventOf, ProgrammeEvent } from '../programme/events.ts';
import { evolve } from '../programme/evolve.ts';
import { owedSince } from '../programme/owing.ts';
import { requirePhase } from '../programme/lookups.ts';
import type { PhaseView } from '../programme/lookups.ts';
import { outstanding, currentStep, openOffices } from '../programme/progress.ts';
import type { Rejection } from '../programme/rejections.ts';
import type { ProgrammeState } from '../programme/state.ts';
import { actInstant, ballotBy, returnBy } from './conduct.ts';
import type { Conduct, ReturnException } from './conduct.ts';
import { planMoments } from './moments.ts';
import type { PlanningContext } from './moments.ts';
import { laterMeasurements } from './late-targets.ts';
import { paperFacts } from './paper-facts.ts';
import type { Vacancy } from './vacancies.ts';
import { holdersAt, whenHeld } from './who-acts.ts';
import type { OfficeAct } from './who-acts.ts';

/** More than any plan needs, decades of monthly duties included: a run that reaches it goes in a circle. */
const GENEROUS: RunLimits = { acts: 100_000, looks: 10_000_000 };
const PAPER_HASH = '0'.repeat(64);

/** How a run on paper goes on, from whatever state. */
export interface PaperRun extends PlanningContext {
  readonly conduct: Conduct;
  /** Offices that nobody holds for a while; left out, every office is held throughout. */
  readonly vacancies?: readonly Vacancy[];
  readonly limits?: RunLimits;
  /** Nothing after this instant is played. */
  readonly until?: Instant;
}

/** What a run may cost. */
export interface RunLimits {
  readonly acts: number;
  /** Open phases that are looked at, once for every act. */
  readonly looks: number;
}

export interface SimulationInput extends PaperRun {
  readonly startsOn: LocalDate;
}

export interface Simulation {
  readonly events: readonly ProgrammeEvent[];
  readonly state: ProgrammeState;
  /** Why the run stopped before the programme was over; null when it did not. */
  readonly stoppedBy: Rejection | null;
  /** Which bound ended it while something was still to come; null when none did. */
  readonly cutBy: 'limits' | 'until' | null;
}

interface TimedCommand {
  readonly at: Instant;
  readonly actor: Actor;
  readonly command: ProgrammeCommand;
}

/**
 * Plays the plan from its first day until it is over or nothing more would happen. Every office is held by a person of the same
 * name, and what is handed in passes its check.
 * @throws Error when the definition cannot be activated: only for one that was not validated.
 */
export function simulate(input: SimulationInput): Simulation {
  const first = activateOnPaper(input);
  const run = playOn({ state: evolve(null, first, 1), now: first.at }, input);
  for (let step = run.next(); ; step = run.next()) {
    if (step.done === true) return { ...step.value, events: [first, ...step.value.events] };
  }
}

/** Where a run on paper sets in. */
export interface PaperStart {
  readonly state: ProgrammeState;
  /** Programme time; what is overdue by it happens at once. */
  readonly now: Instant;
}

/** Plays on from a state, act by act, so that whoever drives it can pause between two acts. The events are those that it added. */
export function* playOn(start: PaperStart, run: PaperRun): Generator<undefined, Simulation> {
  const { limits = GENEROUS, until } = run;
  const events: ProgrammeEvent[] = [];
  let { state } = start;
  let looks = 0;
  for (let act = 0; act < limits.acts && looks < limits.looks; act += 1) {
    looks += state.phases.filter(({ status }) => status === 'open').length;
    const next = nextCommand(state, run, events.at(-1)?.at ?? start.now);
    if (next === null) return { events, state, stoppedBy: null, cutBy: null };
    if (until !== undefined && next.at > until) {
      return { events, state, stoppedBy: null, cutBy: 'until' };
    }
    const decision = decide(state, next.command, {
      ...contextOf(run, next),
      ...factsOf(state, next.command, run),
    });
    if (!decision.ok) return { events, state, stoppedBy: decision.rejection, cutBy: null };
    // What changes nothing would come again for ever.
    if (decision.events.length === 0) return { events, state, stoppedBy: null, cutBy: 'limits' };
    for (const event of decision.events) {
      state = evolve(state, event, state.position + 1);
      events.push(event);
    }
    yield;
  }
  return { events, state, stoppedBy: null, cutBy: 'limits' };
}

/**
 * The first event of a run on paper.
 * @throws Error when the definition cannot be activated: only for one that was not validated.
 */
export function activateOnPaper(input: SimulationInput): EventOf<'ProgrammeActivated'> {
  const { definition, startsOn } = input;
  const command = {
    type: 'ActivateProgramme',
    id: 'on-paper',
    title: definition.title.zh,
    startsOn,
    clock: null,
    ...(definition.unitSets === undefined ? {} : { unitSets: makeUpSets(definition.unitSets) }),
  } as const;
  const at = startOfDay(startsOn, definition.zone);
  const decision = decide(
    null,
    command,
    contextOf(input, { at, actor: personOf(definition.owner) }),
  );
  const first = decision.ok ? decision.events[0] : undefined;
  if (first?.type !== 'ProgrammeActivated') {
    throw new Error('the definition cannot be activated on paper');
  }
  return first;
}

function contextOf(
  run: PaperRun,
  { at, actor }: Pick<TimedCommand, 'at' | 'actor'>,
): DecideContext {
  const { definition, calendar } = run;
  const holders = holdersAt(at, run);
  return { now: at, definition, calendar, actor, holders, check: { ok: true, faults: [] } };
}

/** What the engine would look up: for the clock's moments, and for a measurement that somebody asks for. */
function factsOf(
  state: ProgrammeState,
  command: ProgrammeCommand,
  run: PaperRun,
): Pick<DecideContext, 'facts'> {
  if (command.type === 'MeasureIndicator') {
    const phase = derivedKey(command.indicator, command.target);
    // Nobody asks before it is reached.
    const reached = { ...run, conduct: { exceptions: [] } };
    return { facts: paperFacts(state, { phase, qualifier: ASKED }, reached) };
  }
  if (command.type !== 'PerformMoment') return {};
  const { moment } = command;
  if (moment.kind === 'measure') return { facts: paperFacts(state, moment, run) };
  // Unit programmes are runs of their own; on paper none is begun.
  return moment.kind === 'alignUnits'
    ? { facts: { kind: 'units', started: [], ended: [], suspended: [] } }
    : {};
}

function personOf(office: string): Actor {
  return { kind: 'person', id: office, offices: [office] };
}

/** The earlier of the clock's next moment and the people's next act; at one instant the clock goes first. */
function nextCommand(state: ProgrammeState, input: PaperRun, now: Instant): TimedCommand | null {
  const moment = planMoments(state, input.definition, input.calendar)[0];
  const act = nextAct(state, input, now);
  if (moment === undefined) return act;
  const at = moment.at > now ? moment.at : now;
  if (act !== null && act.at < at) return act;
  return { at, actor: { kind: 'clock' }, command: { type: 'PerformMoment', moment } };
}

function nextAct(state: ProgrammeState, input: PaperRun, now: Instant): TimedCommand | null {
  if (state.status !== 'active') return null;
  const acts = state.phases
    .filter(({ status }) => status === 'open')
    .map(({ key }) => requirePhase(state, input.definition, key))
    .flatMap((phase) =>
      [
        ...handIns(phase, input),
        ...signatures(phase, input, now),
        ...laterMeasurements(phase, input),
      ].flatMap((act) => whenHeld({ ...act, at: act.at > now ? act.at : now }, phase, input)),
    );
  return acts.reduce<TimedCommand | null>(
    (first, act) => (first === null || act.at < first.at ? act : first),
    null,
  );
}

function handIns(phase: PhaseView, input: PaperRun): readonly OfficeAct[] {
  return outstanding(phase).map(({ definition }) => {
    const { key, office, disclosure } = definition;
    const command: ProgrammeCommand = {
      type: 'HandInDeliverable',
      phase: phase.state.key,
      deliverable: key,
      note: null,
      data: null,
      files: [],
      contentHash: PAPER_HASH,
    };
    const act = { kind: 'handIn', office, phase: phase.state } as const;
    const since = owedSince(phase, definition, input.definition.zone);
    const limit = disclosure === undefined ? {} : { notBefore: shownFrom(disclosure, since) };
    const at = actInstant({ ...act, ...limit }, input.conduct, input);
    return { at, office, command };
  });
}

function signatures(phase: PhaseView, input: PaperRun, now: Instant): readonly OfficeAct[] {
  const step = currentStep(phase);
  if (step === null) return [];
  return openOffices(phase).map((office) => {
    const act = { kind: 'sign', office, phase: phase.state } as const;
    const planned = actInstant(act, input.conduct, input);
    const at = planned > now ? planned : now;
    const body = bodyOf(step.definition.policy, office);
    const place = {
      phase: phase.state.key,
      round: phase.state.round,
      step: step.state.key,
      office,
    };
    const returned = returnBy(act, input.conduct);
    if (body === undefined || returned !== null) {
      return { at, office, command: signature(place, returned) };
    }
    const meetings = step.state.inquorate?.length ?? 0;
    const counts = ballotBy({ ...place, body, meetings }, input.conduct);
    const ballot = { heldOn: localDateOf(at, input.definition.zone), ...counts };
    return { at, office, command: { type: 'RecordBallot', ...place, ballot } };
  });
}

function signature(
  place: Pick<DecideStep, 'phase' | 'round' | 'step' | 'office'>,
  returned: ReturnException | null,
): DecideStep {
  return {
    type: 'DecideStep',
    ...place,
    decision: returned === null ? 'approve' : 'return',
    opinion: returned?.opinion ?? null,
    returnTo: returned?.returnTo ?? null,
  };
}
