/**
 * Brings unit programmes in line with the sets of their parent before the rules record it: starts those that are missing, ends those
 * whose unit left or whose parent ended. Whatever was done before a crash is found done, as their ids follow from parent and unit.
 */
import { GENESIS_HASH } from '../domain/audit/hash-chain.ts';
import { toProgrammeTime } from '../domain/calendar/rehearsal-clock.ts';
import type { Definition } from '../domain/definition/types.ts';
import { unitStartsOn } from '../domain/programme/activate-programme.ts';
import { decide } from '../domain/programme/decide.ts';
import type { UnitsFacts } from '../domain/programme/facts.ts';
import type { ProgrammeState } from '../domain/programme/state.ts';
import { wantedUnits, type UnitPlace } from '../domain/programme/units/rollouts.ts';
import type { UnitParent } from '../domain/programme/units/state.ts';
import { appendFirst, type LedgerWrite } from '../db/ledger/append.ts';
import type { ProgrammeInsert } from '../db/ledger/programme-parts.ts';
import { transaction } from '../db/query.ts';
import { listUnitProgrammes, type UnitProgrammeRow } from '../db/read-models/unit-programmes.ts';
import { calendarOf } from './calendars.ts';
import { CLOCK, CLOCK_SCOPE } from './catch-up.ts';
import type { Door } from './door.ts';
import { createDraft, type KnownProgramme } from './draft.ts';
import { giveSeats, type Birth } from './give-seats.ts';
import { givenSeats } from './resolve-units.ts';
import { planSeats } from './seats.ts';
import { unitProgrammeId } from './unit-programme-id.ts';

/** Unit programmes that begin in one transaction. */
const STARTED_TOGETHER = 25;
const STARTING_LANES = 2;
/** Each is an act of its own; the door writes those that come together in shared statements. */
const ENDING_LANES = 8;
const LONGEST_TITLE = 200;

const PARENT_ENDED = '上级方案已结束 · The parent programme has ended';
const UNIT_LEFT = '单位已移出名册 · The unit has left the set';

export interface AlignedProgramme {
  readonly state: ProgrammeState;
  readonly definition: Definition;
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
  const reason = wanted.size === 0 ? PARENT_ENDED : UNIT_LEFT;
  await inLanes(leaving, ENDING_LANES, ({ id }) => endOne(door, id, reason));
  const after = await listUnitProgrammes(door.pool, state.id);
  const isWanted = ({ id }: UnitProgrammeRow): boolean => wanted.has(id);
  return {
    kind: 'units',
    started: after.filter(isWanted).map(({ id }) => id),
    ended: after.filter((row) => !isWanted(row) && row.status === 'terminated').map(({ id }) => id),
  };
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
  for (const place of places) born.push(await bear(door, parent, { place, at }));
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

/** A unit programme in memory, ready to be written: the parent's shift of days and the parent's clock. */
async function bear(
  door: Door,
  { state, definition: parentDefinition, commandId }: AlignedProgramme,
  { place, at }: { readonly place: UnitPlace; readonly at: string },
): Promise<Born> {
  const { rollout, unit } = place;
  const { key, version } = rollout.definition;
  const definition = await door.definitions.get(key, version);
  if (definition === null) throw new Error(`definition ${key} version ${String(version)} is gone`);
  const parent: UnitParent = { programme: state.id, rollout: rollout.key, unit: unit.key };
  const id = unitProgrammeId(parent);
  const seats = planSeats(id, definition, givenSeats(unit, definition));
  const calendar = calendarOf(definition.calendar);
  const { clock, startedBy, startsOn } = state;
  const command = {
    type: 'ActivateProgramme',
    id,
    title: `${rollout.title.zh} · ${unit.title.zh}`.slice(0, LONGEST_TITLE),
    startsOn: unitStartsOn(definition, { definition: parentDefinition, startsOn }),
    clock,
    parent: { ...parent, startedBy },
  } as const;
  const now = toProgrammeTime(clock, at);
  const context = { now, definition, calendar, actor: CLOCK, holders: {} };
  const decision = decide(null, command, context);
  if (!decision.ok) throw new Error(`unit ${unit.key} is refused: ${decision.rejection.code}`);
  const origin = { id, state: null, snapshotAt: 0, next: null, headHash: GENESIS_HASH } as const;
  const draft = createDraft(
    { ...origin, seats: seats.byOffice, definition, calendar },
    { recordedAt: at, email: door.email, isAskedByWorkflow: false, definitions: door.definitions },
  );
  draft.record(decision.events, { actor: CLOCK_SCOPE, commandId });
  const { write, known } = draft.finish();
  const { programme } = write;
  if (programme.kind !== 'insert') throw new Error('an activation begins a programme');
  return { id, definition, seats, write: { ...write, programme }, known };
}

/** Through the door like any act; who is over already is left alone. */
async function endOne(door: Door, programmeId: string, reason: string): Promise<void> {
  const executed = await door.execute({
    programmeId,
    command: { type: 'TerminateProgramme', reason },
    caller: CLOCK,
    key: { scope: CLOCK_SCOPE, id: `${programmeId}/end`, bodyHash: '' },
  });
  if (executed.kind === 'refused' && executed.refusal.code !== 'programme-not-active') {
    throw new Error(`unit programme ${programmeId} cannot end: ${executed.refusal.code}`);
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
