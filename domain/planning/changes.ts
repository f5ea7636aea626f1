/** Supposed changes of a plan, and what each does to a run on paper. */
import { addDays, daysBetween, deadlineInstant } from '../calendar/dates.ts';
import { editedCalendar } from '../calendar/edit.ts';
import type { LocalDate } from '../calendar/types.ts';
import type { Localised } from '../definition/localised.ts';
import { targetOf } from '../definition/indicator-phase.ts';
import { splitKey } from '../definition/phase-key.ts';
import { phaseOf } from '../definition/phase-of.ts';
import { officesOf } from '../definition/policy.ts';
import type { Definition } from '../definition/types.ts';
import { isOver, leadAlone } from '../programme/progress.ts';
import { skipping } from '../programme/skipped.ts';
import type { PhaseState, ProgrammeState } from '../programme/state.ts';
import { skippedIn } from './re-date.ts';
import type { ConductException } from './conduct.ts';
import type { PaperRun, PaperStart } from './simulate.ts';

/** `late`: the phase is finished that many working days after its due day. `worked` and `off` are days of the calendar. */
export type Change =
  | { readonly kind: 'start'; readonly startsOn: LocalDate }
  | { readonly kind: 'extension'; readonly phase: string; readonly dueOn: LocalDate }
  | {
      readonly kind: 'vacancy';
      readonly office: string;
      readonly from: LocalDate;
      readonly to: LocalDate | null;
    }
  | {
      readonly kind: 'calendar';
      readonly off: readonly LocalDate[];
      readonly worked: readonly LocalDate[];
    }
  | { readonly kind: 'late'; readonly phase: string; readonly workdays: number };

/** Why a change cannot be supposed. */
export interface ChangeFault {
  /** Place in the list of changes. */
  readonly index: number;
  /** Its member that is wrong. */
  readonly member: 'phase' | 'office' | 'dueOn' | 'to' | 'startsOn';
  readonly code:
    | 'unknown-phase'
    | 'phase-over'
    | 'unknown-office'
    | 'not-later'
    | 'nobody-acts'
    | 'span-backwards';
  readonly message: Localised;
}

/** A run on paper that has not begun. */
export interface Supposed {
  readonly start: PaperStart;
  readonly run: PaperRun;
}

export type Applied =
  | { readonly ok: true; readonly supposed: Supposed }
  | { readonly ok: false; readonly faults: readonly ChangeFault[] };

const MESSAGES: Readonly<Record<ChangeFault['code'], Localised>> = {
  'unknown-phase': { zh: '方案中没有这个阶段', en: 'The programme has no such phase' },
  'phase-over': { zh: '该阶段已办结或失效', en: 'The phase is already over' },
  'unknown-office': { zh: '方案中没有这个职务', en: 'The definition has no such office' },
  'not-later': {
    zh: '延期后的日期须晚于现有截止日',
    en: 'The date must be later than the present due day',
  },
  'nobody-acts': {
    zh: '该阶段没有需要办理的职务',
    en: 'No office has anything to do in the phase',
  },
  'span-backwards': { zh: '结束日期早于开始日期', en: 'The vacancy ends before it begins' },
};

/** The run under all the changes, a moved start first; or every fault that there is. */
export function applyChanges(supposed: Supposed, changes: readonly Change[]): Applied {
  const faults: ChangeFault[] = [];
  let current = supposed;
  const ordered = changes
    .map((change, index) => ({ change, index }))
    .toSorted((a, b) => Number(b.change.kind === 'start') - Number(a.change.kind === 'start'));
  for (const { change, index } of ordered) {
    const applied = apply(current, change);
    if ('code' in applied) faults.push({ index, message: MESSAGES[applied.code], ...applied });
    else current = applied;
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, supposed: current };
}

type Refused = Pick<ChangeFault, 'member' | 'code'>;

function apply(supposed: Supposed, change: Change): Supposed | Refused {
  const { start, run } = supposed;
  switch (change.kind) {
    case 'start':
      return { run, start: movedStart(supposed, change.startsOn) };
    case 'extension':
      return extended(supposed, change);
    case 'vacancy': {
      const { office, from, to } = change;
      if (!run.definition.offices.some(({ key }) => key === office)) {
        return { member: 'office', code: 'unknown-office' };
      }
      if (to !== null && to < from) return { member: 'to', code: 'span-backwards' };
      return {
        start,
        run: { ...run, vacancies: [...(run.vacancies ?? []), { office, from, to }] },
      };
    }
    case 'calendar':
      return { start, run: { ...run, calendar: editedCalendar(run.calendar, change) } };
    case 'late':
      return delayed(supposed, change);
  }
}

/** Every window that is not over moves with the start, but for periods of duties; a phase that is open keeps the day on which it opened. */
function movedStart({ start, run }: Supposed, startsOn: LocalDate): PaperStart {
  const { state } = start;
  const days = daysBetween(state.startsOn, startsOn);
  const phases = state.phases.map((phase) => {
    if (isOver(phase) || isPeriod(phase, state)) return phase;
    const dueOn = addDays(phase.dueOn, days);
    const opensOn = phase.status === 'scheduled' ? addDays(phase.opensOn, days) : phase.opensOn;
    return dated({ ...phase, opensOn }, { dueOn, start, run });
  });
  return { ...start, state: { ...state, startsOn, phases } };
}

function isPeriod({ key }: PhaseState, { duties }: ProgrammeState): boolean {
  const base = splitKey(key)?.base;
  return duties.some((duty) => duty.key === base);
}

function extended(
  { start, run }: Supposed,
  { phase: key, dueOn }: Extract<Change, { readonly kind: 'extension' }>,
): Supposed | Refused {
  const phase = livePhase(start.state, key);
  if ('code' in phase) return phase;
  if (dueOn <= phase.dueOn) return { member: 'dueOn', code: 'not-later' };
  const later = dated(phase, { dueOn, start, run });
  return { run, start: { ...start, state: withPhase(start.state, later) } };
}

function delayed(
  { start, run }: Supposed,
  { phase: key, workdays }: Extract<Change, { readonly kind: 'late' }>,
): Supposed | Refused {
  const phase = livePhase(start.state, key);
  if ('code' in phase) return phase;
  const offices = lastOffices(run.definition, key);
  if (offices.length === 0) return { member: 'phase', code: 'nobody-acts' };
  const opensAnew = phase.status === 'returned' || phase.status === 'superseded';
  const round = opensAnew ? phase.round + 1 : phase.round;
  const late = offices.map((office): ConductException => {
    return { kind: 'late', phase: key, round, office, workdaysLate: workdays };
  });
  const isTarget = targetOf(run.definition, key) !== null;
  const missed: readonly ConductException[] = isTarget ? [{ kind: 'missTarget', phase: key }] : [];
  const conduct = { exceptions: [...late, ...missed, ...run.conduct.exceptions] };
  return { start, run: { ...run, conduct } };
}

/** Who is last in a phase: the offices of its last step; without steps, those that owe something; of a target, the one that reports it. */
function lastOffices(definition: Definition, key: string): readonly string[] {
  const phase = phaseOf(definition, key);
  const last = phase?.steps.at(-1);
  if (last !== undefined) return officesOf(last.policy);
  const alone = phase === null ? null : leadAlone(phase);
  return alone === null ? [...new Set(phase?.deliverables.map(({ office }) => office))] : [alone];
}

function livePhase(state: ProgrammeState, key: string): PhaseState | Refused {
  const phase = state.phases.find((candidate) => candidate.key === key);
  if (phase === undefined) return { member: 'phase', code: 'unknown-phase' };
  return isOver(phase) ? { member: 'phase', code: 'phase-over' } : phase;
}

function dated(
  phase: PhaseState,
  { dueOn, start, run }: Supposed & { readonly dueOn: LocalDate },
): PhaseState {
  const moved = { ...phase, dueOn, dueAt: deadlineInstant(dueOn, run.definition.zone) };
  if (phase.status !== 'open') return moved;
  return skipping(moved, skippedIn(moved, start.state, { ...run, now: start.now }));
}

function withPhase(state: ProgrammeState, phase: PhaseState): ProgrammeState {
  const phases = state.phases.map((known) => (known.key === phase.key ? phase : known));
  return { ...state, phases };
}
