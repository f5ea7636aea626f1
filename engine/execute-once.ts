/** One attempt at a person's command: look, catch up, decide, write. */
import type { ApplyCalendar } from '../domain/programme/calendars/commands.ts';
import type { Actor, DecideContext } from '../domain/programme/commands.ts';
import { decide } from '../domain/programme/decide.ts';
import { findProgrammeStatus } from '../db/read-models/unit-programmes.ts';
import { catchUp } from './catch-up.ts';
import { answeredBefore, look, visit, write, type Door, type Visit } from './door.ts';
import { factsOf } from './find-facts.ts';
import { targetOf } from './find-target.ts';
import { prepareHandIn } from './hand-in.ts';
import { officesHeldBy } from './known-programmes.ts';
import { isUnitCommand, prepareUnits } from './prepare-units.ts';
import { prepareMeasuring, prepareReport, type IndicatorScene } from './prepare-indicator.ts';
import { storableFaults } from './storable.ts';
import type {
  Caller,
  EngineRefusal,
  Executed,
  ExecuteRequest,
  Outcome,
  PersonCommand,
  StoredAnswer,
} from './types.ts';

export async function executeOnce(
  door: Door,
  request: ExecuteRequest,
): Promise<Executed | 'clash'> {
  const head = await look(door, request.programmeId, request.key);
  const before = answeredBefore(head, request.key);
  if (before !== null) return beforehand(before);
  if (head.programme === null) return unknownProgramme(request.programmeId);
  const seen = await visit(door, request.programmeId, { ...head, programme: head.programme });
  await catchUp(
    seen.draft,
    { ...seen.programme, holders: seen.holders },
    { facts: factsOf(door, seen) },
  );
  const decided = await decideOn(door, request, seen);
  if ('refusal' in decided) {
    // What the clock had to do stays done, whatever becomes of the command.
    if (!(await write(door, seen.draft))) return 'clash';
    return { kind: 'refused', refusal: decided.refusal, state: seen.draft.state() };
  }
  return (await write(door, seen.draft)) ? { kind: 'done', ...decided } : 'clash';
}

type Decided =
  | { readonly answer: StoredAnswer; readonly outcome: Outcome }
  | { readonly refusal: EngineRefusal };

async function decideOn(door: Door, request: ExecuteRequest, seen: Visit): Promise<Decided> {
  const { expectedPosition } = request;
  const { position } = seen.programme.state;
  if (expectedPosition !== undefined && expectedPosition !== position) {
    return { refusal: { code: 'stale-version', params: { position } } };
  }
  const actor = actorOf(request.caller, seen.holders);
  const prepared = await prepare(door, request, { seen, actor });
  if ('refusal' in prepared) return prepared;
  const { command, ...found } = prepared;
  const { definition, calendar } = seen.programme;
  const context: DecideContext = {
    now: seen.draft.now(),
    definition,
    calendar,
    actor,
    holders: seen.holders,
    ...found,
  };
  const decision = decide(seen.draft.state(), command, context);
  if (!decision.ok) return { refusal: decision.rejection };
  return settle(request, { seen, actor, events: decision.events });
}

type Prepared =
  | ({ readonly command: PersonCommand } & Pick<
      DecideContext,
      'check' | 'unitFacts' | 'facts' | 'newCalendar' | 'target'
    > &
      Partial<Pick<DecideContext, 'holders'>>)
  | { readonly refusal: EngineRefusal };

interface Scene {
  readonly seen: Visit;
  readonly actor: Actor;
}

async function prepare(
  door: Door,
  request: ExecuteRequest,
  { seen, actor }: Scene,
): Promise<Prepared> {
  const { command } = request;
  const errors = storableFaults(command);
  if (errors.length > 0) return { refusal: { code: 'data-invalid', params: {}, errors } };
  if (command.type === 'ApplyCalendar') return prepareCalendar(door, command, seen);
  if (actor.kind !== 'person') return { command };
  const { definition } = seen.programme;
  const { programmeId } = request;
  const personId = actor.id;
  if (isUnitCommand(command)) return prepareUnits(door, command, { seen, personId });
  switch (command.type) {
    case 'HandInDeliverable':
      return withoutOk(
        await prepareHandIn(command, {
          ...{ pool: door.pool, programmeId, personId, definition },
          state: seen.draft.state() ?? seen.programme.state,
          now: seen.draft.now(),
        }),
      );
    case 'ReportIndicator':
      return { command, ...(await prepareReport(command, indicatorScene(door, seen, personId))) };
    case 'MeasureIndicator':
      return {
        command,
        ...(await prepareMeasuring(command, indicatorScene(door, seen, personId))),
      };
    case 'ResumeProgramme':
      return { command, ...(await parentFacts(door, seen.programme.state)) };
    case 'ProposeMigration':
    case 'DecideMigration':
      return { command, ...(await targetOf(door, command, seen)) };
    default:
      return { command };
  }
}

/** A unit programme cannot go on while its parent stands still, which only the parent's stream knows. */
async function parentFacts(
  { pool }: Door,
  { parent }: Visit['programme']['state'],
): Promise<Pick<DecideContext, 'facts'>> {
  const status = parent === null ? null : await findProgrammeStatus(pool, parent.programme);
  return status === null ? {} : { facts: { kind: 'parent', status } };
}

function indicatorScene(door: Door, seen: Visit, personId: string): IndicatorScene {
  const { programme, draft } = seen;
  const state = draft.state() ?? programme.state;
  const { definition } = programme;
  return { deps: door, state, definition, personId, now: draft.now() };
}

async function prepareCalendar(
  { calendars }: Door,
  command: ApplyCalendar,
  { programme: { state } }: Visit,
): Promise<Prepared> {
  const { key, version: after } = state.calendar;
  const { version } = command;
  const calendar = await calendars.find({ key, version });
  if (calendar === null) return { command };
  const published = await calendars.publications(key, { after, through: version });
  return { command, newCalendar: { calendar, published } };
}

function withoutOk(prepared: Awaited<ReturnType<typeof prepareHandIn>>): Prepared {
  return prepared.ok
    ? { command: prepared.command, check: prepared.check }
    : { refusal: prepared.refusal };
}

function settle(
  { key, answer }: ExecuteRequest,
  { seen, actor, events }: Scene & { readonly events: Parameters<Visit['draft']['record']>[0] },
): Decided {
  const by = actor.kind === 'person' ? actor.id : actor.kind;
  const recorded = seen.draft.record(events, { actor: by, commandId: key.id });
  const state = seen.draft.state() ?? seen.programme.state;
  const outcome: Outcome = { state, events: recorded, actor };
  const given = answer?.(outcome) ?? { status: 200, body: { position: state.position } };
  seen.draft.command({
    ...key,
    status: given.status,
    answer: given.body,
    location: given.location ?? null,
  });
  return { answer: given, outcome };
}

export function actorOf(caller: Caller, holders: Visit['holders']): Actor {
  if (caller.kind === 'clock') return caller;
  return { kind: 'person', id: caller.id, offices: officesHeldBy(caller.id, holders) };
}

export function beforehand(before: StoredAnswer | EngineRefusal): Executed {
  return 'code' in before
    ? { kind: 'refused', refusal: before, state: null }
    : { kind: 'replayed', answer: before };
}

function unknownProgramme(programmeId: string): Executed {
  const refusal: EngineRefusal = { code: 'programme-not-found', params: { programmeId } };
  return { kind: 'refused', refusal, state: null };
}
