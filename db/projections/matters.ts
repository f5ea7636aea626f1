/** Matters: a row for every extension asked for, review asked for and accountability proposed, with what was decided. */
import type { EventOf } from '../../domain/programme/events.ts';
import { accountabilityDecider } from '../../domain/programme/time/reviews.ts';
import type { Act, PositionedEvent, ProjectionContext } from './project.ts';
import type { MatterDecision, MatterRow, RowChanges } from './rows.ts';

export function projectMatters(
  { next, events }: Act,
  context: ProjectionContext,
): Pick<RowChanges, 'matters' | 'matterDecisions'> {
  return {
    matters: events.flatMap((event) => raisedBy(event, next.id, context)),
    matterDecisions: events.flatMap(decidedBy),
  };
}

export function accountabilityId(escalationId: string): string {
  return `${escalationId}.accountability`;
}

function raisedBy(
  event: PositionedEvent,
  programmeId: string,
  context: ProjectionContext,
): readonly MatterRow[] {
  switch (event.type) {
    case 'ExtensionRequested':
    case 'LateExtensionRequested':
      return [extensionRow(event, programmeId, context)];
    case 'ReviewRequested':
      return [reviewRow(event, programmeId, context)];
    case 'EscalationRaised':
      return event.data.rung === 'accountability' ? [proposalRow(event, programmeId, context)] : [];
    default:
      return [];
  }
}

function extensionRow(
  event: EventOf<'ExtensionRequested'> | EventOf<'LateExtensionRequested'>,
  programmeId: string,
  { seats }: ProjectionContext,
): MatterRow {
  const { extension, phase, round, office, by, reason, progress, from, to } = event.data;
  const decider = event.type === 'ExtensionRequested' ? event.data.decider : null;
  return {
    ...UNDECIDED,
    id: extension,
    programme_id: programmeId,
    kind: 'extension',
    phase,
    round,
    ...seatOf(decider, seats),
    status: event.type === 'ExtensionRequested' ? 'open' : 'late',
    asked_office: office,
    asked_by: by,
    asked_at: event.at,
    asked: { reason, progress, from, to },
    due_on: from,
  };
}

function reviewRow(
  { at, data }: EventOf<'ReviewRequested'>,
  programmeId: string,
  { seats }: ProjectionContext,
): MatterRow {
  return {
    ...UNDECIDED,
    id: data.review,
    programme_id: programmeId,
    kind: 'review',
    phase: data.phase,
    round: data.round,
    escalation_id: data.escalationId,
    ...seatOf(data.decider, seats),
    asked_office: data.office,
    asked_by: data.by,
    asked_at: at,
    asked: { rung: data.rung, grounds: data.grounds },
    due_on: data.dueOn,
  };
}

/** The ladder only proposes; whoever decides is no office among the responsible ones. */
function proposalRow(
  { at, data }: EventOf<'EscalationRaised'>,
  programmeId: string,
  { definition, seats }: ProjectionContext,
): MatterRow {
  return {
    ...UNDECIDED,
    id: accountabilityId(data.escalationId),
    programme_id: programmeId,
    kind: 'accountability',
    phase: data.phase,
    round: data.round,
    escalation_id: data.escalationId,
    ...seatOf(accountabilityDecider(definition, data.responsible), seats),
    asked_office: null,
    asked_by: null,
    asked_at: at,
    asked: { rung: data.rung },
    due_on: null,
  };
}

const UNDECIDED = {
  status: 'open',
  escalation_id: null,
  decided_by: null,
  decided_office: null,
  decided_at: null,
  outcome: null,
} as const;

function seatOf(
  decider: string | null,
  seats: ProjectionContext['seats'],
): Pick<MatterRow, 'decider' | 'seat'> {
  return { decider, seat: decider === null ? null : (seats[decider] ?? decider) };
}

function decidedBy(event: PositionedEvent): readonly MatterDecision[] {
  switch (event.type) {
    case 'DeadlineExtended': {
      const { extension, from, to, opinion } = event.data;
      return [
        decision(event, { id: extension, status: 'granted', outcome: { from, to, opinion } }),
      ];
    }
    case 'ExtensionRefused': {
      const { extension, opinion } = event.data;
      return [decision(event, { id: extension, status: 'refused', outcome: { opinion } })];
    }
    case 'ReviewDecided':
      return reviewDecisions(event);
    case 'AccountabilityDecided': {
      const { escalationId, measure, opinion } = event.data;
      const id = accountabilityId(escalationId);
      return [decision(event, { id, status: 'decided', outcome: { measure, opinion } })];
    }
    default:
      return [];
  }
}

/** A proposal falls with the rung that made it. */
function reviewDecisions(event: EventOf<'ReviewDecided'>): readonly MatterDecision[] {
  const { review, upheld, opinion, rung, escalationId } = event.data;
  const status = upheld ? 'upheld' : 'struck';
  const judged = decision(event, { id: review, status, outcome: { opinion } });
  if (upheld || rung !== 'accountability') return [judged];
  return [judged, { ...judged, id: accountabilityId(escalationId) }];
}

function decision(
  event: { readonly at: string; readonly data: { readonly by: string; readonly office: string } },
  fields: Pick<MatterDecision, 'id' | 'status' | 'outcome'>,
): MatterDecision {
  const { by, office } = event.data;
  return { ...fields, decided_by: by, decided_office: office, decided_at: event.at };
}
