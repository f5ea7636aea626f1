/** Planning of moments: from state, definition and calendar to the instants at which the programme must act by itself. */
import { addWorkingDays } from '../calendar/working-days.ts';
import { atLocalTime, localDateOf, startOfDay } from '../calendar/dates.ts';
import type { Instant, LocalDate, WorkCalendar } from '../calendar/types.ts';
import type { Definition, RungKey } from '../definition/types.ts';
import type { PhaseState, ProgrammeState } from '../programme/state.ts';

interface MomentPlace {
  readonly phase: string;
  readonly round: number;
  /** Programme time. */
  readonly at: Instant;
}

/** A planned instant, in programme time. At most once per phase, round, kind and reminder or rung. */
export type Moment =
  | (MomentPlace & { readonly kind: 'openPhase' })
  | (MomentPlace & { readonly kind: 'remind'; readonly workdaysBefore: number })
  | (MomentPlace & { readonly kind: 'missDeadline' })
  | (MomentPlace & { readonly kind: 'escalate'; readonly rung: RungKey });

export type MomentKind = Moment['kind'];

/** What the planner needs besides the state. */
export interface PlanningContext {
  readonly definition: Definition;
  readonly calendar: WorkCalendar;
}

/** At one instant a missed deadline comes before what follows from it, and a phase opens before it is reminded. */
const ORDER_AT_ONE_INSTANT: readonly MomentKind[] = [
  'missDeadline',
  'openPhase',
  'remind',
  'escalate',
];

/**
 * Every moment that is certain now and still to come, earliest first. The opening of a phase becomes certain when all it comes
 * after is closed. A reminder planned before its round opened is dropped; rungs of a round opened after its due day count from
 * the day of opening, so a late opening never bursts into old rungs.
 */
export function planMoments(
  state: ProgrammeState,
  definition: Definition,
  calendar: WorkCalendar,
): readonly Moment[] {
  if (state.status !== 'active') return [];
  const context = { definition, calendar };
  const planned = state.phases.flatMap((phase) =>
    phase.status === 'open' ? ofOpenPhase(phase, context) : ofWaitingPhase(phase, state, context),
  );
  return planned.sort(compareMoments);
}

/** Stable identity of a moment; the ledger refuses a second one. */
export function momentId(programmeId: string, moment: Moment): string {
  const place = `${programmeId}/${moment.phase}/${String(moment.round)}/${moment.kind}`;
  const qualifier = momentQualifier(moment);
  return qualifier === '' ? place : `${place}/${qualifier}`;
}

/** The reminder's working days or the rung; empty for the other kinds. */
export function momentQualifier(moment: Moment): string {
  if (moment.kind === 'remind') return String(moment.workdaysBefore);
  return moment.kind === 'escalate' ? moment.rung : '';
}

function ofWaitingPhase(
  phase: PhaseState,
  state: ProgrammeState,
  { definition }: PlanningContext,
): readonly Moment[] {
  if (phase.status === 'closed') return [];
  const after = definition.phases.find((candidate) => candidate.key === phase.key)?.after ?? [];
  const closings = after.map((key) => closedAt(state, key));
  if (closings.includes(null)) return [];
  const windowStart = startOfDay(phase.opensOn, definition.zone);
  const at = closings.reduce<Instant>((latest, closed) => later(latest, closed), windowStart);
  const round = phase.status === 'scheduled' ? phase.round : phase.round + 1;
  return [{ kind: 'openPhase', phase: phase.key, round, at }];
}

function closedAt(state: ProgrammeState, key: string): Instant | null {
  const phase = state.phases.find((candidate) => candidate.key === key);
  return phase?.status === 'closed' ? phase.closedAt : null;
}

function ofOpenPhase(phase: PhaseState, context: PlanningContext): readonly Moment[] {
  const openedAt = phase.openedAt ?? phase.dueAt;
  const place = { phase: phase.key, round: phase.round };
  const missed: Moment[] = phase.missed
    ? []
    : [{ kind: 'missDeadline', ...place, at: later(phase.dueAt, openedAt) }];
  return [...reminders(phase, openedAt, context), ...missed, ...rungs(phase, openedAt, context)];
}

function reminders(
  phase: PhaseState,
  openedAt: Instant,
  { definition, calendar }: PlanningContext,
): readonly Moment[] {
  return definition.ladder.reminders
    .filter(({ workdaysBefore }) => !phase.reminded.includes(workdaysBefore))
    .map(({ workdaysBefore, at }): Moment => {
      const day = addWorkingDays(calendar, phase.dueOn, -workdaysBefore);
      return {
        kind: 'remind',
        phase: phase.key,
        round: phase.round,
        at: atLocalTime(day, at, definition.zone),
        workdaysBefore,
      };
    })
    .filter((moment) => moment.at >= openedAt);
}

function rungs(
  phase: PhaseState,
  openedAt: Instant,
  { definition, calendar }: PlanningContext,
): readonly Moment[] {
  const openedOn = localDateOf(openedAt, definition.zone);
  const countedFrom: LocalDate = openedOn > phase.dueOn ? openedOn : phase.dueOn;
  return definition.ladder.rungs
    .filter(({ key }) => !phase.rungs.some((raised) => raised.rung === key))
    .map(({ key, workdaysAfter, at }) => ({
      kind: 'escalate',
      phase: phase.key,
      round: phase.round,
      at: atLocalTime(addWorkingDays(calendar, countedFrom, workdaysAfter), at, definition.zone),
      rung: key,
    }));
}

function later(a: Instant, b: Instant | null): Instant {
  return b !== null && b > a ? b : a;
}

function compareMoments(a: Moment, b: Moment): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return ORDER_AT_ONE_INSTANT.indexOf(a.kind) - ORDER_AT_ONE_INSTANT.indexOf(b.kind);
}
