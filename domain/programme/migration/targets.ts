/** Whether what was reported for an indicator, and what was measured of a target, keeps its meaning under the new version. */
import { canonicalText } from '../../audit/canonical.ts';
import { targetOf, type IndicatorTarget } from '../../definition/indicator-phase.ts';
import type { Definition } from '../../definition/types.ts';
import type { PhaseState } from '../state.ts';
import type { Obstacle } from './reasons.ts';

/** Reports may have come before the target opened, so that unit and source of an indicator never change. */
export function targetObstacle(
  { key, status }: PhaseState,
  { from, to }: { readonly from: Definition; readonly to: Definition },
): Obstacle | null {
  const [was, is] = [targetOf(from, key), targetOf(to, key)];
  if (was === null || is === null) return null;
  const about = was.indicator.key;
  if (!isSame(counted(was), counted(is))) return { code: 'measured-otherwise', about };
  const isMet = status === 'closed';
  return isMet && !isSame(asked(was), asked(is)) ? { code: 'met-target-changed', about } : null;
}

function counted({ indicator: { unit, source } }: IndicatorTarget): object {
  return { unit, source };
}

function asked({ indicator: { comparator }, target }: IndicatorTarget): object {
  return { comparator, value: target.value, counting: target.counting ?? 'total' };
}

function isSame(was: object, is: object): boolean {
  return canonicalText(was) === canonicalText(is);
}
