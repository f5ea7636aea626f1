/** The indicators of a programme in short, from its state alone. */
import { derivedKey } from '../../domain/definition/phase-key.ts';
import type { Comparator, IndicatorUnit } from '../../domain/definition/indicator-types.ts';
import type { Definition, Localised } from '../../domain/definition/types.ts';
import { isOver } from '../../domain/programme/progress.ts';
import type { MeasuredState, PhaseState, ProgrammeState } from '../../domain/programme/state.ts';

export interface IndicatorSummary {
  readonly key: string;
  readonly title: Localised;
  readonly unit: IndicatorUnit;
  readonly comparator: Comparator;
  readonly office: string;
  readonly targets: readonly {
    readonly key: string;
    readonly phase: string;
    readonly required: number;
    readonly on: string;
    readonly status: PhaseState['status'];
    readonly overdue: boolean;
    readonly last: MeasuredState['last'] | null;
  }[];
}

/** @param now programme time */
export function indicatorSummaries(
  state: ProgrammeState,
  { indicators }: Definition,
  now: string,
): readonly IndicatorSummary[] {
  return (indicators ?? []).map(({ key, title, unit, comparator, office, targets }) => ({
    key,
    title,
    unit,
    comparator,
    office,
    targets: targets.flatMap((target) => {
      const phase = state.phases.find((one) => one.key === derivedKey(key, target.key));
      if (phase === undefined) return [];
      const overdue = state.status === 'active' && !isOver(phase) && now >= phase.dueAt;
      return [
        {
          key: target.key,
          phase: phase.key,
          required: target.value,
          on: phase.dueOn,
          status: phase.status,
          overdue,
          last: phase.measured?.last ?? null,
        },
      ];
    }),
  }));
}
