/** Gathers what the view of one programme is made of, and judges who may see it. */
import { fallbackLine } from '../../domain/authority/fallback.ts';
import { toProgrammeTime } from '../../domain/calendar/rehearsal-clock.ts';
import { localDateOf } from '../../domain/calendar/dates.ts';
import type { Definition } from '../../domain/definition/types.ts';
import { countRollout, type RolloutCount } from '../../domain/programme/units/count.ts';
import type { AppDeps } from '../deps.ts';
import type { SignedIn } from '../http/context.ts';
import { isAdministrator } from '../http/route.ts';
import { ProblemError } from '../problems.ts';
import type {
  ConsultationRow,
  CountedPeriodRow,
  MatterRow,
  ProgrammeRecord,
  Viewer,
} from '../reads.ts';
import { RECENT_PERIODS } from '../views/duty.ts';
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

/** Makes the definitions that programmes run, and those of their unit programmes, known to `definitionOf`. */
export async function knowDefinitions(
  running: readonly { readonly definition: { readonly key: string; readonly version: number } }[],
  { definitions }: AppDeps,
): Promise<void> {
  const seen = new Map(
    running.map(({ definition: ref }) => [`${ref.key}@${String(ref.version)}`, ref]),
  );
  for (const { key, version } of seen.values()) {
    const found = definitions.known(key, version) ?? (await definitions.get(key, version));
    // The unit programmes of a roll-out are counted by their own definition.
    for (const { definition: unit } of found?.rollouts ?? []) {
      if (definitions.known(unit.key, unit.version) === undefined) {
        await definitions.get(unit.key, unit.version);
      }
    }
  }
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
  const phases = state.phases.map(({ key }) => key);
  const [rows, rollouts, held] = await Promise.all([
    rowsOf(record, phases, deps),
    rolloutCounts(record, deps),
    deps.reads.heldSeats(Object.values(seats), deps.clock.now()),
  ]);
  const { decisions, matters, consultations, moments } = rows;
  const next = moments[0];
  const isHeld = (office: string): boolean => held.has(seats[office] ?? office);
  const vacant = definition.offices.map(({ key }) => key).filter((office) => !isHeld(office));
  return {
    state,
    definition,
    calendar: await deps.calendars.store.get(state.calendar),
    ...rows,
    names: await deps.reads.names([
      ...peopleIn(record, decisions),
      ...peopleOf(matters),
      ...answering(consultations),
    ]),
    vacant,
    acting: Object.fromEntries(
      vacant.map((office) => [office, fallbackLine(definition, office).find(isHeld) ?? null]),
    ),
    nextMoment: next === undefined ? null : momentView(next),
    now: programmeNow(record, deps),
    rollouts,
  };
}

type ProgrammeRows = Pick<
  ProgrammeScene,
  'decisions' | 'contents' | 'periods' | 'matters' | 'consultations'
> & { readonly moments: Awaited<ReturnType<AppDeps['reads']['plannedMoments']>> };

/** What the read models hold of the phases that the state shows. */
async function rowsOf(
  record: ProgrammeRecord,
  phases: readonly string[],
  deps: AppDeps,
): Promise<ProgrammeRows> {
  const { reads } = deps;
  const { id, definition } = record.state;
  const [decisions, contents, matters, consultations, moments, periods] = await Promise.all([
    reads.decisions(id, phases),
    reads.contents(id, phases),
    reads.matters(id),
    reads.consultationsOf(id),
    reads.plannedMoments(id),
    periodsOf(record, definitionOf(definition, deps), deps),
  ]);
  return { decisions, contents, matters, consultations, moments, periods };
}

function periodsOf(
  { state }: ProgrammeRecord,
  definition: Definition,
  deps: AppDeps,
): Promise<readonly CountedPeriodRow[]> {
  const duties = (definition.duties ?? []).map(({ key }) => key);
  if (duties.length === 0) return Promise.resolve([]);
  return deps.reads.countedPeriods(state.id, { duties, recent: RECENT_PERIODS });
}

/** How far every roll-out is, of one query; none where the programme rolls nothing out. */
export async function rolloutCounts(
  record: ProgrammeRecord,
  deps: AppDeps,
): Promise<readonly RolloutCount[]> {
  const { state } = record;
  if (state.rollouts.length === 0) return [];
  const definition = definitionOf(state.definition, deps);
  const closed = await deps.reads.closedPhases(state.id);
  const calendar = await deps.calendars.store.get(state.calendar);
  const today = localDateOf(programmeNow(record, deps), definition.zone);
  return (definition.rollouts ?? []).map((rollout) => {
    const unitDefinition = definitionOf(rollout.definition, deps);
    return countRollout(rollout, { state, definition, unitDefinition, closed, calendar, today });
  });
}

/** Who asked and who decided. */
export function peopleOf(matters: readonly MatterRow[]): readonly string[] {
  const ids = matters.flatMap(({ askedBy, decidedBy }) => [askedBy, decidedBy]);
  return [...new Set(ids.filter((id) => id !== null))];
}

function answering(rows: readonly ConsultationRow[]): readonly string[] {
  return rows.flatMap(({ answeredBy }) => (answeredBy === null ? [] : [answeredBy]));
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
