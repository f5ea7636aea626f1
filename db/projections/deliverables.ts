/** Deliverables: a row for every round of a phase in which one is owed; what was handed in stays with its round. */
import { phaseOf } from '../../domain/definition/phase-of.ts';
import type { DeliverableDefinition } from '../../domain/definition/types.ts';
import type { EventData, EventOf } from '../../domain/programme/events.ts';
import type { DeliverableState, PhaseState } from '../../domain/programme/state.ts';
import type { Act, ProjectionContext, TouchedPhase } from './project.ts';
import type {
  DeliverableKey,
  DeliverableRow,
  DeliverableStatusChange,
  RowChanges,
} from './rows.ts';
import { seatOf } from './seat-lines.ts';

export function projectDeliverables(
  touched: readonly TouchedPhase[],
  act: Act,
  context: ProjectionContext,
): Pick<RowChanges, 'deliverables' | 'deliverableStatuses' | 'deliverablesDropped'> {
  const handedIn = act.events.flatMap((event) =>
    event.type === 'DeliverableHandedIn' ? [handedInRow(event, act.next.id, context)] : [],
  );
  const owed = touched
    .filter(hasOpenedAnew)
    .flatMap(({ after }) => owedRows(after, act.next.id, context));
  const called = act.events.flatMap((event) =>
    event.type === 'DeliverableCalledFor' ? calledRows(event.data, act.next.id, context) : [],
  );
  const migrated = migratedPhases(touched, act);
  return {
    deliverables: [
      ...migrated.flatMap(({ after }) => dueRows(after, act.next.id, context)),
      ...owed,
      ...called,
      ...handedIn,
    ],
    deliverableStatuses: touched.filter((phase) => !hasOpenedAnew(phase)).flatMap(acceptances),
    deliverablesDropped: migrated.flatMap((phase) => droppedKeys(phase, context)),
  };
}

/** Open phases that the act carried over to another version, which may ask for other deliverables. */
function migratedPhases(
  touched: readonly TouchedPhase[],
  { events }: Act,
): readonly TouchedPhase[] {
  if (!events.some(({ type }) => type === 'ProgrammeMigrated')) return [];
  return touched.filter(
    ({ before, after }) => before?.status === 'open' && before.round === after.round,
  );
}

/** What is due already, whether from the beginning or as its office was told. */
function dueRows(
  phase: PhaseState,
  programmeId: string,
  context: ProjectionContext,
): readonly DeliverableRow[] {
  return phase.deliverables.flatMap((state) => {
    const { key } = state;
    if (state.status !== 'due' || !isShown(state, phase.key, context)) return [];
    const definition = findDefinition(context, phase.key, key);
    const place = { phase: phase.key, key, round: phase.round };
    return [{ ...blankRow(definition, programmeId, context), ...place }];
  });
}

/** Whether a row stands for it: what follows a step has one once its office was told, or as it was handed in. */
function isShown(
  { key, status, calledFor }: DeliverableState,
  phase: string,
  context: Pick<ProjectionContext, 'definition'>,
): boolean {
  if (status !== 'due' || calledFor === true) return true;
  const definition = findDefinition(context, phase, key);
  return definition !== undefined && definition.afterStep === undefined;
}

function droppedKeys(
  { before, after }: TouchedPhase,
  context: ProjectionContext,
): readonly DeliverableKey[] {
  const isKept = (key: string): boolean =>
    after.deliverables.some((one) => one.key === key && isShown(one, after.key, context));
  return (before?.deliverables ?? [])
    .filter((one) => isShown(one, after.key, context.before ?? context) && !isKept(one.key))
    .map(({ key }) => ({ phase: after.key, key, round: after.round }));
}

function hasOpenedAnew({ before, after }: TouchedPhase): boolean {
  if (after.status !== 'open') return false;
  return before?.status !== 'open' || before.round !== after.round;
}

function acceptances({ before, after }: TouchedPhase): readonly DeliverableStatusChange[] {
  if (before === null || before.status === after.status) return [];
  return after.deliverables
    .filter(({ status }) => status === 'accepted')
    .map(({ key, status }) => ({ phase: after.key, key, round: after.round, status }));
}

function owedRows(
  phase: PhaseState,
  programmeId: string,
  context: ProjectionContext,
): readonly DeliverableRow[] {
  return phase.deliverables.flatMap(({ key }) => {
    const definition = findDefinition(context, phase.key, key);
    if (definition?.afterStep !== undefined) return [];
    const place = { phase: phase.key, key, round: phase.round };
    return [{ ...blankRow(definition, programmeId, context), ...place }];
  });
}

/** What follows a step is owed only once that is approved. */
function calledRows(
  { phase, round, deliverables }: EventData['DeliverableCalledFor'],
  programmeId: string,
  context: ProjectionContext,
): readonly DeliverableRow[] {
  return deliverables.map((key) => ({
    ...blankRow(findDefinition(context, phase, key), programmeId, context),
    ...{ phase, key, round },
  }));
}

function handedInRow(
  event: EventOf<'DeliverableHandedIn'> & { readonly position: number },
  programmeId: string,
  context: ProjectionContext,
): DeliverableRow {
  const { phase, round, deliverable, note, data, files, by, contentHash, check } = event.data;
  return {
    ...blankRow(findDefinition(context, phase, deliverable), programmeId, context),
    phase,
    key: deliverable,
    round,
    status: 'handedIn',
    note,
    data,
    files,
    handed_in_by: by,
    handed_in_at: event.at,
    content_hash: contentHash,
    check,
    position: event.position,
  };
}

function blankRow(
  definition: DeliverableDefinition | undefined,
  programmeId: string,
  context: ProjectionContext,
): Omit<DeliverableRow, 'phase' | 'key' | 'round'> {
  const office = definition?.office ?? '';
  return {
    programme_id: programmeId,
    office,
    ...seatOf(office, context),
    status: 'due',
    note: null,
    data: null,
    files: [],
    handed_in_by: null,
    handed_in_at: null,
    content_hash: null,
    check: null,
    position: null,
  };
}

function findDefinition(
  { definition }: Pick<ProjectionContext, 'definition'>,
  phase: string,
  deliverable: string,
): DeliverableDefinition | undefined {
  return phaseOf(definition, phase)?.deliverables.find(({ key }) => key === deliverable);
}
