/** Moments of duties: the next period opens; what is over undone lapses. */
import type { ProgrammeState } from '../programme/state.ts';
import type { AreaMoment, PlanningContext } from './moments.ts';

export function planDutyMoments(
  _state: ProgrammeState,
  _context: PlanningContext,
): readonly AreaMoment[] {
  return [];
}
