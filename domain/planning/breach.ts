/** The first deadline that is missed in a run on paper, and why. */
import { actingFor } from '../authority/fallback.ts';
import { localDateOf } from '../calendar/dates.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import type { Localised } from '../definition/localised.ts';
import { phaseOf } from '../definition/phase-of.ts';
import type { Definition } from '../definition/types.ts';
import type { EventOf } from '../programme/events.ts';
import type { Change, Supposed } from './changes.ts';
import type { Simulation } from './simulate.ts';
import { holdersAt } from './who-acts.ts';

export interface Breach {
  readonly phase: string;
  readonly round: number;
  readonly dueOn: LocalDate;
  readonly at: Instant;
  /** Offices that hold the phase up. */
  readonly responsible: readonly string[];
  /** Whether it comes about without the changes, too. */
  readonly withoutChanges: boolean;
  readonly because: Localised;
}

export interface TwoRuns {
  readonly plain: Simulation;
  readonly changed: Simulation;
  readonly supposed: Supposed;
  readonly changes: readonly Change[];
}

type Missed = EventOf<'DeadlineMissed'>;

/** Null when every deadline that comes is kept. */
export function findBreach(runs: TwoRuns): Breach | null {
  const missed = runs.changed.events.find((event) => event.type === 'DeadlineMissed');
  if (missed?.type !== 'DeadlineMissed') return null;
  const { phase, round, dueOn, responsible } = missed.data;
  return {
    phase,
    round,
    dueOn,
    at: missed.at,
    responsible,
    withoutChanges: runs.plain.events.some((event) => isSameBreach(event, missed)),
    because: reasonOf(missed, runs),
  };
}

function isSameBreach(event: Simulation['events'][number], { data }: Missed): boolean {
  return (
    event.type === 'DeadlineMissed' &&
    event.data.phase === data.phase &&
    event.data.round === data.round
  );
}

function reasonOf(missed: Missed, runs: TwoRuns): Localised {
  const { definition } = runs.supposed.run;
  const { phase, responsible } = missed.data;
  const idle = responsible.filter((office) => whoActs(office, missed, runs) === null);
  if (idle.length > 0) {
    const offices = titlesOf(definition, idle);
    return {
      zh: `职务空缺，且无人代行：${offices.zh}。`,
      en: `Nobody holds the office that must act, nor any that stands in for it: ${offices.en}.`,
    };
  }
  const barred = responsible.filter((office) => isTaken(office, missed, runs));
  if (barred.length > 0) {
    const offices = titlesOf(definition, barred);
    return {
      zh: `因代行空缺职务，须回避本职签批：${offices.zh}。`,
      en: `Whoever would have to act has stood in for a vacant office in this phase and may not act twice: ${offices.en}.`,
    };
  }
  const late = runs.changes.find((change) => change.kind === 'late' && change.phase === phase);
  if (late?.kind === 'late') {
    return {
      zh: `假定该阶段推迟 ${late.workdays} 个工作日办结。`,
      en: `The phase is supposed to be finished ${late.workdays} working days late.`,
    };
  }
  return openedLate(missed, runs) ?? undone(missed, runs);
}

/** The office itself while it is held, else who stands in for it; null when nobody does. */
function whoActs(office: string, { at }: Missed, { supposed: { run } }: TwoRuns): string | null {
  return actingFor(run.definition, holdersAt(at, run), office);
}

/** Whether whoever acts for the office has acted in the same round for another one, one of the two being vacant. */
function isTaken(office: string, missed: Missed, runs: TwoRuns): boolean {
  const acting = whoActs(office, missed, runs);
  return runs.changed.events.some(
    ({ data, at }) =>
      at <= missed.at &&
      'by' in data &&
      data.by === acting &&
      'phase' in data &&
      data.phase === missed.data.phase &&
      'round' in data &&
      data.round === missed.data.round &&
      'office' in data &&
      data.office !== office &&
      (acting !== office || 'actingOffice' in data),
  );
}

/** The phase opened at or after the end of its due day, as it had to wait for another one. */
function openedLate({ data }: Missed, { changed, supposed }: TwoRuns): Localised | null {
  const { definition } = supposed.run;
  const opened = changed.events.find(
    (event) =>
      event.type === 'PhaseOpened' &&
      event.data.phase === data.phase &&
      event.data.round === data.round,
  );
  if (opened === undefined || localDateOf(opened.at, definition.zone) <= data.dueOn) return null;
  const after = phaseOf(definition, data.phase)?.after ?? [];
  const waited = changed.events.findLast(
    (event) =>
      event.type === 'PhaseClosed' && after.includes(event.data.phase) && event.at <= opened.at,
  );
  const key = waited?.type === 'PhaseClosed' ? waited.data.phase : data.phase;
  const title = phaseOf(definition, key)?.title ?? { zh: key, en: key };
  return {
    zh: `前一阶段“${title.zh}”办结过晚，本阶段在截止日之后才开始。`,
    en: `“${title.en}” is finished so late that the phase opens after its due day.`,
  };
}

function undone({ data }: Missed, { supposed }: TwoRuns): Localised {
  const offices = titlesOf(supposed.run.definition, data.responsible);
  return {
    zh: `按常规进度，${offices.zh}在截止日前来不及办理。`,
    en: `By the regular timetable it cannot be finished in time by ${offices.en}.`,
  };
}

function titlesOf(definition: Definition, keys: readonly string[]): Localised {
  const titles = keys.map(
    (key) => definition.offices.find((office) => office.key === key)?.title ?? { zh: key, en: key },
  );
  return {
    zh: titles.map(({ zh }) => zh).join('、'),
    en: titles.map(({ en }) => en).join(', '),
  };
}
