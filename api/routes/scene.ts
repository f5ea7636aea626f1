/** Gathers what the view of one programme is made of, and judges who may see it. */
import { toProgrammeTime } from '../../domain/calendar/rehearsal-clock.ts';
import type { Definition } from '../../domain/definition/types.ts';
import { calendarOf } from '../../engine/calendars.ts';
import type { AppDeps } from '../deps.ts';
import type { SignedIn } from '../http/context.ts';
import { isAdministrator } from '../http/route.ts';
import { ProblemError } from '../problems.ts';
import type { ProgrammeRecord, Viewer } from '../reads.ts';
import { momentView } from '../views/moment.ts';
import type { ProgrammeScene } from '../views/programme.ts';
import type { DecisionRow } from '../views/rows.ts';

export function viewerOf(person: SignedIn, deps: AppDeps): Viewer {
  const administrator = isAdministrator(person);
  return { personId: person.id, administrator, at: deps.clock.now() };
}

/** @throws ProblemError `not-found`, also where the person may not know of the programme. */
export async function visibleProgramme(
  id: string,
  person: SignedIn,
  deps: AppDeps,
): Promise<ProgrammeRecord> {
  const record = await deps.reads.programme(id, viewerOf(person, deps));
  if (record === null) throw new ProblemError('not-found');
  await knowDefinitions([record.state], deps);
  return record;
}

/** Makes the definitions that programmes run known to `definitionOf`. */
export async function knowDefinitions(
  running: readonly { readonly definition: { readonly key: string; readonly version: number } }[],
  { definitions }: AppDeps,
): Promise<void> {
  const unknown = running
    .map(({ definition }) => definition)
    .filter(({ key, version }) => definitions.known(key, version) === undefined);
  for (const { key, version } of unknown) await definitions.get(key, version);
}

/** The definition that a programme runs, which was made known before; missing only when the database lost it. */
export function definitionOf(
  ref: { readonly key: string; readonly version: number },
  deps: AppDeps,
): Definition {
  const definition = deps.definitions.known(ref.key, ref.version);
  if (definition === undefined) throw new Error(`no definition ${ref.key} version ${ref.version}`);
  return definition;
}

export function programmeNow(record: ProgrammeRecord, deps: AppDeps): string {
  return toProgrammeTime(record.state.clock, deps.clock.now().toISOString());
}

export async function sceneOf(record: ProgrammeRecord, deps: AppDeps): Promise<ProgrammeScene> {
  const { state, seats } = record;
  const definition = definitionOf(state.definition, deps);
  const [decisions, contents, moments, held] = await Promise.all([
    deps.reads.decisions(state.id),
    deps.reads.contents(state.id),
    deps.reads.plannedMoments(state.id),
    deps.reads.heldSeats(Object.values(seats), deps.clock.now()),
  ]);
  const next = moments[0];
  return {
    state,
    definition,
    calendar: calendarOf(definition.calendar),
    decisions,
    contents,
    names: await deps.reads.names([...peopleIn(record, decisions)]),
    vacant: definition.offices
      .map(({ key }) => key)
      .filter((office) => !held.has(seats[office] ?? office)),
    nextMoment: next === undefined ? null : momentView(next),
    now: programmeNow(record, deps),
  };
}

function peopleIn({ state }: ProgrammeRecord, decisions: readonly DecisionRow[]): Set<string> {
  const ids = new Set([state.startedBy, ...decisions.map(({ by }) => by)]);
  if (state.migration !== null) ids.add(state.migration.proposedBy);
  for (const phase of state.phases) {
    for (const { by } of phase.deliverables) if (by !== null) ids.add(by);
    for (const step of phase.steps) for (const { by } of step.votes) ids.add(by);
  }
  return ids;
}
