/** Moments: what is planned, what was performed, and what an act made pointless. */
import { toRealTime } from '../../domain/calendar/rehearsal-clock.ts';
import { momentId, momentQualifier, planMoments } from '../../domain/planning/moments.ts';
import type { Moment } from '../../domain/planning/moments.ts';
import type { EventData } from '../../domain/programme/events.ts';
import type { ProgrammeState } from '../../domain/programme/state.ts';
import type { Act, PositionedEvent, ProjectionContext } from './project.ts';
import type { MomentRow } from './rows.ts';

export function projectMoments(
  { previous, next, events }: Act,
  context: ProjectionContext,
): readonly MomentRow[] {
  const before = planOf(previous, context.before ?? context);
  const after = planOf(next, context);
  const performed = new Set(events.flatMap((event) => performedBy(event, next.id)));
  const gone = [...before].filter(([id]) => !after.has(id));
  const planned = [...after].filter(([id, moment]) => before.get(id)?.at !== moment.at);
  return [
    ...gone.map(([id, moment]) =>
      rowOf(moment, next, performed.has(id) ? 'performed' : 'cancelled'),
    ),
    ...planned.map(([, moment]) => rowOf(moment, next, 'planned')),
  ];
}

function planOf(
  state: ProgrammeState | null,
  { definition, calendar }: Pick<ProjectionContext, 'definition' | 'calendar'>,
): ReadonlyMap<string, Moment> {
  if (state === null) return new Map();
  return new Map(
    planMoments(state, definition, calendar).map((moment) => [momentId(state.id, moment), moment]),
  );
}

function rowOf(moment: Moment, next: ProgrammeState, state: MomentRow['state']): MomentRow {
  return {
    programme_id: next.id,
    phase: moment.phase,
    round: moment.round,
    kind: moment.kind,
    qualifier: momentQualifier(moment),
    at: moment.at,
    real_at: toRealTime(next.clock, moment.at),
    state,
  };
}

function performedBy(event: PositionedEvent, programmeId: string): readonly string[] {
  const moment = momentOf(event);
  return moment === null ? [] : [momentId(programmeId, moment)];
}

function momentOf(event: PositionedEvent): Moment | null {
  switch (event.type) {
    case 'PhaseOpened':
      return event.data.plan === undefined
        ? { kind: 'openPhase', ...placeOf(event.data) }
        : { kind: 'openPeriod', ...placeOf(event.data), qualifier: '' };
    case 'PhaseLapsed':
      return { kind: 'lapse', ...placeOf(event.data), qualifier: '' };
    case 'DeadlineReminded':
      return remindedAt(event.data);
    case 'DeadlineMissed':
      return { kind: 'missDeadline', ...placeOf(event.data) };
    case 'EscalationRaised':
      return { kind: 'escalate', ...placeOf(event.data), rung: event.data.rung };
    case 'UnitProgrammesAligned':
      return {
        kind: 'alignUnits',
        ...placeOf(event.data),
        qualifier: String(event.data.generation),
      };
    case 'AnswerMissed':
      return { kind: 'missAnswer', ...placeOf(event.data), qualifier: event.data.rung };
    case 'InnerDateMissed':
      return { kind: 'missInnerDate', ...placeOf(event.data), qualifier: event.data.office };
    case 'IndicatorMeasured':
      // What a person asked for was no moment.
      return event.data.by === null
        ? { kind: 'measure', ...placeOf(event.data), qualifier: event.data.occasion }
        : null;
    default:
      return null;
  }
}

function remindedAt(data: EventData['DeadlineReminded']): Moment {
  const { workdaysBefore, edition } = data;
  const anew = edition === undefined ? {} : { edition };
  return { kind: 'remind', ...placeOf(data), workdaysBefore, ...anew };
}

function placeOf(data: {
  readonly phase: string;
  readonly round: number;
  readonly plannedAt: string;
}): Pick<Moment, 'phase' | 'round' | 'at'> {
  return { phase: data.phase, round: data.round, at: data.plannedAt };
}
