/** What every way through the door needs, and the steps they share: look, catch up, write. */
import type { Pool } from 'pg';
import type { Instant } from '../domain/calendar/types.ts';
import type { Logger } from '../platform/logger.ts';
import type { Clock } from '../platform/clock.ts';
import type { Appender } from '../db/ledger/append.ts';
import type { Head, HeadOfProgramme, HeadReader } from '../db/ledger/read-head.ts';
import type { CalendarStore } from './calendar-store.ts';
import type { DefinitionStore } from './definition-store.ts';
import type { DirectoryCache } from './directory-cache.ts';
import { createDraft, type Draft, type KnownProgramme } from './draft.ts';
import { holdersOf, type KnownProgrammes } from './known-programmes.ts';
import type { UnitsDone } from './measure.ts';
import type { Turns } from './turns.ts';
import type { CommandKey, EngineRefusal, Executed, ExecuteRequest, StoredAnswer } from './types.ts';

export interface Door {
  readonly pool: Pool;
  readonly readHead: HeadReader;
  readonly append: Appender;
  readonly clock: Clock;
  /** Whether e-mail is sent at all. */
  readonly email: boolean;
  readonly log: Pick<Logger, 'debug' | 'warn'>;
  readonly definitions: DefinitionStore;
  readonly calendars: CalendarStore;
  readonly directory: DirectoryCache;
  readonly known: KnownProgrammes;
  readonly turns: Turns;
  /** The way in for what one programme makes another do. */
  readonly execute: (request: ExecuteRequest) => Promise<Executed>;
  readonly unitsDone: UnitsDone;
}

/** A programme looked at for one act. */
export interface Visit {
  readonly programme: KnownProgramme;
  readonly holders: Readonly<Record<string, readonly string[]>>;
  readonly draft: Draft;
  readonly recordedAt: Instant;
}

const NO_KEY: Pick<CommandKey, 'scope' | 'id'> = { scope: '', id: '' };

/** One query: where the programme stands, and whether the command key was used before. */
export async function look(
  door: Door,
  programmeId: string,
  key: Pick<CommandKey, 'scope' | 'id'> = NO_KEY,
): Promise<Head> {
  return door.readHead({
    programmeId,
    cachedPosition: door.known.positionOf(programmeId),
    commandScope: key.scope,
    commandId: key.id,
  });
}

/** The answer of an act that was done before under this key, or why the key cannot be used again. */
export function answeredBefore(head: Head, key: CommandKey): StoredAnswer | EngineRefusal | null {
  const { answered } = head;
  if (answered === null) return null;
  if (answered.bodyHash !== key.bodyHash) return { code: 'idempotency-key-reused', params: {} };
  const { status, answer: body, location } = answered;
  return location === null ? { status, body } : { status, body, location };
}

export interface VisitHead {
  readonly programme: HeadOfProgramme;
  readonly directoryPosition: number;
  readonly isAskedByWorkflow?: boolean;
}

export async function visit(
  door: Door,
  programmeId: string,
  { isAskedByWorkflow = false, ...head }: VisitHead,
): Promise<Visit> {
  const programme = await door.known.resolve(programmeId, head.programme);
  await door.directory.catchUp(head.directoryPosition);
  const recordedAt = door.clock.now().toISOString();
  return {
    programme,
    holders: holdersOf(programme, door.directory, recordedAt),
    draft: createDraft(programme, {
      recordedAt,
      email: door.email,
      isAskedByWorkflow,
      calendarOf: (ref) => door.calendars.known(ref),
      definitions: door.definitions,
    }),
    recordedAt,
  };
}

/** Whether it was written; false when somebody else was first. An empty draft is nothing to write. */
export async function write(door: Door, draft: Draft): Promise<boolean> {
  if (draft.isEmpty()) return true;
  const { write: rows, known } = draft.finish();
  const { programme } = rows;
  if (programme.kind !== 'update') throw new Error('a programme begins with its activation');
  if (!(await door.append({ ...rows, programme }))) return false;
  door.known.remember(known);
  return true;
}
