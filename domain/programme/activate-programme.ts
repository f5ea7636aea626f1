/** Activation: the paper's windows, shifted as a whole to the chosen first day. */
import { holdsOffice } from '../authority/holding.ts';
import { daysBetween, isLocalDate, shiftWindow } from '../calendar/dates.ts';
import type { LocalDate } from '../calendar/types.ts';
import { derivedKey } from '../definition/phase-key.ts';
import { phaseOf } from '../definition/phase-of.ts';
import type { Definition, PhaseDefinition } from '../definition/types.ts';
import type { ActivateProgramme, DecideContext } from './commands.ts';
import { planDuties } from './duties/periods.ts';
import type { PlanningContext } from '../planning/moments.ts';
import type { PhasePlan, ProgrammeEvent } from './events.ts';
import { planPhase } from './plan-phase.ts';
import { accept, refuse } from './rejections.ts';
import type { Decision } from './rejections.ts';
import type { ProgrammeState } from './state.ts';

const EARLIEST_START: LocalDate = '2000-01-01';
const LATEST_START: LocalDate = '2100-12-31';

/** A live programme is started by a holder of the owning office; a rehearsal by anyone. */
export function decideActivate(
  state: ProgrammeState | null,
  command: ActivateProgramme,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { definition, calendar, actor, now } = context;
  const { id, title, startsOn, clock } = command;
  if (state !== null) return refuse('already-activated');
  if (actor.kind !== 'person' || (clock === null && !holdsOffice(actor, definition.owner))) {
    return refuse('not-owner', { office: definition.owner });
  }
  if (!isLocalDate(startsOn) || startsOn < EARLIEST_START || startsOn > LATEST_START) {
    return refuse('start-date-invalid', { earliest: EARLIEST_START, latest: LATEST_START });
  }
  const data = {
    id,
    definition: { key: definition.key, version: definition.version },
    title,
    startsOn,
    clock,
    startedBy: actor.id,
    calendar: { key: calendar.key, version: calendar.version },
    phases: planPhases(context, startsOn),
    ...(definition.duties === undefined ? {} : { duties: planDuties(definition, startsOn) }),
  };
  return accept([{ type: 'ProgrammeActivated', at: now, data }]);
}

/** The phases of the plan, and one for each target of an indicator. */
function plannedPhases(definition: Definition): readonly PhaseDefinition[] {
  const targets = (definition.indicators ?? []).flatMap((indicator) =>
    indicator.targets.map((target) => derivedKey(indicator.key, target.key)),
  );
  return [...definition.phases, ...targets.flatMap((key) => phaseOf(definition, key) ?? [])];
}

/** The phases' windows when the plan starts on `startsOn`: every date moves by the same number of days. */
export function planPhases(context: PlanningContext, startsOn: LocalDate): readonly PhasePlan[] {
  const { definition } = context;
  const shift = daysBetween(definition.startsOn, startsOn);
  return plannedPhases(definition).map((phase) =>
    planPhase(phase, shiftWindow(phase.window, shift), context),
  );
}
