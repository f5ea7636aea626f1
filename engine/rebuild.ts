/** Makes a programme's read models again from its events alone, and compares them with what stands in the database, or replaces it. */
import type { Pool, PoolClient } from 'pg';
import { canonicalText } from '../domain/audit/canonical.ts';
import type { StoredEntry } from '../domain/audit/hash-chain.ts';
import type { Instant } from '../domain/calendar/types.ts';
import { toRealTime } from '../domain/calendar/rehearsal-clock.ts';
import { planMoments } from '../domain/planning/moments.ts';
import { evolve } from '../domain/programme/evolve.ts';
import type { ProgrammeState } from '../domain/programme/state.ts';
import {
  findProgrammeRow,
  listProgrammeIds,
  restoreProgramme,
  type ProgrammeRow,
} from '../db/ledger/programme-row.ts';
import { inOneInstant, readStream } from '../db/ledger/read-stream.ts';
import { eventOf } from '../db/ledger/stored-state.ts';
import { readLiveTables } from '../db/projections/live-tables.ts';
import {
  project,
  type PositionedEvent,
  type ProjectionContext,
} from '../db/projections/project.ts';
import { replaceTables } from '../db/projections/replace-tables.ts';
import type { RowChanges } from '../db/projections/rows.ts';
import {
  foldChanges,
  tableNames,
  tablesOf,
  type TableRow,
  type Tables,
} from '../db/projections/tables.ts';
import { transaction } from '../db/query.ts';
import type { CalendarStore } from './calendar-store.ts';
import type { DefinitionStore } from './definition-store.ts';

export interface RebuildDeps {
  readonly pool: Pool;
  readonly definitions: Pick<DefinitionStore, 'get'>;
  readonly calendars: Pick<CalendarStore, 'find' | 'get'>;
}

/** A row of which live and rebuilt are not the same; null where there is none. */
export interface RebuildDifference {
  readonly table: string;
  readonly key: string;
  readonly live: unknown;
  readonly rebuilt: unknown;
}

export interface RebuildReport {
  readonly programmeId: string;
  readonly events: number;
  readonly differences: readonly RebuildDifference[];
}

interface Rebuilt {
  readonly state: ProgrammeState;
  readonly row: Pick<
    ProgrammeRow,
    'status' | 'position' | 'headHash' | 'nextAt' | 'parent' | 'calendar'
  > & {
    readonly snapshot: string;
    readonly version: number;
  };
  readonly rows: RowChanges;
}

/** Changes nothing. */
export async function compareProgramme(
  deps: RebuildDeps,
  programmeId: string,
): Promise<RebuildReport> {
  await warm(deps, programmeId);
  return inOneInstant(deps.pool, async (client) => {
    const live = await findProgrammeRow(client, programmeId, 'read');
    const rebuilt = await foldAgain(deps, client, live);
    return reportOn(client, live, rebuilt);
  });
}

/** What differed before it was replaced. Acts on the programme wait meanwhile. */
export async function rebuildProgramme(
  deps: RebuildDeps,
  programmeId: string,
): Promise<RebuildReport> {
  await warm(deps, programmeId);
  return transaction(deps.pool, async (client) => {
    const live = await findProgrammeRow(client, programmeId, 'lock');
    const rebuilt = await foldAgain(deps, client, live);
    const report = await reportOn(client, live, rebuilt);
    if (report.differences.length > 0) {
      await replaceTables(client, programmeId, rebuilt.rows);
      await restoreProgramme(client, programmeId, rebuilt.row);
    }
    return report;
  });
}

/** Every programme in turn, so that the caller can report as it goes. */
export async function* forEachProgramme(
  deps: RebuildDeps,
  act: (deps: RebuildDeps, programmeId: string) => Promise<RebuildReport>,
): AsyncGenerator<RebuildReport> {
  for (const id of await listProgrammeIds(deps.pool)) yield await act(deps, id);
}

/** Has the versions at hand before a connection is held: many at once, each waiting for a second one, would wait for each other. */
async function warm(
  { pool, definitions, calendars }: RebuildDeps,
  programmeId: string,
): Promise<void> {
  const { definition, calendar } = await inOneInstant(pool, (client) =>
    findProgrammeRow(client, programmeId, 'read'),
  );
  for (let version = 1; version <= definition.version; version += 1) {
    await definitions.get(definition.key, version);
  }
  for (let version = 1; version <= calendar.version; version += 1) {
    await calendars.find({ key: calendar.key, version });
  }
}

async function foldAgain(
  deps: RebuildDeps,
  client: PoolClient,
  live: ProgrammeRow,
): Promise<Rebuilt> {
  const folded = await foldActs(deps, client, live);
  const { state, headHash, changes } = folded;
  if (state === null) throw new Error(`programme ${live.id} has no events`);
  const { definition, calendar } = await planUnder(deps, state);
  const next = planMoments(state, definition, calendar)[0];
  return {
    state,
    rows: foldChanges(changes),
    row: {
      status: state.status,
      position: state.position,
      headHash,
      version: state.definition.version,
      snapshot: JSON.stringify(state),
      parent: state.parent,
      calendar: state.calendar,
      nextAt: next === undefined ? null : toRealTime(state.clock, next.at),
    },
  };
}

interface Folded {
  readonly state: ProgrammeState | null;
  readonly headHash: string;
  readonly changes: readonly RowChanges[];
}

/** Each act with the versions of definition and calendar that were in force after it, and before it. */
async function foldActs(
  deps: RebuildDeps,
  client: PoolClient,
  { id, seats }: ProgrammeRow,
): Promise<Folded> {
  const changes: RowChanges[] = [];
  let state: ProgrammeState | null = null;
  let headHash = '';
  for await (const act of readActs(client, `programme/${id}`)) {
    const events = act.entries.map(eventOf);
    const previous: ProgrammeState | null = state;
    const next = foldInto(previous, events);
    const plan = await planUnder(deps, next);
    const before = previous === null ? plan : await planUnder(deps, previous);
    const { recordedAt } = act;
    changes.push(
      project({ previous, next, events }, { ...plan, before, seats, recordedAt, email: false }),
    );
    state = next;
    headHash = act.headHash;
  }
  return { state, headHash, changes };
}

async function planUnder(
  { definitions, calendars }: RebuildDeps,
  { definition: { key, version }, calendar }: ProgrammeState,
): Promise<Pick<ProjectionContext, 'definition' | 'calendar'>> {
  const definition = await definitions.get(key, version);
  if (definition === null)
    throw new Error(`definition ${key} version ${version} was never published`);
  return { definition, calendar: await calendars.get(calendar) };
}

function foldInto(
  previous: ProgrammeState | null,
  events: readonly PositionedEvent[],
): ProgrammeState {
  const state = events.reduce<ProgrammeState | null>(
    (folded, event) => evolve(folded, event, event.position),
    previous,
  );
  if (state === null) throw new Error('an act without events');
  return state;
}

interface StoredAct {
  readonly entries: readonly StoredEntry[];
  readonly recordedAt: Instant;
  readonly headHash: string;
}

/** Events of one command, together as they were written. */
async function* readActs(client: PoolClient, stream: string): AsyncGenerator<StoredAct> {
  let act: StoredAct | null = null;
  for await (const entry of readStream(client, stream)) {
    const last: StoredEntry | undefined = act?.entries.at(-1);
    const isSame = last?.commandId === entry.commandId && last.actor === entry.actor;
    if (act !== null && !isSame) yield act;
    const before: readonly StoredEntry[] = act !== null && isSame ? act.entries : [];
    act = { entries: [...before, entry], recordedAt: entry.recordedAt, headHash: entry.hash };
  }
  if (act !== null) yield act;
}

async function reportOn(
  client: PoolClient,
  live: ProgrammeRow,
  rebuilt: Rebuilt,
): Promise<RebuildReport> {
  const differences = [
    ...programmeDifferences(live, rebuilt),
    ...tableDifferences(await readLiveTables(client, live.id), tablesOf(rebuilt.rows)),
  ];
  return { programmeId: live.id, events: rebuilt.state.position, differences };
}

function programmeDifferences(
  live: ProgrammeRow,
  { row, state }: Rebuilt,
): readonly RebuildDifference[] {
  const { status, position, headHash, nextAt, parent, calendar, definition } = live;
  const head = { status, position, headHash, nextAt, parent, calendar, definition };
  const mine = { ...head, state: live.state };
  const isSame =
    canonicalText(mine) ===
    canonicalText({
      definition: state.definition,
      status: row.status,
      position: row.position,
      headHash: row.headHash,
      nextAt: row.nextAt,
      parent: row.parent,
      calendar: row.calendar,
      state,
    });
  return isSame ? [] : [{ table: 'programmes', key: live.id, live, rebuilt: row }];
}

function tableDifferences(live: Tables, rebuilt: Tables): readonly RebuildDifference[] {
  return tableNames.flatMap((table) => {
    const keys = [...new Set([...live[table].keys(), ...rebuilt[table].keys()])];
    return keys.flatMap((key): readonly RebuildDifference[] => {
      const pair = {
        live: live[table].get(key) ?? null,
        rebuilt: comparable(rebuilt[table].get(key)),
      };
      return canonicalText(pair.live) === canonicalText(pair.rebuilt)
        ? []
        : [{ table, key, ...pair }];
    });
  });
}

/** What became of the e-mail is no fold of the events. */
function comparable(row: TableRow | undefined): TableRow | null {
  if (row === undefined) return null;
  const { email_state: _emailState, ...rest } = row;
  return rest;
}
