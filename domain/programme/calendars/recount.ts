/** What a new version of the calendar makes of the dates that are still ahead. Dates that have passed are history and stay. */
import { daysBetween, deadlineInstant, localDateOf, shiftWindow } from '../../calendar/dates.ts';
import type { DateWindow, Instant, LocalDate, WorkCalendar } from '../../calendar/types.ts';
import { addWorkingDays, isProvisional } from '../../calendar/working-days.ts';
import { dueDayOf } from '../../definition/due-day.ts';
import { dutyOf } from '../../definition/phase-key.ts';
import { ladderOf, phaseOf } from '../../definition/phase-of.ts';
import type { Definition, DueRule, PhaseDefinition } from '../../definition/types.ts';
import type { PlanningContext } from '../../planning/moments.ts';
import { isAwaited } from '../../planning/time-moments.ts';
import { reworkAllowedOn } from '../open-phase.ts';
import { isOver } from '../progress.ts';
import type { PhaseState, ProgrammeState, RungState } from '../state.ts';
import type { AnswerDayMoved, DueDayMoved } from './events.ts';

export interface Recount {
  readonly changes: readonly DueDayMoved[];
  readonly answers: readonly AnswerDayMoved[];
  /** Phases whose due day was provisional, is so no longer, and stays. */
  readonly confirmed: readonly string[];
}

export interface RecountScene {
  readonly definition: Definition;
  /** The version that the programme goes by. */
  readonly before: WorkCalendar;
  readonly after: WorkCalendar;
  /** Programme time. */
  readonly now: Instant;
}

/** While the clock of a programme stands still, what was ahead when it stopped is ahead. */
export function recountDates(state: ProgrammeState, asked: RecountScene): Recount {
  const scene = { ...asked, now: state.suspendedAt ?? asked.now };
  const unfinished = state.phases.filter((phase) => !isOver(phase));
  const open = unfinished.filter(({ dueAt }) => dueAt > scene.now);
  const changes = open.flatMap((phase) => movedDueDay(phase, state, scene));
  const moved = new Set(changes.map(({ phase }) => phase));
  return {
    changes,
    answers: unfinished.flatMap((phase) => movedAnswers(phase, scene)),
    confirmed: open
      .filter(({ key, dueOn }) => !moved.has(key) && becomesCertain(dueOn, scene))
      .map(({ key }) => key),
  };
}

function becomesCertain(day: LocalDate, { before, after }: RecountScene): boolean {
  return isProvisional(before, day) && !isProvisional(after, day);
}

function movedDueDay(
  phase: PhaseState,
  state: ProgrammeState,
  scene: RecountScene,
): readonly DueDayMoved[] {
  const { definition, now } = scene;
  const counted = recounted(phase, state, scene);
  if (counted === null) return [];
  // A recount never puts a due day before the day on which it is made: nobody is overdue by a notice.
  const today = localDateOf(now, definition.zone);
  const dueOn = counted.dueOn > today ? counted.dueOn : today;
  if (dueOn === phase.dueOn) return [];
  return [
    {
      phase: phase.key,
      round: phase.round,
      dueOnBefore: phase.dueOn,
      dueOnAfter: dueOn,
      dueAt: deadlineInstant(dueOn, definition.zone),
      why: counted.why,
    },
  ];
}

interface Counted {
  readonly dueOn: LocalDate;
  readonly why: DueDayMoved['why'];
}

/** Null for a day that was named and not counted: one of the paper, of an extension, or one that is kept. */
function recounted(phase: PhaseState, state: ProgrammeState, scene: RecountScene): Counted | null {
  const { definition, before, after } = scene;
  const defined = phaseOf(definition, phase.key);
  if (defined === null || wasGiven(phase)) return null;
  const window = windowOfPaper(phase.key, defined, { state, definition });
  const ruled = dueDayOf(window, defined.dueRule, after);
  const allowed = (calendar: WorkCalendar): LocalDate | null =>
    reworkDay(phase, defined.dueRule, { definition, calendar });
  if (allowed(before) === phase.dueOn) {
    // The round kept at least the day that the phase had before it.
    const days = [allowed(after) ?? ruled, ruled, phase.moved?.dueOn ?? ruled];
    return { dueOn: days.reduce((latest, day) => (day > latest ? day : latest)), why: 'rework' };
  }
  const isKept = phase.dueOn === phase.moved?.dueOn;
  return !isKept && phase.dueOn === dueDayOf(window, defined.dueRule, before)
    ? { dueOn: ruled, why: 'due-rule' }
    : null;
}

/** Whether an extension, or a clock that stood still, has given the present round its due day. */
function wasGiven({ dueOn, moved, openedAt }: PhaseState): boolean {
  return moved?.dueOn === dueOn && (openedAt === null || moved.at >= openedAt);
}

/** Periods of duties lie where the calendar has them; everything else shifts with the first day of the programme. */
function windowOfPaper(
  key: string,
  { window }: PhaseDefinition,
  { state, definition }: { readonly state: ProgrammeState; readonly definition: Definition },
): DateWindow {
  const base = dutyOf(key);
  const isPeriod = definition.duties?.some((duty) => duty.key === base) === true;
  return isPeriod ? window : shiftWindow(window, daysBetween(definition.startsOn, state.startsOn));
}

/** The day that the time for rework gives an open later round; null for a first one. */
function reworkDay(
  { openedAt, round, status }: PhaseState,
  rule: DueRule | undefined,
  plan: PlanningContext,
): LocalDate | null {
  if (status !== 'open' || round === 1 || openedAt === null) return null;
  return reworkAllowedOn(openedAt, rule, plan);
}

function movedAnswers(phase: PhaseState, scene: RecountScene): readonly AnswerDayMoved[] {
  const { definition, now } = scene;
  const defined = phaseOf(definition, phase.key);
  const ladder = defined === null ? definition.ladder : ladderOf(definition, defined);
  return phase.rungs
    .filter(
      (rung) =>
        isAwaited(rung) &&
        rung.answerPutOff === undefined &&
        deadlineInstant(rung.answerDueOn, definition.zone) > now,
    )
    .flatMap((rung) => {
      const days = ladder.rungs.find(({ key }) => key === rung.rung)?.answerWithinWorkdays;
      return days === undefined ? [] : movedAnswer(phase, { rung, days }, scene);
    });
}

function movedAnswer(
  phase: PhaseState,
  { rung, days }: { readonly rung: RungState; readonly days: number },
  { definition, before, after, now }: RecountScene,
): readonly AnswerDayMoved[] {
  // Rungs are raised on working days, so that counting back gives the day from which the answer was counted.
  const raisedOn = addWorkingDays(before, rung.answerDueOn, -days);
  if (addWorkingDays(before, raisedOn, days) !== rung.answerDueOn) return [];
  const counted = addWorkingDays(after, raisedOn, days);
  const today = localDateOf(now, definition.zone);
  const answerDueOn = counted > today ? counted : today;
  if (answerDueOn === rung.answerDueOn) return [];
  return [
    {
      phase: phase.key,
      round: phase.round,
      rung: rung.rung,
      escalationId: rung.escalationId,
      answerDueOnBefore: rung.answerDueOn,
      answerDueOnAfter: answerDueOn,
    },
  ];
}
