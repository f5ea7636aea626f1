/** The timetable of a rehearsal's unit programmes: which unit works on which phase on which day. Pure. */
import { addDays, daysBetween } from '../../domain/calendar/dates.ts';
import type { LocalDate, WorkCalendar } from '../../domain/calendar/types.ts';
import { addWorkingDays } from '../../domain/calendar/working-days.ts';
import type { DutyDefinition } from '../../domain/definition/duty-types.ts';
import { nextPeriod, periodOf, windowOf } from '../../domain/definition/periods.ts';
import { derivedKey } from '../../domain/definition/phase-key.ts';
import type { Definition, PhaseDefinition } from '../../domain/definition/types.ts';
import type { PhaseTimetable, RolloutScenario } from '../../programmes/scenario-units.ts';

export interface RehearsedUnit {
  readonly key: string;
  readonly within: string | null;
}

export interface UnitJob {
  readonly unit: string;
  readonly phase: string;
  /** The first day on which the unit's people work on the phase. */
  readonly on: LocalDate;
}

export interface UnitPlan {
  readonly definition: Definition;
  readonly calendar: WorkCalendar;
  readonly units: readonly RehearsedUnit[];
  readonly scenario: RolloutScenario;
  /** Days by which the paper's dates are moved. */
  readonly shiftDays: number;
  /** No job lies after this day. */
  readonly until: LocalDate;
}

/** Where a phase's window has no timetable of its own. */
const USUAL_PART = 0.6;
/** Periods are worked on as the phases of a plan are: on the third working day before they are due. */
const PERIOD_WORKDAYS_BEFORE = 3;

/** Every job in the order of its day. */
export function unitJobs(plan: UnitPlan): readonly UnitJob[] {
  const ranked = rankUnits(plan.units);
  const jobs = [
    ...plan.definition.phases.flatMap((phase) => phaseJobs(phase, ranked, plan)),
    ...(plan.definition.duties ?? []).flatMap((duty) => dutyJobs(duty, plan)),
  ];
  return jobs
    .filter(({ on }) => on <= plan.until)
    .toSorted((a, b) => compare(a.on, b.on) || compare(a.unit, b.unit));
}

/** The units of a sample, spread evenly over the whole; all of them when there are not more. */
export function sampleOf<U>(units: readonly U[], size: number | undefined): readonly U[] {
  if (size === undefined || size >= units.length) return units;
  return Array.from({ length: size }, (_none, index) => {
    const place = Math.floor((index * units.length) / size);
    return units.slice(place, place + 1);
  }).flat();
}

interface RankedUnit extends RehearsedUnit {
  /** Place among the units of the same wider unit, from 0, and how many they are. */
  readonly rank: number;
  readonly of: number;
  /** Place among all, from 0. */
  readonly place: number;
}

function rankUnits(units: readonly RehearsedUnit[]): readonly RankedUnit[] {
  const sizes = new Map<string | null, number>();
  const ranked = units.map((unit, place) => {
    const rank = sizes.get(unit.within) ?? 0;
    sizes.set(unit.within, rank + 1);
    return { ...unit, rank, place };
  });
  return ranked.map((unit) => ({ ...unit, of: sizes.get(unit.within) ?? 1 }));
}

function phaseJobs(
  phase: PhaseDefinition,
  units: readonly RankedUnit[],
  plan: UnitPlan,
): readonly UnitJob[] {
  const timetable = plan.scenario.phases?.[phase.key] ?? {};
  return units
    .filter((unit) => isAmong(unit, units.length, timetable))
    .map((unit) => {
      const usual = dayOf(phase, unit, timetable);
      return {
        unit: unit.key,
        phase: phase.key,
        on: addDays(lateDay(phase.key, unit, { usual, plan }), plan.shiftDays),
      };
    });
}

/** Every k-th unit stays away, so that the share holds in each part of the set. */
function isAmong(unit: RankedUnit, count: number, { sharePercent = 100 }: PhaseTimetable): boolean {
  const before = Math.floor((unit.place * sharePercent) / 100);
  const after = Math.floor(((unit.place + 1) * sharePercent) / 100);
  const isLast = unit.place === count - 1;
  return after > before || (isLast && sharePercent === 100);
}

function dayOf(phase: PhaseDefinition, unit: RankedUnit, { by }: PhaseTimetable): LocalDate {
  const { from, to } = phase.window;
  if (by === undefined) return addDays(from, Math.floor(daysBetween(from, to) * USUAL_PART));
  return by[Math.floor((unit.rank * by.length) / unit.of)] ?? to;
}

function lateDay(
  phase: string,
  unit: RankedUnit,
  { usual, plan }: { readonly usual: LocalDate; readonly plan: UnitPlan },
): LocalDate {
  const late = (plan.scenario.late ?? []).find(
    (each) =>
      each.phase === phase &&
      each.insteadOf === usual &&
      (each.unit === unit.key || each.unit === unit.within),
  );
  return late?.on ?? usual;
}

function dutyJobs(duty: DutyDefinition, plan: UnitPlan): readonly UnitJob[] {
  const jobs: UnitJob[] = [];
  const first = addDays(duty.from, plan.shiftDays);
  const last = duty.until === null ? plan.until : addDays(duty.until, plan.shiftDays);
  let period = periodOf(duty.every, first);
  for (;;) {
    const { from, to } = windowOf(duty, period);
    if (from > plan.until || from > last) return jobs;
    const wished = addWorkingDays(plan.calendar, to, -PERIOD_WORKDAYS_BEFORE);
    const on = wished < from ? from : wished;
    const phase = derivedKey(duty.key, period);
    // A period that was due before the duty began is not asked for.
    if (to >= first) jobs.push(...plan.units.map((unit) => ({ unit: unit.key, phase, on })));
    period = nextPeriod(duty.every, period);
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
