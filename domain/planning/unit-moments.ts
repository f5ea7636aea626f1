/** Moments of roll-outs: unit programmes are brought in line with the set of units, and with a suspension or end of their parent. */
import type { ProgrammeState } from '../programme/state.ts';
import type { AreaMoment, PlanningContext } from './moments.ts';

export function planUnitMoments(
  _state: ProgrammeState,
  _context: PlanningContext,
): readonly AreaMoment[] {
  return [];
}
