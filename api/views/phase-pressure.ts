/** Who holds an open phase up, and who may press or relieve, by the rules that judge these acts. */
import { superiorsOf } from '../../domain/authority/holding.ts';
import type { WorkCalendar } from '../../domain/calendar/types.ts';
import { governanceOf, unbarredOffice } from '../../domain/definition/governance.ts';
import type { Definition } from '../../domain/definition/types.ts';
import { leadOf } from '../../domain/programme/hands/lead.ts';
import { urgedUntil } from '../../domain/programme/hands/telling.ts';
import type { PhaseView } from '../../domain/programme/lookups.ts';
import { responsibleOffices } from '../../domain/programme/progress.ts';
import type { ProgrammeState } from '../../domain/programme/state.ts';
import { officesAnsweringFor } from '../../domain/programme/time/responsible.ts';

export interface PhasePressureShown {
  readonly responsible: readonly string[];
  readonly urgedBy: readonly string[];
  readonly urgeAgainAt?: string;
  readonly goodCauseBy?: string;
}

export interface PressureScene {
  readonly state: ProgrammeState;
  readonly definition: Definition;
  readonly calendar: WorkCalendar;
  /** Programme time. */
  readonly now: string;
}

/** Nothing where nobody can be pressed: the phase is not open, or the clock stands still. */
export function phasePressureView(
  phase: PhaseView,
  { state, definition, calendar, now }: PressureScene,
): { readonly pressure?: PhasePressureShown } {
  if (state.status !== 'active' || phase.state.status !== 'open') return {};
  const responsible = responsibleOffices(phase);
  const superiors = superiorsOf(definition, responsible, definition.offices.length);
  const lead = leadOf(phase.definition, definition);
  const until = urgedUntil(phase, { definition, calendar });
  return {
    pressure: {
      responsible,
      urgedBy: responsible.length === 0 ? [] : [...new Set([definition.owner, lead, ...superiors])],
      ...(until !== null && now < until ? { urgeAgainAt: until } : {}),
      ...goodCauseOf(phase, definition),
    },
  };
}

function goodCauseOf(
  phase: PhaseView,
  definition: Definition,
): Pick<PhasePressureShown, 'goodCauseBy'> {
  const { missed, climbStoppedIn, round } = phase.state;
  if (!missed || climbStoppedIn === round) return {};
  const { decidedBy } = governanceOf(definition).goodCause;
  const office = unbarredOffice(definition, [decidedBy], officesAnsweringFor(phase));
  return office === null ? {} : { goodCauseBy: office };
}
