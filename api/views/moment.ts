/** Planned moments as people see them. */
import type { RungKey } from '../../domain/definition/types.ts';
import type { MovedMoment } from '../../domain/planning/calendar-moves.ts';
import type { MomentKind } from '../../domain/planning/moments.ts';
import type { MomentRow } from '../reads.ts';

/** What tells moments of one kind apart, by the name of what it is. */
interface Qualified {
  readonly workdaysBefore?: number;
  readonly rung?: RungKey;
  readonly office?: string;
}

export interface MomentShown extends Qualified {
  readonly kind: MomentKind;
  readonly phase: string;
  readonly round: number;
  readonly at: string;
  readonly realAt: string;
}

export interface MovedMomentShown extends Qualified {
  readonly kind: MomentKind;
  readonly phase: string;
  readonly round: number;
  readonly before: string | null;
  readonly after: string | null;
}

export function momentView(row: MomentRow): MomentShown {
  const { kind, phase, round, at, realAt } = row;
  return {
    kind,
    phase,
    round,
    at,
    realAt,
    ...qualified(row),
  };
}

export function movedMomentView(moment: MovedMoment): MovedMomentShown {
  const { qualifier: _qualifier, ...shown } = moment;
  return { ...shown, ...qualified(moment) };
}

function qualified({ kind, qualifier }: Pick<MovedMoment, 'kind' | 'qualifier'>): Qualified {
  switch (kind) {
    case 'remind':
      return { workdaysBefore: Number(qualifier) };
    case 'missInnerDate':
      return { office: qualifier };
    case 'escalate':
      // The planner writes only rungs here.
      return { rung: qualifier as RungKey };
    default:
      return {};
  }
}
