/** A whole run on paper: the same rules as a real one, with the clock and the people played by plain functions. */
import { startOfDay } from '../calendar/dates.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import type { Actor, DecideContext, ProgrammeCommand } from '../programme/commands.ts';
import { decide } from '../programme/decide.ts';
import type { EventOf, ProgrammeEvent } from '../programme/events.ts';
import { evolve } from '../programme/evolve.ts';
import { findDeliverable, requirePhase } from '../programme/lookups.ts';
import type { PhaseView } from '../programme/lookups.ts';
import { currentStep, isReady, openOffices } from '../programme/progress.ts';
import type { Rejection } from '../programme/rejections.ts';
import type { ProgrammeState } from '../programme/state.ts';
import { actInstant, returnBy } from './conduct.ts';
import type { Conduct } from './conduct.ts';
import { planMoments } from './moments.ts';
import type { PlanningContext } from './moments.ts';
import { heldFrom } from './vacancies.ts';
import type { Vacancy } from './vacancies.ts';

/** More than any plan needs: a run that reaches it goes in a circle. */
const GENEROUS: RunLimits = { acts: 10_000, looks: 10_000_000 };
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

interface OfficeAct extends TimedCommand {
  readonly office: string;
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
    const decision = decide(state, next.command, contextOf(run, next));
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
  { definition, calendar, vacancies = [] }: PaperRun,
  { at, actor }: Pick<TimedCommand, 'at' | 'actor'>,
): DecideContext {
  const isHeld = (office: string): boolean =>
    heldFrom({ office, at }, vacancies, definition.zone) === at;
  const holders = Object.fromEntries(
    definition.offices.map(({ key }) => [key, isHeld(key) ? [key] : []]),
  );
  return { now: at, definition, calendar, actor, holders, check: { ok: true, faults: [] } };
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
    .flatMap((phase) => [...handIns(phase, input), ...signatures(phase, input)])
    .map((act) => ({ ...act, at: act.at > now ? act.at : now }))
    .flatMap((act) => whenHeld(act, input));
  return acts.reduce<TimedCommand | null>(
    (first, act) => (first === null || act.at < first.at ? act : first),
    null,
  );
}

/** The act when its office is held; none when it never is again. */
function whenHeld(
  act: OfficeAct,
  { vacancies = [], definition }: PaperRun,
): readonly TimedCommand[] {
  const at = heldFrom(act, vacancies, definition.zone);
  return at === null ? [] : [{ ...act, at }];
}

function handIns(phase: PhaseView, input: PaperRun): readonly OfficeAct[] {
  return phase.state.deliverables
    .filter((deliverable) => !isReady(deliverable))
    .flatMap(({ key }) => {
      const office = findDeliverable(phase, key)?.definition.office;
      if (office === undefined) return [];
      const command: ProgrammeCommand = {
        type: 'HandInDeliverable',
        phase: phase.state.key,
        deliverable: key,
        note: null,
        data: null,
        files: [],
        contentHash: PAPER_HASH,
      };
      const at = actInstant({ kind: 'handIn', office, phase: phase.state }, input.conduct, input);
      return [{ at, office, actor: personOf(office), command }];
    });
}

function signatures(phase: PhaseView, input: PaperRun): readonly OfficeAct[] {
  const step = currentStep(phase)?.state.key ?? '';
  return openOffices(phase).map((office) => {
    const act = { kind: 'sign', office, phase: phase.state } as const;
    const returned = returnBy(act, input.conduct);
    const command: ProgrammeCommand = {
      type: 'DecideStep',
      phase: phase.state.key,
      round: phase.state.round,
      step,
      office,
      decision: returned === null ? 'approve' : 'return',
      opinion: returned?.opinion ?? null,
      returnTo: returned?.returnTo ?? null,
    };
    const at = actInstant(act, input.conduct, input);
    return { at, office, actor: personOf(office), command };
  });
}
