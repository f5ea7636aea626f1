/** The activities: each is a command of the clock through the engine's one door, and answers with what comes next. */
import type { Engine } from '../engine/types.ts';
import type { Activities, MomentInput, Plan } from './types.ts';

export interface ActivityDeps {
  readonly engine: Pick<Engine, 'nextMoment' | 'perform'>;
}

/**
 * Every error is retried by Temporal, without end: a database that is away comes back, and a defect is mended by the next release.
 */
export function createActivities(deps: ActivityDeps): Activities {
  const { engine } = deps;
  const look = (programmeId: string): Plan => engine.nextMoment(programmeId);
  const perform = ({ programmeId, moment }: MomentInput): Plan =>
    engine.perform(programmeId, moment);
  return {
    openProgramme: look,
    replan: look,
    openPhase: perform,
    remind: perform,
    missDeadline: perform,
    escalate: perform,
    openPeriod: perform,
    lapse: perform,
    measure: perform,
    alignUnits: perform,
    missAnswer: perform,
    missInnerDate: perform,
  };
}
