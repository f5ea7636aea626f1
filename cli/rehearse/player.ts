/** Plays the people of a rehearsal by the timetable of its scenario: each act when the programme's own clock says so. */
import { setTimeout as delay } from 'node:timers/promises';
import { toProgrammeTime, toRealTime } from '../../domain/calendar/rehearsal-clock.ts';
import { localDateOf, startOfDay } from '../../domain/calendar/dates.ts';
import type { Instant, LocalDate } from '../../domain/calendar/types.ts';
import type { Ballot } from '../../domain/definition/ballot.ts';
import { shownFrom } from '../../domain/definition/disclosure.ts';
import { targetOf } from '../../domain/definition/indicator-phase.ts';
import { phaseOf } from '../../domain/definition/phase-of.ts';
import { bodyOf } from '../../domain/definition/policy.ts';
import {
  actInstant,
  ballotBy,
  reportInstant,
  returnBy,
  type Conduct,
} from '../../domain/planning/conduct.ts';
import type { PlanningContext } from '../../domain/planning/moments.ts';
import type { Clock } from '../../platform/clock.ts';
import type {
  Desk,
  EventSeen,
  HandIn,
  Meeting,
  PhaseSeen,
  ProgrammeSeen,
  Signature,
} from './desk.ts';

/** How often news is looked for while nothing is to be done. */
const NEWS_MS = 60;

export interface PlayerDeps {
  readonly desk: Desk;
  readonly context: PlanningContext;
  readonly conduct: Conduct;
  /** Real time. */
  readonly clock: Clock;
  /** Programme time at which a run that is not over is given up. */
  readonly until: Instant;
  readonly onNews?: (events: readonly EventSeen[], now: Instant) => void;
}

export interface Played {
  /** The programme's status at the end; `active` when it was given up. */
  readonly status: string;
  readonly events: readonly EventSeen[];
}

interface TimedAct {
  readonly at: Instant;
  /** Before this instant it would be refused. */
  readonly notBefore?: Instant;
  readonly perform: () => Promise<void>;
}

/** Returns once the programme is over, or given up. */
export async function play(deps: PlayerDeps): Promise<Played> {
  const events: EventSeen[] = [];
  const reported = new Set<string>();
  for (;;) {
    // An hour of the plan is a hundredth of a second: both are asked at once.
    const [seen, news] = await Promise.all([
      deps.desk.look(),
      deps.desk.eventsAfter(events.length),
    ]);
    const now = programmeNow(seen, deps);
    events.push(...news);
    deps.onNews?.(news, now);
    const isOver = seen.status !== 'active' && events.length >= seen.position;
    if (isOver || now > deps.until) return { status: seen.status, events };
    const scene = { deps, reported, now };
    const due = actsOf(seen, scene).filter(({ at }) => at <= now);
    if (due.length > 0) await Promise.all(due.map(({ perform }) => perform()));
    else if (seen.status === 'active') await delay(pauseMs(seen, scene));
  }
}

/**
 * Everything that the people of a programme can do in a phase now, whatever their timetable says. A phase whose day has come may not
 * be open yet where the clock is fast: what is handed in opens it.
 */
export function actsInPhase(
  key: string,
  seen: ProgrammeSeen,
  deps: Pick<PlayerDeps, 'desk' | 'context' | 'clock'>,
): readonly (() => Promise<void>)[] {
  const playing: PlayerDeps = { ...deps, conduct: { exceptions: [] }, until: '' };
  const now = programmeNow(seen, playing);
  const shown = seen.phases.find((candidate) => candidate.key === key);
  const phase = shown?.status === 'open' ? shown : beforeOpening(key, now, deps.context);
  if (phase === null) return [];
  return [...handIns(phase, playing), ...signatures(phase, seen, playing)]
    .filter(({ notBefore = now }) => notBefore <= now)
    .map(({ perform }) => perform);
}

/** The phase as it will be at its opening; null where its tables can only be filled in by what the API then shows. */
function beforeOpening(
  key: string,
  now: Instant,
  { definition }: PlanningContext,
): PhaseSeen | null {
  const phase = phaseOf(definition, key);
  if (phase === null || phase.deliverables.some(({ kind }) => kind === 'table')) return null;
  const today = localDateOf(now, definition.zone);
  const deliverables = phase.deliverables
    .filter(({ afterStep }) => afterStep === undefined)
    .map((owed) => ({ key: owed.key, office: owed.office, status: 'due', owedSince: today }));
  const { from, to } = phase.window;
  // Before its window, or with all that it waits for still to come, nobody can open it.
  if (today < from || phase.after.length > 0) return null;
  return { key, round: 1, status: 'open', dueOn: to, deliverables, steps: [] };
}

function programmeNow(seen: ProgrammeSeen, deps: PlayerDeps): Instant {
  return toProgrammeTime(seen.clock, deps.clock.now().toISOString());
}

/** Until the next act by the timetable, but never long enough to miss what others do. */
function pauseMs(seen: ProgrammeSeen, scene: Playing): number {
  const realNow = scene.deps.clock.now().getTime();
  const waits = actsOf(seen, scene).map(
    ({ at }) => Date.parse(toRealTime(seen.clock, at)) - realNow,
  );
  return Math.max(1, Math.min(NEWS_MS, ...waits));
}

interface Playing {
  readonly deps: PlayerDeps;
  /** Targets whose values were sent, by phase and occasion: a target stays open until it is measured. */
  readonly reported: Set<string>;
  /** Programme time. */
  readonly now: Instant;
}

function actsOf(seen: ProgrammeSeen, scene: Playing): readonly TimedAct[] {
  const { deps } = scene;
  return seen.phases
    .filter(({ status }) => status === 'open')
    .flatMap((phase) => [
      ...handIns(phase, deps),
      ...signatures(phase, seen, deps),
      ...reports(phase, scene),
    ]);
}

/** The values that meet a target are sent once, when everything else would be handed in; late where the scenario says so. */
function reports(phase: PhaseSeen, { deps, reported, now }: Playing): readonly TimedAct[] {
  const found = targetOf(deps.context.definition, phase.key);
  if (found?.indicator.source.kind !== 'reported' || reported.has(phase.key)) return [];
  const at = reportInstant(phase, deps.conduct, deps.context);
  if (at === null) return [];
  const { indicator, target } = found;
  const asOf = localDateOf(now, deps.context.definition.zone);
  const act = { office: indicator.office, indicator: indicator.key, target: target.key, asOf };
  const perform = (): Promise<void> => {
    reported.add(phase.key);
    return deps.desk.report(act);
  };
  return [{ at, perform }];
}

function handIns(phase: PhaseSeen, deps: PlayerDeps): readonly TimedAct[] {
  const { definition } = deps.context;
  return phase.deliverables
    .filter(({ status, check }) => status === 'due' || check?.ok === false)
    .flatMap(({ key, office, owedSince, example }) => {
      const owed = phaseOf(definition, phase.key)?.deliverables.find((each) => each.key === key);
      if (owed?.afterStep !== undefined && owedSince === undefined) return [];
      const { disclosure } = owed ?? {};
      const isPosted = disclosure !== undefined && owedSince !== undefined;
      const act: HandIn = {
        ...{ office, phase: phase.key, deliverable: key, example },
        ...(isPosted ? { postedOn: owedSince } : {}),
      };
      const limit: { readonly notBefore?: LocalDate } = isPosted
        ? { notBefore: shownFrom(disclosure, owedSince) }
        : {};
      const planned = { kind: 'handIn', office, phase, ...limit } as const;
      const at = actInstant(planned, deps.conduct, deps.context);
      const perform = (): Promise<void> => deps.desk.handIn(act);
      const shown = limit.notBefore;
      return shown === undefined
        ? [{ at, perform }]
        : [{ at, perform, notBefore: startOfDay(shown, definition.zone) }];
    });
}

function signatures(phase: PhaseSeen, seen: ProgrammeSeen, deps: PlayerDeps): readonly TimedAct[] {
  return phase.steps.flatMap((step) =>
    step.slots
      .filter(({ status }) => status === 'open')
      .map((slot) => {
        const { office } = slot;
        const at = actInstant({ kind: 'sign', office, phase }, deps.conduct, deps.context);
        const meeting = meetingOf({ phase, step: step.key, slot }, deps);
        if (meeting === null) {
          const act = signature(phase, step.key, { office, deps });
          return { at, perform: () => deps.desk.sign(act) };
        }
        const heldOn = localDateOf(programmeNow(seen, deps), deps.context.definition.zone);
        const act = { ...meeting, ballot: { ...meeting.ballot, heldOn } };
        return { at, perform: () => deps.desk.record(act) };
      }),
  );
}

interface SlotPlace {
  readonly phase: PhaseSeen;
  readonly step: string;
  readonly slot: PhaseSeen['steps'][number]['slots'][number];
}

/** The meeting that decides the slot, but for its day; null where the office decides by itself, or returns the phase. */
function meetingOf(
  { phase, step, slot }: SlotPlace,
  { context, conduct }: PlayerDeps,
): (Omit<Meeting, 'ballot'> & { readonly ballot: Omit<Ballot, 'heldOn'> }) | null {
  const { office } = slot;
  const steps = phaseOf(context.definition, phase.key)?.steps ?? [];
  const policy = steps.find(({ key }) => key === step)?.policy;
  const body = policy === undefined ? undefined : bodyOf(policy, office);
  const isReturned = returnBy({ kind: 'sign', office, phase }, conduct) !== null;
  if (body === undefined || isReturned) return null;
  const place = { phase: phase.key, round: phase.round, step };
  const meetings = slot.inquorate?.length ?? 0;
  return { ...place, office, ballot: ballotBy({ ...place, body, meetings }, conduct) };
}

function signature(
  phase: PhaseSeen,
  step: string,
  { office, deps }: { readonly office: string; readonly deps: PlayerDeps },
): Signature {
  const place = { office, phase: phase.key, round: phase.round, step };
  const returned = returnBy({ kind: 'sign', office, phase }, deps.conduct);
  if (returned === null) return { ...place, decision: 'approve' };
  const { opinion, returnTo } = returned;
  return { ...place, decision: 'return', opinion, returnTo };
}
