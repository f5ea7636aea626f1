/** A phase as it enters a programme: the dates of its window by its due rule, and the keys of what it owes and of who signs. */
import { deadlineInstant } from '../calendar/dates.ts';
import type { DateWindow } from '../calendar/types.ts';
import { dueDayOf } from '../definition/due-day.ts';
import type { PhaseDefinition } from '../definition/types.ts';
import type { PlanningContext } from '../planning/moments.ts';
import type { PhasePlan } from './events.ts';

export function planPhase(
  phase: PhaseDefinition,
  window: DateWindow,
  { definition, calendar }: PlanningContext,
): PhasePlan {
  const dueOn = dueDayOf(window, phase.dueRule, calendar);
  return {
    key: phase.key,
    opensOn: window.from,
    dueOn,
    dueAt: deadlineInstant(dueOn, definition.zone),
    deliverables: phase.deliverables.map(({ key }) => key),
    steps: phase.steps.map(({ key }) => key),
  };
}
