/** Moments of roll-outs: unit programmes are brought in line with the set of units, and with the end of their parent. */
import type { ProgrammeState } from '../programme/state.ts';
import type { AreaMoment, PlanningContext } from './moments.ts';

/** Planned for the instant from which they are out of line, once for each generation. */
export function planUnitMoments(
  { alignment }: ProgrammeState,
  _context: PlanningContext,
): readonly AreaMoment[] {
  const { generation, since } = alignment;
  if (since === null) return [];
  const qualifier = String(generation + 1);
  return [{ kind: 'alignUnits', phase: '', round: 0, at: since, qualifier }];
}
