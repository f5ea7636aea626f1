/** Moments of co-organisers: an inner date passes. */
import { deadlineInstant } from '../calendar/dates.ts';
import { phaseOf } from '../definition/phase-of.ts';
import { innerDueOn, owesStill } from '../programme/hands/lead.ts';
import type { PhaseState, ProgrammeState } from '../programme/state.ts';
import type { AreaMoment, PlanningContext } from './moments.ts';

/** The first instant after the inner date, once per round and office, as long as the office owes its part. */
export function planHandsMoments(
  state: ProgrammeState,
  context: PlanningContext,
): readonly AreaMoment[] {
  return state.phases
    .filter(({ status }) => status === 'open')
    .flatMap((phase) => innerDates(phase, context));
}

/** An inner date that had passed before the round opened is dropped: nobody could have kept it. */
function innerDates(
  state: PhaseState,
  { definition, calendar }: PlanningContext,
): readonly AreaMoment[] {
  const defined = phaseOf(definition, state.key);
  if (defined?.coOrganisers === undefined) return [];
  const { key: phase, round, openedAt, innerMissed = [], passedOver } = state;
  const spared = passedOver?.round === round ? (passedOver.inner ?? []) : [];
  return defined.coOrganisers
    .filter(({ office }) => owesStill({ state, definition: defined }, office))
    .filter(
      ({ office }) => !innerMissed.some((one) => one.office === office && one.round === round),
    )
    .filter(({ office }) => !spared.includes(office))
    .map(({ office, workdaysBefore }): AreaMoment => {
      const day = innerDueOn({ workdaysBefore }, state.dueOn, calendar);
      const at = deadlineInstant(day, definition.zone);
      return { kind: 'missInnerDate', phase, round, at, qualifier: office };
    })
    .filter(({ at }) => openedAt === null || at > openedAt);
}
