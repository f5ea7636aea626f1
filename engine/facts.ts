/** What some moments need to know of other streams, looked up before the rules are asked. */
import type { MomentFacts } from '../domain/programme/facts.ts';
import type { Moment, MomentKind } from '../domain/planning/moments.ts';
import type { ProgrammeState } from '../domain/programme/state.ts';

export type FactFinder = (moment: Moment, state: ProgrammeState) => Promise<MomentFacts>;

const ASKING: ReadonlySet<MomentKind> = new Set<MomentKind>(['measure', 'alignUnits']);

export function needsFacts({ kind }: Moment): boolean {
  return ASKING.has(kind);
}
