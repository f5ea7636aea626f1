/** Targets that are reached late in a run on paper: measured on that day at the asking of the office that reports them. */
import { targetOf } from '../definition/indicator-phase.ts';
import type { PhaseView } from '../programme/lookups.ts';
import { actInstant } from './conduct.ts';
import type { Conduct } from './conduct.ts';
import type { PlanningContext } from './moments.ts';
import type { OfficeAct } from './who-acts.ts';

export function laterMeasurements(
  { state: phase }: PhaseView,
  run: PlanningContext & { readonly conduct: Conduct },
): readonly OfficeAct[] {
  const found = targetOf(run.definition, phase.key);
  if (found === null) return [];
  const { office, key: indicator } = found.indicator;
  const isLate = run.conduct.exceptions.some(
    (exception) =>
      exception.kind === 'late' &&
      exception.phase === phase.key &&
      (exception.round ?? 1) === phase.round,
  );
  if (!isLate) return [];
  const at = actInstant({ kind: 'handIn', office, phase }, run.conduct, run);
  const command = { type: 'MeasureIndicator', indicator, target: found.target.key } as const;
  return [{ at: at > phase.dueAt ? at : phase.dueAt, office, command }];
}
