/** Starting a programme: the definition, the first day, the clock and the seats are settled, then the rules decide. */
import { randomUUID } from 'node:crypto';
import { GENESIS_HASH } from '../domain/audit/hash-chain.ts';
import { isLocalDate, localDateOf, startOfDay } from '../domain/calendar/dates.ts';
import type { ProgrammeClock } from '../domain/calendar/rehearsal-clock.ts';
import type { Instant, WorkCalendar } from '../domain/calendar/types.ts';
import type { Definition } from '../domain/definition/types.ts';
import type { ActivateProgramme, Actor } from '../domain/programme/commands.ts';
import { decide } from '../domain/programme/decide.ts';
import { appendFirst } from '../db/ledger/append.ts';
import { transaction } from '../db/query.ts';
import { answeredBefore, look, type Door } from './door.ts';
import { createDraft, type Draft } from './draft.ts';
import { actorOf, beforehand } from './execute-once.ts';
import { giveSeats, type Birth } from './give-seats.ts';
import { holdersOf } from './known-programmes.ts';
import { resolveSeats } from './seats.ts';
import { storableFaults } from './storable.ts';
import { resolveUnitSets, unitDefinitionsOf } from './resolve-units.ts';
import type { ActivateRequest, EngineRefusal, Executed, Outcome } from './types.ts';

const FASTEST = 10_000_000;
const LONGEST_HOLD_SECONDS = 600;
/** Read only as text that no calendar date equals; the rules then refuse the start. */
const NO_DATE = '';

export async function activate(door: Door, request: ActivateRequest): Promise<Executed | 'clash'> {
  const id = randomUUID();
  const head = await look(door, id, request.key);
  const before = answeredBefore(head, request.key);
  if (before !== null) return beforehand(before);
  const definition = await findDefinition(door, request);
  if (definition === null)
    return refused({ code: 'definition-not-found', params: { ...request.definition } });
  const errors = storableFaults([
    request.title ?? '',
    request.offices ?? {},
    request.unitSets ?? {},
    request.rollouts ?? {},
  ]);
  if (errors.length > 0) return refused({ code: 'data-invalid', params: {}, errors });
  const units = await resolveUnitSets(door, definition, request.unitSets);
  if ('code' in units) return refused(units);
  const seats = await resolveSeats(door.pool, {
    programmeId: id,
    definition,
    unitDefinitions: await unitDefinitionsOf(door, definition),
    offices: request.offices ?? {},
    isCast: isCast(request),
  });
  if ('code' in seats) return refused(seats);
  await door.directory.catchUp(head.directoryPosition);
  const calendar = await door.calendars.latest(definition.calendar);
  if (calendar === null) throw new Error(`no calendar ${definition.calendar}`);
  return start(door, request, { id, definition, calendar, seats, unitSets: units.unitSets });
}

/** Only a rehearsal is played by persons of its own. */
function isCast({ standIns, speed }: ActivateRequest): boolean {
  return standIns === true && speed !== undefined;
}

interface Planned extends Birth {
  readonly calendar: WorkCalendar;
  readonly unitSets: ActivateProgramme['unitSets'];
}

async function start(
  door: Door,
  request: ActivateRequest,
  birth: Planned,
): Promise<Executed | 'clash'> {
  const recordedAt = door.clock.now().toISOString();
  const { definition, calendar, seats, id } = birth;
  const draft = createDraft(
    {
      id,
      state: null,
      snapshotAt: 0,
      next: null,
      headHash: GENESIS_HASH,
      seats: seats.byOffice,
      definition,
      calendar,
    },
    {
      ...{ recordedAt, email: door.email, isAskedByWorkflow: false },
      ...{ calendarOf: () => calendar, definitions: door.definitions },
    },
  );
  const settled = settle(door, request, { ...birth, draft, recordedAt });
  if ('refusal' in settled) return refused(settled.refusal);
  const { write, known } = draft.finish();
  const { programme } = write;
  if (programme.kind !== 'insert') throw new Error('an activation begins a programme');
  const written = await transaction(door.pool, async (client) => {
    await giveSeats(client, [birth], {
      actor: known.state.startedBy,
      commandId: request.key.id,
      at: recordedAt,
    });
    return appendFirst(client, [{ ...write, programme }]);
  });
  if (!written.has(id)) return 'clash';
  door.known.remember(known);
  return { kind: 'done', ...settled };
}

type Settled = Pick<Extract<Executed, { kind: 'done' }>, 'answer' | 'outcome'>;

function settle(
  door: Door,
  request: ActivateRequest,
  birth: Planned & { readonly draft: Draft; readonly recordedAt: Instant },
): Settled | { readonly refusal: EngineRefusal } {
  const { definition, calendar, draft, recordedAt } = birth;
  // Who may start it is a matter of the organisation, not of the seats that the request itself hands out.
  const actor = actorOf(
    request.caller,
    holdersOf({ definition, seats: {} }, door.directory, recordedAt),
  );
  const command = commandOf(request, birth, recordedAt);
  const context = { now: recordedAt, definition, calendar, actor, holders: {} };
  const decision = decide(null, command, { ...context, now: beginningOf(command, recordedAt) });
  if (!decision.ok) return { refusal: decision.rejection };
  const by = actor.kind === 'person' ? actor.id : actor.kind;
  const events = draft.record(decision.events, { actor: by, commandId: request.key.id });
  return { ...answerOf(request, { draft, events, actor }) };
}

/** A rehearsal begins at its clock's first instant. */
function beginningOf({ clock }: ActivateProgramme, recordedAt: Instant): Instant {
  return clock?.anchor ?? recordedAt;
}

function answerOf(
  { key, answer }: ActivateRequest,
  {
    draft,
    events,
    actor,
  }: { readonly draft: Draft; readonly events: Outcome['events']; readonly actor: Actor },
): Settled {
  const state = draft.state();
  if (state === null) throw new Error('activation recorded nothing');
  const outcome: Outcome = { state, events, actor };
  const given = answer?.(outcome) ?? { status: 201, body: { id: state.id } };
  const { status, body, location = null } = given;
  draft.command({ ...key, status, answer: body, location });
  return { answer: given, outcome };
}

function commandOf(
  request: ActivateRequest,
  { id, definition, unitSets }: Planned,
  now: Instant,
): ActivateProgramme {
  const { speed, holdSeconds = 0, title, rollouts } = request;
  const today = localDateOf(now, definition.zone);
  const startsOn = request.startsOn ?? (speed === undefined ? today : definition.startsOn);
  const clock =
    speed === undefined
      ? null
      : rehearsalClock(startsOn, definition.zone, { speed, holdSeconds, now });
  return {
    type: 'ActivateProgramme',
    id,
    ...(title === undefined
      ? { title: definition.title.zh, titleEn: definition.title.en }
      : { title }),
    startsOn: isLocalDate(startsOn) ? startsOn : NO_DATE,
    clock,
    ...(unitSets === undefined ? {} : { unitSets }),
    ...(rollouts === undefined ? {} : { rollouts }),
  };
}

function rehearsalClock(
  startsOn: string,
  zone: string,
  {
    speed,
    holdSeconds,
    now,
  }: { readonly speed: number; readonly holdSeconds: number; readonly now: Instant },
): ProgrammeClock {
  if (!(speed >= 1 && speed <= FASTEST))
    throw new RangeError(`speed ${speed} is not within 1 and ${FASTEST}`);
  if (!(holdSeconds >= 0 && holdSeconds <= LONGEST_HOLD_SECONDS))
    throw new RangeError(`a hold of ${holdSeconds} s is not within 0 and ${LONGEST_HOLD_SECONDS}`);
  const anchor = isLocalDate(startsOn) ? startOfDay(startsOn, zone) : now;
  const clock = { anchor, startedAt: now, speed };
  if (holdSeconds === 0) return clock;
  return { ...clock, runsFrom: new Date(Date.parse(now) + holdSeconds * 1000).toISOString() };
}

async function findDefinition(
  door: Door,
  { definition }: ActivateRequest,
): Promise<Definition | null> {
  const { key, version } = definition;
  await door.definitions.publish();
  return version === undefined ? door.definitions.latest(key) : door.definitions.get(key, version);
}

function refused(refusal: EngineRefusal): Executed {
  return { kind: 'refused', refusal, state: null };
}
