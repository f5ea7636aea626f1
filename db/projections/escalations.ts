/** Escalations: a row for every rung that was raised, with the answer once there is one. */
import { localDateOf } from '../../domain/calendar/dates.ts';
import type { EventOf } from '../../domain/programme/events.ts';
import type { Act, PositionedEvent, ProjectionContext } from './project.ts';
import type { EscalationAnswerChange, EscalationRow, RowChanges } from './rows.ts';

export function projectEscalations(
  { next, events }: Act,
  { definition }: ProjectionContext,
): Pick<RowChanges, 'escalations' | 'escalationAnswers'> {
  return {
    escalations: events.flatMap((event) =>
      event.type === 'EscalationRaised' ? [raisedRow(event, next.id, definition.zone)] : [],
    ),
    escalationAnswers: events.flatMap(answerChanges),
  };
}

function raisedRow(
  event: EventOf<'EscalationRaised'>,
  programmeId: string,
  zone: string,
): EscalationRow {
  const { data } = event;
  return {
    id: data.escalationId,
    programme_id: programmeId,
    phase: data.phase,
    round: data.round,
    rung: data.rung,
    planned_at: data.plannedAt,
    raised_at: event.at,
    responsible: data.responsible,
    answer_due_on: data.answerDueOn,
    answer: null,
    answered_by: null,
    answered_office: null,
    answered_at: null,
    raised_on: localDateOf(event.at, zone),
    due_on: data.dueOn,
    answer_missed: false,
  };
}

function answerChanges(event: PositionedEvent): readonly EscalationAnswerChange[] {
  switch (event.type) {
    case 'EscalationAnswered':
      return [answerChange(event)];
    case 'AnswerMissed':
      return [{ ...KEEP, id: event.data.escalationId, answer_missed: true }];
    case 'ProgrammeResumed':
      return event.data.answers.map(({ escalationId, answerDueOn }) => ({
        ...KEEP,
        id: escalationId,
        answer_due_on: answerDueOn,
      }));
    case 'CalendarApplied':
      return event.data.answers.map(({ escalationId, answerDueOnAfter }) => ({
        ...KEEP,
        id: escalationId,
        answer_due_on: answerDueOnAfter,
      }));
    default:
      return [];
  }
}

const KEEP = {
  answer: null,
  answered_by: null,
  answered_office: null,
  answered_at: null,
  answer_due_on: null,
  answer_missed: null,
} as const;

function answerChange({ at, data }: EventOf<'EscalationAnswered'>): EscalationAnswerChange {
  return {
    ...KEEP,
    id: data.escalationId,
    answer: data.answer,
    answered_by: data.by,
    answered_office: data.office,
    answered_at: at,
  };
}
