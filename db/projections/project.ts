/** The read models as a pure fold: what one act, by the state before and after it and its events, changes in every table. */
import type { Instant, WorkCalendar } from '../../domain/calendar/types.ts';
import { dutyOf } from '../../domain/definition/phase-key.ts';
import type { Definition } from '../../domain/definition/types.ts';
import type { EventType, ProgrammeEvent } from '../../domain/programme/events.ts';
import type { PhaseState, ProgrammeState } from '../../domain/programme/state.ts';
import { projectDeliverables } from './deliverables.ts';
import { projectEscalations } from './escalations.ts';
import { projectHands } from './hands.ts';
import { projectIndicators } from './indicators.ts';
import { projectMatters } from './matters.ts';
import { projectMoments } from './moments.ts';
import { projectNotifications } from './notifications.ts';
import { projectRemoved } from './removed-phases.ts';
import type { PhaseRow, RowChanges } from './rows.ts';
import { phaseRow } from './phase-row.ts';
import { projectSeatLines } from './seat-lines.ts';
import { projectTaskDates, projectTasks } from './tasks.ts';

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

/** More phases than a definition may have. */
const AFTER_ALL_PHASES = 100_000;

const KEEPS_THE_PLAN: ReadonlySet<EventType> = new Set<EventType>([
  'DeliverableHandedIn',
  'StepOpened',
  'StepRecalled',
  'StepDecided',
  'DecisionWithdrawn',
  'SampleDrawn',
  'UnitInspected',
  'ExtensionRequested',
  'LateExtensionRequested',
  'ExtensionRefused',
  'SlotTransferred',
  'SignerAdded',
  'SignerRemoved',
  'ConsultationAsked',
  'ConsultationAnswered',
  'PhaseCopied',
  'PhaseUrged',
  'MeetingInquorate',
  'DeliverableCalledFor',
  'IndicatorReported',
  'MigrationProposed',
  'MigrationRefused',
]);

/** Whether an event of this type may change what the programme does next by itself. */
export function changesThePlan(type: EventType): boolean {
  return !KEEPS_THE_PLAN.has(type);
}

export function project(act: Act, context: ProjectionContext): RowChanges {
  const touched = touchedPhases(act);
  const asked = {
    tasks: projectTasks(touched, act, context),
    taskDates: projectTaskDates(touched, act, context),
    ...projectDeliverables(touched, act, context),
    ...projectHands(touched, act, context),
  };
  return {
    phases: [...touched.flatMap((phase) => projectPhase(phase, act)), ...projectRemoved(act)],
    ...asked,
    seatLines: projectSeatLines(act.next.id, asked),
    ...projectEscalations(act, context),
    ...projectMatters(act, context),
    ...projectIndicators(act),
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
  return next.phases.flatMap((after, index) => {
    const before = known.get(after.key) ?? null;
    const ordinal = ordinalOf(after, index, next);
    return isOver || before !== after ? [{ before, after, ordinal }] : [];
  });
}

/** Periods of a duty come and go, so that their place among the phases is no place of theirs: they share their duty's. */
function ordinalOf({ key }: PhaseState, index: number, { duties }: ProgrammeState): number {
  const duty = dutyOf(key);
  const place = duty === null ? -1 : duties.findIndex((known) => known.key === duty);
  return place < 0 ? index : AFTER_ALL_PHASES + place;
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
