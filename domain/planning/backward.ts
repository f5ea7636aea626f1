/** Backward planning 倒排工期: from a fixed last day to the latest window of every phase, and the latest day to start. */
import { addDays, daysBetween, shiftWindow } from '../calendar/dates.ts';
import type { DateWindow, LocalDate, WorkCalendar } from '../calendar/types.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../calendar/working-days.ts';
import { dueDayOf } from '../definition/due-day.ts';
import type { Localised } from '../definition/localised.ts';
import type { Definition, PhaseDefinition } from '../definition/types.ts';

/** No rule moves a due day further than the longest run of days off, which may come once for each of several phases. */
const MOST_DAYS_BACK = 60;

export interface BackwardRequest {
  readonly definition: Definition;
  readonly calendar: WorkCalendar;
  /** Last day of the whole plan, included. */
  readonly endsOn: LocalDate;
  /** What a phase keeps: how many days it takes, or how many working days. */
  readonly keep: 'lengths' | 'workdays';
  /** Dates of single phases that are settled already. */
  readonly fixed: Readonly<Record<string, FixedWindow>>;
  /** The plan cannot start before it. */
  readonly earliest: LocalDate;
}

export interface FixedWindow {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

export interface BackwardPhase {
  readonly key: string;
  /** The latest window that still leaves time for what comes after. */
  readonly latest: DateWindow;
  /** The paper's window, moved as a whole so that the plan starts on the earliest day. */
  readonly forward: DateWindow;
  /** Days by which the forward window may slip; negative when even that is too late. */
  readonly slackDays: number;
}

export interface BackwardFault {
  readonly phase: string | null;
  readonly code: 'starts-too-early' | 'fixed-too-late' | 'fixed-backwards';
  readonly message: Localised;
}

export interface BackwardPlan {
  /** In the order of the definition. */
  readonly phases: readonly BackwardPhase[];
  /** The latest day on which the first phase may start. */
  readonly latestStart: LocalDate;
  /** Days between the earliest and the latest start; negative when the time does not suffice. */
  readonly slackDays: number;
  /** For activation, which moves the paper's windows as a whole: with it no phase is due later than its latest window ends. */
  readonly startsOn: LocalDate;
  readonly faults: readonly BackwardFault[];
}

/** Phases of the plan only: periods of duties and targets of indicators have dates of their own. Expects at least one phase. */
export function planBackward(request: BackwardRequest): BackwardPlan {
  const { definition, earliest } = request;
  const { windows, faults } = latestWindows(request);
  const shift = daysBetween(definition.startsOn, earliest);
  const phases = definition.phases.map(({ key, window }): BackwardPhase => {
    const latest = windows.get(key) ?? window;
    const forward = { from: addDays(window.from, shift), to: addDays(window.to, shift) };
    return { key, latest, forward, slackDays: daysBetween(forward.to, latest.to) };
  });
  const latestStart = earliestOf(phases.map(({ latest }) => latest.from));
  const start = addDays(earliest, Math.min(...phases.map((phase) => phase.slackDays)));
  const slackDays = daysBetween(earliest, latestStart);
  return {
    phases,
    latestStart,
    slackDays,
    startsOn: dueInTime(start, windows, request),
    faults: slackDays < 0 ? [...faults, tooEarly(latestStart, earliest)] : faults,
  };
}

/** The last day up to `start` with which every due day is in time, also those that a rule moves to a working day. */
function dueInTime(
  start: LocalDate,
  latest: Latest['windows'],
  { definition, calendar }: BackwardRequest,
): LocalDate {
  const isInTime = (day: LocalDate): boolean => {
    const shift = daysBetween(definition.startsOn, day);
    return definition.phases.every(({ key, window, dueRule }) => {
      const bound = (latest.get(key) ?? window).to;
      return dueDayOf(shiftWindow(window, shift), dueRule, calendar) <= bound;
    });
  };
  const days = Array.from({ length: MOST_DAYS_BACK }, (_day, back) => addDays(start, -back));
  return days.find(isInTime) ?? start;
}

interface Latest {
  readonly windows: ReadonlyMap<string, DateWindow>;
  readonly faults: readonly BackwardFault[];
}

function latestWindows(request: BackwardRequest): Latest {
  const windows = new Map<string, DateWindow>();
  const faults: BackwardFault[] = [];
  for (const phase of lastFirst(request.definition.phases)) {
    const followers = request.definition.phases.filter(({ after }) => after.includes(phase.key));
    const bound = earliestOf([
      request.endsOn,
      ...followers.flatMap(({ key }) => {
        const window = windows.get(key);
        return window === undefined ? [] : [addDays(window.from, -1)];
      }),
    ]);
    const window = windowOf(phase, bound, request);
    windows.set(phase.key, window);
    if (window.to > bound) faults.push(tooLate(phase, window.to, bound));
    if (window.to < window.from) faults.push(backwards(phase));
  }
  return { windows, faults };
}

function windowOf(phase: PhaseDefinition, bound: LocalDate, request: BackwardRequest): DateWindow {
  const fixed = Object.hasOwn(request.fixed, phase.key) ? request.fixed[phase.key] : undefined;
  const to = fixed?.to ?? bound;
  return { from: fixed?.from ?? beginningOf(phase.window, to, request), to };
}

function beginningOf(
  window: DateWindow,
  to: LocalDate,
  { keep, calendar }: BackwardRequest,
): LocalDate {
  const workdays = workingDaysBetween(calendar, addDays(window.from, -1), window.to);
  if (keep === 'lengths' || workdays === 0)
    return addDays(to, -daysBetween(window.from, window.to));
  return addWorkingDays(calendar, to, isWorkingDay(calendar, to) ? 1 - workdays : -workdays);
}

/** Each phase before all that it comes after. A circle, which no valid definition has, ends the walk. */
function lastFirst(phases: readonly PhaseDefinition[]): readonly PhaseDefinition[] {
  const ordered: PhaseDefinition[] = [];
  let left = phases;
  while (left.length > 0) {
    const needed = new Set(left.flatMap(({ after }) => after));
    const free = left.filter(({ key }) => !needed.has(key));
    if (free.length === 0) return [...ordered, ...left];
    ordered.push(...free);
    left = left.filter((phase) => !free.includes(phase));
  }
  return ordered;
}

function earliestOf(days: readonly LocalDate[]): LocalDate {
  return days.reduce((a, b) => (a < b ? a : b));
}

function tooEarly(latestStart: LocalDate, earliest: LocalDate): BackwardFault {
  return {
    phase: null,
    code: 'starts-too-early',
    message: {
      zh: `倒排后最迟须于 ${latestStart} 启动，早于最早可启动日 ${earliest}，工期不足。`,
      en: `The plan would have to start by ${latestStart}, before ${earliest}, the earliest day possible: there is not enough time.`,
    },
  };
}

function tooLate({ key, title }: PhaseDefinition, to: LocalDate, bound: LocalDate): BackwardFault {
  return {
    phase: key,
    code: 'fixed-too-late',
    message: {
      zh: `阶段“${title.zh}”定于 ${to} 结束，晚于后续安排所允许的 ${bound}。`,
      en: `Phase “${title.en}” is fixed to end on ${to}, later than ${bound}, which what follows allows.`,
    },
  };
}

function backwards({ key, title }: PhaseDefinition): BackwardFault {
  return {
    phase: key,
    code: 'fixed-backwards',
    message: {
      zh: `阶段“${title.zh}”的结束日早于开始日。`,
      en: `Phase “${title.en}” ends before it begins.`,
    },
  };
}
