/** Moments of the governance of time: an answer that is owed is not given. */
import type { ProgrammeState } from '../programme/state.ts';
import type { AreaMoment, PlanningContext } from './moments.ts';

export function planTimeMoments(
  _state: ProgrammeState,
  _context: PlanningContext,
): readonly AreaMoment[] {
  return [];
}
