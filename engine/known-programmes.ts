/** Programmes in memory between acts, each as of a position; the head that was just read says whether that is still the place. */
import type { Instant } from '../domain/calendar/types.ts';
import { planMoments } from '../domain/planning/moments.ts';
import type { HeadOfProgramme } from '../db/ledger/read-head.ts';
import { readState } from '../db/ledger/stored-state.ts';
import type { CalendarStore } from './calendar-store.ts';
import type { DefinitionStore } from './definition-store.ts';
import type { DirectoryCache } from './directory-cache.ts';
import type { KnownProgramme } from './draft.ts';
import { createRecent } from './recent.ts';

export interface KnownProgrammes {
  /** -1 when the programme is not in memory. */
  positionOf(programmeId: string): number;
  /** The programme at the head's position. */
  resolve(programmeId: string, head: HeadOfProgramme): Promise<KnownProgramme>;
  remember(known: KnownProgramme): void;
}

const LIMIT = 4_000;

export interface KnownProgrammesDeps {
  readonly definitions: Pick<DefinitionStore, 'get'>;
  readonly calendars: Pick<CalendarStore, 'get'>;
}

export function createKnownProgrammes(deps: KnownProgrammesDeps): KnownProgrammes {
  const recent = createRecent<string, KnownProgramme>(LIMIT);
  return {
    positionOf: (programmeId) => recent.get(programmeId)?.state.position ?? -1,
    remember: (known) => {
      recent.set(known.state.id, known);
    },
    resolve: async (programmeId, head) => {
      const cached = recent.get(programmeId);
      if (cached?.state.position === head.position) return cached;
      const known = await load(head, deps);
      recent.set(programmeId, known);
      return known;
    },
  };
}

async function load(
  head: HeadOfProgramme,
  { definitions, calendars }: KnownProgrammesDeps,
): Promise<KnownProgramme> {
  if (head.stored === null || head.seats === null)
    throw new Error('the head came without its state');
  const { state, snapshotAt } = readState(head.stored);
  const { key, version } = state.definition;
  const definition = await definitions.get(key, version);
  if (definition === null)
    throw new Error(`definition ${key} version ${version} was never published`);
  const calendar = await calendars.get(state.calendar);
  const next = planMoments(state, definition, calendar)[0] ?? null;
  const { headHash, seats } = head;
  return { state, snapshotAt, headHash, seats, definition, calendar, next };
}

/** Office → ids of those who hold its seat at the (real) instant. */
export function holdersOf(
  { definition, seats }: Pick<KnownProgramme, 'definition' | 'seats'>,
  directory: DirectoryCache,
  at: Instant,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    definition.offices.map(({ key }) => [key, directory.holdersOf(seats[key] ?? key, at)]),
  );
}

/** The offices that the person holds. */
export function officesHeldBy(
  person: string,
  holders: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  return Object.entries(holders).flatMap(([office, persons]) =>
    persons.includes(person) ? [office] : [],
  );
}
