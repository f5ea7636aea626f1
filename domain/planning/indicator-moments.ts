/** Moments of indicators: a target or its even pace is measured. */
import type { ProgrammeState } from '../programme/state.ts';
import type { AreaMoment, PlanningContext } from './moments.ts';

export function planIndicatorMoments(
  _state: ProgrammeState,
  _context: PlanningContext,
): readonly AreaMoment[] {
  return [];
}
