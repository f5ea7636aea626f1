/** Tasks: a row for every slot that is or was open, from the open slots before and after an act. */
import { toRealTime } from '../../domain/calendar/rehearsal-clock.ts';
import type { EventOf } from '../../domain/programme/events.ts';
import { requirePhase } from '../../domain/programme/lookups.ts';
import { currentStep, openOffices } from '../../domain/programme/progress.ts';
import type { PhaseState, ProgrammeState } from '../../domain/programme/state.ts';
import type { Act, ProjectionContext, PositionedEvent, TouchedPhase } from './project.ts';
import type { TaskDateChange, TaskRow } from './rows.ts';
import { seatOf } from './seat-lines.ts';

type Decided = EventOf<'StepDecided'> & { readonly position: number };

interface Slot {
  readonly id: string;
  readonly step: string;
  readonly office: string;
}

export function taskId(
  programmeId: string,
  place: {
    readonly phase: string;
    readonly round: number;
    readonly step: string;
    readonly office: string;
  },
): string {
  return `${programmeId}.${place.phase}.${place.round}.${place.step}.${place.office}`;
}

export function projectTasks(
  touched: readonly TouchedPhase[],
  act: Act,
  context: ProjectionContext,
): readonly TaskRow[] {
  return touched.flatMap(({ before, after }) => {
    const was = before === null ? [] : openSlots(act.previous, before, context.before ?? context);
    const is = openSlots(act.next, after, context);
    const opened = is.filter(({ id }) => !was.some((slot) => slot.id === id));
    const left = was.filter(({ id }) => !is.some((slot) => slot.id === id));
    return [
      ...left.map((slot) => leftRow(slot, before ?? after, { act, context })),
      ...opened.map((slot) => baseRow(slot, after, { act, context })),
    ];
  });
}

/**
 * Open tasks that stay open while their phase is given another due day, or their office another line of stand-ins; how long they
 * have been open stays as it is.
 */
export function projectTaskDates(
  touched: readonly TouchedPhase[],
  { previous, next }: Act,
  context: ProjectionContext,
): readonly TaskDateChange[] {
  return touched.flatMap(({ before, after }) => {
    const then = context.before ?? context;
    if (before === null) return [];
    const isRedated = before.dueAt !== after.dueAt;
    if (!isRedated && then.definition === context.definition) return [];
    const was = new Set(openSlots(previous, before, then).map(({ id }) => id));
    const due_real_at = toRealTime(next.clock, after.dueAt);
    return openSlots(next, after, context)
      .filter(({ id }) => was.has(id))
      .map(({ id, office }) => {
        return { id, due_at: after.dueAt, due_real_at, ...seatOf(office, context) };
      });
  });
}

function openSlots(
  state: ProgrammeState | null,
  phase: PhaseState,
  { definition }: Pick<ProjectionContext, 'definition'>,
): readonly Slot[] {
  if (state?.status !== 'active' || phase.status !== 'open') return [];
  const view = requirePhase(state, definition, phase.key);
  const step = currentStep(view)?.state.key ?? '';
  return openOffices(view).map((office) => ({
    id: taskId(state.id, { phase: phase.key, round: phase.round, step, office }),
    step,
    office,
  }));
}

interface Scene {
  readonly act: Act;
  readonly context: ProjectionContext;
}

function baseRow(slot: Slot, phase: PhaseState, { act, context }: Scene): TaskRow {
  const { next, events } = act;
  return {
    id: slot.id,
    programme_id: next.id,
    phase: phase.key,
    round: phase.round,
    step: slot.step,
    office: slot.office,
    ...seatOf(slot.office, context),
    status: 'open',
    opened_at: events.at(-1)?.at ?? context.recordedAt,
    due_at: phase.dueAt,
    due_real_at: toRealTime(next.clock, phase.dueAt),
    decision: null,
    opinion: null,
    decided_by: null,
    decided_at: null,
    decided_real_at: null,
    position: null,
  };
}

/** Decided by its office, or taken away by what somebody else did. */
function leftRow(slot: Slot, phase: PhaseState, scene: Scene): TaskRow {
  const row = baseRow(slot, phase, scene);
  const decided = scene.act.events.find((event) => decides(event, slot, phase)) as
    Decided | undefined; // `decides` looked
  if (decided === undefined) return { ...row, status: 'cancelled' };
  const { decision, opinion, by } = decided.data;
  return {
    ...row,
    status: 'done',
    decision,
    opinion,
    decided_by: by,
    decided_at: decided.at,
    decided_real_at: scene.context.recordedAt,
    position: decided.position,
  };
}

function decides(event: PositionedEvent, slot: Slot, phase: PhaseState): boolean {
  return (
    event.type === 'StepDecided' &&
    event.data.phase === phase.key &&
    event.data.step === slot.step &&
    event.data.office === slot.office
  );
}
