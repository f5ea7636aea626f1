/** Deliverables: a row for every round of a phase in which one is owed; what was handed in stays with its round. */
import { phaseOf } from '../../domain/definition/phase-of.ts';
import type { DeliverableDefinition } from '../../domain/definition/types.ts';
import type { EventData, EventOf } from '../../domain/programme/events.ts';
import type { PhaseState } from '../../domain/programme/state.ts';
import type { Act, ProjectionContext, TouchedPhase } from './project.ts';
import type { DeliverableRow, DeliverableStatusChange, RowChanges } from './rows.ts';
import { seatOf } from './seat-lines.ts';

export function projectDeliverables(
  touched: readonly TouchedPhase[],
  act: Act,
  context: ProjectionContext,
): Pick<RowChanges, 'deliverables' | 'deliverableStatuses'> {
  const handedIn = act.events.flatMap((event) =>
    event.type === 'DeliverableHandedIn' ? [handedInRow(event, act.next.id, context)] : [],
  );
  const owed = touched
    .filter(hasOpenedAnew)
    .flatMap(({ after }) => owedRows(after, act.next.id, context));
  const called = act.events.flatMap((event) =>
    event.type === 'DeliverableCalledFor' ? calledRows(event.data, act.next.id, context) : [],
  );
  return {
    deliverables: [...owed, ...called, ...handedIn],
    deliverableStatuses: touched.filter((phase) => !hasOpenedAnew(phase)).flatMap(acceptances),
  };
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
  { definition }: ProjectionContext,
  phase: string,
  deliverable: string,
): DeliverableDefinition | undefined {
  return phaseOf(definition, phase)?.deliverables.find(({ key }) => key === deliverable);
}
