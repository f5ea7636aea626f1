/** The dates of a run on paper, each under a name of its own, and in what two runs differ. */
import { localDateOf } from '../calendar/dates.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import type { RungKey } from '../definition/types.ts';
import type { ProgrammeEvent } from '../programme/events.ts';
import type { Simulation } from './simulate.ts';

export type DateKind = 'opens' | 'due' | 'reminder' | 'missed' | 'rung' | 'closes' | 'completes';

/** An instant and the day on which it lies in the zone of the definition; of `due` the due day and the first instant after it. */
export interface At {
  readonly on: LocalDate;
  readonly at: Instant;
}

export interface DateOfRun {
  readonly kind: DateKind;
  /** Null where the whole programme is meant. */
  readonly phase: string | null;
  readonly round: number | null;
  readonly workdaysBefore?: number;
  readonly rung?: RungKey;
  readonly at: At;
}

/** A date that differs; null where it does not come about. */
export interface Move extends Omit<DateOfRun, 'at'> {
  readonly before: At | null;
  readonly after: At | null;
}

/** Dates by name: kind, phase, round and what else tells them apart. */
export function datesOf(run: Simulation, zone: string): ReadonlyMap<string, DateOfRun> {
  const dates = new Map<string, DateOfRun>();
  const put = (date: DateOfRun): void => {
    dates.set(nameOf(date), date);
  };
  // Of a phase that never opens only the due day is known.
  for (const { key, round, dueOn, dueAt } of run.state.phases) {
    put({ kind: 'due', phase: key, round, at: { on: dueOn, at: dueAt } });
  }
  for (const event of run.events) datesIn(event, zone).forEach(put);
  return dates;
}

/** The soonest first. */
export function movesBetween(
  before: ReadonlyMap<string, DateOfRun>,
  after: ReadonlyMap<string, DateOfRun>,
): readonly Move[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names]
    .flatMap((name) => moveOf(before.get(name), after.get(name)))
    .toSorted((a, b) => compareTexts(whenOf(a), whenOf(b)));
}

function moveOf(before: DateOfRun | undefined, after: DateOfRun | undefined): readonly Move[] {
  const date = after ?? before;
  if (date === undefined || before?.at.at === after?.at.at) return [];
  const { at: _at, ...what } = date;
  return [{ ...what, before: before?.at ?? null, after: after?.at ?? null }];
}

function datesIn(event: ProgrammeEvent, zone: string): readonly DateOfRun[] {
  const at = { at: event.at, on: localDateOf(event.at, zone) };
  switch (event.type) {
    case 'PhaseOpened': {
      const { phase, round, dueOn, dueAt } = event.data;
      return [
        { kind: 'opens', phase, round, at },
        { kind: 'due', phase, round, at: { on: dueOn, at: dueAt } },
      ];
    }
    case 'DeadlineReminded': {
      const { phase, round, workdaysBefore } = event.data;
      return [{ kind: 'reminder', phase, round, workdaysBefore, at }];
    }
    case 'DeadlineMissed':
      return [{ kind: 'missed', phase: event.data.phase, round: event.data.round, at }];
    case 'EscalationRaised': {
      const { phase, round, rung } = event.data;
      return [{ kind: 'rung', phase, round, rung, at }];
    }
    case 'PhaseClosed':
      return [{ kind: 'closes', phase: event.data.phase, round: event.data.round, at }];
    case 'ProgrammeCompleted':
      return [{ kind: 'completes', phase: null, round: null, at }];
    default:
      return [];
  }
}

function nameOf({ kind, phase, round, workdaysBefore, rung }: DateOfRun): string {
  const place = phase === null ? kind : `${kind}/${phase}/${String(round)}`;
  return `${place}${workdaysBefore === undefined ? '' : `/${workdaysBefore}`}${rung === undefined ? '' : `/${rung}`}`;
}

function whenOf({ before, after }: Move): Instant {
  return (after ?? before)?.at ?? '';
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
