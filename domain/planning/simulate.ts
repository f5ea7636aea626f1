/** A whole run on paper: the same rules as a real one, with the clock and the people played by plain functions. */
import { startOfDay } from '../calendar/dates.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import type { Actor, DecideContext, ProgrammeCommand } from '../programme/commands.ts';
import { decide } from '../programme/decide.ts';
import type { ProgrammeEvent } from '../programme/events.ts';
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
import { paperFacts } from './paper-facts.ts';

/** More acts than any plan needs: a run that reaches it goes in a circle. */
const MOST_ACTS = 10_000;
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
  if (command.type !== 'PerformMoment' || command.moment.kind !== 'measure') return {};
  return { facts: paperFacts(state, command.moment, input) };
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
    .flatMap((phase) => [...handIns(phase, input), ...signatures(phase, input)])
    .map((act) => ({ ...act, at: act.at > now ? act.at : now }));
  return acts.reduce<TimedCommand | null>(
    (first, act) => (first === null || act.at < first.at ? act : first),
    null,
  );
}

function handIns(phase: PhaseView, input: SimulationInput): readonly TimedCommand[] {
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
      return [{ at, actor: personOf(office), command }];
    });
}

function signatures(phase: PhaseView, input: SimulationInput): readonly TimedCommand[] {
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
    return { at: actInstant(act, input.conduct, input), actor: personOf(office), command };
  });
}
