/** A whole run on paper: the same rules as a real one, with the clock and the people played by plain functions. */
import { localDateOf, startOfDay } from '../calendar/dates.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import { makeUpSets } from '../definition/made-up-units.ts';
import { shownFrom } from '../definition/disclosure.ts';
import { bodyOf } from '../definition/policy.ts';
import type { Actor, DecideContext, DecideStep, ProgrammeCommand } from '../programme/commands.ts';
import { decide } from '../programme/decide.ts';
import type { ProgrammeEvent } from '../programme/events.ts';
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
import { paperFacts } from './paper-facts.ts';

/** More acts than any plan needs, decades of monthly duties included: a run that reaches it goes in a circle. */
const MOST_ACTS = 100_000;
const PAPER_HASH = '0'.repeat(64);

export interface SimulationInput extends PlanningContext {
  readonly startsOn: LocalDate;
  readonly conduct: Conduct;
}

export interface Simulation {
  readonly events: readonly ProgrammeEvent[];
  readonly state: ProgrammeState;
  /** Why the run stopped before the programme was over; null when it did not. */
  readonly stoppedBy: Rejection | null;
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
  const events: ProgrammeEvent[] = [];
  let state = activate(input, events);
  for (let act = 0; act < MOST_ACTS; act += 1) {
    const next = nextCommand(state, input, events.at(-1)?.at ?? '');
    if (next === null) break;
    const facts = factsOf(state, next.command, input);
    const decision = decide(state, next.command, { ...contextOf(input, next), ...facts });
    if (!decision.ok) return { events, state, stoppedBy: decision.rejection };
    for (const event of decision.events) {
      state = evolve(state, event, state.position + 1);
      events.push(event);
    }
  }
  return { events, state, stoppedBy: null };
}

function activate(input: SimulationInput, events: ProgrammeEvent[]): ProgrammeState {
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
  if (first === undefined) throw new Error('the definition cannot be activated on paper');
  events.push(first);
  return evolve(null, first, 1);
}

function contextOf(
  { definition, calendar }: SimulationInput,
  { at, actor }: Pick<TimedCommand, 'at' | 'actor'>,
): DecideContext {
  const holders = Object.fromEntries(definition.offices.map(({ key }) => [key, [key]]));
  return { now: at, definition, calendar, actor, holders, check: { ok: true, faults: [] } };
}

/** What the clock would look up. */
function factsOf(
  state: ProgrammeState,
  command: ProgrammeCommand,
  input: SimulationInput,
): Pick<DecideContext, 'facts'> {
  if (command.type !== 'PerformMoment') return {};
  const { moment } = command;
  if (moment.kind === 'measure') return { facts: paperFacts(state, moment, input) };
  // Unit programmes are runs of their own; on paper none is begun.
  return moment.kind === 'alignUnits'
    ? { facts: { kind: 'units', started: [], ended: [], suspended: [] } }
    : {};
}

function personOf(office: string): Actor {
  return { kind: 'person', id: office, offices: [office] };
}

/** The earlier of the clock's next moment and the people's next act; at one instant the clock goes first. */
function nextCommand(
  state: ProgrammeState,
  input: SimulationInput,
  now: Instant,
): TimedCommand | null {
  const moment = planMoments(state, input.definition, input.calendar)[0];
  const act = nextAct(state, input, now);
  if (moment === undefined) return act;
  const at = moment.at > now ? moment.at : now;
  if (act !== null && act.at < at) return act;
  return { at, actor: { kind: 'clock' }, command: { type: 'PerformMoment', moment } };
}

function nextAct(state: ProgrammeState, input: SimulationInput, now: Instant): TimedCommand | null {
  if (state.status !== 'active') return null;
  const acts = state.phases
    .filter(({ status }) => status === 'open')
    .map(({ key }) => requirePhase(state, input.definition, key))
    .flatMap((phase) => [...handIns(phase, input), ...signatures(phase, input, now)])
    .map((act) => ({ ...act, at: act.at > now ? act.at : now }));
  return acts.reduce<TimedCommand | null>(
    (first, act) => (first === null || act.at < first.at ? act : first),
    null,
  );
}

function handIns(phase: PhaseView, input: SimulationInput): readonly TimedCommand[] {
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
    return { at, actor: personOf(office), command };
  });
}

function signatures(
  phase: PhaseView,
  input: SimulationInput,
  now: Instant,
): readonly TimedCommand[] {
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
      return { at, actor: personOf(office), command: signature(place, returned) };
    }
    const meetings = step.state.inquorate?.length ?? 0;
    const counts = ballotBy({ ...place, body, meetings }, input.conduct);
    const ballot = { heldOn: localDateOf(at, input.definition.zone), ...counts };
    return { at, actor: personOf(office), command: { type: 'RecordBallot', ...place, ballot } };
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
