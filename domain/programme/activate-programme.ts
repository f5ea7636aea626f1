/** Activation: the paper's windows, shifted as a whole to the chosen first day. */
import { holdsOffice } from '../authority/holding.ts';
import { addDays, daysBetween, isLocalDate, shiftWindow } from '../calendar/dates.ts';
import type { LocalDate } from '../calendar/types.ts';
import { derivedKey } from '../definition/phase-key.ts';
import { phaseOf } from '../definition/phase-of.ts';
import type { Definition, PhaseDefinition } from '../definition/types.ts';
import type { ActivateProgramme, DecideContext } from './commands.ts';
import { planDuties } from './duties/periods.ts';
import type { PlanningContext } from '../planning/moments.ts';
import type { EventData, PhasePlan, ProgrammeEvent } from './events.ts';
import { planPhase } from './plan-phase.ts';
import { accept, refuse } from './rejections.ts';
import type { Decision } from './rejections.ts';
import type { ProgrammeState } from './state.ts';
import { freezeUnits, type FrozenAtActivation } from './units/freeze.ts';
import type { UnitParent } from './units/state.ts';

const EARLIEST_START: LocalDate = '2000-01-01';
const LATEST_START: LocalDate = '2100-12-31';

/** A live programme is started by a holder of the owning office; a rehearsal by anyone. */
export function decideActivate(
  state: ProgrammeState | null,
  command: ActivateProgramme,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { definition, calendar, now } = context;
  const { id, title, titleEn, startsOn, clock } = command;
  if (state !== null) return refuse('already-activated');
  const startedBy = starterOf(command, context);
  if (startedBy === null) return refuse('not-owner', { office: definition.owner });
  if (!isLocalDate(startsOn) || startsOn < EARLIEST_START || startsOn > LATEST_START) {
    return refuse('start-date-invalid', { earliest: EARLIEST_START, latest: LATEST_START });
  }
  const frozen = freezeUnits(definition, { ...command, isRehearsal: clock !== null });
  if (!frozen.ok) return frozen;
  const data = {
    id,
    definition: { key: definition.key, version: definition.version },
    title,
    ...(titleEn === undefined ? {} : { titleEn }),
    startsOn,
    clock,
    startedBy,
    calendar: { key: calendar.key, version: calendar.version },
    phases: planPhases(context, startsOn),
    ...(definition.duties === undefined ? {} : { duties: planDuties(definition, startsOn) }),
    ...unitData(frozen, command),
  };
  return accept([{ type: 'ProgrammeActivated', at: now, data }]);
}

/** A unit programme is started by the clock for whoever started its parent; null when the actor may not start this one. */
function starterOf(
  { clock, parent }: ActivateProgramme,
  { actor, definition }: DecideContext,
): string | null {
  if (actor.kind === 'clock') return parent?.startedBy ?? null;
  if (parent !== undefined) return null;
  return clock !== null || holdsOffice(actor, definition.owner) ? actor.id : null;
}

function unitData(
  { unitSets, rollouts }: FrozenAtActivation,
  { parent }: ActivateProgramme,
): Pick<EventData['ProgrammeActivated'], 'unitSets' | 'rollouts' | 'parent'> {
  return {
    ...(unitSets.length === 0 ? {} : { unitSets }),
    ...(rollouts.length === 0 ? {} : { rollouts }),
    ...(parent === undefined ? {} : { parent: placeOf(parent) }),
  };
}

function placeOf({ programme, rollout, unit }: UnitParent): UnitParent {
  return { programme, rollout, unit };
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

/** The first day of a unit programme: its plan moves by as many days as that of its parent. */
export function unitStartsOn(
  unitDefinition: Definition,
  parent: { readonly definition: Definition; readonly startsOn: LocalDate },
): LocalDate {
  const shift = daysBetween(parent.definition.startsOn, parent.startsOn);
  return addDays(unitDefinition.startsOn, shift);
}
