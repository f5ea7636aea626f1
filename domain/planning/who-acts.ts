/** Who acts for an office in a run on paper: its holder, or who stands in for it while nobody holds it. */
import { actingFor, fallbackLine } from '../authority/fallback.ts';
import { separationFault } from '../authority/separation.ts';
import { addDays, startOfDay } from '../calendar/dates.ts';
import type { Instant } from '../calendar/types.ts';
import type { Definition } from '../definition/types.ts';
import type { Actor, DecideContext, ProgrammeCommand } from '../programme/commands.ts';
import type { PhaseView } from '../programme/lookups.ts';
import { isHeldAt } from './vacancies.ts';
import type { Vacancy } from './vacancies.ts';

/** Offices, and which of them nobody holds for a while. */
export interface Staff {
  readonly definition: Definition;
  readonly vacancies?: readonly Vacancy[];
}

/** What is asked of an office, and when it would do it. */
export interface OfficeAct {
  readonly at: Instant;
  readonly office: string;
  readonly command: ProgrammeCommand;
}

export interface StaffedAct {
  readonly at: Instant;
  readonly actor: Actor;
  readonly command: ProgrammeCommand;
}

/** Every office that is held is held by a person of the same name. */
export function holdersAt(at: Instant, { definition, vacancies }: Staff): DecideContext['holders'] {
  return Object.fromEntries(
    definition.offices.map(({ key }) => [
      key,
      isHeldAt(key, at, { definition, vacancies }) ? [key] : [],
    ]),
  );
}

/**
 * The act as soon as somebody may do it: the office itself, or the first of its line that is held. Whoever is barred from it by
 * having handed in or signed leaves it to somebody else. None when nobody ever may.
 */
export function whenHeld(act: OfficeAct, phase: PhaseView, staff: Staff): readonly StaffedAct[] {
  const { command } = act;
  for (const at of changesOfStaff(act, staff)) {
    const office = whoActs(act, at, staff);
    if (office === null || isBarred(office, command, phase)) continue;
    return [{ at, actor: { kind: 'person', id: office, offices: [office] }, command }];
  }
  return [];
}

/** Measuring is left to the office itself and the owner. */
function whoActs({ office, command }: OfficeAct, at: Instant, staff: Staff): string | null {
  if (command.type === 'MeasureIndicator') {
    return isHeldAt(office, at, staff) ? office : null;
  }
  return actingFor(staff.definition, holdersAt(at, staff), office);
}

/** The planned instant, and later ones at which somebody of the line comes or goes. */
function changesOfStaff(
  { at, office }: OfficeAct,
  { definition, vacancies = [] }: Staff,
): readonly Instant[] {
  const line = new Set([office, ...fallbackLine(definition, office)]);
  const later = vacancies
    .filter((vacancy) => line.has(vacancy.office))
    .flatMap(({ from, to }) => [from, ...(to === null ? [] : [addDays(to, 1)])])
    .map((day) => startOfDay(day, definition.zone))
    .filter((instant) => instant > at);
  return [at, ...new Set(later.toSorted())];
}

/** Separation of duties, which a stand-in meets sooner than the holders of two offices. */
function isBarred(person: string, command: ProgrammeCommand, { state }: PhaseView): boolean {
  switch (command.type) {
    case 'DecideStep':
    case 'RecordBallot': {
      const step = state.steps.find(({ key }) => key === command.step);
      return step !== undefined && separationFault(state, step, person) !== null;
    }
    case 'HandInDeliverable':
      return state.steps.some(({ votes }) => votes.some(({ by }) => by === person));
    default:
      return false;
  }
}
