/** What the endpoints of who acts share: carrying an act in a phase through the door, and what can be wrong with a slot. */
import type { PersonCommand } from '../../engine/types.ts';
import type { AppDeps } from '../deps.ts';
import type { Input, Reply } from '../http/route.ts';
import type { ProblemCode } from '../problems/catalogue.ts';
import { phaseAct } from '../views/act.ts';
import { performAct } from './act.ts';

/** Of a period of a duty that the programme does not hold now. */
export const OF_A_PERIOD = [
  'period-not-begun',
  'period-over',
] as const satisfies readonly ProblemCode[];

export const OF_A_SLOT = [
  'not-office-holder',
  'already-decided',
  'slot-not-open',
  'step-not-open',
  'stale-round',
  'unknown-step',
  ...OF_A_PERIOD,
  'programme-not-active',
] as const satisfies readonly ProblemCode[];

interface ActPlace {
  readonly programmeId: string;
  readonly phase: string;
  readonly location?: string;
}

export function actOn(
  { programmeId, phase, location }: ActPlace,
  command: PersonCommand,
  { input, deps }: { readonly input: Input; readonly deps: AppDeps },
): Promise<Reply> {
  return performAct(
    { programmeId, command, answer: phaseAct(phase, location), phase },
    input,
    deps,
  );
}
