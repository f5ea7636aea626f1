/** The read models as a pure fold: what one act, by the state before and after it and its events, changes in every table. */
import type { Instant, WorkCalendar } from '../../domain/calendar/types.ts';
import type { Definition } from '../../domain/definition/types.ts';
import type { EventType, ProgrammeEvent } from '../../domain/programme/events.ts';
import type { PhaseState, ProgrammeState } from '../../domain/programme/state.ts';
import { projectDeliverables } from './deliverables.ts';
import { projectEscalations } from './escalations.ts';
import { projectMoments } from './moments.ts';
import { projectNotifications } from './notifications.ts';
import { projectRemoved } from './removed-phases.ts';
import type { PhaseRow, RowChanges } from './rows.ts';
import { phaseRow } from './phase-row.ts';
import { projectTasks } from './tasks.ts';

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
  readonly calendar: WorkCalendar;
  /** Office → seat. */
  readonly seats: Readonly<Record<string, string>>;
  /** Real time. */
  readonly recordedAt: Instant;
  /** Whether e-mail is sent at all. */
  readonly email: boolean;
  /** The plan that was in force before the act, where the act may have changed it. */
  readonly before?: Pick<ProjectionContext, 'definition' | 'calendar'>;
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
  'MigrationProposed',
  'MigrationRefused',
]);

/** Whether an event of this type may change what the programme does next by itself. */
export function changesThePlan(type: EventType): boolean {
  return !KEEPS_THE_PLAN.has(type);
}

export function project(act: Act, context: ProjectionContext): RowChanges {
  const touched = touchedPhases(act);
  return {
    phases: [...touched.flatMap((phase) => projectPhase(phase, act)), ...projectRemoved(act)],
    tasks: projectTasks(touched, act, context),
    ...projectDeliverables(touched, act, context),
    ...projectEscalations(act),
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
  { next, events }: Act,
): readonly PhaseRow[] {
  const changed =
    // Another version may have put it in another place.
    events.some(({ type }) => type === 'ProgrammeMigrated') ||
    before?.status !== after.status ||
    before.round !== after.round ||
    before.dueAt !== after.dueAt ||
    before.opensOn !== after.opensOn ||
    before.missed !== after.missed ||
    before.rungs.length !== after.rungs.length;
  if (!changed) return [];
  return [phaseRow(after, ordinal, next)];
}
