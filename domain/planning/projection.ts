/** What if: two runs on paper, without and with the supposed changes, and every date in which they differ. */
import { addDays, deadlineInstant, localDateOf } from '../calendar/dates.ts';
import type { Instant, LocalDate, WorkCalendar } from '../calendar/types.ts';
import type { Definition } from '../definition/types.ts';
import { evolve } from '../programme/evolve.ts';
import { findBreach } from './breach.ts';
import type { Breach } from './breach.ts';
import { applyChanges } from './changes.ts';
import type { Change, ChangeFault, Supposed } from './changes.ts';
import { datesOf, movesBetween } from './dates-of-run.ts';
import type { At, Move } from './dates-of-run.ts';
import { standInsOf } from './stand-ins.ts';
import type { StandIn } from './stand-ins.ts';
import { activateOnPaper, playOn } from './simulate.ts';
import type { PaperStart, RunLimits, Simulation } from './simulate.ts';

/** Of one run; a large plan takes some hundred acts. */
const LIMITS: RunLimits = { acts: 5_000, looks: 50_000 };
/** How far the run without changes is played. */
const MOST_DAYS = 365 * 50;
/** How much further than that the run with changes is played, as one whose phase is never finished has no end. */
const DAYS_BEYOND = 365 * 2;
/** Moves that are told one by one. */
export const MOST_MOVES = 500;

/** A definition that would start on a day, or a programme under way at an instant of its own time. */
export type Subject = {
  readonly definition: Definition;
  readonly calendar: WorkCalendar;
} & (
  { readonly startsOn: LocalDate } | { readonly state: PaperStart['state']; readonly now: Instant }
);

export interface Projection {
  /** The soonest first. */
  readonly moves: readonly Move[];
  /** Moves beyond the limit, which are not told. */
  readonly omitted: number;
  /** Who acts for offices that are vacant, the soonest first. */
  readonly standIns: readonly StandIn[];
  readonly firstBreach: Breach | null;
  readonly completesOn: { readonly before: LocalDate | null; readonly after: LocalDate | null };
  /** The last day that was looked at. */
  readonly until: LocalDate;
}

export type Projected =
  | { readonly kind: 'done'; readonly projection: Projection }
  | { readonly kind: 'faulty'; readonly faults: readonly ChangeFault[] }
  | { readonly kind: 'too-long' };

/**
 * Everybody acts by the regular timetable in both runs, but for what the changes say. Yields after every act, so that whoever
 * drives it can pause or give up.
 */
export function* project(
  subject: Subject,
  changes: readonly Change[],
  limits: RunLimits = LIMITS,
): Generator<undefined, Projected> {
  const before = supposedOf(subject, startIn(subject));
  const applied = applyChanges(supposedOf(subject, movedStart(subject, changes)), changes);
  if (!applied.ok) return { kind: 'faulty', faults: applied.faults };
  const { zone } = subject.definition;
  const firstDay = localDateOf(before.start.now, zone);
  const furthest = deadlineInstant(addDays(firstDay, MOST_DAYS), zone);
  const plain = yield* play(before, furthest, limits);
  if (plain.cutBy !== null) return { kind: 'too-long' };
  const until = lastDay(plain, applied.supposed, changes);
  const changed = yield* play(applied.supposed, deadlineInstant(until, zone), limits);
  if (changed.cutBy === 'limits') return { kind: 'too-long' };
  const [was, is] = [plain, changed].map((run) => datesOf(run, zone));
  const moves = movesBetween(was ?? new Map(), is ?? new Map());
  return {
    kind: 'done',
    projection: {
      moves: moves.slice(0, MOST_MOVES),
      omitted: Math.max(0, moves.length - MOST_MOVES),
      standIns: standInsOf(changed, zone).slice(0, MOST_MOVES),
      firstBreach: findBreach({ plain, changed, supposed: applied.supposed, changes }),
      completesOn: { before: completion(was), after: completion(is) },
      until,
    },
  };
}

function play(
  { start, run }: Supposed,
  until: Instant,
  limits: RunLimits,
): Generator<undefined, Simulation> {
  return playOn(start, { ...run, until, limits });
}

function supposedOf(subject: Subject, start: PaperStart): Supposed {
  const { definition, calendar } = subject;
  return { start, run: { definition, calendar, conduct: { exceptions: [] } } };
}

function startIn(subject: Subject): PaperStart {
  if ('state' in subject) return { state: subject.state, now: subject.now };
  const first = activateOnPaper({ ...subject, conduct: { exceptions: [] } });
  return { state: evolve(null, first, 1), now: first.at };
}

/** What has not begun is simply begun on the other day. */
function movedStart(subject: Subject, changes: readonly Change[]): PaperStart {
  if ('state' in subject) return startIn(subject);
  const moved = changes.findLast((change) => change.kind === 'start');
  return startIn({ ...subject, startsOn: moved?.startsOn ?? subject.startsOn });
}

function lastDay(
  plain: Simulation,
  { start, run }: Supposed,
  changes: readonly Change[],
): LocalDate {
  const { zone } = run.definition;
  const ends = plain.events.at(-1)?.at ?? start.now;
  const dates = changes.flatMap((change) => {
    if (change.kind === 'extension') return [change.dueOn];
    return change.kind === 'vacancy' ? [change.to ?? change.from] : [];
  });
  const last = [localDateOf(ends, zone), localDateOf(start.now, zone), ...dates];
  return addDays(
    last.reduce((a, b) => (a > b ? a : b)),
    DAYS_BEYOND,
  );
}

function completion(dates: ReadonlyMap<string, { readonly at: At }> | undefined): LocalDate | null {
  return dates?.get('completes')?.at.on ?? null;
}
