/** The one checker: what callers were told, what the ledger holds, what the read models say, held against each other. */
import type { Pool } from 'pg';
import { momentId, type Moment } from '../../../domain/planning/moments.ts';
import { brokenInvariants } from '../../../domain/programme/invariants.ts';
import type { ClockData } from '../../../domain/programme/events.ts';
import type { Definition } from '../../../domain/definition/types.ts';
import { findProgrammeRow } from '../../../db/ledger/programme-row.ts';
import { inOneInstant } from '../../../db/ledger/read-stream.ts';
import { createCalendarStore } from '../../../engine/calendar-store.ts';
import { compareProgramme } from '../../../engine/rebuild.ts';
import { systemClock } from '../../../platform/clock.ts';
import { verifyProgramme } from '../../../engine/verify.ts';
import type { EventSeen } from '../../../cli/rehearse/desk.ts';
import { disorder } from '../../workflow/support/in-order.ts';
import type { Operation } from './client.ts';

export interface LedgerEvent extends EventSeen {
  readonly data: Readonly<Record<string, unknown>>;
  readonly actor: string;
  readonly commandId: string;
}

export interface Scene {
  readonly pool: Pool;
  readonly definition: Definition;
  readonly programmeIds: readonly string[];
}

const SELECT_EVENTS = `
  SELECT events.position, events.type, events.data, events.actor, events.command_id AS "commandId", events.occurred_at AS at
    FROM events WHERE events.stream = 'programme/' || $1 ORDER BY events.position`;

export async function ledgerOf(pool: Pool, programmeId: string): Promise<readonly LedgerEvent[]> {
  return (await pool.query<LedgerEvent>(SELECT_EVENTS, [programmeId])).rows;
}

/** What does not hold of programmes that may still be under way, in words; empty when all is well. */
export async function faultsOfProgrammes(scene: Scene): Promise<readonly string[]> {
  const found: string[] = [];
  // One after another: a crowd of them would wait for the few connections of the pool longer than it lets anybody wait.
  for (const id of scene.programmeIds) {
    for (const fault of await faultsOfProgramme(scene, id)) found.push(`${id}: ${fault}`);
  }
  return found;
}

async function faultsOfProgramme(
  { pool, definition }: Scene,
  programmeId: string,
): Promise<readonly string[]> {
  const catalogue = { get: () => Promise.resolve(definition) };
  const verdict = await verifyProgramme(pool, programmeId);
  const calendars = createCalendarStore({ pool, clock: systemClock });
  const { differences } = await compareProgramme(
    { pool, definitions: catalogue, calendars },
    programmeId,
  );
  const events = await ledgerOf(pool, programmeId);
  const { state } = await inOneInstant(pool, (client) =>
    findProgrammeRow(client, programmeId, 'read'),
  );
  return [
    ...(verdict.ok ? [] : [`its chain is broken: ${JSON.stringify(verdict)}`]),
    ...differences.map((difference) => `live differs from rebuilt: ${JSON.stringify(difference)}`),
    ...brokenInvariants(state, definition),
    ...disorder(events, definition),
    ...faultsOfMoments(programmeId, events),
  ];
}

const KINDS: Readonly<Record<string, Moment['kind']>> = {
  PhaseOpened: 'openPhase',
  DeadlineReminded: 'remind',
  DeadlineMissed: 'missDeadline',
  EscalationRaised: 'escalate',
  AnswerMissed: 'missAnswer',
};

/** Each moment is one act of the clock under the moment's own id, and no moment is there twice. */
function faultsOfMoments(programmeId: string, events: readonly LedgerEvent[]): readonly string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const event of events.filter(({ actor }) => actor === 'clock')) {
    const id = idOf(programmeId, event);
    if (id === null) faults.push(`the clock did ${event.type} at ${event.position}`);
    else if (id !== event.commandId) faults.push(`${id} was recorded as ${event.commandId}`);
    else if (seen.has(id)) faults.push(`${id} is there twice, again at ${event.position}`);
    else seen.add(id);
  }
  return faults;
}

function idOf(programmeId: string, { type, data }: LedgerEvent): string | null {
  const kind = KINDS[type];
  if (kind === undefined) return null;
  const { phase, round, plannedAt: at } = data as unknown as ClockData; // the kinds above are events of the clock
  const { workdaysBefore, edition, rung } = data;
  const details = { workdaysBefore, edition, rung, qualifier: rung };
  return momentId(programmeId, { kind, phase, round, at, ...details } as Moment);
}

/** Every act that was acknowledged is in the ledger once, every refused one never, and nothing is there that nobody asked for. */
export async function faultsOfOperations(
  scene: Scene,
  operations: readonly Operation[],
): Promise<readonly string[]> {
  const ledgers: (readonly LedgerEvent[])[] = [];
  for (const id of scene.programmeIds) ledgers.push(await ledgerOf(scene.pool, id));
  const acts = new Map<string, LedgerEvent[]>();
  for (const event of ledgers.flat().filter(({ actor }) => actor !== 'clock')) {
    acts.set(event.commandId, [...(acts.get(event.commandId) ?? []), event]);
  }
  const asked = new Set(operations.map(({ key }) => key));
  return [
    ...operations.flatMap((operation) => faultsOfOperation(operation, acts.get(operation.key))),
    ...[...acts.keys()].filter((key) => !asked.has(key)).map((key) => `nobody asked for ${key}`),
    ...(await faultsOfCommands(scene.pool, operations)),
  ];
}

/** The events of an act follow one another, and the first one is what was asked for. */
function faultsOfOperation(
  { key, path, body, status, answer }: Operation,
  events: readonly LedgerEvent[] = [],
): readonly string[] {
  const name = `${path} under ${key}, answered ${status}`;
  const [first] = events;
  if (status >= 300) return events.length === 0 ? [] : [`${name}, is in the ledger`];
  if (first === undefined) return [`${name}, is not in the ledger`];
  const types = events.map(({ type }) => type);
  const isOnePiece = events.every(({ position }, index) => position === first.position + index);
  const isOnce = types.filter((type) => type === first.type).length === 1;
  const asked = askedFor(path, body);
  const found = describe(first);
  return [
    ...(isOnce && isOnePiece ? [] : [`${name}, is there as ${types.join(', ')}`]),
    ...(found.startsWith(asked) ? [] : [`${name}, is there as ${found} instead of ${asked}`]),
    ...(path === '/v1/programmes' || first.position === answer['position']
      ? []
      : [`${name} at ${String(answer['position'])}, is at ${first.position}`]),
  ];
}

const HAND_IN = /\/phases\/([^/]+)\/deliverables\/([^/]+)$/;
const DECISION = /^\/v1\/tasks\/[^.]+\.([^/]+)\/decisions$/;

/** What stands in {@link describe} of the act's first event. */
function askedFor(path: string, body: unknown): string {
  const [, phase, deliverable] = HAND_IN.exec(path) ?? [];
  if (deliverable !== undefined) return `DeliverableHandedIn ${phase ?? ''} ${deliverable}`;
  const task = DECISION.exec(path)?.[1];
  if (task === undefined) return 'ProgrammeActivated';
  const { decision } = body as { readonly decision: string }; // of a decision as the desk sends it
  return `StepDecided ${task.replaceAll('.', ' ')} ${decision}`;
}

function describe({ type, data }: LedgerEvent): string {
  const { phase, round, deliverable, step, office, decision } = data;
  const place =
    type === 'StepDecided' ? [phase, round, step, office, decision] : [phase, deliverable];
  return [type, ...place].join(' ');
}

async function faultsOfCommands(
  pool: Pool,
  operations: readonly Operation[],
): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>(
    'SELECT commands.id FROM commands WHERE commands.id = ANY($1)',
    [operations.map(({ key }) => key)],
  );
  return operations.flatMap(({ key, path, status }) => {
    const expected = status < 300 ? 1 : 0;
    const found = rows.filter(({ id }) => id === key).length;
    return found === expected ? [] : [`${path}: ${found} answers are stored under ${key}`];
  });
}
