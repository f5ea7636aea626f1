/** What a new version of the calendar makes of the dates that are still ahead. Dates that have passed are history and stay. */
import {
  addDays,
  addDuration,
  daysBetween,
  deadlineInstant,
  localDateOf,
} from '../../calendar/dates.ts';
import { applyDueRule } from '../../calendar/due-rule.ts';
import type { Instant, LocalDate, WorkCalendar } from '../../calendar/types.ts';
import { addWorkingDays, isProvisional } from '../../calendar/working-days.ts';
import { dutyOf } from '../../definition/phase-key.ts';
import { ladderOf, phaseOf } from '../../definition/phase-of.ts';
import type { Definition, PhaseDefinition } from '../../definition/types.ts';
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

export function recountDates(state: ProgrammeState, scene: RecountScene): Recount {
  const open = state.phases.filter((phase) => !isOver(phase) && phase.dueAt > scene.now);
  const changes = open.flatMap((phase) => movedDueDay(phase, state, scene));
  const moved = new Set(changes.map(({ phase }) => phase));
  return {
    changes,
    answers: state.phases.flatMap((phase) => movedAnswers(phase, scene)),
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
  if (defined === null) return null;
  const rule = defined.dueRule ?? 'keep';
  const base = dayOfPaper(phase.key, defined, { state, definition });
  const ruled = applyDueRule(after, base, rule);
  const rework = reworkDay(phase, before, scene);
  if (rework !== null && rework === phase.dueOn) {
    // The round kept at least the day that the phase had before it.
    const day = reworkDay(phase, after, scene) ?? ruled;
    return { dueOn: day > ruled ? day : ruled, why: 'rework' };
  }
  return phase.dueOn === applyDueRule(before, base, rule)
    ? { dueOn: ruled, why: 'due-rule' }
    : null;
}

/** Periods of duties lie where the calendar has them; everything else shifts with the first day of the programme. */
function dayOfPaper(
  key: string,
  { window }: PhaseDefinition,
  { state, definition }: { readonly state: ProgrammeState; readonly definition: Definition },
): LocalDate {
  const base = dutyOf(key);
  const isPeriod = definition.duties?.some((duty) => duty.key === base) === true;
  return isPeriod
    ? window.to
    : addDays(window.to, daysBetween(definition.startsOn, state.startsOn));
}

/** The day that the time for rework gives an open later round; null where it is not counted in working days. */
function reworkDay(
  phase: PhaseState,
  calendar: WorkCalendar,
  { definition }: RecountScene,
): LocalDate | null {
  const isRework = phase.status === 'open' && phase.round > 1 && phase.openedAt !== null;
  if (!isRework || definition.rework.unit !== 'workdays') return null;
  const allowed = addDuration(calendar, phase.openedAt, definition.rework);
  return localDateOf(allowed, definition.zone);
}

function movedAnswers(phase: PhaseState, scene: RecountScene): readonly AnswerDayMoved[] {
  const { definition, now } = scene;
  const defined = phaseOf(definition, phase.key);
  const ladder = defined === null ? definition.ladder : ladderOf(definition, defined);
  return phase.rungs
    .filter(
      ({ answeredBy, answerDueOn }) =>
        answeredBy === null && deadlineInstant(answerDueOn, definition.zone) > now,
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
