/** Deliverables: a row for every round of a phase in which one is owed; what was handed in stays with its round. */
import { phaseOf } from '../../domain/definition/phase-of.ts';
import type { DeliverableDefinition } from '../../domain/definition/types.ts';
import type { EventOf } from '../../domain/programme/events.ts';
import type { PhaseState } from '../../domain/programme/state.ts';
import type { Act, ProjectionContext, TouchedPhase } from './project.ts';
import type {
  DeliverableKey,
  DeliverableRow,
  DeliverableStatusChange,
  RowChanges,
} from './rows.ts';

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
  const migrated = migratedPhases(touched, act);
  return {
    deliverables: [
      ...migrated.flatMap(({ after }) => owedRows(stillDue(after), act.next.id, context)),
      ...owed,
      ...handedIn,
    ],
    deliverableStatuses: touched.filter((phase) => !hasOpenedAnew(phase)).flatMap(acceptances),
    deliverablesDropped: migrated.flatMap(droppedKeys),
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

function stillDue(phase: PhaseState): PhaseState {
  return { ...phase, deliverables: phase.deliverables.filter(({ status }) => status === 'due') };
}

function droppedKeys({ before, after }: TouchedPhase): readonly DeliverableKey[] {
  const kept = new Set(after.deliverables.map(({ key }) => key));
  return (before?.deliverables ?? [])
    .filter(({ key }) => !kept.has(key))
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
  return phase.deliverables.map(({ key }) => ({
    ...blankRow(findDefinition(context, phase.key, key), programmeId, context),
    phase: phase.key,
    key,
    round: phase.round,
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
  { seats }: ProjectionContext,
): Omit<DeliverableRow, 'phase' | 'key' | 'round'> {
  const office = definition?.office ?? '';
  return {
    programme_id: programmeId,
    office,
    seat: seats[office] ?? office,
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
