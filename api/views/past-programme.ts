/** A programme as it stood after one of its entries, from the events up to it and the versions that were in force then. */
import type { WorkCalendar } from '../../domain/calendar/types.ts';
import { toRealTime } from '../../domain/calendar/rehearsal-clock.ts';
import type { Definition } from '../../domain/definition/types.ts';
import { momentQualifier, planMoments } from '../../domain/planning/moments.ts';
import type { PastProgramme } from '../../engine/history.ts';
import { momentView, type MomentShown } from './moment.ts';
import { programmeView, type PhaseShown, type ProgrammeShown } from './programme.ts';
import type { Names } from './rows.ts';

export interface PastScene {
  readonly past: PastProgramme;
  readonly definition: Definition;
  readonly calendar: WorkCalendar;
  readonly names: Names;
  /** The instant as of which it is shown, programme time. */
  readonly now: string;
}

export interface PastProgrammeShown extends Omit<ProgrammeShown, 'phases' | 'faults' | 'rollouts'> {
  readonly phases: readonly Omit<PhaseShown, 'extensions'>[];
}

export function pastProgrammeView({ past, ...scene }: PastScene): PastProgrammeShown {
  const { state, decisions, contents } = past;
  // What the tables hold of today is left out; the members that would be empty for it are taken out below.
  const today = { periods: [], matters: [], consultations: [], rollouts: [] };
  const {
    faults: _faults,
    rollouts: _rollouts,
    phases,
    ...shown
  } = programmeView({
    ...scene,
    ...today,
    state,
    decisions,
    contents,
    vacant: [],
    acting: {},
    nextMoment: nextMomentOf({ past, ...scene }),
  });
  return { ...shown, phases: phases.map(({ extensions: _extensions, ...phase }) => phase) };
}

function nextMomentOf({ past: { state }, definition, calendar }: PastScene): MomentShown | null {
  const next = planMoments(state, definition, calendar)[0];
  if (next === undefined) return null;
  const { kind, phase, round, at } = next;
  const realAt = toRealTime(state.clock, at);
  return momentView({ kind, phase, round, at, realAt, qualifier: momentQualifier(next) });
}
