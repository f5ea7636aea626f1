/** Planned moments as people see them. */
import type { RungKey } from '../../domain/definition/types.ts';
import type { MomentKind } from '../../domain/planning/moments.ts';
import type { MomentRow } from '../reads.ts';

export interface MomentShown {
  readonly kind: MomentKind;
  readonly phase: string;
  readonly round: number;
  readonly at: string;
  readonly realAt: string;
  readonly workdaysBefore?: number;
  readonly rung?: RungKey;
  readonly office?: string;
}

export function momentView(row: MomentRow): MomentShown {
  const { kind, phase, round, at, realAt } = row;
  return {
    kind,
    phase,
    round,
    at,
    realAt,
    ...(kind === 'remind' ? { workdaysBefore: Number(row.qualifier) } : {}),
    ...(kind === 'missInnerDate' ? { office: row.qualifier } : {}),
    // The planner writes only rungs here.
    ...(kind === 'escalate' ? { rung: row.qualifier as RungKey } : {}),
  };
}
