/** The read models as a pure fold: what one act, by the state before and after it and its events, changes in every table. */
import { toRealTime } from '../../domain/calendar/rehearsal-clock.ts';
import type { Instant, WorkCalendar } from '../../domain/calendar/types.ts';
import type { Definition } from '../../domain/definition/types.ts';
import type { EventType, ProgrammeEvent } from '../../domain/programme/events.ts';
import type { PhaseState, ProgrammeState } from '../../domain/programme/state.ts';
import { projectDeliverables } from './deliverables.ts';
import { projectEscalations } from './escalations.ts';
import { projectMoments } from './moments.ts';
import { projectNotifications } from './notifications.ts';
import type { PhaseRow, RowChanges } from './rows.ts';
import { projectTaskDueDates, projectTasks } from './tasks.ts';

export type PositionedEvent = ProgrammeEvent & { readonly position: number };

/** One act: the events of one command and the states around them. */
export interface Act {
  /** Null before activation. */
  readonly previous: ProgrammeState | null;
  readonly next: ProgrammeState;
  readonly events: readonly PositionedEvent[];
}

export interface ProjectionContext {
  readonly definition: Definition;
  /** By which the programme goes after the act. */
  readonly calendar: WorkCalendar;
  /** By which it went before; another one only where the act moved it to a newer version. */
  readonly calendarBefore: WorkCalendar;
  /** Office → seat. */
  readonly seats: Readonly<Record<string, string>>;
  /** Real time. */
  readonly recordedAt: Instant;
  /** Whether e-mail is sent at all. */
  readonly email: boolean;
}

/** A phase that an act changed; `before` is null at activation. */
export interface TouchedPhase {
  readonly before: PhaseState | null;
  readonly after: PhaseState;
  readonly ordinal: number;
}

const KEEPS_THE_PLAN: ReadonlySet<EventType> = new Set<EventType>([
  'DeliverableHandedIn',
  'StepOpened',
  'StepRecalled',
  'StepDecided',
  'DecisionWithdrawn',
]);

/** Whether an event of this type may change what the programme does next by itself. */
export function changesThePlan(type: EventType): boolean {
  return !KEEPS_THE_PLAN.has(type);
}

export function project(act: Act, context: ProjectionContext): RowChanges {
  const touched = touchedPhases(act);
  return {
    phases: touched.flatMap((phase) => projectPhase(phase, act.next)),
    tasks: projectTasks(touched, act, context),
    ...projectDeliverables(touched, act, context),
    ...projectEscalations(act),
    taskDueDates: projectTaskDueDates(touched, act, context),
    notifications: projectNotifications(act, context),
    moments: act.events.some(({ type }) => changesThePlan(type))
      ? projectMoments(act, context)
      : [],
  };
}

/** Folding leaves what it does not change the same object; the end of a programme touches every phase. */
function touchedPhases({ previous, next }: Act): readonly TouchedPhase[] {
  const isOver = previous !== null && previous.status !== next.status;
  const known = new Map(previous?.phases.map((phase) => [phase.key, phase]));
  return next.phases.flatMap((after, ordinal) => {
    const before = known.get(after.key) ?? null;
    return isOver || before !== after ? [{ before, after, ordinal }] : [];
  });
}

function projectPhase(
  { before, after, ordinal }: TouchedPhase,
  next: ProgrammeState,
): readonly PhaseRow[] {
  const changed =
    before?.status !== after.status ||
    before.round !== after.round ||
    before.dueAt !== after.dueAt ||
    before.missed !== after.missed ||
    before.rungs.length !== after.rungs.length;
  if (!changed) return [];
  return [
    {
      programme_id: next.id,
      key: after.key,
      ordinal,
      round: after.round,
      status: after.status,
      opens_on: after.opensOn,
      due_on: after.dueOn,
      due_at: after.dueAt,
      due_real_at: toRealTime(next.clock, after.dueAt),
      opened_at: after.openedAt,
      closed_at: after.closedAt,
      missed: after.missed,
      rung: after.rungs.at(-1)?.rung ?? null,
    },
  ];
}
