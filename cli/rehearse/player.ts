/** Plays the people of a rehearsal by the timetable of its scenario: each act when the programme's own clock says so. */
import { setTimeout as delay } from 'node:timers/promises';
import { toProgrammeTime, toRealTime } from '../../domain/calendar/rehearsal-clock.ts';
import { localDateOf } from '../../domain/calendar/dates.ts';
import type { Instant } from '../../domain/calendar/types.ts';
import { targetOf } from '../../domain/definition/indicator-phase.ts';
import {
  actInstant,
  reportInstant,
  returnBy,
  type Conduct,
} from '../../domain/planning/conduct.ts';
import type { PlanningContext } from '../../domain/planning/moments.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Desk, EventSeen, HandIn, PhaseSeen, ProgrammeSeen, Signature } from './desk.ts';

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
      ...signatures(phase, deps),
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
  return phase.deliverables
    .filter(({ status, check }) => status === 'due' || check?.ok === false)
    .map(({ key, office }) => {
      const act: HandIn = { office, phase: phase.key, deliverable: key };
      const at = actInstant({ kind: 'handIn', office, phase }, deps.conduct, deps.context);
      return { at, perform: () => deps.desk.handIn(act) };
    });
}

function signatures(phase: PhaseSeen, deps: PlayerDeps): readonly TimedAct[] {
  return phase.steps.flatMap((step) =>
    step.slots
      .filter(({ status }) => status === 'open')
      .map(({ office }) => {
        const at = actInstant({ kind: 'sign', office, phase }, deps.conduct, deps.context);
        return { at, perform: () => deps.desk.sign(signature(phase, step.key, { office, deps })) };
      }),
  );
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
