/** Escalations: a row for every rung that was raised, with the answer once there is one. */
import type { EventOf } from '../../domain/programme/events.ts';
import type { Act } from './project.ts';
import type {
  EscalationAnswerChange,
  EscalationDateChange,
  EscalationRow,
  RowChanges,
} from './rows.ts';

export function projectEscalations({
  next,
  events,
}: Act): Pick<RowChanges, 'escalations' | 'escalationAnswers' | 'escalationDates'> {
  return {
    escalations: events.flatMap((event) =>
      event.type === 'EscalationRaised' ? [raisedRow(event, next.id)] : [],
    ),
    escalationAnswers: events.flatMap((event) =>
      event.type === 'EscalationAnswered' ? [answerChange(event)] : [],
    ),
    escalationDates: events.flatMap((event) =>
      event.type === 'CalendarApplied' ? dateChanges(event) : [],
    ),
  };
}

function raisedRow(event: EventOf<'EscalationRaised'>, programmeId: string): EscalationRow {
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
  };
}

function answerChange({ at, data }: EventOf<'EscalationAnswered'>): EscalationAnswerChange {
  return {
    id: data.escalationId,
    answer: data.answer,
    answered_by: data.by,
    answered_office: data.office,
    answered_at: at,
  };
}

function dateChanges({ data }: EventOf<'CalendarApplied'>): readonly EscalationDateChange[] {
  return data.answers.map(({ escalationId, answerDueOnAfter }) => ({
    id: escalationId,
    answer_due_on: answerDueOnAfter,
  }));
}
