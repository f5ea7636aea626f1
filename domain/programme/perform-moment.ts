/** What the clock does: opens a phase, reminds, records a missed deadline, raises a rung. */
import { recipientsOf } from '../authority/holding.ts';
import { localDateOf } from '../calendar/dates.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { ladderOf } from '../definition/phase-of.ts';
import { momentQualifier, planMoments } from '../planning/moments.ts';
import type { Moment, MomentKind } from '../planning/moments.ts';
import { audienceOf } from './audience.ts';
import type { DecideContext, PerformMoment } from './commands.ts';
import { dutyPerformers } from './duties/perform.ts';
import type { ProgrammeEvent } from './events.ts';
import { handsPerformers } from './hands/perform.ts';
import { indicatorPerformers } from './indicators/perform.ts';
import { requirePhase } from './lookups.ts';
import { deadlineMissed } from './miss-deadline.ts';
import { recordOpening } from './open-phase.ts';
import type { Performer, Performers } from './performers.ts';
import { responsibleOffices } from './progress.ts';
import { createRecorder } from './recorder.ts';
import { accept } from './rejections.ts';
import type { Decision } from './rejections.ts';
import type { ProgrammeState } from './state.ts';
import { timePerformers } from './time/perform.ts';
import { unitPerformers } from './units/perform.ts';

/** A moment that is not due, no longer planned or already performed changes nothing: late and repeated timers are harmless. */
export function performMoment(
  state: ProgrammeState,
  command: PerformMoment,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const planned = planMoments(state, context.definition, context.calendar).find((candidate) =>
    isSameMoment(candidate, command.moment),
  );
  if (planned === undefined || planned.at > context.now) return accept([]);
  return accept(eventsOf(state, planned, context));
}

function isSameMoment(a: Moment, b: Moment): boolean {
  const isSamePlace = a.kind === b.kind && a.phase === b.phase && a.round === b.round;
  return isSamePlace && momentQualifier(a) === momentQualifier(b);
}

const PERFORMERS: Performers<MomentKind> = {
  openPhase: (state, moment, context) => {
    const recorder = createRecorder(state);
    recordOpening(recorder, moment.phase, { ...context, plannedAt: moment.at });
    return recorder.events();
  },
  remind: (state, moment, context) => [reminded(state, moment, context)],
  missDeadline: (state, { phase, round, at }, context) => [
    deadlineMissed(state, { phase, round, plannedAt: at }, context),
  ],
  escalate: (state, moment, context) => [raised(state, moment, context)],
  ...dutyPerformers,
  ...unitPerformers,
  ...indicatorPerformers,
  ...timePerformers,
  ...handsPerformers,
};

function eventsOf(
  state: ProgrammeState,
  moment: Moment,
  context: DecideContext,
): readonly ProgrammeEvent[] {
  // The table is keyed by the moment's own kind, which TypeScript cannot follow.
  const perform = PERFORMERS[moment.kind] as Performer<Moment>;
  return perform(state, moment, context);
}

function reminded(
  state: ProgrammeState,
  moment: Extract<Moment, { readonly kind: 'remind' }>,
  { definition, holders, now }: DecideContext,
): ProgrammeEvent {
  const phase = requirePhase(state, definition, moment.phase);
  return {
    type: 'DeadlineReminded',
    at: now,
    data: {
      phase: moment.phase,
      round: moment.round,
      plannedAt: moment.at,
      workdaysBefore: moment.workdaysBefore,
      ...(moment.edition === undefined ? {} : { edition: moment.edition }),
      dueOn: phase.state.dueOn,
      recipients: recipientsOf(responsibleOffices(phase), holders),
    },
  };
}

function raised(
  state: ProgrammeState,
  moment: Extract<Moment, { readonly kind: 'escalate' }>,
  context: DecideContext,
): ProgrammeEvent {
  const { definition, calendar, holders, now } = context;
  const phase = requirePhase(state, definition, moment.phase);
  const rung = ladderOf(definition, phase.definition).rungs.find(({ key }) => key === moment.rung);
  if (rung === undefined) throw new Error(`rung ${moment.rung} is planned but not defined`);
  const responsible = responsibleOffices(phase);
  const raisedOn = localDateOf(moment.at, definition.zone);
  return {
    type: 'EscalationRaised',
    at: now,
    data: {
      phase: moment.phase,
      round: moment.round,
      plannedAt: moment.at,
      rung: moment.rung,
      escalationId: `${state.id}.${moment.phase}.${String(moment.round)}.${moment.rung}`,
      dueOn: phase.state.dueOn,
      responsible,
      answerDueOn: addWorkingDays(calendar, raisedOn, rung.answerWithinWorkdays),
      recipients: recipientsOf(audienceOf(rung.audience, responsible, definition), holders),
    },
  };
}
