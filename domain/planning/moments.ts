/** Planning of moments: from state, definition and calendar to the instants at which the programme must act by itself. */
import { addWorkingDays } from '../calendar/working-days.ts';
import { atLocalTime, localDateOf, startOfDay } from '../calendar/dates.ts';
import type { Instant, LocalDate, WorkCalendar } from '../calendar/types.ts';
import { ladderOf, phaseOf } from '../definition/phase-of.ts';
import type { Definition, Ladder, RungKey } from '../definition/types.ts';
import { isOver, releasedAt } from '../programme/progress.ts';
import type { PhaseState, ProgrammeState } from '../programme/state.ts';
import { planDutyMoments } from './duty-moments.ts';
import { planHandsMoments } from './hands-moments.ts';
import { planIndicatorMoments } from './indicator-moments.ts';
import { planTimeMoments } from './time-moments.ts';
import { planUnitMoments } from './unit-moments.ts';

interface MomentPlace {
  readonly phase: string;
  readonly round: number;
  /** Programme time. */
  readonly at: Instant;
}

/** A planned instant, in programme time. At most once per phase, round, kind and qualifier. */
export type Moment =
  | (MomentPlace & { readonly kind: 'openPhase' })
  | (MomentPlace & {
      readonly kind: 'remind';
      readonly workdaysBefore: number;
      /** How often the due day was moved; each of its dates is reminded of anew. */
      readonly edition?: number;
    })
  | (MomentPlace & { readonly kind: 'missDeadline' })
  | (MomentPlace & { readonly kind: 'escalate'; readonly rung: RungKey })
  | AreaMoment;

/**
 * Moments of the areas: a duty's period opens; what nobody has to finish, or may no longer finish, lapses; a target or its even pace
 * is measured; unit programmes are brought in line with the set of units; an answer that is owed to a rung was not given in time;
 * a co-organiser's inner date has passed. The phase is empty and the round 0 where a moment belongs to no phase.
 */
export type AreaMoment = MomentPlace & {
  readonly kind: AreaMomentKind;
  readonly qualifier: string;
};

export type AreaMomentKind =
  'openPeriod' | 'lapse' | 'measure' | 'alignUnits' | 'missAnswer' | 'missInnerDate';

export type MomentKind = Moment['kind'];

/** What the planner needs besides the state. */
export interface PlanningContext {
  readonly definition: Definition;
  readonly calendar: WorkCalendar;
}

/** At one instant a missed deadline comes before what follows from it, and a phase opens before it is reminded. */
const ORDER_AT_ONE_INSTANT: readonly MomentKind[] = [
  'measure',
  'missInnerDate',
  'missDeadline',
  'lapse',
  'missAnswer',
  'openPhase',
  'openPeriod',
  'alignUnits',
  'remind',
  'escalate',
];

/**
 * Every moment that is certain now and still to come, earliest first. The opening of a phase becomes certain when all it comes
 * after is closed. A reminder planned before its round opened is dropped; rungs of a round opened after its due day count from
 * the day of opening, so a late opening never bursts into old rungs. A due day that was moved is reminded of afresh from then on.
 */
export function planMoments(
  state: ProgrammeState,
  definition: Definition,
  calendar: WorkCalendar,
): readonly Moment[] {
  const context = { definition, calendar };
  if (state.status !== 'active') return planUnitMoments(state, context);
  const planned = state.phases.flatMap((phase) =>
    phase.status === 'open' ? ofOpenPhase(phase, context) : ofWaitingPhase(phase, state, context),
  );
  return [
    ...planned,
    ...planDutyMoments(state, context),
    ...planUnitMoments(state, context),
    ...planIndicatorMoments(state, context, [...planned, ...stoppedRungs(state, context)]),
    ...planTimeMoments(state, context),
    ...planHandsMoments(state, context),
  ].sort(compareMoments);
}

/** Stable identity of a moment; the ledger refuses a second one. */
export function momentId(programmeId: string, moment: Moment): string {
  const place = `${programmeId}/${moment.phase}/${String(moment.round)}/${moment.kind}`;
  const qualifier = momentQualifier(moment);
  if (qualifier === '') return place;
  const isAnew = moment.kind === 'remind' && moment.edition !== undefined;
  return `${place}/${qualifier}${isAnew ? `/moved-${String(moment.edition)}` : ''}`;
}

/** The reminder's working days, the rung, or what else tells moments of one kind apart; may be empty. */
export function momentQualifier(moment: Moment): string {
  switch (moment.kind) {
    case 'remind':
      return String(moment.workdaysBefore);
    case 'escalate':
      return moment.rung;
    case 'openPhase':
    case 'missDeadline':
      return '';
    default:
      return moment.qualifier;
  }
}

function ofWaitingPhase(
  phase: PhaseState,
  state: ProgrammeState,
  { definition }: PlanningContext,
): readonly Moment[] {
  if (isOver(phase)) return [];
  const after = phaseOf(definition, phase.key)?.after ?? [];
  const closings = after.map((key) => releasedAt(state, definition, key));
  if (closings.includes(null)) return [];
  const windowStart = startOfDay(phase.opensOn, definition.zone);
  const at = closings.reduce<Instant>((latest, closed) => later(latest, closed), windowStart);
  const round = phase.status === 'scheduled' ? phase.round : phase.round + 1;
  return [{ kind: 'openPhase', phase: phase.key, round, at }];
}

function ofOpenPhase(phase: PhaseState, context: PlanningContext): readonly Moment[] {
  const openedAt = phase.openedAt ?? phase.dueAt;
  const place = { phase: phase.key, round: phase.round };
  const defined = phaseOf(context.definition, phase.key);
  const missed: Moment[] =
    phase.missed || defined?.optional !== undefined
      ? []
      : [{ kind: 'missDeadline', ...place, at: later(phase.dueAt, openedAt) }];
  return [...reminders(phase, openedAt, context), ...missed, ...rungs(phase, openedAt, context)];
}

function reminders(
  phase: PhaseState,
  openedAt: Instant,
  { definition, calendar }: PlanningContext,
): readonly Moment[] {
  return ladderFor(phase, definition)
    .reminders.filter(({ workdaysBefore }) => !phase.reminded.includes(workdaysBefore))
    .map(({ workdaysBefore, at }): Moment => {
      const day = addWorkingDays(calendar, phase.dueOn, -workdaysBefore);
      return {
        kind: 'remind',
        phase: phase.key,
        round: phase.round,
        at: atLocalTime(day, at, definition.zone),
        workdaysBefore,
        ...(phase.moved === undefined ? {} : { edition: phase.moved.count }),
      };
    })
    .filter((moment) => moment.at >= later(openedAt, phase.moved?.at ?? null));
}

function rungs(phase: PhaseState, openedAt: Instant, context: PlanningContext): readonly Moment[] {
  return isClimbStopped(phase) ? [] : climb(phase, openedAt, context);
}

/** Rungs that a good cause keeps from being raised: at their instants an overdue target is measured all the same. */
function stoppedRungs({ phases }: ProgrammeState, context: PlanningContext): readonly Moment[] {
  return phases
    .filter((phase) => phase.status === 'open' && phase.missed && isClimbStopped(phase))
    .flatMap((phase) => climb(phase, phase.openedAt ?? phase.dueAt, context));
}

function isClimbStopped({ climbStoppedIn, round }: PhaseState): boolean {
  return climbStoppedIn === round;
}

function climb(
  phase: PhaseState,
  openedAt: Instant,
  { definition, calendar }: PlanningContext,
): readonly Moment[] {
  const countedFrom = rungsCountFrom(phase, openedAt, definition);
  return ladderFor(phase, definition)
    .rungs.filter(({ key }) => !phase.rungs.some((raised) => raised.rung === key))
    .filter(({ key }) => !isPassedOver(phase, key))
    .map(({ key, workdaysAfter, at }) => ({
      kind: 'escalate',
      phase: phase.key,
      round: phase.round,
      at: atLocalTime(addWorkingDays(calendar, countedFrom, workdaysAfter), at, definition.zone),
      rung: key,
    }));
}

/** The day after which the working days of the rungs are counted. */
export function rungsCountFrom(
  phase: PhaseState,
  openedAt: Instant,
  definition: Pick<Definition, 'zone'>,
): LocalDate {
  const openedOn = localDateOf(openedAt, definition.zone);
  const days = [phase.dueOn, openedOn, phase.moved?.rungsFrom ?? phase.dueOn];
  return days.reduce((latest, day) => (day > latest ? day : latest));
}

function isPassedOver({ round, passedOver }: PhaseState, rung: RungKey): boolean {
  return passedOver?.round === round && passedOver.rungs.includes(rung);
}

function ladderFor(phase: PhaseState, definition: Definition): Ladder {
  const defined = phaseOf(definition, phase.key);
  return defined === null ? definition.ladder : ladderOf(definition, defined);
}

function later(a: Instant, b: Instant | null): Instant {
  return b !== null && b > a ? b : a;
}

function compareMoments(a: Moment, b: Moment): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return ORDER_AT_ONE_INSTANT.indexOf(a.kind) - ORDER_AT_ONE_INSTANT.indexOf(b.kind);
}
