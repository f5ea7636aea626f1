/** Moments of indicators: a target or its even pace is measured. */
import { addDays, deadlineInstant, localDateOf } from '../calendar/dates.ts';
import type { LocalDate } from '../calendar/types.ts';
import { targetOf } from '../definition/indicator-phase.ts';
import { periodOf, spanOf } from '../definition/periods.ts';
import { AT_TARGET, paceDay, paceOccasion } from '../indicators/occasions.ts';
import type { PhaseState, ProgrammeState } from '../programme/state.ts';
import type { AreaMoment, Moment, PlanningContext } from './moments.ts';

/**
 * A target is measured at its date, before it counts as missed; while it is overdue before each rung, so that a value reported
 * meanwhile ends the climb; and at the end of each interval of its pace, of which the next one alone is planned.
 * @param planned the moments of the phases, among which those of the targets are, with the rungs that a good cause has stopped
 */
export function planIndicatorMoments(
  state: ProgrammeState,
  context: PlanningContext,
  planned: readonly Moment[],
): readonly AreaMoment[] {
  const { indicators } = context.definition;
  if (indicators === undefined || indicators.length === 0) return [];
  const before = planned.flatMap((moment) => measureBefore(moment, state, context));
  const paces = state.phases.flatMap((phase) => nextPace(phase, context));
  return [...before, ...paces];
}

function measureBefore(
  moment: Moment,
  state: ProgrammeState,
  { definition }: PlanningContext,
): readonly AreaMoment[] {
  if (moment.kind !== 'missDeadline' && moment.kind !== 'escalate') return [];
  if (targetOf(definition, moment.phase) === null) return [];
  const phase = state.phases.find(({ key }) => key === moment.phase);
  const qualifier = moment.kind === 'escalate' ? moment.rung : AT_TARGET;
  if (phase === undefined || occasionsOf(phase).includes(qualifier)) return [];
  const { round, at } = moment;
  return [{ kind: 'measure', phase: phase.key, round, at, qualifier }];
}

/** An interval that was over before the phase opened, or while the clock stood still, is not asked about. */
function nextPace(phase: PhaseState, { definition }: PlanningContext): readonly AreaMoment[] {
  const pace = phase.status === 'open' ? targetOf(definition, phase.key)?.target.pace : undefined;
  if (pace === undefined || phase.openedAt === null) return [];
  const last = lastPace(phase);
  const since = [phase.openedAt, phase.moved?.at ?? phase.openedAt].map((at) =>
    localDateOf(at, definition.zone),
  );
  const first = [...since, last === undefined ? '' : addDays(last, 1)].toSorted().at(-1) ?? '';
  const day = spanOf(pace, periodOf(pace, first)).to;
  if (day >= phase.dueOn) return [];
  const at = deadlineInstant(day, definition.zone);
  const { key, round } = phase;
  return [{ kind: 'measure', phase: key, round, at, qualifier: paceOccasion(day) }];
}

/** The last day on which the pace was asked about, or was not as it had been past. */
function lastPace(phase: PhaseState): LocalDate | undefined {
  const { passedOver, round } = phase;
  const asked = occasionsOf(phase).flatMap((occasion) => paceDay(occasion) ?? [])[0];
  const spared = passedOver?.round === round ? passedOver.pacesUntil : undefined;
  if (asked === undefined || spared === undefined) return asked ?? spared;
  return spared > asked ? spared : asked;
}

function occasionsOf({ measured, round }: PhaseState): readonly string[] {
  return measured?.round === round ? measured.occasions : [];
}
