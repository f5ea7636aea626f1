/** Consultations and copies: a row for each, and what became of a consultation from the state before and after an act. */
import type { EventOf } from '../../domain/programme/events.ts';
import { openConsultations } from '../../domain/programme/hands/places.ts';
import { requirePhase } from '../../domain/programme/lookups.ts';
import type { PhaseState, ProgrammeState } from '../../domain/programme/state.ts';
import type { Act, ProjectionContext, TouchedPhase } from './project.ts';
import type { ConsultationChange, ConsultationRow, CopyRow, RowChanges } from './rows.ts';
import { seatOf } from './seat-lines.ts';

export function projectHands(
  touched: readonly TouchedPhase[],
  act: Act,
  context: ProjectionContext,
): Pick<RowChanges, 'consultations' | 'consultationChanges' | 'copies'> {
  return {
    consultations: act.events.flatMap((event) =>
      event.type === 'ConsultationAsked' ? [askedRow(event, act.next.id, context)] : [],
    ),
    consultationChanges: touched.flatMap((phase) => changesOf(phase, act, context)),
    copies: act.events.flatMap((event) =>
      event.type === 'PhaseCopied' ? [copyRow(event, act.next.id, context)] : [],
    ),
  };
}

function askedRow(
  { at, data }: EventOf<'ConsultationAsked'>,
  programmeId: string,
  context: ProjectionContext,
): ConsultationRow {
  return {
    id: data.consultationId,
    programme_id: programmeId,
    phase: data.phase,
    round: data.round,
    step: data.step,
    office: data.office,
    consulted: data.consulted,
    ...seatOf(data.consulted, context),
    status: 'open',
    question: data.question,
    asked_by: data.by,
    asked_at: at,
    asked_real_at: context.recordedAt,
    answer: null,
    answered_by: null,
    answered_at: null,
  };
}

type Standing = Pick<ConsultationChange, 'id' | 'office' | 'status'>;

/** One that went with its round counts as closed. */
function changesOf(
  { before, after }: TouchedPhase,
  act: Act,
  context: ProjectionContext,
): readonly ConsultationChange[] {
  if (before === null) return [];
  const is = new Map(standings(act.next, after, context).map((one) => [one.id, one]));
  const then = standings(act.previous, before, context.before ?? context);
  return then.flatMap((was): readonly ConsultationChange[] => {
    const { status, office } = is.get(was.id) ?? {
      status: closedUnlessOver(was),
      office: was.office,
    };
    if (status === was.status && office === was.office) return [];
    return [{ id: was.id, office, status, ...answerOf(was.id, act) }];
  });
}

function closedUnlessOver({ status }: Standing): Standing['status'] {
  return status === 'open' ? 'closed' : status;
}

function standings(
  state: ProgrammeState | null,
  phase: PhaseState,
  { definition }: Pick<ProjectionContext, 'definition'>,
): readonly Standing[] {
  const asked = phase.steps.flatMap(({ consultations }) => consultations ?? []);
  if (state === null || asked.length === 0) return [];
  const isAsking = state.status === 'active';
  const open = isAsking ? openConsultations(requirePhase(state, definition, phase.key)) : [];
  return asked.map(({ id, office, status }) => ({
    id,
    office,
    status: status === 'open' && !open.some((one) => one.id === id) ? 'closed' : status,
  }));
}

function answerOf(
  id: string,
  { events }: Act,
): Pick<ConsultationChange, 'answer' | 'answered_by' | 'answered_at'> {
  for (const event of events) {
    if (event.type === 'ConsultationAnswered' && event.data.consultationId === id) {
      return { answer: event.data.answer, answered_by: event.data.by, answered_at: event.at };
    }
  }
  return { answer: null, answered_by: null, answered_at: null };
}

function copyRow(
  { at, data, position }: EventOf<'PhaseCopied'> & { readonly position: number },
  programmeId: string,
  context: ProjectionContext,
): CopyRow {
  return {
    id: `${programmeId}.${String(position)}`,
    programme_id: programmeId,
    phase: data.phase,
    round: data.round,
    office: data.to,
    seat: seatOf(data.to, context).seat,
    from_office: data.office,
    note: data.note,
    copied_by: data.by,
    copied_at: at,
    copied_real_at: context.recordedAt,
  };
}
