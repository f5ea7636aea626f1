/** Moments of co-organisers: an inner date passes. */
import type { ProgrammeState } from '../programme/state.ts';
import type { AreaMoment, PlanningContext } from './moments.ts';

export function planHandsMoments(
  _state: ProgrammeState,
  _context: PlanningContext,
): readonly AreaMoment[] {
  return [];
}
