/**
 * Brings unit programmes in line with the sets of their parent before the rules record it: starts those that are missing, ends those
 * whose unit left or whose parent ended, and stops and starts their clocks with the parent's. Whatever was done before a crash is found done, as their ids follow from parent and unit.
 */
import { GENESIS_HASH } from '../domain/audit/hash-chain.ts';
import { toProgrammeTime } from '../domain/calendar/rehearsal-clock.ts';
import type { WorkCalendar } from '../domain/calendar/types.ts';
import type { Definition } from '../domain/definition/types.ts';
import { unitStartsOn } from '../domain/programme/activate-programme.ts';
import { decide } from '../domain/programme/decide.ts';
import type { UnitsFacts } from '../domain/programme/facts.ts';
import type { ProgrammeState } from '../domain/programme/state.ts';
import { hasEndedUndone, wantedUnits, type UnitPlace } from '../domain/programme/units/rollouts.ts';
import type { UnitParent } from '../domain/programme/units/state.ts';
import { appendFirst, type LedgerWrite } from '../db/ledger/append.ts';
import type { ProgrammeInsert } from '../db/ledger/programme-parts.ts';
import { transaction } from '../db/query.ts';
import { listUnitProgrammes, type UnitProgrammeRow } from '../db/read-models/unit-programmes.ts';
import { CLOCK, CLOCK_SCOPE } from './catch-up.ts';
import type { Door } from './door.ts';
import { createDraft, type DraftDeps, type KnownProgramme } from './draft.ts';
import { giveSeats, type Birth } from './give-seats.ts';
import { givenSeats } from './resolve-units.ts';
import { planSeats } from './seats.ts';
import type { PersonCommand } from './types.ts';
import { unitProgrammeId } from './unit-programme-id.ts';

/** Unit programmes that begin in one transaction. */
const STARTED_TOGETHER = 25;
const STARTING_LANES = 2;
/** Each is an act of its own; the door writes those that come together in shared statements. */
const ACTING_LANES = 8;
const LONGEST_TITLE = 200;

const PARENT_ENDED = '上级方案已结束 · The parent programme has ended';
const PARENT_SUSPENDED = '上级方案中止 · The parent programme is suspended';
const PARENT_RESUMED = '上级方案恢复 · The parent programme has been resumed';
const UNIT_LEFT = '单位已移出名册 · The unit has left the set';

export interface AlignedProgramme {
  readonly state: ProgrammeState;
  readonly definition: Definition;
  /** Office → seat; those given for all units are among them. */
  readonly seats: Readonly<Record<string, string>>;
  /** Of the moment that asks for it. */
  readonly commandId: string;
}

/** @throws Error when a definition of unit programmes was never published: activation looked. */
export async function alignUnits(door: Door, parent: AlignedProgramme): Promise<UnitsFacts> {
  const { state, definition } = parent;
  const wanted = new Map(
    wantedUnits(state, definition).map((place) => [idOf(state.id, place), place]),
  );
  const present = await listUnitProgrammes(door.pool, state.id);
  const known = new Set(present.map(({ id }) => id));
  const missing = [...wanted].flatMap(([id, place]) => (known.has(id) ? [] : [place]));
  await inLanes(chunksOf(missing, STARTED_TOGETHER), STARTING_LANES, (places) =>
    startTogether(door, parent, places),
  );
  const leaving = present.filter((row) => isUnderWay(row) && !wanted.has(row.id));
  const reason = hasEndedUndone(state) ? PARENT_ENDED : UNIT_LEFT;
  await inLanes(leaving, ACTING_LANES, ({ id }) => endOne(door, id, reason));
  const isWanted = ({ id }: UnitProgrammeRow): boolean => wanted.has(id);
  await followClock(door, state, (await listUnitProgrammes(door.pool, state.id)).filter(isWanted));
  const after = await listUnitProgrammes(door.pool, state.id);
  return {
    kind: 'units',
    started: after.filter(isWanted).map(({ id }) => id),
    ended: after.filter((row) => !isWanted(row) && row.status === 'terminated').map(({ id }) => id),
    suspended: after
      .filter((row) => isWanted(row) && row.status === 'suspended')
      .map(({ id }) => id),
  };
}

/** Their clocks stand still while the parent's does, and go on with it but for those that a person has stopped. */
async function followClock(
  door: Door,
  { status, alignment }: ProgrammeState,
  rows: readonly UnitProgrammeRow[],
): Promise<void> {
  const generation = alignment.generation + 1;
  const isStill = status === 'suspended';
  const turning = rows.filter((row) => row.status === (isStill ? 'active' : 'suspended'));
  const command = isStill
    ? ({ type: 'SuspendProgramme', reason: PARENT_SUSPENDED } as const)
    : ({ type: 'ResumeProgramme', reason: PARENT_RESUMED } as const);
  await inLanes(turning, ACTING_LANES, ({ id }) =>
    actAsClock(door, id, { command, act: `${command.type}-${String(generation)}` }),
  );
}

interface Born extends Birth {
  readonly write: LedgerWrite<ProgrammeInsert>;
  readonly known: KnownProgramme;
}

/** In one transaction; one that somebody else has started meanwhile is left as it is, seats and all. */
async function startTogether(
  door: Door,
  parent: AlignedProgramme,
  places: readonly UnitPlace[],
): Promise<void> {
  const at = door.clock.now().toISOString();
  const born: Born[] = [];
  const calendars = new Map<string, WorkCalendar>();
  for (const place of places) born.push(await bear(door, parent, { place, at, calendars }));
  const started = await transaction(door.pool, async (client) => {
    const written = await appendFirst(
      client,
      born.map(({ write }) => write),
    );
    const isNew = born.filter(({ id }) => written.has(id));
    await giveSeats(client, isNew, { actor: CLOCK_SCOPE, commandId: parent.commandId, at });
    return isNew;
  });
  for (const { known } of started) door.known.remember(known);
}

interface Bearing {
  readonly place: UnitPlace;
  readonly at: string;
  /** By key, as far as they were asked for. */
  readonly calendars: Map<string, WorkCalendar>;
}

/** The latest version, asked for once for all that are borne together. */
async function calendarFor(
  door: Door,
  key: string,
  known: Bearing['calendars'],
): Promise<WorkCalendar> {
  const calendar = known.get(key) ?? (await door.calendars.latest(key));
  if (calendar === null) throw new Error(`no calendar ${key}`);
  known.set(key, calendar);
  return calendar;
}

/** A unit programme in memory, ready to be written: the parent's shift of days, clock and seats. */
async function bear(
  door: Door,
  { state, definition: parentDefinition, seats: parentSeats, commandId }: AlignedProgramme,
  { place, at, calendars }: Bearing,
): Promise<Born> {
  const { rollout, unit } = place;
  const { key, version } = rollout.definition;
  const definition = await door.definitions.get(key, version);
  if (definition === null) throw new Error(`definition ${key} version ${String(version)} is gone`);
  const parent: UnitParent = { programme: state.id, rollout: rollout.key, unit: unit.key };
  const id = unitProgrammeId(parent);
  const given = givenSeats(unit, definition);
  const seats = planSeats({ programmeId: id, definition, given, parentSeats });
  const calendar = await calendarFor(door, definition.calendar, calendars);
  const { clock, startedBy, startsOn } = state;
  const command = {
    type: 'ActivateProgramme',
    id,
    title: `${rollout.title.zh} · ${unit.title.zh}`.slice(0, LONGEST_TITLE),
    titleEn: `${rollout.title.en} · ${unit.title.en}`.slice(0, LONGEST_TITLE),
    startsOn: unitStartsOn(definition, { definition: parentDefinition, startsOn }),
    clock,
    parent: { ...parent, startedBy },
  } as const;
  const now = toProgrammeTime(clock, at);
  const context = { now, definition, calendar, actor: CLOCK, holders: {} };
  const decision = decide(null, command, context);
  if (!decision.ok) throw new Error(`unit ${unit.key} is refused: ${decision.rejection.code}`);
  const origin = { id, state: null, snapshotAt: 0, next: null, headHash: GENESIS_HASH } as const;
  const plan = { seats: seats.byOffice, definition, calendar };
  const draft = createDraft({ ...origin, ...plan }, draftDepsOf(door, { at, calendar }));
  draft.record(decision.events, { actor: CLOCK_SCOPE, commandId });
  const { write, known } = draft.finish();
  const { programme } = write;
  if (programme.kind !== 'insert') throw new Error('an activation begins a programme');
  return { id, definition, seats, write: { ...write, programme }, known };
}

function draftDepsOf(
  { email, definitions }: Door,
  { at, calendar }: { readonly at: string; readonly calendar: WorkCalendar },
): DraftDeps {
  const calendarOf = (): WorkCalendar => calendar;
  return { recordedAt: at, email, isAskedByWorkflow: false, calendarOf, definitions };
}

function endOne(door: Door, programmeId: string, reason: string): Promise<void> {
  const command = { type: 'TerminateProgramme', reason } as const;
  return actAsClock(door, programmeId, { command, act: 'end' });
}

interface ClockAct {
  readonly command: PersonCommand;
  /** Tells the acts on one unit programme apart; done once under this name, however often it is asked for. */
  readonly act: string;
}

/** Through the door like any act; who is over already, or where a person has stopped the clock, is left alone. */
async function actAsClock(
  door: Door,
  programmeId: string,
  { command, act }: ClockAct,
): Promise<void> {
  const executed = await door.execute({
    programmeId,
    command,
    caller: CLOCK,
    key: { scope: CLOCK_SCOPE, id: `${programmeId}/${act}`, bodyHash: '' },
  });
  if (executed.kind === 'refused' && executed.refusal.code !== 'programme-not-active') {
    throw new Error(`${command.type} of unit programme ${programmeId}: ${executed.refusal.code}`);
  }
}

function idOf(programme: string, { rollout, unit }: UnitPlace): string {
  return unitProgrammeId({ programme, rollout: rollout.key, unit: unit.key });
}

function isUnderWay({ status }: UnitProgrammeRow): boolean {
  return status === 'active' || status === 'suspended';
}

function chunksOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_chunk, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** Each item once, so many at a time. Rejects with the first failure; what is under way then finishes by itself. */
async function inLanes<T>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const lane = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
