/** What a definition says of a rehearsal of it, before one is started. Pure. */
import type { Plan } from '../api/plan.ts';

/** Unit programmes for which the clock waits one second; they begin several times as fast where nothing else runs. */
const UNITS_PER_SECOND = 8;
const LONGEST_HOLD_SECONDS = 60;

/** The last day of the last window; null when it has no phase. */
export function lastDayOf({ phases }: Pick<Plan, 'phases'>): string | null {
  return phases.reduce<string | null>(
    (last, { window: { to } }) => (last === null || to > last ? to : last),
    null,
  );
}

/** Real seconds for which the clock had better stand, so that every unit has begun before the first day passes. */
export function holdSecondsFor({
  unitSets = [],
  rollouts = [],
}: Pick<Plan, 'unitSets' | 'rollouts'>): number {
  const countOf = (set: string): number =>
    unitSets.find(({ key }) => key === set)?.madeUp.count ?? 0;
  const units = rollouts.reduce((sum, { unitSet }) => sum + countOf(unitSet), 0);
  return Math.min(LONGEST_HOLD_SECONDS, Math.ceil(units / UNITS_PER_SECOND));
}
