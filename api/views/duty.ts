/** Duties as people see them: what comes next, what is open, and what became of the periods so far. */
import type { DutyDefinition, DutyInterval } from '../../domain/definition/duty-types.ts';
import { wordPeriod } from '../../domain/definition/periods.ts';
import { derivedKey } from '../../domain/definition/phase-key.ts';
import { phaseOf } from '../../domain/definition/phase-of.ts';
import type { Localised } from '../../domain/definition/types.ts';
import { boundsOf, periodOfPhase } from '../../domain/programme/duties/periods.ts';
import { nextPeriodOf } from '../../domain/programme/progress.ts';
import type { CountedPeriodRow, PeriodRow } from '../reads.ts';
import { isOverdue, type ProgrammeScene } from './programme.ts';

export interface PeriodShown {
  readonly phase: string;
  readonly period: string;
  readonly title: Localised;
  readonly round: number;
  readonly status: PeriodRow['outcome'];
  readonly opensOn: string;
  readonly dueOn: string;
  readonly missed: boolean;
  readonly closedAt?: string;
  readonly rung?: string;
}

export interface DutyShown {
  readonly key: string;
  readonly title: Localised;
  readonly clause: string;
  readonly every: DutyInterval;
  readonly from: string;
  readonly until: string | null;
  readonly nextPeriod: string | null;
  readonly nextOpensOn: string | null;
  readonly open: readonly {
    readonly phase: string;
    readonly period: string;
    readonly dueOn: string;
    readonly overdue: boolean;
  }[];
  readonly counts: { readonly done: number; readonly late: number; readonly lapsed: number };
  readonly recent: readonly PeriodShown[];
}

/** How many periods of a duty stand with its programme; all of them have a list of their own. */
export const RECENT_PERIODS = 12;

export function dutiesView(scene: ProgrammeScene): readonly DutyShown[] {
  return (scene.definition.duties ?? []).map((duty) => {
    const rows = scene.periods.filter((row) => row.duty === duty.key);
    return {
      key: duty.key,
      title: duty.title,
      clause: duty.clause,
      every: duty.every,
      ...boundsOf(duty, scene.definition, scene.state.startsOn),
      ...nextOf(duty, scene),
      open: openPeriods(duty, scene),
      counts: countsOf(rows[0]),
      recent: rows.map(periodView),
    };
  });
}

export function periodView(row: PeriodRow): PeriodShown {
  const { phase, period, round, outcome, opensOn, dueOn, missed, closedAt, rung } = row;
  return {
    phase,
    period,
    title: wordPeriod(period),
    round,
    status: outcome,
    opensOn,
    dueOn,
    missed,
    ...(closedAt === null ? {} : { closedAt }),
    ...(rung === null ? {} : { rung }),
  };
}

function nextOf(
  { key }: DutyDefinition,
  { state, definition }: ProgrammeScene,
): Pick<DutyShown, 'nextPeriod' | 'nextOpensOn'> {
  const isUnderWay = state.status === 'active' || state.status === 'suspended';
  const duty = state.duties.find((candidate) => candidate.key === key);
  const next = isUnderWay && duty !== undefined ? nextPeriodOf(state, duty) : null;
  const phase = next === null ? null : phaseOf(definition, derivedKey(key, next));
  if (phase === null) return { nextPeriod: null, nextOpensOn: null };
  const { from } = phase.window;
  return { nextPeriod: next, nextOpensOn: from > state.startsOn ? from : state.startsOn };
}

function openPeriods(
  { key }: DutyDefinition,
  { state, definition, now }: ProgrammeScene,
): DutyShown['open'] {
  return state.phases.flatMap((phase) => {
    const place = periodOfPhase(definition, phase.key);
    if (place?.duty.key !== key || phase.status !== 'open') return [];
    const overdue = isOverdue(phase, state, now);
    return [{ phase: phase.key, period: place.period, dueOn: phase.dueOn, overdue }];
  });
}

function countsOf(row: CountedPeriodRow | undefined): DutyShown['counts'] {
  if (row === undefined) return { done: 0, late: 0, lapsed: 0 };
  const { done, late, lapsed } = row;
  return { done, late, lapsed };
}
