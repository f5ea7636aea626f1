/** Lead 牵头 and co-organisers 协办 of a phase, and the inner dates by which the latter owe their part. */
import { addWorkingDays } from '../../calendar/working-days.ts';
import type { LocalDate, WorkCalendar } from '../../calendar/types.ts';
import type { CoOrganiser, Definition, PhaseDefinition } from '../../definition/types.ts';
import type { PhaseView } from '../lookups.ts';
import { isReady } from '../progress.ts';

/** The office that leads the phase; the owner where the paper names none. */
export function leadOf(phase: PhaseDefinition, definition: Definition): string {
  return phase.lead ?? definition.owner;
}

/** Last day, included, on which the co-organiser's part is in time. */
export function innerDueOn(
  { workdaysBefore }: Pick<CoOrganiser, 'workdaysBefore'>,
  dueOn: LocalDate,
  calendar: WorkCalendar,
): LocalDate {
  return addWorkingDays(calendar, dueOn, -workdaysBefore);
}

/** Whether the office still owes the phase something that is in and passes its checks. */
export function owesStill({ state, definition }: PhaseView, office: string): boolean {
  return definition.deliverables.some(
    ({ key, office: owing }) =>
      owing === office && state.deliverables.some((one) => one.key === key && !isReady(one)),
  );
}
