/** Why nothing can be done in a period of a duty that the programme does not hold now. */
import { readPeriod } from '../../definition/periods.ts';
import type { Definition } from '../../definition/types.ts';
import { refuse } from '../rejections.ts';
import type { Decision, Rejection } from '../rejections.ts';
import type { ProgrammeState } from '../state.ts';
import { periodOfPhase } from './periods.ts';

/** Whether the period is over or still to come; null for a phase that no duty knows. */
export function absentPeriod(
  state: ProgrammeState,
  definition: Definition,
  phase: string,
): Rejection | null {
  const place = periodOfPhase(definition, phase);
  if (place === null || !readPeriod(place.duty.every, place.period)) return null;
  const { duty, period } = place;
  const next = state.duties.find(({ key }) => key === duty.key)?.next ?? null;
  const isToCome = next !== null && next <= period;
  return { code: isToCome ? 'period-not-begun' : 'period-over', params: { phase } };
}

export function refuseAbsent(
  state: ProgrammeState,
  definition: Definition,
  phase: string,
): Decision<never> {
  const rejection = absentPeriod(state, definition, phase);
  return rejection === null ? refuse('unknown-phase', { phase }) : { ok: false, rejection };
}
