/** What Temporal is told of a programme: what comes next and how it stands, in words an operator can read; no names, no opinions. */
import { formatLocal } from '../domain/calendar/dates.ts';
import { toProgrammeTime, toRealTime } from '../domain/calendar/rehearsal-clock.ts';
import type { Instant } from '../domain/calendar/types.ts';
import { phaseOf } from '../domain/definition/phase-of.ts';
import type { Definition, Localised } from '../domain/definition/types.ts';
import type { Moment } from '../domain/planning/moments.ts';
import type { PhaseState, ProgrammeState } from '../domain/programme/state.ts';
import { phaseStatusLabels, programmeStatusLabels, rungLabels } from '../domain/wording/labels.ts';
import { isOver, type KnownProgramme } from './draft.ts';
import type { PlannedMoment, WorkflowPlan, WorkflowView } from './types.ts';

const LONGEST_SUMMARY = 120;

type Told = Pick<KnownProgramme, 'state' | 'definition' | 'next'>;

/** @param now real time */
export function workflowPlan(programme: Told, now: Instant): WorkflowPlan {
  const { state, next } = programme;
  return {
    // One that has ended may still have to end its unit programmes.
    over: isOver(state, next),
    position: state.position,
    next: next === null ? null : plannedMoment(next, programme),
    view: viewOf(programme, now),
  };
}

function plannedMoment(moment: Moment, { state, definition }: Told): PlannedMoment {
  return {
    moment,
    dueMs: Date.parse(toRealTime(state.clock, moment.at)),
    summary: summaryOf(moment, definition),
  };
}

function summaryOf(moment: Moment, definition: Definition): string {
  const { zh, en } = wordsOf(moment);
  const when = formatLocal(moment.at, definition.zone);
  if (moment.phase === '') return `${when} ${zh} ${en}`.slice(0, LONGEST_SUMMARY);
  const title = titleOf(moment.phase, definition);
  const head = `${when} ${zh} ${en} · ${title.zh}`;
  const tail = ` (${moment.phase}, ${moment.round})`;
  return `${head.slice(0, LONGEST_SUMMARY - tail.length)}${tail}`;
}

function wordsOf(moment: Moment): Localised {
  switch (moment.kind) {
    case 'openPhase':
      return { zh: '开启', en: 'open' };
    case 'remind':
      return moment.workdaysBefore === 0
        ? { zh: '提醒（当日到期）', en: 'remind (due today)' }
        : {
            zh: `提醒（还有${moment.workdaysBefore}个工作日）`,
            en: `remind (${moment.workdaysBefore} working days left)`,
          };
    case 'missDeadline':
      return { zh: '逾期', en: 'deadline missed' };
    case 'escalate':
      return rungLabels[moment.rung];
    case 'openPeriod':
      return { zh: '开启本期', en: 'open period' };
    case 'lapse':
      return { zh: '失效', en: 'lapse' };
    case 'measure':
      return { zh: '测量', en: 'measure' };
    case 'alignUnits':
      return { zh: '落实到单位', en: 'align unit programmes' };
    case 'missAnswer':
      return { zh: '逾期未答复', en: 'answer missed' };
    case 'missInnerDate':
      return { zh: '协办逾期', en: 'inner date missed' };
  }
}

function viewOf({ state, definition, next }: Told, now: Instant): WorkflowView {
  const open =
    state.status === 'active' ? state.phases.filter(({ status }) => status === 'open') : [];
  const programmeNow = toProgrammeTime(state.clock, now);
  const ladder = definition.ladder.rungs.map(({ key }) => key);
  const dueMsOf = ({ dueAt }: PhaseState): number => Date.parse(toRealTime(state.clock, dueAt));
  const rungs = open.flatMap((phase) => phase.rungs.map(({ rung }) => ladder.indexOf(rung) + 1));
  return {
    status: state.status,
    phase: open.map(({ key }) => key).join(','),
    overdue: open.some(({ dueAt }) => programmeNow >= dueAt),
    rung: Math.max(0, ...rungs),
    dueMs: open.length === 0 ? null : Math.min(...open.map(dueMsOf)),
    details: detailsOf(state, definition, next),
  };
}

function detailsOf(state: ProgrammeState, definition: Definition, next: Moment | null): string {
  const status = programmeStatusLabels[state.status];
  const rows = state.phases.map((phase) => rowOf(phase, definition));
  return [
    `**${escapeCell(definition.title.zh)}** · ${escapeCell(definition.title.en)}`,
    '',
    `${status.zh} ${status.en}${state.clock === null ? '' : ' · 演练 rehearsal'}`,
    '',
    '| 阶段 Phase | 状态 Status | 轮次 Round | 起 From | 止 Due | 督办 Rung |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    next === null ? '' : `下一步 Next: ${summaryOf(next, definition)}`,
  ].join('\n');
}

function rowOf(phase: PhaseState, definition: Definition): string {
  const title = titleOf(phase.key, definition);
  const status = phaseStatusLabels[phase.status];
  const last = phase.rungs.at(-1);
  const rung = last === undefined ? '' : `${rungLabels[last.rung].zh} ${rungLabels[last.rung].en}`;
  const cells = [
    `${title.zh} ${title.en}`,
    `${status.zh} ${status.en}`,
    String(phase.round),
    phase.opensOn,
    phase.dueOn,
    rung,
  ];
  return `| ${cells.map(escapeCell).join(' | ')} |`;
}

function titleOf(phase: string, definition: Definition): Localised {
  return phaseOf(definition, phase)?.title ?? { zh: phase, en: phase };
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|');
}
