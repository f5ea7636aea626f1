/** An act being put together in memory: moments caught up and a command's events, folded, chained and projected, ready for one write. */
import { onBehalfOf } from '../domain/authority/fallback.ts';
import { linkEntries, type LinkedEntry } from '../domain/audit/hash-chain.ts';
import { toProgrammeTime, toRealTime } from '../domain/calendar/rehearsal-clock.ts';
import type { Instant, WorkCalendar } from '../domain/calendar/types.ts';
import type { Definition } from '../domain/definition/types.ts';
import { planMoments, type Moment } from '../domain/planning/moments.ts';
import type { ProgrammeEvent } from '../domain/programme/events.ts';
import { evolve } from '../domain/programme/evolve.ts';
import type { ProgrammeState } from '../domain/programme/state.ts';
import type { CommandWrite, LedgerWrite } from '../db/ledger/append.ts';
import type { ProgrammeUpdate, ProgrammeWrite } from '../db/ledger/programme-parts.ts';
import { SNAPSHOT_EVERY } from '../db/ledger/stored-state.ts';
import { seatsUnder } from './seats-under.ts';
import { combineChanges } from '../db/projections/combine.ts';
import { changesThePlan, project, type PositionedEvent } from '../db/projections/project.ts';
import type { RowChanges } from '../db/projections/rows.ts';
import type { DefinitionStore } from './definition-store.ts';

/** A programme as it is kept in memory between acts. */
export interface KnownProgramme {
  readonly state: ProgrammeState;
  /** Position of the snapshot that is stored. */
  readonly snapshotAt: number;
  readonly headHash: string;
  readonly seats: Readonly<Record<string, string>>;
  readonly definition: Definition;
  readonly calendar: WorkCalendar;
  /** The earliest moment still to come. */
  readonly next: Moment | null;
}

/** A programme before its first event. */
export type UnbornProgramme = Pick<
  KnownProgramme,
  'seats' | 'definition' | 'calendar' | 'headHash'
> & {
  readonly id: string;
  readonly state: null;
  readonly snapshotAt: 0;
  readonly next: null;
};

export interface DraftDeps {
  /** Real time of the whole act. */
  readonly recordedAt: Instant;
  readonly email: boolean;
  /** Whether the workflow itself asked for the act and learns of it by the answer, so that nobody need tell it. */
  readonly isAskedByWorkflow: boolean;
  /** A version that was read before; an act may move the programme to it. */
  readonly calendarOf: (ref: ProgrammeState['calendar']) => WorkCalendar;
  /** Finds the version that a programme is moved to; the act has looked it up before. */
  readonly definitions: Pick<DefinitionStore, 'known'>;
}

export interface ActOrigin {
  /** A person's id, or `clock`. */
  readonly actor: string;
  readonly commandId: string;
}

export interface Draft {
  state(): ProgrammeState | null;
  next(): Moment | null;
  /** Hash (hex) of the last entry, what was recorded here included. */
  headHash(): string;
  /** Programme time. */
  now(): Instant;
  /** Folds the events of one command in and gives them their positions. */
  record(events: readonly ProgrammeEvent[], origin: ActOrigin): readonly PositionedEvent[];
  command(command: Omit<CommandWrite, 'position'>): void;
  isEmpty(): boolean;
  /** What is to be written, and the programme as it is known afterwards. */
  finish(): { readonly write: LedgerWrite; readonly known: KnownProgramme };
}

interface Collected {
  state: ProgrammeState | null;
  next: Moment | null;
  headHash: string;
  /** The plan in force; an act that moves the programme to another version changes it. */
  plan: Pick<KnownProgramme, 'definition' | 'calendar' | 'seats'>;
  readonly entries: LinkedEntry[];
  readonly commands: CommandWrite[];
  readonly changes: RowChanges[];
}

export function createDraft(origin: KnownProgramme | UnbornProgramme, deps: DraftDeps): Draft {
  const collected: Collected = {
    state: origin.state,
    next: origin.next,
    headHash: origin.headHash,
    plan: origin,
    entries: [],
    commands: [],
    changes: [],
  };
  return {
    state: () => collected.state,
    next: () => collected.next,
    headHash: () => collected.headHash,
    now: () => toProgrammeTime(collected.state?.clock ?? null, deps.recordedAt),
    record: (events, by) => record(collected, { events, by, deps }),
    command: (command) => {
      collected.commands.push({ ...command, position: collected.state?.position ?? 0 });
    },
    isEmpty: () => collected.entries.length === 0 && collected.commands.length === 0,
    finish: () => finish(collected, origin, deps),
  };
}

interface Recording {
  readonly events: readonly ProgrammeEvent[];
  readonly by: ActOrigin;
  readonly deps: DraftDeps;
}

function record(collected: Collected, { events, by, deps }: Recording): readonly PositionedEvent[] {
  const previous = collected.state;
  const first = (previous?.position ?? 0) + 1;
  const positioned = events.map((event, index) => ({ ...event, position: first + index }));
  const next = positioned.reduce<ProgrammeState | null>(
    (state, event) => evolve(state, event, event.position),
    previous,
  );
  if (next === null || positioned.length === 0) return positioned;
  link(collected, positioned, { by, deps, stream: `programme/${next.id}` });
  const before = collected.plan;
  collected.plan = planUnder({ previous, next }, before, deps);
  const { definition, calendar, seats } = collected.plan;
  const context = {
    ...{ definition, calendar, seats, recordedAt: deps.recordedAt, email: deps.email },
    before,
  };
  collected.changes.push(project({ previous, next, events: positioned }, context));
  collected.state = next;
  if (positioned.some(({ type }) => changesThePlan(type))) {
    collected.next = planMoments(next, definition, calendar)[0] ?? null;
  }
  return positioned;
}

/** @throws Error when the version that the programme was moved to was not looked up: a defect of the door. */
function planUnder(
  { previous, next }: { readonly previous: ProgrammeState | null; readonly next: ProgrammeState },
  before: Collected['plan'],
  { definitions, calendarOf }: DraftDeps,
): Collected['plan'] {
  const { key, version } = next.definition;
  const isSameCalendar = next.calendar === previous?.calendar;
  const calendar = isSameCalendar ? before.calendar : calendarOf(next.calendar);
  if (before.definition.version === version) return { ...before, calendar };
  const definition = definitions.known(key, version);
  if (definition === undefined) throw new Error(`version ${version} of ${key} is not at hand`);
  return { definition, calendar, seats: seatsUnder(definition, before.seats) };
}

function link(
  collected: Collected,
  events: readonly PositionedEvent[],
  { by, deps, stream }: Omit<Recording, 'events'> & { readonly stream: string },
): void {
  const linked = linkEntries(
    collected.headHash,
    events.map((event) => ({
      stream,
      position: event.position,
      type: event.type,
      data: event.data,
      actor: by.actor,
      onBehalfOf: onBehalfOf(event),
      commandId: by.commandId,
      occurredAt: event.at,
      recordedAt: deps.recordedAt,
    })),
  );
  collected.entries.push(...linked);
  collected.headHash = linked.at(-1)?.hash ?? collected.headHash;
}

function finish(
  collected: Collected,
  origin: KnownProgramme | UnbornProgramme,
  deps: DraftDeps,
): { readonly write: LedgerWrite; readonly known: KnownProgramme } {
  const { state, next, headHash, entries, commands, changes } = collected;
  if (state === null) throw new Error('an act without a state cannot be written');
  const { seats, definition, calendar } = collected.plan;
  const types = [...new Set(entries.map(({ entry }) => entry.type))];
  // A workflow ends only when it has been told of everything, so the last act is told even where the workflow asked for it.
  const isLast = isOver(state, next);
  const urgent = (isLast || !deps.isAskedByWorkflow) && types.some(isUrgent);
  const from = (origin.state?.position ?? 0) + 1;
  const programme = programmeWrite(collected, origin, deps);
  const snapshotAt = programme.snapshot === null ? origin.snapshotAt : state.position;
  return {
    known: { state, snapshotAt, headHash, seats, definition, calendar, next },
    write: {
      programme,
      entries,
      commands,
      recordedAt: deps.recordedAt,
      changes: combineChanges(changes),
      outbox:
        entries.length === 0
          ? null
          : { fromPosition: from, toPosition: state.position, types, urgent },
    },
  };
}

/** Whether the programme has ended and has nothing left to do. */
export function isOver({ status }: ProgrammeState, next: Moment | null): boolean {
  return status !== 'active' && status !== 'suspended' && next === null;
}

function isUrgent(type: string): boolean {
  return changesThePlan(type as PositionedEvent['type']); // entries are made from events only
}

function programmeWrite(
  { state, next, headHash, plan }: Collected,
  origin: KnownProgramme | UnbornProgramme,
  { recordedAt }: DraftDeps,
): ProgrammeWrite {
  if (state === null) throw new Error('an act without a state cannot be written');
  const head = {
    id: state.id,
    status: state.status,
    position: state.position,
    headHash,
    nextAt: next === null ? null : toRealTime(state.clock, next.at),
    updatedAt: recordedAt,
    calendar: state.calendar,
  };
  if (origin.state !== null) {
    const isOld = state.position - origin.snapshotAt >= SNAPSHOT_EVERY;
    const snapshot = isOld ? JSON.stringify(state) : null;
    const movedTo = plan.definition === origin.definition ? null : placeOf(plan);
    return { kind: 'update', ...head, snapshot, movedTo, expectedPosition: origin.state.position };
  }
  const { definition, title, titleEn = null, startsOn, clock, startedBy, parent } = state;
  return {
    kind: 'insert',
    ...head,
    snapshot: JSON.stringify(state),
    definition,
    title,
    titleEn,
    startsOn,
    clock,
    startedBy,
    seats: origin.seats,
    seatNames: origin.definition.offices.map(({ key }) => origin.seats[key] ?? key),
    parent,
  };
}

function placeOf({
  definition,
  seats,
}: Collected['plan']): NonNullable<ProgrammeUpdate['movedTo']> {
  return { version: definition.version, seats };
}
